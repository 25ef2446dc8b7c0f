import APIModel
import Comparison
import Emission
import Mustache
import SourceText

/// A form of reference that people read.
public enum ReferenceFormat: String, CaseIterable, Sendable {
    case html, markdown
    /// A catalogue that documents the generated Swift.
    case docc
    /// The same pages, and `llms.txt` that lists them.
    case llms
}

/// What a user can choose about a reference.
public struct ReferenceChoices: Sendable {
    public var format: ReferenceFormat
    /// Whether a page holds its style and script itself.
    public var isSingleFile = false
    /// The target that the generated Swift is built as; the API's name where none is given.
    public var target: String?
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
    guard let name = run.nameOfOneAPI() else {
        return run.generation([], named: pages.name, outcome: .misconfigured)
    }
    let templates = run.readTemplates(of: choices.templates)
    if run.hasErrors { return run.generation([], named: name, outcome: .misconfigured) }
    let api = run.describe(named: name)
    if run.hasNothing(api) { return run.generation([], named: name, outcome: .nothingToGenerate) }
    guard let changes = run.changes(to: api, since: choices.since) else {
        return run.generation([], named: name, outcome: .misconfigured)
    }
    let (files, notes) = run.emit(api, choices, since: changes, with: templates)
    run.diagnostics += notes
    return run.generation(
        files, named: choices.folderName(of: name), outcome: .done, from: api)
}

extension ReferenceChoices {
    /// What the folder is called that holds the files: a catalogue is one of its own.
    fileprivate func folderName(of api: String) -> String {
        format == .docc ? docCCatalogName(of: target ?? api) : api
    }
}

extension Run {
    fileprivate func emit(
        _ api: APIDescription, _ choices: ReferenceChoices, since changes: [ReferenceChange],
        with templates: TemplateSet
    ) -> (files: [OutputFile], notes: [Diagnostic]) {
        switch choices.format {
        case .html:
            var reference = makeReference(of: api, from: sources, since: changes)
            let found = reference.addSamples(by: templates, of: api)
            let layout = choices.isSingleFile ? HTMLLayout.singleFile : .folder
            let (files, notes) = emitHTML(reference, layout, with: templates)
            return (files, found + notes)
        case .markdown: return emitMarkdown(api, with: templates)
        case .llms: return emitLLMs(api, with: templates)
        case .docc:
            let reference = makeReference(of: api, from: sources, since: changes)
            let target = choices.target ?? api.name
            return emitDocC(reference, of: api, target: target, with: templates)
        }
    }

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
