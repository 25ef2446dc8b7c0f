import SourceText

/// A place in the lines of one YAML text, and what went wrong so far.
///
/// Readers of all node kinds are extensions of it. Pointers, because a debug build of the build
/// plugin's tool pays for every checked access.
struct YAMLReader {
    let bytes: UnsafePointer<UInt8>
    let count: Int
    let lines: UnsafePointer<LineSlice>
    let lineCount: Int
    let file: FileID

    /// Index of the current line; `lineCount` behind the last.
    var line = 0
    var start = 0
    var at = 0
    var end = 0
    /// Spaces before the current content, counted from the line's start.
    var indent = 0
    /// Whether a tab stands among the blanks before the current content.
    var isTabbed = false

    var depth = 0
    var notes: [Diagnostic] = []
    /// Set by a problem, cleared by whoever can go on after it.
    var failed = false
    /// Whether the problem was a feature whose value must not be guessed.
    var mustDrop = false
    var errorCount = 0
    var anchors: [String: Anchored] = [:]
    /// Bytes of values that aliases stand for so far.
    var aliased = 0
    /// Scratch for text that is not one slice of the page.
    var buffer: [UInt8] = []

    static let depthLimit = 100
    /// Each problem may cost a second look at what follows, so there is an end to them.
    static let errorLimit = 32

    init(
        bytes: UnsafeBufferPointer<UInt8>, lines: UnsafeBufferPointer<LineSlice>,
        base: UnsafePointer<UInt8>, firstLine: UnsafePointer<LineSlice>, file: FileID
    ) {
        self.bytes = base
        count = bytes.count
        self.lines = firstLine
        lineCount = lines.count
        self.file = file
        move(to: 0)
    }

    var isAtEnd: Bool { line >= lineCount }

    /// The current byte; a line feed at the end of a line.
    var byte: UInt8 { at < end ? bytes[at] : 0x0A }

    /// A byte further on in the line; a line feed behind its end.
    func byte(_ distance: Int) -> UInt8 { at + distance < end ? bytes[at + distance] : 0x0A }

    mutating func move(to line: Int) {
        self.line = line
        guard line < lineCount else {
            at = end
            start = end
            return
        }
        start = min(Int(lines[line].start), count)
        end = max(start, min(Int(lines[line].end), count))
        if line == 0 { skipByteOrderMark() }
        at = start
    }

    private mutating func skipByteOrderMark() {
        guard end - start >= 3, bytes[start] == 0xEF, bytes[start + 1] == 0xBB,
            bytes[start + 2] == 0xBF
        else { return }
        start += 3
    }

    /// Ends all reading: nothing more is looked at.
    mutating func stop() {
        line = lineCount
        start = end
        at = end
    }

    // MARK: Blanks and lines

    mutating func skipBlanks() {
        isTabbed = false
        while at < end {
            let byte = bytes[at]
            if byte == 0x09 { isTabbed = true } else if byte != 0x20 { break }
            at += 1
        }
        indent = at - start
    }

    /// Goes to the start of the current line's content: `indent` counts its spaces.
    mutating func skipIndentation() {
        at = start
        while at < end, bytes[at] == 0x20 { at += 1 }
        let spaces = at - start
        isTabbed = false
        while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 {
            isTabbed = true
            at += 1
        }
        indent = spaces
    }

    /// Whether only blanks or a comment are left on the line; the blanks are skipped.
    mutating func isLineDone() -> Bool {
        skipBlanks()
        return at >= end || isAtComment
    }

    /// `#` opens a comment at a line's start and after a blank.
    var isAtComment: Bool {
        guard byte == 0x23 else { return false }
        return at == start || Self.isBlank(bytes[at - 1])
    }

    /// Goes to the next line with content, from the line given on; false at the end.
    mutating func findContent(from first: Int) -> Bool {
        var index = first
        while index < lineCount {
            move(to: index)
            skipIndentation()
            if at < end, bytes[at] != 0x23 { return !isAtMarker }
            index += 1
        }
        move(to: lineCount)
        return false
    }

    /// Whether the current line is `---` or `...`, alone or before a blank.
    var isAtMarker: Bool {
        guard !isAtEnd, end - start >= 3 else { return false }
        let first = bytes[start]
        guard first == 0x2D || first == 0x2E else { return false }
        guard bytes[start + 1] == first, bytes[start + 2] == first else { return false }
        return end - start == 3 || Self.isBlank(bytes[start + 3])
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Blank or the line feed that `byte` gives behind a line's end.
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

    static func isFlowIndicator(_ byte: UInt8) -> Bool {
        byte == 0x2C || byte == 0x5B || byte == 0x5D || byte == 0x7B || byte == 0x7D
    }

    // MARK: Text and problems

    func text(_ from: Int, _ to: Int) -> String {
        guard from < to else { return "" }
        return String(
            decoding: UnsafeBufferPointer(start: bytes + from, count: to - from), as: UTF8.self)
    }

    mutating func takeBuffer() -> String {
        let text = String(decoding: buffer, as: UTF8.self)
        buffer.removeAll(keepingCapacity: true)
        return text
    }

    mutating func append(_ from: Int, _ to: Int) {
        guard from < to else { return }
        buffer.append(contentsOf: UnsafeBufferPointer(start: bytes + from, count: to - from))
    }

    /// Says what is wrong without giving up the value.
    mutating func note(
        _ problem: YAMLProblem, _ from: Int, _ to: Int, word: String? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        let word = word ?? text(from, min(to, from + 60))
        notes.append(
            Diagnostic(
                severity, problem.rawValue, problem.message(about: word),
                at: SourceSpan(file, ByteRange(from, to))))
        errorCount += 1
        if errorCount >= Self.errorLimit {
            failed = true
            stop()
        }
    }

    /// Says what is wrong with the rest of the line and gives up the value.
    mutating func fail(_ problem: YAMLProblem, word: String? = nil) {
        note(problem, at, max(at, end), word: word)
        mustDrop = problem == .unsupported
        failed = true
    }

    var hasStopped: Bool { errorCount >= Self.errorLimit }
}
