import PageTree
import SourceText

/// The bytes that libFuzzer made, as a page.
func page(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> SourceFile {
    SourceFile(
        path: "page",
        bytes: Array(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
    )
}

/// Ends the program if a tree is not sound: children lie within their parent, siblings apart, and
/// a parent stands before its children.
func checkTree(_ page: Page) {
    for index in page.nodes.indices {
        let node = page.nodes[index]
        precondition(node.range.start <= node.range.end, "a range runs backwards")
        precondition(Int(node.range.end) <= page.source.bytes.count, "a range leaves the page")
        if index > 0, node.parent != Node.none {
            let parent = page.nodes[Int(node.parent)]
            precondition(Int(node.parent) < index, "a node stands before its parent")
            precondition(
                node.range.start >= parent.range.start && node.range.end <= parent.range.end,
                "a node leaves its parent")
        }
        // Tools for terminals put a short cell beside the middle of a long one, which begins above it.
        let isAligned = page.dialect == .flattened && isCell(node)
        if node.nextSibling != Node.none, !isAligned {
            let next = page.nodes[Int(node.nextSibling)]
            // Cells drawn beside each other take turns on the lines of their page.
            let isDrawn = page.dialect == .reStructuredText && isPartOfTable(node)
            let end = isDrawn ? node.range.start : node.range.end
            precondition(next.range.start >= end, "two siblings overlap")
        }
    }
    _ = page.plainText(.root)
}

private func isCell(_ node: Node) -> Bool {
    if case .tableCell = node.kind { return true }
    return false
}

private func isPartOfTable(_ node: Node) -> Bool {
    switch node.kind {
    case .tableRow, .tableCell: true
    default: false
    }
}
