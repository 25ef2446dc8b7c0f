import PageTree
import SourceText

/// A tree as a test reads it: one block a line, inlines between brackets.
func outline(_ html: String) -> String {
    let source = SourceFile(path: "page.html", bytes: Array(html.utf8))
    let page = readHTML(source, as: FileID(0))
    var lines: [String] = []
    for child in page.children(.root) { write(child, of: page, 0, &lines) }
    return lines.joined(separator: "\n")
}

private func write(_ id: NodeID, of page: Page, _ depth: Int, _ lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    let children = Array(page.children(id))
    let blocks = children.filter { page.isBlock($0) }
    if !blocks.isEmpty || children.isEmpty {
        lines.append(indent + name(of: id, page))
        for child in children { write(child, of: page, depth + 1, &lines) }
    } else if case .codeBlock = page.kind(id) {
        lines.append(indent + name(of: id, page))
        lines += page.code(id).split(separator: "\n").map { "\(indent)  | \($0)" }
    } else {
        lines.append(
            indent + name(of: id, page) + ": " + children.map { inline($0, page) }.joined())
    }
}

private func inline(_ id: NodeID, _ page: Page) -> String {
    let inner = page.children(id).map { inline($0, page) }.joined()
    switch page.kind(id) {
    case .text: return page.raw(page.range(id))
    case .softBreak: return "_"
    case .lineBreak: return "/"
    case .entity: return "&" + page.plainText(id) + ";"
    case .strong: return "*\(inner)*"
    case .emphasis: return "~\(inner)~"
    case .codeSpan: return "`\(inner)`"
    case .link(let destination, _): return "[\(inner)](\(page.raw(destination)))"
    case .image(let destination, _): return "![\(inner)](\(page.raw(destination)))"
    case .anchor(let name): return "{#\(page.raw(name))}"
    default: return "\(name(of: id, page))(\(inner))"
    }
}

private func name(of id: NodeID, _ page: Page) -> String {
    switch page.kind(id) {
    case .heading(let level): "h\(level)"
    case .list(let ordered, _, _): ordered ? "ol" : "ul"
    case .tableRow(let isHeader, _): isHeader ? "header" : "row"
    case .tableCell(_, let columns, let rows):
        "cell" + (columns > 1 ? " columns=\(columns)" : "") + (rows > 1 ? " rows=\(rows)" : "")
    case .codeBlock(let info, _): "code(\(page.raw(info)))"
    case .directive(let name, _): "<\(page.raw(name))>"
    case .attribute(let name, _): "@\(page.raw(name))"
    case .listItem: "item"
    case .paragraph: "p"
    case .anchor(let name): "{#\(page.raw(name))}"
    default: String("\(page.kind(id))".prefix { $0 != "(" })
    }
}

/// What is wrong with the ranges and links of a tree; nothing in a sound one.
func flaws(of page: Page) -> [String] {
    var flaws: [String] = []
    for index in page.nodes.indices {
        let node = page.nodes[index]
        let range = node.range
        if range.start > range.end || Int(range.end) > page.source.bytes.count {
            flaws.append("\(index) \(node.kind): range \(range)")
        }
        if index > 0, node.parent != Node.none {
            let parent = page.nodes[Int(node.parent)]
            if Int(node.parent) >= index { flaws.append("\(index) stands before its parent") }
            if range.start < parent.range.start || range.end > parent.range.end {
                flaws.append("\(index) \(node.kind) \(range) leaves \(parent.kind) \(parent.range)")
            }
        }
        if node.nextSibling != Node.none {
            let next = page.nodes[Int(node.nextSibling)]
            if next.range.start < range.end {
                flaws.append("\(index) \(node.kind) \(range) overlaps \(next.kind) \(next.range)")
            }
        }
    }
    return flaws
}
