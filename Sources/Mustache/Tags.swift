import SourceText

/// One tag of a template, as written.
struct Tag {
    enum Kind: UInt8 {
        case variable, unescaped, section, inverted, close, partial, parent, block, comment
        case delimiters
    }

    let kind: Kind
    /// The tag with its delimiters.
    let range: ByteRange
    let name: ByteRange
    /// Where the line of the tag begins, if nothing but whitespace stands before it.
    let lineStart: Int?
    /// Where the next line begins, if nothing but whitespace stands behind it.
    let nextLine: Int?
}

/// Finds every tag; what does not parse is a diagnostic and is left out.
func tags(of source: SourceFile, as id: FileID) -> (tags: [Tag], notes: [Diagnostic]) {
    var scan = TagScan(id: id)
    source.bytes.withUnsafeBufferPointer { bytes in
        var index = 0
        while index < bytes.count {
            guard starts(bytes, with: scan.open, at: index) else {
                index += 1
                continue
            }
            index = scan.readTag(bytes, at: index)
        }
    }
    return (scan.tags, scan.notes)
}

private typealias Bytes = UnsafeBufferPointer<UInt8>

private struct TagScan {
    let id: FileID
    var tags: [Tag] = []
    var notes: [Diagnostic] = []
    var open: [UInt8] = [0x7B, 0x7B]
    var close: [UInt8] = [0x7D, 0x7D]

    init(id: FileID) {
        self.id = id
    }

    /// Reads the tag at `start` and returns where to go on.
    mutating func readTag(_ bytes: Bytes, at start: Int) -> Int {
        let inner = start + open.count
        let (kind, width) = sigil(bytes, at: inner)
        let isTriple = kind == .unescaped && bytes[inner] == 0x7B
        let ending: [UInt8] =
            switch kind {
            case .delimiters: [0x3D] + close
            case .unescaped where isTriple: [0x7D] + close
            default: close
            }
        var end = inner + width
        while end < bytes.count, !starts(bytes, with: ending, at: end) { end += 1 }
        guard end < bytes.count else {
            note("this tag is never closed", ByteRange(start, min(inner + 1, bytes.count)))
            return bytes.count
        }
        let name = trimmed(bytes, inner + width, end)
        let next = end + ending.count
        let tag = Tag(
            kind: kind, range: ByteRange(start, next), name: name,
            lineStart: lineStart(bytes, before: start), nextLine: nextLine(bytes, after: next))
        if kind == .delimiters { setDelimiters(bytes, name) }
        if kind != .comment, kind != .delimiters, name.isEmpty {
            note("this tag names nothing", tag.range)
        } else {
            tags.append(tag)
        }
        return next
    }

    func sigil(_ bytes: Bytes, at index: Int) -> (kind: Tag.Kind, width: Int) {
        guard index < bytes.count else { return (.variable, 0) }
        switch bytes[index] {
        case 0x21: return (.comment, 1)
        case 0x23: return (.section, 1)
        case 0x24: return (.block, 1)
        case 0x26: return (.unescaped, 1)
        case 0x2F: return (.close, 1)
        case 0x3C: return (.parent, 1)
        case 0x3D: return (.delimiters, 1)
        case 0x3E: return (.partial, 1)
        case 0x5E: return (.inverted, 1)
        case 0x7B where open == [0x7B, 0x7B]: return (.unescaped, 1)
        default: return (.variable, 0)
        }
    }

    /// `<% %>` between the equals signs: two words without an equals sign.
    mutating func setDelimiters(_ bytes: Bytes, _ range: ByteRange) {
        var words: [[UInt8]] = [[]]
        var index = Int(range.start)
        while index < Int(range.end) {
            if isSpace(bytes[index]) {
                if words.last?.isEmpty == false { words.append([]) }
            } else {
                words[words.count - 1].append(bytes[index])
            }
            index += 1
        }
        guard words.count == 2, !words[1].isEmpty, !words[0].contains(0x3D),
            !words[1].contains(0x3D)
        else {
            note("new delimiters are two words without an equals sign", range)
            return
        }
        open = words[0]
        close = words[1]
    }

    mutating func note(_ message: String, _ range: ByteRange) {
        notes.append(Message.syntax(message, at: SourceSpan(id, range)))
    }
}

private func starts(_ bytes: Bytes, with word: [UInt8], at index: Int) -> Bool {
    guard index + word.count <= bytes.count else { return false }
    var offset = 0
    while offset < word.count {
        if bytes[index + offset] != word[offset] { return false }
        offset += 1
    }
    return true
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

private func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0A || byte == 0x0D }

private func trimmed(_ bytes: Bytes, _ start: Int, _ end: Int) -> ByteRange {
    var start = start
    var end = end
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return ByteRange(start, end)
}

private func lineStart(_ bytes: Bytes, before index: Int) -> Int? {
    var start = index
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    return start == 0 || bytes[start - 1] == 0x0A ? start : nil
}

private func nextLine(_ bytes: Bytes, after index: Int) -> Int? {
    var end = index
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    if end < bytes.count, bytes[end] == 0x0D, end + 1 < bytes.count, bytes[end + 1] == 0x0A {
        end += 1
    }
    if end == bytes.count { return end }
    return bytes[end] == 0x0A ? end + 1 : nil
}
