import SourceText

/// A place in the lines of one sample, and what was forgiven so far.
///
/// Readers of all parts are extensions of it. Pointers, because a debug build of the build
/// plugin's tool pays for every checked access.
struct JSONReader {
    let bytes: UnsafePointer<UInt8>
    let count: Int
    let lines: UnsafePointer<LineSlice>
    let lineCount: Int

    /// Index of the current line; `lineCount` behind the last.
    var line = 0
    var start = 0
    var at = 0
    var end = 0

    var document = JSONDocument()
    var depth = 0
    /// Comments met since a member last took them.
    var comments: [Comment] = []
    /// Openers minus closers of the whole text, counted when a bracket first does not match.
    var balance: Int?
    /// The line on which no quote closes a string any more.
    var lineWithoutClosingQuote = -1
    /// How often brackets of a word stayed open to the end of a line.
    var openWords = (line: -1, count: 0)
    /// Quotes before this place belong to the text of the current string; negative in keys.
    var innerQuoteLimit = 0
    /// Scratch for strings that are not one slice of the page.
    var buffer: [UInt8] = []

    static let depthLimit = 200

    struct Comment {
        var text: String
        var line: Int
    }

    init(
        bytes: UnsafePointer<UInt8>, count: Int, lines: UnsafePointer<LineSlice>, lineCount: Int
    ) {
        self.bytes = bytes
        self.count = count
        self.lines = lines
        self.lineCount = lineCount
        move(to: 0)
    }

    var isAtEnd: Bool { line >= lineCount }
    var hasFailed: Bool { document.failure != nil }

    /// The current byte; a line feed at the end of a line.
    var byte: UInt8 { at < end ? bytes[at] : 0x0A }

    /// A byte further on in the line; a line feed behind its end.
    func byte(_ distance: Int) -> UInt8 { at + distance < end ? bytes[at + distance] : 0x0A }

    mutating func move(to line: Int) {
        self.line = line
        guard line < lineCount else {
            start = end
            at = end
            return
        }
        start = min(Int(lines[line].start), count)
        end = max(start, min(Int(lines[line].end), count))
        at = start
    }

    mutating func skipBlanks() {
        while at < end, Self.isBlank(bytes[at]) { at += 1 }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static func isLetter(_ byte: UInt8) -> Bool {
        (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80
    }

    func text(_ from: Int, _ to: Int) -> String {
        guard from < to else { return "" }
        return String(
            decoding: UnsafeBufferPointer(start: bytes + from, count: to - from), as: UTF8.self)
    }

    /// Whether these ASCII bytes stand at a distance from here on this line.
    func has(_ text: StaticString, at distance: Int = 0) -> Bool {
        let length = text.utf8CodeUnitCount
        guard at + distance + length <= end else { return false }
        let expected = text.utf8Start
        var index = 0
        while index < length {
            if bytes[at + distance + index] != expected[index] { return false }
            index += 1
        }
        return true
    }

    // MARK: Repairs

    mutating func repair(_ kind: JSONDocument.RepairKind, _ from: Int, _ to: Int) {
        let word = text(from, min(to, from + 40))
        document.repairs.append(
            JSONDocument.Repair(kind, ByteRange(from, to), repairMessage(kind, word: word)))
    }

    /// Ends all reading; what was read before stays.
    mutating func fail(_ reason: String) {
        guard document.failure == nil else { return }
        document.failure = JSONDocument.Repair(
            .unreadable, ByteRange(at, max(at, end)), reason)
    }
}
