import SourceText

/// Reads the blocks of a page, a line at a time; inlines are read once all definitions are known.
///
/// Open containers form a stack; at most one leaf is open, and it lies in the last container.
struct BlockReader {
    let file: FileID
    let bytes: UnsafeBufferPointer<UInt8>
    let options: MarkdownOptions
    var tree: TreeBuilder
    /// The nodes before are of what stands around the text that is read here.
    let firstNode: Int
    var cursor: LineCursor
    var containers: [Container] = []
    var leaf = Leaf.none
    /// How many containers the current line continues.
    var matched = 0
    /// Whether the current line has opened a container.
    var opensContainer = false
    /// Whether a blank line stands before the current one, outside of quotes and fences.
    var followsBlank = false
    /// Where the last of the lines ends that are read.
    var textEnd = 0
    /// The line being read.
    var line = LineSlice(start: 0, end: 0, next: 0)
    /// Text of paragraphs, headings and cells, a range a line.
    var segments: [ByteRange] = []
    var runs: [InlineRun] = []
    var references = ReferenceTable()
    /// Blank lines of indented code that count only if more code follows.
    var pendingBlanks: [ByteRange] = []
    /// Where the rest of a blank line starts after four columns of indentation.
    var blankStart = 0
    var columnAlignments = ColumnAlignments()
    /// Whether the rows of the open table belong to its footer.
    var isFooter = false
    /// The sibling before the paragraph that was closed last.
    var paragraphPrevious = Node.none
    /// The sibling before the block of raw HTML that is open.
    var htmlPrevious = Node.none
    var attributeLists: [AttachedAttributes] = []
    /// Attribute lists that wait for the block right behind them.
    var pendingAttributes: [PendingAttributes] = []
    var openTags: [OpenTag] = []
    /// Known once the first tag is met.
    var closableTags: ClosableTags?
    /// Lines before this offset belong to a tag that reaches over several.
    var skipsLinesBefore = 0
    var knownTagStart = 0
    var knownTagLimit = 0
    /// How many bytes may still be looked at for the ends of tags that are longer than most.
    var longTagBudget: Int
    var tagEnds = TagEnds()
    var notes: [Diagnostic] = []
    /// Whether the page has its note about nesting.
    var isNotedDeep = false

    /// Nesting beyond this is read as text: nobody writes it, and walks over trees stay shallow.
    static let nestingLimit = 100

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, file: FileID, options: MarkdownOptions,
        tree: TreeBuilder
    ) {
        self.file = file
        self.bytes = bytes
        self.options = options
        self.tree = tree
        firstNode = tree.nodes.count
        cursor = LineCursor(bytes)
        longTagBudget = 4 * bytes.count
    }
}

extension BlockReader {
    /// Whether one more block may nest in so many; where not, the page gets a note.
    mutating func mayNest(in depth: Int, at place: Int) -> Bool {
        if depth < BlockReader.nestingLimit { return true }
        if !isNotedDeep {
            isNotedDeep = true
            notes.append(.nestedTooDeep(at: SourceSpan(file, ByteRange(place, place))))
        }
        return false
    }
}

/// A block that may hold other blocks and is not closed yet.
struct Container {
    enum Role: UInt8 {
        case root, blockQuote, list, item, definitionList, details
    }

    var role: Role
    var node: Int
    /// Columns that a line needs to continue an item or the details of a definition.
    var contentIndent = 0
    /// The bullet or the delimiter of a list's numbers.
    var marker: UInt8 = 0
    /// How many tags were open when the container was opened.
    var tagDepth = 0
}

/// The leaf block that the next line may continue.
enum Leaf {
    case none
    /// `previous` is the older sibling; `firstSegment` the first line's text.
    case paragraph(node: Int, previous: UInt32, firstSegment: Int)
    case indentedCode(node: Int, blanks: Int)
    case fencedCode(node: Int, mark: UInt8, length: Int, indent: Int)
    case html(node: Int, kind: HTMLBlockKind)
    case table(node: Int, columns: Int)
}

/// A node whose inlines are read once all blocks are.
struct InlineRun {
    let node: Int
    let firstSegment: Int
    var count: Int
    /// Table cells protect pipes with a backslash even inside code.
    var isCell = false
}

// MARK: The loop over lines

extension BlockReader {
    /// Reads lines as the content of a node.
    mutating func read(_ lines: [LineSlice], into root: Int) {
        containers = [Container(role: .root, node: root)]
        leaf = .none
        followsBlank = false
        skipsLinesBefore = 0
        textEnd = lines.last.map { Int($0.end) } ?? 0
        knownTagLimit = 0
        segments.reserveCapacity(segments.count + lines.count)
        openTags.removeAll(keepingCapacity: true)
        var index = 0
        while index < lines.count {
            read(lines[index])
            index += 1
        }
        closeLeaf()
        leavePendingAttributes()
        closeContainers(downTo: 0)
    }

    private mutating func read(_ line: LineSlice) {
        if line.start < skipsLinesBefore { return }
        self.line = line
        cursor.start(line)
        opensContainer = false
        matchContainers()
        if matched == containers.count, continueVerbatimLeaf() { return }
        let opened = openBlocks()
        if opened == .lineIsRead {
            followsBlank = false
            return
        }
        addRest(opened)
    }

    /// What is left of the line once no further block starts on it.
    private mutating func addRest(_ opened: BlockStart) {
        if cursor.isBlank {
            addBlankLine()
            return
        }
        if case .paragraph = leaf, !opensContainer {
            addParagraphLine()
        } else {
            closeUnmatched()
            if case .table(let node, let columns) = leaf {
                addTableRow(to: node, columns: columns)
            } else {
                startParagraph()
            }
        }
        followsBlank = false
    }

    private mutating func addBlankLine() {
        let wasMatched = matched == containers.count
        closeUnmatched()
        if !pendingAttributes.isEmpty { leavePendingAttributes() }
        if case .indentedCode(let node, let blanks) = leaf, wasMatched {
            addIndentedBlank(node, blanks)
        } else if !breaksRow(), !awaitsRow() {
            closeLeaf()
        }
        let last = containers[containers.count - 1].role
        followsBlank = last != .blockQuote && !(last == .item && opensContainer)
    }

    /// Walks the open containers as far as the line continues them.
    private mutating func matchContainers() {
        matched = 1
        while matched < containers.count {
            guard continues(matched) else { return }
            matched += 1
        }
    }

    private mutating func continues(_ index: Int) -> Bool {
        let container = containers[index]
        switch container.role {
        case .root, .list, .definitionList:
            return true
        case .blockQuote:
            guard !cursor.isIndented, cursor.first == 0x3E else { return false }
            cursor.advance(bytes: 1)
            tree.extend(container.node, to: cursor.position)
            cursor.skipOneSpace()
            return true
        case .item, .details:
            if cursor.indent >= container.contentIndent {
                cursor.advance(columns: container.contentIndent)
                return !cursor.isBlank || hasContent(container)
            }
            guard cursor.isBlank, hasContent(container) else { return false }
            cursor.advanceToNonspace()
            return true
        }
    }

    /// An item may begin with one blank line, not with two.
    private func hasContent(_ container: Container) -> Bool {
        container.role != .item || tree.nodes[container.node].firstChild != Node.none
    }

    /// Code, raw HTML: lines that are taken before any block may start. Says if the line is read.
    private mutating func continueVerbatimLeaf() -> Bool {
        switch leaf {
        case .fencedCode(let node, let mark, let length, let indent):
            continueFence(node, mark, length, indent)
            return true
        case .html(let node, let kind):
            return continueHTMLBlock(node, kind)
        case .indentedCode(let node, let blanks):
            return continueIndentedCode(node, blanks)
        case .none, .paragraph, .table:
            return false
        }
    }
}
