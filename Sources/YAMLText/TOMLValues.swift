import SourceText

/// Values behind `=`.
extension TOMLReader {
    /// The value that begins here; none where it has no end.
    mutating func readValue() -> YAMLValue? {
        let start = at
        switch byte {
        case 0x22, 0x27:
            return readString().map { YAMLValue(.scalar($0), ByteRange(start, at)) }
        case 0x5B:
            return readList(closing: 0x5D) { $0.readValue() }.map {
                YAMLValue(.sequence($0), ByteRange(start, at))
            }
        case 0x7B:
            return readList(closing: 0x7D) { $0.readEntry() }.map {
                YAMLValue(.mapping($0), ByteRange(start, at))
            }
        default:
            while !isEndOfLine, !isMark(byte) { at += 1 }
            var stop = at
            while stop > start, bytes[stop - 1] == 0x20 || bytes[stop - 1] == 0x09 { stop -= 1 }
            guard stop > start else { return nil }
            return YAMLValue(
                .scalar(.init(text: text(start, stop), style: .plain)), ByteRange(start, stop))
        }
    }

    private func isMark(_ byte: UInt8) -> Bool {
        [0x2C, 0x5D, 0x7D, 0x23, 0x3D].contains(byte)
    }

    /// Elements between brackets, over as many lines as they take.
    private mutating func readList<Element>(
        closing: UInt8, _ read: (inout TOMLReader) -> Element?
    ) -> [Element]? {
        guard depth < Self.depthLimit else { return nil }
        depth += 1
        defer { depth -= 1 }
        at += 1
        var elements: [Element] = []
        while skipSpace(overLines: true) {
            if byte == closing {
                at += 1
                return elements
            }
            guard let element = read(&self) else { return nil }
            elements.append(element)
            guard skipSpace(overLines: true) else { return nil }
            if byte == 0x2C { at += 1 } else if byte != closing { return nil }
        }
        return nil
    }

    /// `"…"`, `'…'`, and both in three quotes over several lines.
    mutating func readString() -> YAMLValue.Scalar? {
        let quote = byte
        if at + 2 < end, bytes[at + 1] == quote, bytes[at + 2] == quote { return readLines(quote) }
        let style: YAMLValue.Style = quote == 0x22 ? .doubleQuoted : .singleQuoted
        at += 1
        var content: [UInt8] = []
        while !isEndOfLine {
            if byte == quote {
                at += 1
                return .init(text: String(decoding: content, as: UTF8.self), style: style)
            }
            if byte == 0x5C, quote == 0x22 {
                guard let scalar = readEscape() else { return nil }
                content += Array(String(Character(scalar)).utf8)
            } else {
                content.append(byte)
                at += 1
            }
        }
        return nil
    }

    /// The lines between three quotes, as they stand on the page: their Markdown has its places.
    private mutating func readLines(_ quote: UInt8) -> YAMLValue.Scalar? {
        at += 3
        var from = at
        if byte == 0x0D { from += 1 }
        if from < end, bytes[from] == 0x0A { from += 1 }
        while at < end {
            if bytes[at] == quote, at + 2 < end, bytes[at + 1] == quote, bytes[at + 2] == quote {
                let stop = max(from, at)
                at += 3
                if quote == 0x22, bytes[from..<stop].contains(0x5C) {
                    return decoded(from, stop).map { .init(text: $0, style: .doubleQuoted) }
                }
                let lines = source.lines(in: ByteRange(from, stop))
                return .init(text: text(from, stop), style: .literal, lines: lines)
            }
            at += byte == 0x5C && quote == 0x22 ? 2 : 1
        }
        return nil
    }

    /// The text of lines with escapes; a backslash at the end of a line joins it with the next.
    private mutating func decoded(_ from: Int, _ stop: Int) -> String? {
        let next = at
        defer { at = next }
        at = from
        var content: [UInt8] = []
        while at < stop {
            guard bytes[at] == 0x5C else {
                content.append(bytes[at])
                at += 1
                continue
            }
            let line = bytes[(at + 1)..<stop].prefix { $0 != 0x0A }
            if line.allSatisfy({ $0 <= 0x20 }) {
                at += 1
                while at < stop, bytes[at] <= 0x20 { at += 1 }
            } else {
                guard let scalar = readEscape() else { return nil }
                content += Array(String(Character(scalar)).utf8)
            }
        }
        return String(decoding: content, as: UTF8.self)
    }

    /// The character behind a backslash.
    private mutating func readEscape() -> Unicode.Scalar? {
        at += 1
        defer { at += 1 }
        switch byte {
        case 0x62: return "\u{08}"
        case 0x74: return "\t"
        case 0x6E: return "\n"
        case 0x66: return "\u{0C}"
        case 0x72: return "\r"
        case 0x65: return "\u{1B}"
        case 0x22, 0x5C: return Unicode.Scalar(byte)
        case 0x75: return readDigits(4)
        case 0x55: return readDigits(8)
        default: return nil
        }
    }

    private mutating func readDigits(_ count: Int) -> Unicode.Scalar? {
        guard at + count < end, let value = UInt32(text(at + 1, at + 1 + count), radix: 16)
        else { return nil }
        at += count
        return Unicode.Scalar(value)
    }
}
