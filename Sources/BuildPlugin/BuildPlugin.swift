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
        return [
            .buildCommand(
                displayName: "Generating \(target.name) from \(pages.count) files",
                executable: try context.tool(named: "endpointgen").url,
                arguments: ["build-step", folder.path, output.path], inputFiles: pages,
                outputFiles: outputs.map { output.appending(path: $0) })
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
}

/// The files that a build may get; the tool writes each, an empty one where the API needs none,
/// since a build has to know them before a page is read.
private let outputs = [
    "AsyncHTTPClientTransport.swift", "Client.swift", "Digest.swift", "DigestGuard.swift",
    "Fixtures.swift", "FlyingFox.swift", "Forms.swift", "HTTP.swift", "Hummingbird.swift",
    "Middleware.swift", "Models.swift", "Pages.swift", "Routing.swift", "Server.swift",
    "Support.swift", "URLSessionTransport.swift",
]

/// What can be part of an API's documentation, its configuration and templates.
private let endings: Set<String> = [
    "md", "markdown", "mdx", "rst", "inc", "txt", "html", "htm", "erb", "yaml", "yml", "json",
]
