import SourceText

/// Reads the inlines of paragraphs, headings and cells.
///
/// Marks are first gathered as tokens, then matched, then written to the tree in page order, so
/// that a child always stands behind its parent. All arrays are reused from run to run.
struct InlineReader {
    let page: UnsafeBufferPointer<UInt8>
    let options: MarkdownOptions
    let references: ReferenceTable
    var tree: TreeBuilder

    var view: TextView
    var bytes: UnsafeBufferPointer<UInt8>
    var end = 0
    var isCell = false
    var index = 0
    /// Start of the plain text that is not a token yet.
    var textStart = 0

    var tokens: [Token] = []
    var links: [LinkTarget] = []
    var delimiters: [Delimiter] = []
    var matches: [Match] = []
    var brackets: [Bracket] = []
    var openSpans: [OpenSpan] = []
    var lastDelimiter = -1
    /// Brackets below this depth stand before a link and cannot become links.
    var inactiveBrackets = 0
    var hasAt = false
    var backticks = BacktickRuns()
    /// Kinds of raw HTML whose end was searched for in vain.
    var missingEnds: UInt8 = 0
    /// How many bytes may still be looked at for the ends of tags that are longer than most.
    var longTagBudget: Int

    /// The first place of the page where spans were nested too deep.
    var tooDeepAt: Int?

    /// Spans nested deeper are text: walks over the tree stay shallow.
    static let nestingLimit = 100

    init(
        _ page: UnsafeBufferPointer<UInt8>, options: MarkdownOptions, references: ReferenceTable,
        tree: TreeBuilder
    ) {
        self.page = page
        self.options = options
        self.references = references
        self.tree = tree
        bytes = page
        longTagBudget = 4 * page.count
        view = TextView(bytes: page, start: 0, end: 0, lines: [])
    }

    /// Reads one run of lines into its node.
    mutating func read(_ run: InlineRun, _ segments: [ByteRange]) {
        withTextView(segments, from: run.firstSegment, count: run.count, in: page) { view in
            start(view)
            isCell = run.isCell
            scan()
            emit(into: run.node)
        }
    }

    private mutating func start(_ view: TextView) {
        self.view = view
        bytes = view.bytes
        end = view.end
        index = view.start
        textStart = view.start
        tokens.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        delimiters.removeAll(keepingCapacity: true)
        matches.removeAll(keepingCapacity: true)
        brackets.removeAll(keepingCapacity: true)
        openSpans.removeAll(keepingCapacity: true)
        if end - index > 4096 { reserve((end - index) / 3) }
        lastDelimiter = -1
        inactiveBrackets = 0
        hasAt = false
        backticks.forget()
        missingEnds = 0
    }
}

extension InlineReader {
    /// Growing step by step costs more than the reading where one paragraph fills a page.
    private mutating func reserve(_ count: Int) {
        tokens.reserveCapacity(count * 2)
        delimiters.reserveCapacity(count)
        matches.reserveCapacity(count)
    }
}

/// A stretch of the text and what it was read as; offsets are of the view.
struct Token {
    enum Role: UInt8 {
        case text, entity, escape, softBreak, lineBreak, code, autolink, html
        case delimiter, linkOpen, imageOpen, linkClose
        case directive, attributes, anchor, spanOpen, spanClose
    }

    var role: Role
    var start: Int32
    var end: Int32
    /// An index into `links` or `delimiters`, or a character reference's first scalar.
    var payload: Int32 = 0
    var second: UInt32 = 0

    init(_ role: Role, _ start: Int, _ end: Int, payload: Int = 0, second: UInt32 = 0) {
        self.role = role
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
        self.payload = Int32(truncatingIfNeeded: payload)
        self.second = second
    }
}

/// Where a link leads, as ranges of the page.
struct LinkTarget {
    var destination: ByteRange
    var title: ByteRange
    /// One past the link, in the view.
    var end: Int
    /// Too deep: the brackets stay text.
    var isText = false
    /// What a pair of HTML tags stands for.
    var kind = Kind.text
}

/// An opening bracket that may still become a link or an image.
struct Bracket {
    var token: Int
    /// First byte after the bracket.
    var textStart: Int
    /// The delimiter before the bracket.
    var delimiter: Int
    var isImage: Bool
    /// Whether another bracket follows within, so that the text is no label.
    var holdsBracket = false
}

// MARK: The scan

extension InlineReader {
    mutating func scan() {
        while index < end {
            let byte = bytes[index]
            if !SpecialBytes.contains(byte) {
                index += 1
                continue
            }
            scanSpecial(byte)
        }
        flushText(to: end)
        matchDelimiters(above: -1)
    }

    private mutating func scanSpecial(_ byte: UInt8) {
        switch byte {
        case 0x0A, 0x0D: scanLineEnd()
        case 0x2A, 0x5F: scanDelimiters(byte)
        case 0x7E: if options.contains(.github) { scanDelimiters(byte) } else { index += 1 }
        case 0x60: scanCode()
        case 0x5B: openBracket(isImage: false)
        case 0x21:
            if index + 1 < end, bytes[index + 1] == 0x5B {
                openBracket(isImage: true)
            } else {
                index += 1
            }
        case 0x5D: closeBracket()
        case 0x3C: scanAngle()
        case 0x26: scanEntity()
        case 0x5C: scanEscape()
        case 0x7B: scanBrace()
        case 0x3A, 0x2E: scanBareLink(byte)
        case 0x40:
            hasAt = true
            index += 1
        default: index += 1
        }
    }

    /// Ends the plain text before a token.
    mutating func flushText(to position: Int) {
        if position > textStart { tokens.append(Token(.text, textStart, position)) }
    }

    /// Adds a token from `start` and goes on behind it.
    mutating func add(_ role: Token.Role, from start: Int, to next: Int, payload: Int = 0) {
        flushText(to: start)
        tokens.append(Token(role, start, next, payload: payload))
        index = next
        textStart = next
    }

    private mutating func scanLineEnd() {
        let isCRLF = bytes[index] == 0x0D && index + 1 < end && bytes[index + 1] == 0x0A
        let next = index + (isCRLF ? 2 : 1)
        var textEnd = index
        while textEnd > textStart, bytes[textEnd - 1] == 0x20 || bytes[textEnd - 1] == 0x09 {
            textEnd -= 1
        }
        var spaces = index
        while spaces > textEnd, bytes[spaces - 1] == 0x20 { spaces -= 1 }
        let isHard = index - spaces >= 2
        flushText(to: textEnd)
        tokens.append(Token(isHard ? .lineBreak : .softBreak, isHard ? textEnd : index, next))
        index = next
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        textStart = index
    }

    private mutating func scanEscape() {
        let next = index + 1
        guard next < end else {
            index += 1
            return
        }
        if bytes[next] == 0x0A || bytes[next] == 0x0D {
            let isCRLF = bytes[next] == 0x0D && next + 1 < end && bytes[next + 1] == 0x0A
            add(.lineBreak, from: index, to: next + (isCRLF ? 2 : 1))
            while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
            textStart = index
        } else if isPunctuation(bytes[next]) {
            add(.escape, from: index, to: next + 1)
        } else {
            index += 1
        }
    }

    /// `&lt` and `&gt` without a semicolon, as browsers read them: `&ltuuid&gt` is `<uuid>`.
    private func unendedReference(at start: Int) -> CharacterReference? {
        guard options.contains(.tags), start + 2 < end, bytes[start + 2] == 0x74 else { return nil }
        let letter = bytes[start + 1]
        guard letter == 0x6C || letter == 0x67, start + 3 == end || bytes[start + 3] != 0x3D else {
            return nil
        }
        return CharacterReference(first: letter == 0x6C ? 0x3C : 0x3E, second: 0, next: start + 3)
    }

    private mutating func scanEntity() {
        let found =
            scanCharacterReference(bytes, at: index, before: end) ?? unendedReference(at: index)
        guard let entity = found else {
            index += 1
            return
        }
        flushText(to: index)
        tokens.append(
            Token(
                .entity, index, entity.next, payload: Int(entity.first), second: entity.second))
        index = entity.next
        textStart = index
    }
}

/// The bytes that are not plain text, a bit each: line ends, and any of ! & * . : < @ [ \ ] _ ` { ~
enum SpecialBytes {
    @inline(__always)
    static func contains(_ byte: UInt8) -> Bool {
        let word: UInt64 = byte < 64 ? 0x1400_4442_0000_2400 : 0x4800_0001_B800_0001
        return byte < 128 && (word >> UInt64(byte & 63)) & 1 == 1
    }
}
