import SourceText

/// Reads the head of a page that is written in TOML, between two rows of `+++`, into the values
/// that a head in YAML has, so that nobody behind it need know which it was.
///
/// Keys, tables, arrays of tables, strings, arrays and inline tables are read. Numbers, dates and
/// Booleans keep their spelling. What is none of these costs its line, and a note names it.
package func readTOML(
    _ lines: [LineSlice], of source: SourceFile, as id: FileID
) -> (value: YAMLValue?, notes: [Diagnostic]) {
    guard let first = lines.first, let last = lines.last else { return (nil, []) }
    let range = ByteRange(Int(first.start), Int(last.end))
    var reader = TOMLReader(source: source, at: Int(first.start), end: Int(last.end), file: id)
    reader.readTables()
    let value = reader.tables.value(range)
    return (value, reader.notes)
}

/// A place in the text of a head, the tables so far, and what could not be read.
struct TOMLReader {
    let source: SourceFile
    let bytes: [UInt8]
    var at: Int
    let end: Int
    let file: FileID
    var tables = TOMLTables()
    var notes: [Diagnostic] = []
    var depth = 0

    static let depthLimit = 30
    static let tableLimit = 1000
    static let noteLimit = 20

    init(source: SourceFile, at: Int, end: Int, file: FileID) {
        self.source = source
        bytes = source.bytes
        self.at = at
        self.end = end
        self.file = file
    }

    var byte: UInt8 { at < end ? bytes[at] : 0x0A }

    /// Every table header and every key until the text ends or too much of it is wrong.
    mutating func readTables() {
        while notes.count < Self.noteLimit, skipSpace(overLines: true) {
            let start = at
            let isHeader = byte == 0x5B
            let isRead = isHeader ? readHeader() : readKeyAndValue()
            if isRead, skipSpace(overLines: false), isEndOfLine { continue }
            note(start)
            // What stands below a header that is none belongs to no table that was read.
            if isHeader { tables.openNowhere() }
            at = start
            skipLine()
        }
    }

    var isEndOfLine: Bool { at >= end || byte == 0x0A || byte == 0x0D }

    /// `[table]` and `[[array.of.tables]]`.
    private mutating func readHeader() -> Bool {
        at += 1
        let isElement = byte == 0x5B
        if isElement { at += 1 }
        guard let path = readPath(), byte == 0x5D else { return false }
        at += 1
        if isElement {
            guard byte == 0x5D else { return false }
            at += 1
        }
        return tables.open(path, isElement: isElement, limit: Self.tableLimit)
    }

    private mutating func readKeyAndValue() -> Bool {
        let start = at
        guard let (path, value) = readPathAndValue(), skipSpace(overLines: false), isEndOfLine
        else { return false }
        if !tables.add(value, at: path) {
            let words = "'\(path[path.count - 1].0)' is here a second time; its first value counts"
            notes.append(
                Diagnostic(.error, "toml-head", words, at: SourceSpan(file, ByteRange(start, at))))
        }
        return true
    }

    /// `key = value`; of a dotted key the last part, in mappings of the others.
    mutating func readEntry() -> YAMLValue.Entry? {
        guard let (path, value) = readPathAndValue() else { return nil }
        var entry = YAMLValue.Entry(
            key: path[path.count - 1].0, keyRange: path[path.count - 1].1, value: value)
        for (key, range) in path.dropLast().reversed() {
            entry = .init(
                key: key, keyRange: range, value: YAMLValue(.mapping([entry]), value.range))
        }
        return entry
    }

    private mutating func readPathAndValue() -> (path: [(String, ByteRange)], value: YAMLValue)? {
        guard let path = readPath(), byte == 0x3D else { return nil }
        at += 1
        guard skipSpace(overLines: false), let value = readValue() else { return nil }
        return (path, value)
    }

    /// Keys with points between them, and the space behind them.
    private mutating func readPath() -> [(String, ByteRange)]? {
        var path: [(String, ByteRange)] = []
        while path.count < Self.depthLimit {
            guard skipSpace(overLines: false) else { return nil }
            let start = at
            if byte == 0x22 || byte == 0x27 {
                guard let key = readString() else { return nil }
                path.append((key.text, ByteRange(start, at)))
            } else {
                while isOfKey(byte) { at += 1 }
                guard at > start else { return nil }
                path.append((text(start, at), ByteRange(start, at)))
            }
            _ = skipSpace(overLines: false)
            guard byte == 0x2E else { return path }
            at += 1
        }
        return nil
    }

    private func isOfKey(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x80...: true
        default: false
        }
    }

    /// Skips blanks and comments, over line ends if wanted; false at the end of the text.
    mutating func skipSpace(overLines: Bool) -> Bool {
        while at < end {
            switch bytes[at] {
            case 0x20, 0x09: at += 1
            case 0x0A, 0x0D:
                guard overLines else { return true }
                at += 1
            case 0x23: while at < end, bytes[at] != 0x0A { at += 1 }
            default: return true
            }
        }
        return overLines ? false : true
    }

    private mutating func skipLine() {
        while at < end, bytes[at] != 0x0A { at += 1 }
    }

    func text(_ from: Int, _ to: Int) -> String {
        String(decoding: bytes[from..<to], as: UTF8.self)
    }

    private mutating func note(_ start: Int) {
        var stop = start
        while stop < end, bytes[stop] != 0x0A, stop < start + 60 { stop += 1 }
        notes.append(
            Diagnostic(
                .error, "toml-head", "'\(text(start, stop))' is no key with a value, and no table",
                at: SourceSpan(file, ByteRange(start, stop))))
    }
}
