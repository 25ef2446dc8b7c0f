import APIModel
import Emission
import Mustache
import SourceText

/// The state of one verb over one API: its files, how they are shown, what was said so far.
struct Run {
    let pages: Pages
    /// The pages, then the corrections, the configuration and the templates.
    var sources: SourceSet
    var paths: [String]
    var diagnostics: [Diagnostic] = []
    /// Whether the configuration has something that cannot be used.
    private(set) var isMisconfigured = false

    init(_ pages: Pages) {
        self.pages = pages
        sources = pages.sources
        paths = pages.shownPaths(of: sources)
        if let corrections {
            sources.append(corrections)
            paths.append(pages.folder + corrections.path)
        }
    }

    var corrections: SourceFile? {
        pages.corrections.map { SourceFile(path: $0.path, bytes: $0.bytes) }
    }

    /// The corrections under the number after the pages'.
    var numberedCorrections: (id: FileID, file: SourceFile)? {
        corrections.map { (FileID(UInt32(pages.sources.files.count)), $0) }
    }

    var hasErrors: Bool {
        diagnostics.contains { $0.severity == .error }
    }

    var findings: Findings {
        Findings(diagnostics, of: sources, paths: paths)
    }

    mutating func configure() -> Configuration {
        guard let file = pages.configuration else { return Configuration() }
        let source = SourceFile(path: file.path, bytes: file.bytes)
        paths.append(pages.folder + file.path)
        let (configuration, notes) = readConfiguration(source, as: sources.append(source))
        diagnostics += notes
        isMisconfigured = hasErrors
        return configuration
    }

    /// What the one API is called that a verb speaks of; in a folder of several it speaks of none.
    mutating func nameOfOneAPI() -> String? { nameOfOneAPI(by: configure()) }

    /// The same where the configuration is known, and the last of the sources.
    mutating func nameOfOneAPI(by configuration: Configuration) -> String? {
        guard configuration.hasNamespaces else { return configuration.name ?? pages.name }
        isMisconfigured = true
        let folders = memberFolders(of: pages).map { "'\(pages.folder)\($0)'" }
        diagnostics.append(
            Diagnostic(
                .error, "configuration",
                "each folder here is an API of its own ('namespaces'); name one: "
                    + folders.joined(separator: ", "),
                at: SourceSpan(FileID(UInt32(sources.files.count - 1)), .empty)))
        return nil
    }

    mutating func readTemplates(of choices: Choices) -> TemplateSet {
        let own = choices.templates.map { file in
            OwnTemplate(
                name: templateName(file.path),
                source: SourceFile(
                    path: choices.templatesFolder + file.path, bytes: file.bytes))
        }
        let (templates, notes) = Emission.readTemplates(overriddenBy: own, into: &sources)
        paths += sources.files.dropFirst(paths.count).map(\.path)
        diagnostics += notes
        return templates
    }

    mutating func describe(named name: String) -> APIDescription {
        let sources = pages.sources
        let said =
            if let records = pages.records {
                claims(of: records.map(\.items), sources)
            } else {
                claims(of: pages.said(sources), sources)
            }
        let described = EndpointGenerator.describe(
            said, sources, named: name, correctedBy: numberedCorrections)
        diagnostics += described.diagnostics
        return described.api
    }

    /// Nothing to generate is an error: what an earlier run generated must not vanish for it.
    mutating func hasNothing(_ api: APIDescription) -> Bool {
        guard api.operations.isEmpty else { return false }
        // Resolution says so too; here the API's name is known, and a place for any page.
        diagnostics.removeAll { $0.id == "no-operation" }
        diagnostics.append(nothing(of: api.name, at: FileID(0)))
        return true
    }

    /// Says of an API that none of its pages, of which the file is one, documents an operation; an
    /// API without pages has no place for that.
    func nothing(of name: String, at file: FileID) -> Diagnostic {
        let isPage = file.rawValue < pages.sources.files.count
        let place = isPage ? SourceSpan(file, .empty) : nil
        return Diagnostic(
            .error, "no-operation", "no page of '\(name)' documents an operation", at: place)
    }

    func printout(_ bytes: [UInt8]) -> Printout {
        Printout(bytes: bytes, findings: findings, isMisconfigured: isMisconfigured)
    }

    func generation(
        _ files: [OutputFile], named name: String, outcome: Generation.Outcome,
        from api: APIDescription? = nil
    ) -> Generation {
        Generation(
            files: files.map { File(path: $0.path, bytes: $0.bytes) }, findings: findings,
            name: name, outcome: outcome, api: api)
    }
}
