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
    public var outcome: Outcome
    /// What was generated from, to be compared with the last run.
    let api: APIDescription?

    /// How far it came.
    public enum Outcome: Sendable {
        case done
        /// The pages document no operation; what an earlier run generated must stay.
        case nothingToGenerate
        /// The configuration or a template cannot be used.
        case misconfigured
    }
}

/// Every Swift file that an API may need beside its tests, sorted.
public let swiftFileNames = [
    "AsyncHTTPClientTransport.swift", "Client.swift", "Digest.swift", "DigestGuard.swift",
    "Fixtures.swift", "FlyingFox.swift", "Forms.swift", "HTTP.swift", "Hummingbird.swift",
    "Middleware.swift", "Models.swift", "Pages.swift", "Routing.swift", "Server.swift",
    "Streams.swift", "Support.swift", "URLSessionTransport.swift",
]

/// The file of an output folder that holds the model it was generated from.
public let lockName = "api.json"

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
    if run.hasErrors { return run.generation([], named: name, outcome: .misconfigured) }

    if configuration.hasNamespaces {
        return run.generateTogether(options, with: templates, into: name)
    }
    let api = run.describe(named: name)
    if run.hasNothing(api) { return run.generation([], named: name, outcome: .nothingToGenerate) }

    let (files, notes) = emit(api, options, with: templates, of: run.sources)
    run.diagnostics += notes
    // The model itself is generated too: what the next run is compared with.
    let lock = OutputFile(path: lockName, bytes: writeAPI(api, at: Positions(run.sources)))
    return run.generation(files + [lock], named: name, outcome: .done, from: api)
}
