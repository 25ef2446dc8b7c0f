import CaseSupport
import Comparison
import EndpointGenerator
import Foundation
import SourceText
import Testing

/// Editions of real documentation, compared.
@Suite struct EditionTests {
    /// What is found between two editions of one reference, against a list made by hand.
    ///
    /// What is missing and what was invented is printed; the list says what belongs on it.
    @Test func twoEditionsOfAReference() throws {
        guard let corpus = corpus() else { return }
        for labels in files(in: labelled, endingIn: ".labels") {
            let name = labels.deletingPathExtension().lastPathComponent
            let folders = try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted()
            let product = name.prefix { $0 != "-" }
            let editions = folders.filter { $0.hasPrefix("\(product)-") }
            let old = try edition(#require(editions.first), in: corpus)
            let new = try edition(name, in: corpus)
            let found = Set(differences(from: old, to: new).changes.map(label))
            let expected = try Set(
                String(contentsOf: labels, encoding: .utf8).split(separator: "\n")
                    .filter { !$0.hasPrefix("#") }.map(String.init))
            print(
                "\(name): found \(found.intersection(expected).count) of \(expected.count) changes")
            print("\(name): invented \(found.subtracting(expected).count)")
            for line in expected.subtracting(found).sorted() { print("  missing \(line)") }
            for line in found.subtracting(expected).sorted() { print("  invented \(line)") }
            #expect(found.intersection(expected).count * 100 >= expected.count * 92)
            #expect(found.subtracting(expected).count * 100 <= found.count * 6)
        }
    }

    @Test func nothingChangesBetweenAnEditionAndItself() throws {
        guard let corpus = corpus() else { return }
        for name in try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted() {
            let folder = corpus.appendingPathComponent(name)
            guard folder.hasDirectoryPath || !name.contains(".") else { continue }
            let same = try edition(name, in: corpus)
            #expect(differences(from: same, to: same).changes.isEmpty, "\(name)")
        }
    }

    @Test func theWayBackIsTheReverse() throws {
        guard let corpus = corpus() else { return }
        for labels in files(in: labelled, endingIn: ".labels") {
            let name = labels.deletingPathExtension().lastPathComponent
            let product = name.prefix { $0 != "-" }
            let folders = try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted()
            let first = try #require(folders.first { $0.hasPrefix("\(product)-") })
            let (old, new) = (try edition(first, in: corpus), try edition(name, in: corpus))
            let there = differences(from: old, to: new).changes
            let back = differences(from: new, to: old).changes
            #expect(
                Set(there.map { [$0.rule.reversed.id, $0.new ?? "", $0.old ?? ""] })
                    == Set(back.map { [$0.rule.id, $0.old ?? "", $0.new ?? ""] }))
            #expect(there.count == back.count)
        }
    }

    private let labelled = packageFolder.appendingPathComponent("Tests/PipelineTests/Labelled")

    private func corpus() -> URL? {
        guard let shared = sharedFolder() else {
            print("editions: skipped (no ../shared)")
            return nil
        }
        return shared.appendingPathComponent("corpus")
    }

    private func edition(_ name: String, in corpus: URL) throws -> Edition {
        let folder = corpus.appendingPathComponent("\(name)/pages")
        let files = try pages(in: folder).map { File(path: $0.path, bytes: $0.bytes) }
        return .pages(Pages(name: "Edition", folder: "", files: files))
    }

    /// A rule and what it is about, whatever types are called. What all errors hold is told in one
    /// place, and is one change.
    private func label(_ change: Change) -> String {
        let status = change.subject.split(separator: " ").last.flatMap { Int($0) } ?? 0
        if status >= 400, change.rule.id == "response-body-added" {
            return "response-body-added: every error"
        }
        guard let use = change.uses.first else { return "\(change.rule.id): \(change.subject)" }
        let member = change.subject.split(separator: ".").last.map(String.init) ?? change.subject
        return "\(change.rule.id): \(member) in \(use)"
    }
}
