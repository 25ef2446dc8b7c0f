import Foundation
import PackagePlugin

/// Generates a target's Swift from the pages in its folder, on every build that finds one of them
/// changed.
@main
struct BuildPlugin: BuildToolPlugin {
    func createBuildCommands(
        context: PluginContext, target: any Target
    ) async throws -> [Command] {
        let folder = target.directoryURL
        let pages = pages(below: folder)
        guard !pages.isEmpty else {
            Diagnostics.error("\(folder.path): no pages to generate '\(target.name)' from")
            return []
        }
        let output = context.pluginWorkDirectoryURL.appending(path: "Generated")
        let names =
            hasNamespaces(folder) ? outputsInNamespaces(of: pages, below: folder) : outputs
        return [
            .buildCommand(
                displayName: "Generating \(target.name) from \(pages.count) files",
                executable: try context.tool(named: "endpointgen").url,
                arguments: ["build-step", folder.path, output.path], inputFiles: pages,
                outputFiles: names.map { output.appending(path: $0) })
        ]
    }

    /// Everything that the tool may read, sorted so that the build's plan is the same everywhere.
    private func pages(below folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey],
            options: [.skipsHiddenFiles])
        var pages: [URL] = []
        while let file = found?.nextObject() as? URL {
            if endings.contains(file.pathExtension.lowercased()) { pages.append(file) }
        }
        return pages.sorted { $0.path < $1.path }
    }

    /// Whether the folder's configuration says that each subfolder is an API. One that cannot be read
    /// is the tool's to complain of.
    private func hasNamespaces(_ folder: URL) -> Bool {
        let file = folder.appending(path: "endpointgen.json")
        guard FileManager.default.fileExists(atPath: file.path) else { return false }
        do {
            let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
            return (object as? [String: Any])?["namespaces"] as? Bool == true
        } catch {
            return false
        }
    }

    /// What APIs share, and the own files of each that has a page.
    private func outputsInNamespaces(of pages: [URL], below folder: URL) -> [String] {
        let base = folder.standardizedFileURL.pathComponents.count
        var folders: Set<String> = []
        for page in pages {
            let steps = page.standardizedFileURL.pathComponents.dropFirst(base)
            guard steps.count > 1, let first = steps.first, !first.hasPrefix("_") else { continue }
            folders.insert(first)
        }
        let own = folders.sorted().flatMap { folder in ownOutputs.map { "\(folder)+\($0)" } }
        return outputs.filter { !ownOutputs.contains($0) } + own
    }
}

/// The files that a build may get; the tool writes each, an empty one where the API needs none,
/// since a build has to know them before a page is read.
private let outputs = [
    "AsyncHTTPClientTransport.swift", "Client.swift", "Digest.swift", "DigestGuard.swift",
    "Fixtures.swift", "FlyingFox.swift", "Forms.swift", "HTTP.swift", "Hummingbird.swift",
    "Middleware.swift", "Models.swift", "Pages.swift", "Routing.swift", "Server.swift",
    "Streams.swift", "Support.swift", "URLSessionTransport.swift",
]

/// Those of them that each API of a module has for itself.
private let ownOutputs = [
    "Client.swift", "DigestGuard.swift", "Fixtures.swift", "FlyingFox.swift", "FormBodies.swift",
    "Hummingbird.swift", "Models.swift", "Server.swift",
]

/// What can be part of an API's documentation, its configuration and templates.
private let endings: Set<String> = [
    "adoc", "apib", "asciidoc", "mediawiki", "wiki", "textile", "md", "mkd", "mdown", "markdown",
    "mdx", "rst", "inc", "txt", "html", "htm", "erb", "yaml", "yml", "json",
]
