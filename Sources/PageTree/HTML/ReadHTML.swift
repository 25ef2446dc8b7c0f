import SourceText

/// Reads a saved page of a documentation site, so that it is as good an input as its source.
///
/// Tolerant, as browsers are: tags may be left out, left open or closed in the wrong order.
/// Scripts, styles and navigation are furniture and leave no node; where a page says what its
/// content is, all that stands outside it is furniture too.
package func readHTML(_ source: SourceFile, as id: FileID) -> Page {
    var page = Page(id: id, source: source, dialect: .html, nodes: [])
    source.bytes.withUnsafeBufferPointer { bytes in
        var reader = HTMLReader(bytes, file: id)
        reader.readPage()
        // What only a script writes is no content: then the page is all there is.
        if reader.place != .page, reader.tree.nodes.count == 1 {
            reader = HTMLReader(bytes, file: id)
            reader.place = .page
            reader.readPage()
        }
        page.nodes = reader.tree.nodes
        page.notes = reader.notes
    }
    return page
}

/// A place in a page, and the elements that are open there.
struct HTMLReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let file: FileID
    let end: Int
    var at = 0
    var tree: TreeBuilder
    var notes: [Diagnostic] = []
    /// From the document to the innermost open element.
    var open: [OpenElement] = []
    /// White space that becomes one soft break if text follows in the same block.
    var pendingSpace: ByteRange?
    /// Whether the current block holds text that white space can separate from more text.
    var hasText = false
    /// Where the text read last ends.
    var textEnd = 0
    /// Names of elements to leave out that were found without an end: their tags mean nothing.
    var unclosedNames: Set<String> = []
    /// How far hidden numbers of lines were looked for.
    var wordsBehindNumbers = 0
    /// What holds the content; all else is left out.
    var place = ContentPlace.page
    /// How many elements are open that hold the content.
    var contentDepth = 0
    /// Which headings speak here.
    var headings = HeadingScope()
    /// Where rows of elements begin and end, and which of it comes next.
    var events: [RowEvent] = []
    var nextEvent = 0
    /// The nodes of labels whose parts come later, by where they stand.
    var labels: [UInt32: Int] = [:]

    static let nestingLimit = 100
    /// Whether the page has its note about nesting.
    var isNotedDeep = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, file: FileID) {
        self.bytes = bytes
        self.file = file
        end = bytes.count
        tree = TreeBuilder(capacity: bytes.count / 20 + 16)
        place = findContent()
        events = Self.rowEvents(bytes)
    }

    /// Whether one more element may open; where not, the page gets a note.
    mutating func mayNest(at place: Int) -> Bool {
        if open.count < Self.nestingLimit { return true }
        if !isNotedDeep {
            isNotedDeep = true
            notes.append(.nestedTooDeep(at: SourceSpan(file, ByteRange(place, place))))
        }
        return false
    }

    mutating func readPage() {
        let root = tree.appendRoot(ByteRange(0, end))
        open.append(OpenElement(kind: .document, name: .empty, node: root))
        while at < end {
            if readRowEvents() { continue }
            if bytes[at] == 0x3C, readMarkup() { continue }
            readText()
        }
        closeAll(at: end)
        tree.containChildren()
    }

    /// A tag, comment or declaration; false if this `<` is only a character.
    private mutating func readMarkup() -> Bool {
        guard at + 1 < end else { return false }
        switch bytes[at + 1] {
        case 0x21, 0x3F:
            at = endOfComment(bytes, at)
            return true
        default:
            guard let tag = scanTag(bytes, at: at, before: end, .commonMark) ?? scanLoosely()
            else { return false }
            let start = at
            at = tag.end
            if tag.isClosing {
                readClosingTag(tag, from: start)
            } else {
                readOpeningTag(tag, from: start)
            }
            return true
        }
    }

    /// A tag whose attributes no grammar allows, as scripts of sites write them: `<a @click="x">`.
    private func scanLoosely() -> ScannedTag? {
        var index = at + 1
        let isClosing = bytes[index] == 0x2F
        if isClosing { index += 1 }
        let nameStart = index
        while index < end, isLetter(bytes[index]) || isDigit(bytes[index]) || bytes[index] == 0x2D {
            index += 1
        }
        guard index > nameStart, isLetter(bytes[nameStart]) else { return nil }
        let name = ByteRange(nameStart, index)
        var quote: UInt8 = 0
        let limit = min(end, index + 4096)
        while index < limit {
            let byte = bytes[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x3E {
                let isSelfClosing = bytes[index - 1] == 0x2F
                return ScannedTag(
                    name: name, attributesStart: Int(name.end), end: index + 1,
                    isClosing: isClosing, isSelfClosing: isSelfClosing)
            } else if byte == 0x3C {
                return nil
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            }
            index += 1
        }
        return nil
    }
}

/// An element between its tags.
struct OpenElement {
    var kind: OpenKind
    var name: ByteRange
    /// The node that takes what stands in the element; nothing yet for those that wait for it.
    var node: Int
    /// Where the element starts, for nodes that are made later.
    var start = 0
    /// Whether text stands directly in the node, without a paragraph around it.
    var holdsInlines = false
    /// The language that a wrapper around code names.
    var language = ByteRange.empty
    /// Whether the page's own content stands in the element.
    var isContent = false
    /// Whether it is a section, whose headings speak to its end.
    var isSection = false
    var holdsHeading = false
    /// The level of the heading that spoke where a section began.
    var outerLevel: UInt8 = 0
    /// The level of the part around it.
    var outerFloor: UInt8 = 0
    /// The run of rows that a list of definitions stands for.
    var run = -1
    /// Whether tags within close nothing that was opened outside.
    var isWall = false
}

/// What an open element means for what may stand in it.
enum OpenKind: Equatable {
    case document
    /// Tags that only group: `<div>`, `<section>`, `<tbody>`.
    case group
    /// Rows in it are headers.
    case tableHead
    case directive, quote
    case paragraph, heading
    case list, item, definitionList, term, details
    case table, row, cell, caption
    /// Strong, emphasis, code, links.
    case inline
}
