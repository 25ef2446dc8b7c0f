import Foundation
import PackagePlugin

/// `swift package generate-endpoints`: generates into the package, for those who commit what is
/// generated; with `--check`, says what is not as the pages give it.
@main
struct CommandPlugin: PackagePlugin.CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let isCheck = arguments.contains("--check")
        let process = Process()
        process.executableURL = try context.tool(named: "endpointgen").url
        process.arguments =
            [isCheck ? "check" : "generate"] + arguments.filter { $0 != "--check" }
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            // The tool has said why.
            exit(process.terminationStatus)
        }
    }
}
