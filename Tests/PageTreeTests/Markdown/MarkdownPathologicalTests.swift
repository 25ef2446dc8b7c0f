import CaseSupport
import SourceText
import Testing

@testable import PageTree

/// Inputs made to be slow or deep stay proportional in work and bounded in depth.
///
/// What a test can hold without a clock is the size of the tree and its depth; `ReadBenchmark`
/// prints the times of the same inputs.
@Suite struct MarkdownPathological {
    @Test(arguments: pathologicalMarkdown.indices)
    func staysProportional(_ index: Int) {
        let input = pathologicalMarkdown[index]
        let small = markdownPage(Array(input.text(50_000).utf8))
        let large = markdownPage(Array(input.text(100_000).utf8))
        #expect(
            Double(large.nodes.count) <= 2.5 * Double(small.nodes.count) + 100, "\(input.name)")
        #expect(depth(of: large) <= 320, "\(input.name)")
        #expect(spanFault(large) == nil, "\(input.name)")
    }

    @Test(arguments: pathologicalHTML.indices)
    func savedPagesStayProportional(_ index: Int) {
        let input = pathologicalHTML[index]
        let small = htmlPage(input.text(50_000))
        let large = htmlPage(input.text(100_000))
        #expect(
            Double(large.nodes.count) <= 2.5 * Double(small.nodes.count) + 100, "\(input.name)")
        #expect(depth(of: large) <= 320, "\(input.name)")
        #expect(spanFault(large) == nil, "\(input.name)")
    }

    /// Attributes of components hold whole documents, as block and in a line.
    @Test(arguments: ["", "See "])
    func attributesMayBeLong(before: String) {
        let value = "{" + String(repeating: "\"a\": 1, ", count: 5000) + "}"
        let page = markdownPage(Array("\(before)<Boat kind={\(value)} />\n".utf8))
        let attributes = page.nodes.compactMap { node -> ByteRange? in
            guard case .attribute(_, let value) = node.kind else { return nil }
            return value
        }
        #expect(attributes.map(\.count) == [value.utf8.count])
    }

    /// Where nesting meets its limit, the page says so, once.
    @Test func depthIsNoted() {
        for mark in ["> ", "- ", "<div>\n\n"] {
            let text = String(repeating: mark, count: 200) + "a"
            let notes = markdownPage(Array((text + "</div>").utf8)).notes.map(\.id)
            #expect(notes.filter { $0 == "nested-too-deep" }.count == 1, "\(mark)")
        }
        let spans =
            String(repeating: "*a **a ", count: 80) + String(repeating: " a** a*", count: 80)
        #expect(markdownPage(Array(spans.utf8)).notes.map(\.id) == ["nested-too-deep"])
        let elements = htmlPage(String(repeating: "<b>a", count: 200))
        #expect(elements.notes.map(\.id) == ["nested-too-deep"])
    }

    private func htmlPage(_ text: String) -> Page {
        readHTML(SourceFile(path: "page.html", bytes: Array(text.utf8)), as: FileID(0))
    }

    private func depth(of page: Page) -> Int {
        var depths = [Int](repeating: 0, count: page.nodes.count)
        var deepest = 0
        for index in 1..<max(page.nodes.count, 1) {
            let parent = page.nodes[index].parent
            guard parent != Node.none else { continue }
            depths[index] = depths[Int(parent)] + 1
            deepest = max(deepest, depths[index])
        }
        return deepest
    }
}
