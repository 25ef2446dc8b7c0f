import CaseSupport
import Foundation
import SourceText
import Testing

/// A saved page of a site is as good an input as its source: head, scripts, navigation and footer
/// say nothing, and tags that authors leave out are no hindrance.
@Suite struct SavedPageTests {
    private let folder = packageFolder.appendingPathComponent(
        "Tests/PipelineTests/Cases/saved-page")

    @Test func saysWhatItsSourceSays() throws {
        let source = facts(try describe("readers.md").api)
        let saved = facts(try describe("readers.html").api)
        #expect(saved == source)
        #expect(saved.contains("query branch: string required"))
        #expect(saved.contains("DELETE /readers/{readerId}"))
    }

    private func describe(_ name: String) throws -> Reading {
        let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
        return PipelineTests.describe("Readers", [SourceFile(path: name, bytes: bytes)])
    }
}
