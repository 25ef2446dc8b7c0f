import SourceText

/// Names one node of a page.
package struct NodeID: Hashable, Sendable {
    package let rawValue: UInt32

    package init(_ rawValue: Int) {
        self.rawValue = UInt32(truncatingIfNeeded: rawValue)
    }

    package static let root = NodeID(0)
}

/// One block or inline of a page: what it is, which bytes made it, where its relatives are.
///
/// Plain old data in one array: building a tree allocates nothing a node, and walking it counts
/// no references.
package struct Node: Sendable {
    package var kind: Kind
    /// The bytes that made this node, marks included; children lie within, siblings apart.
    package var range: ByteRange
    package var parent: UInt32
    package var firstChild: UInt32
    package var lastChild: UInt32
    package var nextSibling: UInt32

    /// Stands for "no such node" in the links.
    package static let none = UInt32.max

    package init(_ kind: Kind, _ range: ByteRange, parent: UInt32 = Node.none) {
        self.kind = kind
        self.range = range
        self.parent = parent
        firstChild = Node.none
        lastChild = Node.none
        nextSibling = Node.none
    }
}

/// What a node is. One vocabulary for all dialects.
///
/// Payloads are offsets and small numbers only. Text is always a range of the page.
package enum Kind: Equatable, Sendable {
    // MARK: Containers of blocks

    case document
    /// The YAML head of a page; its values are in `Page.frontMatter`. Children: `embedded`.
    case frontMatter
    /// A block scalar of the front matter, read as Markdown of its own.
    case embedded
    case blockQuote
    case list(ordered: Bool, tight: Bool, start: UInt32)
    case listItem
    /// Children: `definitionTerm` (inlines) and `definitionDetails` (blocks), in page order.
    case definitionList
    case definitionTerm
    case definitionDetails
    /// Children: `field`.
    case fieldList
    /// `:name: body`; `name` covers the text between the colons. Children: blocks of the body.
    case field(name: ByteRange)
    /// A tag or directive with a name: Liquid, GitBook, Hugo, ERB, MDX and HTML components, RST
    /// directives. Children: `attribute`s first, then the blocks (or raw lines) it encloses.
    case directive(name: ByteRange, syntax: DirectiveSyntax)
    /// `name="value"`, an RST directive's `:option: value`, or a positional argument (empty name).
    case attribute(name: ByteRange, value: ByteRange)
    /// Kramdown `{: …}` after or before a block, GitBook heading attributes. Last child of the
    /// block it belongs to. Children: `attribute`; a class is named `.`, an identifier `#`.
    case attributeList
    /// Kramdown `{:name: …}`: what lists take over that hold the name. Children: `attribute`.
    case attributeListDefinition(name: ByteRange)

    // MARK: Leaf blocks

    /// Level 1 is the outermost; RST levels follow the order of adornments. Children: inlines.
    case heading(level: UInt8)
    case paragraph
    case thematicBreak
    /// Children: `codeLine`. `info` is the fence's or directive's language, empty if none.
    case codeBlock(info: ByteRange, style: CodeStyle)
    /// One line of code without its container's indentation. `padding` counts spaces that a
    /// partly consumed tab leaves before the text. Has `text` and `entity` children where tags
    /// or character references stand in the code of an HTML page.
    case codeLine(padding: UInt8)
    /// Children: `tableRow`, headers first.
    case table
    /// A row below a line of `=` is one of the footer, which is read like any other row.
    case tableRow(isHeader: Bool, isFooter: Bool = false)
    /// Children: inlines, or blocks in dialects whose cells hold blocks.
    /// A cell spans as many columns, and as many rows of the table from its own on.
    case tableCell(alignment: Alignment, columns: UInt8 = 1, rows: UInt8 = 1)
    /// Raw HTML that is no known element. Children: `codeLine`.
    case htmlBlock
    case comment
    case lineBlock
    /// Link reference definition or RST target: a `label` and where it leads.
    case definition(label: ByteRange, destination: ByteRange)
    /// RST `.. |name| replace:: …`. Children: inlines, or one directive. In HTML the label of a part
    /// that stands further down.
    case substitutionDefinition(name: ByteRange)
    case footnote(label: ByteRange)

    // MARK: Inlines

    case text
    /// A character reference; up to two scalars, the second 0 when there is one.
    case entity(first: UInt32, second: UInt32)
    /// A backslash and the character it protects; the text is the last character of the range.
    case escape
    case softBreak
    case lineBreak
    /// Children: `text`, `softBreak`.
    case codeSpan
    case emphasis
    case strong
    case strikethrough
    /// `destination` and `title` are raw text of the page, entities and escapes not decoded.
    case link(destination: ByteRange, title: ByteRange)
    case image(destination: ByteRange, title: ByteRange)
    case autolink(destination: ByteRange)
    case htmlInline
    /// A place that links can lead to: `<a id>`, RST inline target.
    case anchor(name: ByteRange)
    /// RST `:name:`text``. Children: `text`.
    case role(name: ByteRange)
    /// RST `|name|`. `definition` is the index of the `substitutionDefinition` whose inlines it
    /// stands for, `Node.none` where the page has none.
    case substitution(name: ByteRange, definition: UInt32 = Node.none)
    case footnoteReference(label: ByteRange)
}

package enum DirectiveSyntax: UInt8, Sendable {
    /// `{% name … %}`, Jekyll's and GitBook's.
    case liquid
    /// `{{< name >}}`, `{{% name %}}`.
    case hugo
    /// `<% … %>`, `<%= … %>`.
    case erb
    /// `<Name …>`, MDX components and `import` lines.
    case component
    /// An HTML element that encloses blocks, such as `<details>` or `<aside>`.
    case element
    /// `.. name:: …`.
    case reStructuredText
    /// `:::name`, `!!! name`, `> [!NOTE]`, `> **Note**`.
    case admonition
}

package enum CodeStyle: UInt8, Sendable {
    case fenced, indented, literal, element, quoted
}

package enum Alignment: UInt8, Sendable {
    case none, left, center, right
}
