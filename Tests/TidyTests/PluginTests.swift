import CaseSupport
import Foundation
import Testing

/// A plugin cannot import a library, so it names again what the tool reads and writes.
@Suite struct PluginTests {
    @Test func pluginNamesTheFilesOfTheTool() throws {
        let plugin = "Sources/BuildPlugin/BuildPlugin.swift"
        #expect(
            try words(of: "private let outputs", in: plugin)
                == words(
                    of: "public let swiftFileNames", in: "Sources/EndpointGenerator/Generate.swift")
        )
        #expect(
            try words(of: "private let ownOutputs", in: plugin)
                == words(
                    of: "package let ownSwiftFileNames",
                    in: "Sources/Emission/Swift/Namespaces.swift"))
        #expect(
            try words(of: "private let endings", in: plugin)
                == words(of: "private let pageEndings", in: "Sources/endpointgen/FindPages.swift"))
    }

    /// The literals of a declaration, from the line that opens its bracket to the one that closes it.
    private func words(of declaration: String, in path: String) throws -> [Substring] {
        let file = try TextFile(packageFolder.appendingPathComponent(path))
        let start = try #require(file.lines.firstIndex { $0.hasPrefix(declaration) })
        let body = file.lines[start...].dropFirst().prefix { !$0.hasPrefix("]") }
        let words = body.flatMap {
            $0.split(separator: "\"").filter { !$0.allSatisfy(" ,".contains) }
        }
        try #require(!words.isEmpty)
        return words
    }
}
