import PageTree
import SourceText

/// A unit of a page and the heading's level, if it is one.
struct FoundUnit {
    let kind: Unit.Kind
    var range: ByteRange
    var level = 0
    /// The table that a row belongs to; its header row is understood when another row is.
    var table: Int?
    var isHeader = false
    var isTerm = false
    /// What furniture it would be.
    var word = ""

    /// Widens it to the left.
    fileprivate mutating func begin(at start: UInt32) {
        range.start = min(range.start, start)
    }
}

/// Takes a page apart into units, in page order.
func units(of page: Page) -> [FoundUnit] {
    var search = UnitSearch(page: page)
    search.blocks(of: .root, depth: 0)
    return search.found
}

private struct UnitSearch {
    let page: Page
    var found: [FoundUnit] = []
    var tables = 0

    mutating func blocks(of parent: NodeID, depth: Int) {
        guard depth < 200 else { return }
        for node in page.children(parent) { block(node, depth: depth) }
    }

    private mutating func block(_ node: NodeID, depth: Int) {
        switch page.kind(node) {
        case .heading(let level): add(.heading, node, level: Int(level))
        case .paragraph, .lineBlock: add(.paragraph, node)
        case .definitionTerm:
            add(.paragraph, node)
            if !found.isEmpty { found[found.count - 1].isTerm = true }
        case .codeBlock: add(.sample, node)
        case .table: rows(of: node)
        case .field: add(.field, node)
        case .frontMatter:
            add(.head, node)
            blocks(of: node, depth: depth + 1)
        case .directive(let name, _):
            add(.tag, node, word: page.raw(name))
            blocks(of: node, depth: depth + 1)
        case .document, .embedded, .blockQuote, .list, .definitionList,
            .fieldList, .footnote:
            blocks(of: node, depth: depth + 1)
        case .listItem, .definitionDetails:
            let first = found.count
            blocks(of: node, depth: depth + 1)
            // Its mark belongs to what stands first in it.
            if first < found.count { found[first].begin(at: page.range(node).start) }
        case .htmlBlock: add(.other, node, word: "html")
        case .thematicBreak: add(.other, node, word: "rule")
        case .comment: add(.other, node, word: "comment")
        case .definition: add(.other, node, word: "link target")
        case .substitutionDefinition: add(.other, node, word: "substitution")
        default: break
        }
    }

    private mutating func rows(of table: NodeID) {
        tables += 1
        for row in page.children(table) {
            guard case .tableRow(let isHeader, _) = page.kind(row) else { continue }
            found.append(
                FoundUnit(kind: .row, range: page.range(row), table: tables, isHeader: isHeader))
        }
    }

    private mutating func add(
        _ kind: Unit.Kind, _ node: NodeID, level: Int = 0, word: String = ""
    ) {
        var range = page.range(node)
        // What encloses others is a unit down to the first of them.
        for child in page.children(node) where isBlock(child) {
            range = ByteRange(Int(range.start), Int(page.range(child).start))
            break
        }
        guard !range.isEmpty else { return }
        found.append(FoundUnit(kind: kind, range: range, level: level, word: word))
    }

    /// Whether a child is a unit of its own; fields are units with all that they hold.
    private func isBlock(_ node: NodeID) -> Bool {
        if let parent = page.parent(node), case .field = page.kind(parent) { return false }
        switch page.kind(node) {
        case .heading, .paragraph, .lineBlock, .codeBlock, .table, .field, .frontMatter,
            .directive, .embedded, .blockQuote, .list, .listItem, .definitionList,
            .definitionTerm, .definitionDetails, .fieldList, .footnote, .htmlBlock,
            .thematicBreak, .comment, .definition, .substitutionDefinition:
            return true
        default: return false
        }
    }
}
