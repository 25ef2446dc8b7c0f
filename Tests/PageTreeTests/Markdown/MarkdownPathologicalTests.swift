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
