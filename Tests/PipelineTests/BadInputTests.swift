import APIModel
import CaseSupport
import Foundation
import SourceText
import Testing

/// Whatever the bytes are, the pipeline gives an answer: nothing traps, nothing hangs.
@Suite struct BadInputTests {
    private let endings = ["md", "rst", "txt", "html", "yaml"]

    @Test(arguments: try specifiedAPIs())
    func pagesCutAnywhere(_ name: String) throws {
        let folder = packageFolder.appendingPathComponent("Specs/\(name)")
        let pages = try pages(in: folder)
        let documents = pages.indices.filter { !pages[$0].path.hasPrefix("_includes/") }
        #expect(!documents.isEmpty)
        for index in documents {
            let whole = pages[index].bytes
            for cut in stride(from: 0, to: whole.count, by: max(1, whole.count / 40)) {
                var some = pages
                some[index] = SourceFile(
                    path: pages[index].path,
                    bytes: Array(whole.prefix(cut)))
                let reading = describe(name, some)
                #expect(reading.api.operations.count <= documents.count + 1)
            }
        }
    }

    @Test func emptyFiles() {
        for ending in endings {
            let reading = describe("Empty", [SourceFile(path: "page.\(ending)", bytes: [])])
            #expect(reading.api.operations.isEmpty)
        }
    }

    @Test func bytesThatAreNoText() {
        let binary = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ ($0 >> 3) &* 31) }
        for ending in endings {
            let reading = describe("Binary", [SourceFile(path: "page.\(ending)", bytes: binary)])
            #expect(reading.api.operations.isEmpty)
        }
    }

    @Test func illFormedUTF8InEveryPlace() {
        let page = Array("`GET /a/{b}`\n\n| Name | Type |\n|---|---|\n| c | string |\n".utf8)
        for place in page.indices {
            var broken = page
            broken[place] = 0xC3
            let reading = describe("Broken", [SourceFile(path: "page.md", bytes: broken)])
            #expect(reading.api.operations.count <= 1)
        }
    }

    /// Nesting without end, in each mark that nests.
    @Test(arguments: ["> ", "- ", "[", "{", "*", "((", "{% tab %}", "<div>", "::\n\n ", "» "])
    func deepNesting(_ mark: String) {
        let text = "`GET /a`\n\n" + String(repeating: mark, count: 5000) + "\n"
        for ending in endings {
            let file = SourceFile(path: "page.\(ending)", bytes: Array(text.utf8))
            #expect(describe("Deep", [file]).api.operations.count <= 1)
        }
    }

    @Test func deepJSON() {
        let json = String(repeating: #"{"a":["#, count: 3000)
        let text = "`GET /a`\n\n### Response\n\n```json\n\(json)\n```\n"
        let reading = describe("Deep", [SourceFile(path: "page.md", bytes: Array(text.utf8))])
        #expect(reading.api.operations.count == 1)
    }

    @Test func includesThatGoRound() {
        let pages = [
            SourceFile(path: "a.md", bytes: Array("`GET /a`\n\n{% include b.md %}\n".utf8)),
            SourceFile(path: "_includes/b.md", bytes: Array("{% include b.md %}\n".utf8)),
        ]
        let reading = describe("Round", pages)
        #expect(reading.diagnostics.contains { $0.id == "include-cycle" })
        #expect(reading.api.operations.count == 1)
    }

    /// The order in which a disk lists its files is no fact.
    @Test(arguments: try specifiedAPIs())
    func orderOfFilesDoesNotMatter(_ name: String) throws {
        let pages = try pages(in: packageFolder.appendingPathComponent("Specs/\(name)"))
        let forth = facts(describe(name, pages).api)
        #expect(forth == facts(describe(name, pages.reversed()).api))
        #expect(forth == facts(describe(name, pages).api))
    }
}
