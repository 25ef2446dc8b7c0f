import APIModel
import Emission
import SourceText

/// What a run adds to the pages.
public struct Choices: Sendable {
    /// Names of `outputNames` that replace those of the configuration.
    public var outputs: [String]?
    /// The user's templates: paths below their folder.
    public var templates: [File]
    /// How the reader of diagnostics knows the templates' folder, ending in `/`.
    public var templatesFolder: String

    public init(outputs: [String]? = nil, templates: [File] = [], templatesFolder: String = "") {
        self.outputs = outputs
        self.templates = templates
        self.templatesFolder = templatesFolder
    }
}

/// The generated files of one API, and what there was to say.
public struct Generation: Sendable {
    /// Paths below the API's own output folder.
    public var files: [File]
    public var findings: Findings
    /// What the API is called, and so its output folder.
    public var name: String
    /// Whether nothing was generated because the configuration or a template cannot be used.
    public var isMisconfigured: Bool
}

/// Pages in, Swift out: configure, describe, emit. Nothing is read or written but memory.
public func generate(_ pages: Pages, _ choices: Choices = Choices()) -> Generation {
    var run = Run(pages)
    let configuration = run.configure()
    let name = configuration.name ?? pages.name
    var options = configuration.options
    if let outputs = choices.outputs {
        options.outputs = Set(outputs.compactMap(Output.init(rawValue:)))
    }
    let templates = run.readTemplates(of: choices)
    if run.hasErrors { return run.generation([], named: name, isMisconfigured: true) }

    let api = run.describe(named: name)
    if run.hasNothing(api) { return run.generation([], named: name, isMisconfigured: false) }

    let (files, notes) = emit(api, options, with: templates, of: run.sources)
    run.diagnostics += notes
    return run.generation(files, named: name, isMisconfigured: false)
}
