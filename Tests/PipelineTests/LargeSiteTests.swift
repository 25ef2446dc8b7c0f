import CaseSupport
import EndpointGenerator
import Foundation
import SourceText
import Testing

/// Sites of any size, and sites made to grow without end: what comes out is counted, since time
/// differs between machines. `Tests/Benchmark` measures it.
@Suite struct LargeSiteTests {
    @Test func tenThousandPages() {
        let reading = describe("Many", LargeSite.briefPages(10_000).map(source))
        #expect(reading.api.operations.count == 10_000)
        #expect(Set(reading.api.operations.map(\.id)).count == 10_000)
        #expect(reading.diagnostics.count <= 20_000)
    }

    @Test func onePageOfManyOperations() {
        let reading = describe("Large", [source(("page.md", LargeSite.page(bytes: 300_000)))])
        #expect(reading.api.operations.count > 150)
    }

    /// Each of them would be compared with all others if anything were.
    @Test func oneOperationManyTimes() {
        let text = (0..<5_000).map { "## Thing \($0)\n\n`GET /things`\n\n" }.joined()
        let reading = describe("Same", [source(("page.md", text))])
        #expect(reading.api.operations.count == 1)
    }

    @Test func oneNameManyTimes() {
        let text = (0..<2_000).map { number in
            "## Thing\n\n`GET /a\(number)`\n\n```json\n{\"b\(number)\": {\"c\(number)\": 1}}\n```\n\n"
        }.joined()
        let reading = describe("Names", [source(("page.md", text))])
        #expect(Set(reading.api.operations.map(\.id)).count == 2_000)
        #expect(Set(reading.api.schemas.map(\.name)).count == reading.api.schemas.count)
    }

    @Test func includesThatFanOut() {
        let files = LargeSite.fan.map(source)
        let (claims, notes) = claims(of: SourceSet(files))
        let read = claims.map(\.claims.count).reduce(0, +)
        #expect(read < 60_000)
        #expect(notes.filter { $0.id == "include-too-deep" }.count == 1)
        let reading = describe("Fan", files)
        #expect(reading.api.operations.map(\.path.value.text) == ["/a", "/b"])
    }

    @Test func manyPagesThatFanOut() {
        var files = LargeSite.fan
        for number in 0..<50 {
            files.append(("q\(number).md", "`GET /q\(number)`\n\n{% include f0.md %}\n"))
        }
        let (claims, _) = claims(of: SourceSet(files.map(source)))
        #expect(claims.map(\.claims.count).reduce(0, +) < 2_000_000)
        #expect(claims.count == 52)
    }

    private func source(_ file: (path: String, text: String)) -> SourceFile {
        SourceFile(path: file.path, bytes: Array(file.text.utf8))
    }
}
