import CaseSupport
import Foundation
import Testing

@Suite struct LayoutTests {
    private let topLevel: Set<String> = [
        "Sources", "Tests", "Specs", "Templates", "Generated", "Package.swift", "README.md",
        "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "MANUAL.md", "SECURITY.md",
        // Made by the build where a project has dependencies; never committed.
        "Package.resolved",
    ]

    @Test func topLevelHoldsTheAgreedNames() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: packageFolder.path)
        let strange = names.filter { !$0.hasPrefix(".") && !topLevel.contains($0) }
        #expect(strange.sorted() == [])
    }

    @Test func filesOfTheHouseAreThere() {
        let names = [
            "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
            ".swift-format", ".editorconfig", ".gitattributes", ".gitignore", ".ci/run", ".spi.yml",
        ]
        let missing = names.filter { name in
            !FileManager.default.fileExists(
                atPath: packageFolder.appendingPathComponent(name).path)
        }
        #expect(missing == [])
    }

    /// A path that exists on one machine only. Written in halves, as this file is looked at too.
    @Test func noPathOfAMachine() throws {
        let places = ["tm" + "p", "wor" + "k", "roo" + "t", "far" + "m", "hom" + "e"]
            .map { "/\($0)/" }
        for file in try textFiles() {
            let found = file.lines.filter { line in places.contains { line.contains($0) } }
            #expect(found == [], "\(file.path)")
        }
    }

    /// No module of the pipeline knows disk, environment or clock: only the command line does, and
    /// the plugins, which run outside of it.
    @Test func onlyTheCommandLineKnowsTheWorld() throws {
        let worldly = [
            "fopen(", "getenv(", "CommandLine.", "FileManager", "ProcessInfo", "clock_gettime(",
            "SystemRandomNumberGenerator", ".randomElement(", ".shuffled(", "Bundle.",
        ]
        let entitled = ["Sources/endpointgen/", "Sources/BuildPlugin/", "Sources/CommandPlugin/"]
        for file in try swiftFiles(in: ["Sources"])
        where !entitled.contains(where: file.path.hasPrefix) {
            let found = file.lines.filter { line in
                !line.isComment && worldly.contains { line.contains($0) && !isEmitted(line, $0) }
            }
            #expect(found == [], "\(file.path)")
        }
    }

    /// Swift text that an emitter writes may speak of such things.
    private func isEmitted(_ line: Substring, _ word: String) -> Bool {
        line.contains("\"") && line.trimmed.hasPrefix("\"")
    }

    private func textFiles() throws -> [TextFile] {
        let folders = ["Sources", "Tests", "Templates", "Specs", "Generated"].flatMap { folder in
            files(in: packageFolder.appendingPathComponent(folder))
        }
        let single = [
            "Package.swift", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md",
            "CHANGELOG.md",
        ].map { packageFolder.appendingPathComponent($0) }
        let readable = (folders + single).filter { file in
            ["swift", "md", "rst", "mustache", "json", "case", "txt"].contains(file.pathExtension)
        }
        return try readable.filter { isUTF8($0) }.map(TextFile.init)
    }

    private func isUTF8(_ file: URL) -> Bool {
        guard let bytes = FileManager.default.contents(atPath: file.path) else { return false }
        return String(data: bytes, encoding: .utf8) != nil
    }
}
