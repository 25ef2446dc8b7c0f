import APIModel
import CaseSupport
import CircleSupport
import EndpointGenerator
import Foundation
import SourceText
import Testing

/// What is written as Markdown reads back as the same description, fact for fact.
@Suite struct CircleTests {
    @Test(arguments: ["Atlas", "Bindery", "CruxConnect", "Flashback", "Hub", "Thanos"])
    func closesForEverySystem(_ name: String) throws {
        let sources = try pages(in: packageFolder.appendingPathComponent("Specs/\(name)"))
        let circle = Circle(describe(sources, named: name).api, of: sources)
        #expect(circle.count > 100)
        expectClosed(circle)
    }

    /// A model has no page: its facts stand at the beginning of an empty one.
    @Test func closesForModelsMadeByChance() {
        var facts = 0
        for seed in 1...60 {
            var models = RandomModels(seed: UInt64(seed))
            var sources = SourceSet()
            sources.append(SourceFile(path: "random.md", bytes: []))
            let circle = Circle(models.api(), of: sources)
            facts += circle.count
            expectClosed(circle, "seed \(seed)")
        }
        print("circle: \(facts) facts of 60 random models")
        #expect(facts > 5_000)
    }

    private func expectClosed(_ circle: Circle, _ name: String = "") {
        #expect(circle.notes.isEmpty)
        let lines = circle.lost.map { "- " + $0.text } + circle.gained.map { "+ " + $0.text }
        if lines.isEmpty { return }
        Issue.record(Comment(rawValue: name + "\n" + lines.prefix(20).joined(separator: "\n")))
    }

    private func pages(in folder: URL) throws -> SourceSet {
        var sources = SourceSet()
        for file in files(in: folder) {
            let bytes = Array(try Data(contentsOf: file))
            sources.append(SourceFile(path: relativePath(file, to: folder), bytes: bytes))
        }
        return sources
    }
}
