import CaseSupport
import Foundation
import Testing

@Suite struct WordTests {
    /// Written in halves, so that this file does not break its own rule.
    private let bannedInSources = [
        "TO" + "DO", "FIX" + "ME", "XX" + "X:", "fatal" + "Error(", "try" + "!", "as" + "! ",
        " try" + "?", "(try" + "?", "precondition" + "Failure(", "Mirror(" + "reflecting",
        "NSRegular" + "Expression",
    ]
    private let bannedEverywhere = [
        "TO" + "DO", "FIX" + "ME", "fatal" + "Error(", "try" + "!", "as" + "! ",
    ]
    private let emptyWords = [
        "utils", "util", "utilities", "helper", "helpers", "common", "manager", "processor",
    ]

    @Test func noUnfinishedOrTrappingCode() throws {
        for (folders, banned) in [
            (["Sources", "Templates"], bannedInSources), (["Tests"], bannedEverywhere),
        ] {
            for file in try swiftFiles(in: folders) where !tablesOfData.contains(file.path) {
                let found = file.lines.filter { line in banned.contains { line.contains($0) } }
                #expect(found == [], "\(file.path)")
            }
        }
    }

    @Test func namesSaySomething() throws {
        let keywords = ["struct", "enum", "class", "actor", "protocol", "typealias"]
        for file in try swiftFiles(in: ["Sources", "Tests", "Templates"]) {
            let declared = file.lines.filter { !$0.isComment }.flatMap { line in
                let parts = line.split(separator: " ")
                return zip(parts, parts.dropFirst()).filter { keywords.contains(String($0.0)) }
                    .map { $0.1.prefix { $0.isLetter || $0.isNumber } }
            }
            let names = declared + file.path.split(separator: "/")
            let empty = names.filter { name in words(of: name).contains(where: emptyWords.contains)
            }
            #expect(empty.filter { !$0.hasPrefix("CommonMark") } == [], "\(file.path)")
        }
    }

    /// Who asks whose page this is has a defect: sites are folders of `Specs`.
    @Test func noSiteOrVendorInTheCode() throws {
        let sites = try siteNames()
        for file in try swiftFiles(in: ["Sources"]) + templates() {
            #expect(lines(of: file, naming: sites) == [], "\(file.path)")
        }
    }

    private func lines(of file: TextFile, naming sites: Set<String>) -> [Substring] {
        file.lines.filter { line in
            // A dialect of Markdown is named after the one place whose name holds another's.
            let text = line.components(separatedBy: "Git" + "Hub").joined(separator: " ")
            return words(of: text[...]).contains(where: sites.contains)
        }
    }

    private func templates() throws -> [TextFile] {
        try files(in: packageFolder.appendingPathComponent("Templates"), endingIn: ".mustache")
            .map(TextFile.init)
    }

    private func siteNames() throws -> Set<String> {
        let specs = packageFolder.appendingPathComponent("Specs")
        var folders = try FileManager.default.contentsOfDirectory(atPath: specs.path)
        if let shared = sharedFolder() {
            let corpus = shared.appendingPathComponent("corpus")
            folders += try FileManager.default.contentsOfDirectory(atPath: corpus.path)
                .filter { !$0.contains(".md") }
        } else {
            print("names of the corpus: skipped (no ../shared)")
        }
        let spelled = folders.filter { !$0.hasPrefix(".") }
        let firstWords = spelled.compactMap { $0.lowercased().split(separator: "-").first }
        return Set(firstWords.map(String.init) + ["crux", "foundry", "nova"])
    }
}
