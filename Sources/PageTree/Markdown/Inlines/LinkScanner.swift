import SourceText

/// The parts of links and of their definitions, scanned over contiguous text.
///
/// Every function starts at `index` and never reads at or past `end`.
struct LinkScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let end: Int

    /// `[label]`; the label's range, without brackets.
    func label(at start: Int) -> ByteRange? {
        guard start < end, bytes[start] == 0x5B else { return nil }
        let limit = min(end, start + 1001)
        var index = start + 1
        var hasText = false
        while index < limit {
            switch bytes[index] {
            case 0x5D:
                return hasText ? ByteRange(start + 1, index) : nil
            case 0x5B:
                return nil
            case 0x5C:
                index += 1
                hasText = true
            case 0x20, 0x09, 0x0A, 0x0D:
                break
            default:
                hasText = true
            }
            index += 1
        }
        return nil
    }

    /// `<destination>` or a bare one with balanced parentheses.
    func destination(at start: Int) -> (text: ByteRange, next: Int)? {
        guard start < end else { return nil }
        if bytes[start] == 0x3C { return angleDestination(at: start) }
        if let tag = templateDestination(at: start) { return tag }
        var depth = 0
        var index = start
        scan: while index < end {
            switch bytes[index] {
            case 0x00...0x20, 0x7F:
                break scan
            case 0x5C where index + 1 < end && isPunctuation(bytes[index + 1]):
                index += 1
            case 0x28:
                depth += 1
                if depth > 32 { return nil }
            case 0x29:
                if depth == 0 { break scan }
                depth -= 1
            default:
                break
            }
            index += 1
        }
        return depth == 0 ? (ByteRange(start, index), index) : nil
    }

    /// `{{< relref "entities/Note" >}}`, `{% link notes.md %}`: a tag that a template turns into an
    /// address; blanks in it end nothing.
    private func templateDestination(at start: Int) -> (text: ByteRange, next: Int)? {
        guard start + 2 < end, bytes[start] == 0x7B,
            bytes[start + 1] == 0x7B || bytes[start + 1] == 0x25
        else { return nil }
        let close: UInt8 = bytes[start + 1] == 0x7B ? 0x7D : 0x25
        var index = start + 2
        let limit = min(end - 1, start + 300)
        while index < limit, !isLineEnd(bytes[index]) {
            if bytes[index] == close, bytes[index + 1] == 0x7D {
                return (ByteRange(start, index + 2), index + 2)
            }
            index += 1
        }
        return nil
    }

    private func angleDestination(at start: Int) -> (text: ByteRange, next: Int)? {
        var index = start + 1
        while index < end {
            switch bytes[index] {
            case 0x3E: return (ByteRange(start + 1, index), index + 1)
            case 0x3C, 0x0A, 0x0D: return nil
            case 0x5C: index += 1
            default: break
            }
            index += 1
        }
        return nil
    }

    /// `"title"`, `'title'` or `(title)`; the range without quotes.
    func title(at start: Int) -> (text: ByteRange, next: Int)? {
        guard start < end else { return nil }
        let open = bytes[start]
        guard open == 0x22 || open == 0x27 || open == 0x28 else { return nil }
        let close: UInt8 = open == 0x28 ? 0x29 : open
        var index = start + 1
        while index < end {
            let byte = bytes[index]
            if byte == close { return (ByteRange(start + 1, index), index + 1) }
            if byte == 0x28, open == 0x28 { return nil }
            index += byte == 0x5C ? 2 : 1
        }
        return nil
    }

    /// White space with line endings; paragraphs hold no blank lines.
    func skipWhite(_ start: Int) -> Int {
        var index = start
        while index < end, isSpace(bytes[index]) || isLineEnd(bytes[index]) { index += 1 }
        return index
    }

    func skipSpaces(_ start: Int) -> Int {
        var index = start
        while index < end, isSpace(bytes[index]) { index += 1 }
        return index
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// Whether only spaces are left on the line.
    func endsLine(_ start: Int) -> Bool {
        let index = skipSpaces(start)
        return index >= end || isLineEnd(bytes[index])
    }
}

/// ASCII punctuation: what a backslash can protect.
func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
}
