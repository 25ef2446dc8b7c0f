import APIModel
import Emission
import Mustache
import Recognition
import SourceText

/// One of several APIs whose folders lie side by side, to be compiled into one module.
private struct Member {
    /// The folder's name, which stands before the names of its files.
    let folder: String
    /// What all its paths begin with.
    let prefix: String
}

/// The folders of the APIs: those that hold pages and do not begin with an underscore, as folders of
/// fragments do.
func memberFolders(of pages: Pages) -> [String] {
    let base = pages.base
    var seen: Set<Substring> = []
    return pages.files.compactMap { file -> String? in
        guard file.path.hasPrefix(base) else { return nil }
        let steps = file.path.dropFirst(base.count).split(separator: "/")
        guard steps.count > 1, let first = steps.first, !first.hasPrefix("_") else { return nil }
        return seen.insert(first).inserted ? String(first) : nil
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Every Swift file that generating may give beside tests, sorted: those of `swiftFileNames`, or in
/// namespaces the shared ones and each API's own.
public func generatedFileNames(of pages: Pages) -> [String] {
    var run = Run(pages)
    guard run.configure().hasNamespaces else { return swiftFileNames }
    let own = memberFolders(of: pages).flatMap { folder in
        ownSwiftFileNames.map { ownPath($0, folder) }
    }
    return (sharedSwiftFileNames + own).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

extension Pages {
    /// Where the folder itself lies below the place that paths are relative to.
    fileprivate var base: String {
        guard let path = configuration?.path, let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[...slash])
    }
}

extension Run {
    /// The APIs of a folder, each in a namespace of its own, and once what they share.
    mutating func generateTogether(
        _ options: EmissionOptions, with templates: TemplateSet, into module: String
    ) -> Generation {
        if pages.records != nil {
            say("namespaces are made of folders of pages; link one API at a time", nil)
            return generation([], named: module, outcome: .misconfigured)
        }
        let sources = pages.sources
        let (claims, notes) = EndpointGenerator.claims(of: pages.said(sources), sources)
        diagnostics += notes
        let members = memberFolders(of: pages).map {
            Member(folder: $0, prefix: pages.base + $0 + "/")
        }
        checkPlaces(of: claims, members, sources)
        var files: [String: OutputFile] = [:]
        var taken: Set<String> = []
        for member in members {
            var options = options
            options.namespace = .init(filePrefix: member.folder, module: module)
            let own = claims.filter { sources[$0.file].path.hasPrefix(member.prefix) }
            // What is shared is the same whichever API it was emitted with.
            for file in emitted(member, own, options, templates, sources, &taken) {
                files[file.path] = file
            }
        }
        if members.isEmpty { diagnostics.append(nothing(of: module, at: FileID(0))) }
        if let outcome = failure { return generation([], named: module, outcome: outcome) }
        let sorted = files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return generation(sorted, named: module, outcome: .done)
    }

    /// Why nothing is written: what an earlier run generated of an API that lost its pages must not
    /// vanish for it.
    private var failure: Generation.Outcome? {
        if diagnostics.contains(where: { $0.id == "configuration" }) { return .misconfigured }
        let isEmpty = diagnostics.contains { $0.id == "no-operation" }
        return isEmpty ? .nothingToGenerate : nil
    }

    /// The files of one API, shared ones too; none if its pages document no operation.
    private mutating func emitted(
        _ member: Member, _ claims: [PageClaims], _ options: EmissionOptions,
        _ templates: TemplateSet, _ sources: SourceSet, _ taken: inout Set<String>
    ) -> [OutputFile] {
        let api = describe(member, claims, sources)
        let namespace = namespace(of: api.name)
        if !taken.insert(namespace.lowercased()).inserted {
            let first = claims.first.map { SourceSpan($0.file, .empty) }
            say("another API of this target lives in the namespace '\(namespace)' too", first)
        }
        if api.operations.isEmpty {
            diagnostics.append(nothing(of: api.name, at: claims.first?.file ?? FileID(0)))
            return []
        }
        let (files, notes) = emit(api, options, with: templates, of: self.sources)
        diagnostics += notes
        let lock = OutputFile(
            path: ownPath(lockName, member.folder),
            bytes: writeAPI(api, at: Positions(self.sources)))
        return files + [lock]
    }

    /// An API by its own pages, under the name that its configuration or its folder gives it.
    private mutating func describe(
        _ member: Member, _ claims: [PageClaims], _ sources: SourceSet
    ) -> APIDescription {
        var name = member.folder
        var corrections: FileID?
        for id in sources.ids {
            if sources[id].path == member.prefix + "endpointgen.json" {
                let (configuration, notes) = readConfiguration(sources[id], as: id)
                diagnostics += notes
                name = configuration.name ?? name
                if Configuration(name: configuration.name) != configuration {
                    say(
                        "in namespaces, an API's own folder says 'name' only",
                        SourceSpan(id, .empty))
                }
            }
            if sources[id].path == member.prefix + "corrections.md" { corrections = id }
        }
        let pages = claims.filter { $0.file != corrections }
        let described = EndpointGenerator.describe(
            (pages, []), sources, named: name, correctedBy: corrections.map { ($0, sources[$0]) })
        diagnostics += described.diagnostics.filter { $0.id != "no-operation" }
        return described.api
    }

    /// What stands beside the folders of APIs would be part of none.
    private mutating func checkPlaces(
        of claims: [PageClaims], _ members: [Member], _ sources: SourceSet
    ) {
        if let corrections = pages.corrections {
            let id = FileID(UInt32(sources.files.count))
            say(
                "in namespaces, '\(corrections.path)' stands in the folder of its API",
                SourceSpan(id, .empty))
        }
        for page in claims {
            let path = sources[page.file].path
            guard !members.contains(where: { path.hasPrefix($0.prefix) }),
                let request = page.claims.first(where: \.isRequest)
            else { continue }
            say("in namespaces, a page stands in the folder of its API", request.span)
        }
    }

    private mutating func say(_ message: String, _ span: SourceSpan?) {
        diagnostics.append(Diagnostic(.error, "configuration", message, at: span))
    }
}

extension Claim {
    fileprivate var isRequest: Bool {
        if case .request = statement { return true }
        return false
    }
}
