import CaseSupport
import Foundation
import Linting
import Testing

@Suite struct RuleTests {
    @Test func identifiersAreSortedAndUnique() {
        let ids = rules.map(\.id)
        // Bytes, not words: `json-*` stands before `json-unreadable`.
        #expect(ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(Set(ids).count == ids.count)
    }

    @Test func sentencesAreWhole() {
        for rule in rules {
            #expect(!rule.meaning.hasSuffix(".") && !rule.advice.hasSuffix("."), "\(rule.id)")
            #expect(rule.advice.first?.isUppercase == true, "\(rule.id)")
        }
    }

    @Test func anOwnRuleGoesBeforeItsFamily() {
        #expect(rule(for: "json-unreadable")?.id == "json-unreadable")
        #expect(rule(for: "json-elision")?.id == "json-*")
        #expect(rule(for: "unheard-of") == nil)
    }

    /// The table of `MANUAL.md` is the table of the code.
    @Test func theManualHasTheSameTable() throws {
        let manual = try String(
            contentsOf: packageFolder.appendingPathComponent("MANUAL.md"), encoding: .utf8)
        let written = manual.components(separatedBy: "\n").drop {
            $0 != "| Rule | Level | What is wrong | What to do |"
        }
        .dropFirst(2).prefix { $0.hasPrefix("|") }
        let expected = rules.map { rule in
            let cells = [rule.meaning, rule.advice].map {
                $0.replacingOccurrences(of: "|", with: "\\|")
            }
            return "| `\(rule.id)` | \(rule.level.rawValue) | \(cells[0]) | \(cells[1]) |"
        }
        #expect(Array(written) == expected)
    }

    /// Whatever the stages before generating may say has a rule.
    @Test func everyMessageOfTheStagesHasARule() throws {
        let stages = ["JSONText", "YAMLText", "PageTree", "Recognition", "Resolution", "Linting"]
        for stage in stages {
            let folder = packageFolder.appendingPathComponent("Sources/\(stage)")
            for file in files(in: folder, endingIn: ".swift") {
                let text = try String(contentsOf: file, encoding: .utf8)
                let without = identifiers(in: text).filter { rule(for: $0) == nil }
                #expect(without == [], "\(file.lastPathComponent)")
            }
        }
    }

    private func identifiers(in text: String) -> [String] {
        text.components(separatedBy: "Diagnostic(").dropFirst().compactMap { call in
            let words = call.split(maxSplits: 2, whereSeparator: \.isWhitespace)
            guard words.count > 1, words[0].hasPrefix("."), words[1].hasPrefix("\"") else {
                return nil
            }
            return String(words[1].dropFirst().prefix { $0 != "\"" })
        }
    }

    /// Each rule has a page that breaks it among the cases; families have one of theirs. What is
    /// missing here is tried where configuration, corrections and bad input are.
    @Test func everyRuleIsTried() throws {
        let folder = packageFolder.appendingPathComponent("Tests/LintingTests/Cases")
        let cases = try files(in: folder, endingIn: ".case").map {
            try String(contentsOf: $0, encoding: .utf8)
        }.joined()
        let untried = rules.map(\.id).filter { id in
            !cases.contains("[\(id.hasSuffix("*") ? String(id.dropLast()) : id + "]")")
        }
        #expect(untried == ["configuration", "correction-*", "include-too-deep"])
    }
}
