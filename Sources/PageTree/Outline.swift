import SourceText

/// A page's tree for people and tests: a node a line, indented by depth, with its place; the text
/// of leaves in quotes.
package func outline(_ page: Page) -> String {
    var outline = Outline(page: page, table: LineTable(page.source))
    outline.write(.root, depth: 0)
    return outline.text
}

private struct Outline {
    let page: Page
    let table: LineTable
    var text = ""

    init(page: Page, table: LineTable) {
        self.page = page
        self.table = table
    }

    mutating func write(_ id: NodeID, depth: Int) {
        // Readers bound the depth of their trees far below this.
        guard depth < 400 else { return }
        let node = page[id]
        let position = table.position(at: node.range.start)
        text += String(repeating: "  ", count: depth)
        text += "\(label(node.kind)) \(position.line):\(position.column)"
        let hasChildren = node.firstChild != Node.none
        if case .substitution(_, let definition) = node.kind, definition != Node.none {
            text += " \(quoted(page.plainText(id)))"
        } else if !hasChildren, !node.range.isEmpty, depth > 0 {
            text += " \(quoted(node.range))"
        }
        text += "\n"
        var child = page.firstChild(id)
        while let current = child {
            write(current, depth: depth + 1)
            child = page.next(current)
        }
    }

    private func quoted(_ range: ByteRange) -> String { quoted(page.raw(range)) }

    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default:
                let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                quoted += isControl ? "\\u{\(String(scalar.value, radix: 16))}" : "\(scalar)"
            }
        }
        return quoted + "\""
    }
}

extension Outline {
    private func label(_ kind: Kind) -> String {
        switch kind {
        case .document, .frontMatter, .embedded, .blockQuote, .listItem, .definitionList,
            .definitionTerm, .definitionDetails, .fieldList, .attributeList, .paragraph,
            .thematicBreak, .table, .htmlBlock, .comment, .lineBlock:
            blockName(kind)
        case .list(let ordered, let tight, let start):
            (ordered ? "ordered-list \(start)" : "list") + (tight ? "" : " loose")
        case .field(let name): "field \(quoted(name))"
        case .directive(let name, let syntax): "directive \(quoted(name)) \(word(syntax))"
        case .attribute(let name, let value): "attribute \(quoted(name)) \(quoted(value))"
        case .heading(let level): "heading \(level)"
        case .codeBlock(let info, let style): "code-block \(quoted(info)) \(word(style))"
        case .codeLine(let padding): padding == 0 ? "code-line" : "code-line +\(padding)"
        case .tableRow(let isHeader, let isFooter):
            isHeader ? "header-row" : isFooter ? "footer-row" : "row"
        case .tableCell(let alignment, let columns, let rows):
            "cell" + word(alignment) + (columns > 1 ? " columns=\(columns)" : "")
                + (rows > 1 ? " rows=\(rows)" : "")
        case .definition(let label, let destination):
            "definition \(quoted(label)) \(quoted(destination))"
        case .attributeListDefinition(let name): "attribute-list-definition \(quoted(name))"
        case .substitutionDefinition(let name): "substitution-definition \(quoted(name))"
        case .footnote(let label): "footnote \(quoted(label))"
        case .text, .escape, .softBreak, .lineBreak, .codeSpan, .emphasis, .strong, .strikethrough,
            .htmlInline:
            inlineName(kind)
        case .entity(let first, let second):
            "entity \(String(first, radix: 16))"
                + (second == 0 ? "" : " \(String(second, radix: 16))")
        case .link(let destination, let title): "link \(quoted(destination)) \(quoted(title))"
        case .image(let destination, let title): "image \(quoted(destination)) \(quoted(title))"
        case .autolink(let destination): "autolink \(quoted(destination))"
        case .anchor(let name): "anchor \(quoted(name))"
        case .role(let name): "role \(quoted(name))"
        case .substitution(let name, _): "substitution \(quoted(name))"
        case .footnoteReference(let label): "footnote-reference \(quoted(label))"
        }
    }

    private func blockName(_ kind: Kind) -> String {
        switch kind {
        case .document: "document"
        case .frontMatter: "front-matter"
        case .embedded: "embedded"
        case .blockQuote: "block-quote"
        case .listItem: "item"
        case .definitionList: "definition-list"
        case .definitionTerm: "term"
        case .definitionDetails: "details"
        case .fieldList: "field-list"
        case .attributeList: "attribute-list"
        case .paragraph: "paragraph"
        case .thematicBreak: "thematic-break"
        case .table: "table"
        case .htmlBlock: "html-block"
        case .comment: "comment"
        default: "line-block"
        }
    }

    private func inlineName(_ kind: Kind) -> String {
        switch kind {
        case .text: "text"
        case .escape: "escape"
        case .softBreak: "soft-break"
        case .lineBreak: "line-break"
        case .codeSpan: "code-span"
        case .emphasis: "emphasis"
        case .strong: "strong"
        case .strikethrough: "strikethrough"
        default: "html-inline"
        }
    }

    private func word(_ syntax: DirectiveSyntax) -> String {
        switch syntax {
        case .liquid: "liquid"
        case .hugo: "hugo"
        case .erb: "erb"
        case .component: "component"
        case .element: "element"
        case .reStructuredText: "restructuredtext"
        case .admonition: "admonition"
        }
    }

    private func word(_ style: CodeStyle) -> String {
        switch style {
        case .fenced: "fenced"
        case .indented: "indented"
        case .literal: "literal"
        case .element: "element"
        case .quoted: "quoted"
        }
    }

    private func word(_ alignment: Alignment) -> String {
        switch alignment {
        case .none: ""
        case .left: " left"
        case .center: " center"
        case .right: " right"
        }
    }
}
