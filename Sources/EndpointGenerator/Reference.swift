import APIModel
import Comparison
import Emission
import SourceText

/// A form of reference that people read.
public enum ReferenceFormat: String, CaseIterable, Sendable {
    case html, markdown
    /// The same pages, and `llms.txt` that lists them.
    case llms
}

/// What a user can choose about a reference.
public struct ReferenceChoices: Sendable {
    public var format: ReferenceFormat
    /// Whether a page holds its style and script itself.
    public var isSingleFile = false
    /// The edition since which changes are listed.
    public var since: Edition?
    /// The user's templates, and how the reader of diagnostics knows their folder.
    public var templates: Choices

    public init(_ format: ReferenceFormat, templates: Choices = Choices()) {
        self.format = format
        self.templates = templates
    }
}

/// Pages in, documentation out: configure, describe, write. Nothing is read or written but memory.
public func reference(_ pages: Pages, _ choices: ReferenceChoices) -> Generation {
    var run = Run(pages)
    let name = run.configure().name ?? pages.name
    let templates = run.readTemplates(of: choices.templates)
    if run.hasErrors { return run.generation([], named: name, outcome: .misconfigured) }
    let api = run.describe(named: name)
    if run.hasNothing(api) { return run.generation([], named: name, outcome: .nothingToGenerate) }
    if choices.format != .html {
        let emit = choices.format == .markdown ? emitMarkdown : emitLLMs
        let (files, notes) = emit(api, templates)
        run.diagnostics += notes
        return run.generation(files, named: name, outcome: .done, from: api)
    }
    guard let changes = run.changes(to: api, since: choices.since) else {
        return run.generation([], named: name, outcome: .misconfigured)
    }
    var reference = makeReference(of: api, from: run.sources, since: changes)
    run.diagnostics += reference.addSamples(by: templates, of: api)
    let (files, notes) = emitHTML(
        reference, choices.isSingleFile ? .singleFile : .folder, with: templates)
    run.diagnostics += notes
    return run.generation(files, named: name, outcome: .done, from: api)
}

extension Run {
    /// What became different since an edition; `nil` where that one cannot be read.
    fileprivate func changes(
        to api: APIDescription, since edition: Edition?
    ) -> [ReferenceChange]? {
        guard let edition else { return [] }
        let now = generation([], named: api.name, outcome: .done, from: api)
        let found = differences(from: edition, to: .generated(now))
        return found.canBeCompared ? found.referenceChanges(of: api) : nil
    }
}
