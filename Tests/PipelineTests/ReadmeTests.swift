import CaseSupport
import Foundation
import SourceText
import Testing

/// The README opens with a page and the Swift it becomes; both are read from there and compared.
@Suite struct ReadmeTests {
    @Test func pageBecomesTheSwiftBesideIt() throws {
        let file = packageFolder.appendingPathComponent("README.md")
        let readme = try String(contentsOf: file, encoding: .utf8)
        let page = try #require(text(after: "~~~~ markdown\n", before: "~~~~", in: readme))
        let swift = try #require(text(after: "```swift\n", before: "```\n\n</td>", in: readme))
        let source = SourceFile(path: "show-a-loan.md", bytes: Array(page.utf8))
        let written = outputs(describe("Library", [source])).map(\.text).joined()
            .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let shown = swift.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(shown.count > 10)
        #expect(shown.filter { $0 != "…" && !$0.hasPrefix("//") && !written.contains($0) } == [])
    }
}

private func text(after opening: String, before closing: String, in text: String) -> String? {
    guard let start = text.range(of: opening),
        let end = text.range(of: closing, range: start.upperBound..<text.endIndex)
    else { return nil }
    return String(text[start.upperBound..<end.lowerBound])
}
