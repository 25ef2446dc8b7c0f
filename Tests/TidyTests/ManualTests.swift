import CaseSupport
import Foundation
import Testing

/// The table "What is understood" of `MANUAL.md` and the cases hold each other.
@Suite struct ManualTests {
    private let folder = packageFolder.appendingPathComponent("Tests/PipelineTests/Cases")

    @Test func everyCaseFolderIsInTheTable() throws {
        let named = Set(try namedCases().map { String($0.prefix { $0 != "/" }) })
        let folders = Set(
            files(in: folder, endingIn: ".case").map { $0.deletingLastPathComponent() }.map {
                relativePath($0, to: folder)
            })
        #expect(folders.count > 10)
        #expect(folders.subtracting(named).sorted() == [])
    }

    @Test func everyCaseOfTheTableExists() throws {
        let lost = try namedCases().filter { name in
            !FileManager.default.fileExists(
                atPath: folder.appendingPathComponent(name + ".case").path)
        }
        #expect(lost == [])
    }

    @Test func everyLineHasThreeCells() throws {
        let odd = try lines().filter { cells($0).count != 3 }
        #expect(odd == [])
    }

    private func namedCases() throws -> [String] {
        try lines().compactMap { line in
            let name = cells(line).last.map { $0.filter { $0 != "`" } }
            return name == "Case" || name?.hasPrefix("--") == true ? nil : name
        }
    }

    /// The rows of the tables below the heading, down to the next of its level.
    private func lines() throws -> [Substring] {
        let manual = try TextFile(packageFolder.appendingPathComponent("MANUAL.md"))
        let table = manual.lines.drop { $0 != "## What is understood" }.dropFirst()
            .prefix { !$0.hasPrefix("## ") }
        return table.filter { $0.hasPrefix("|") }
    }

    /// Split at bars that no backslash escapes.
    private func cells(_ line: Substring) -> [String] {
        line.replacingOccurrences(of: "\\|", with: "/").split(separator: "|")
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
