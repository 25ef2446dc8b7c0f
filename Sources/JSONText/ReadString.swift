import SourceText

/// Strings, in any quotes, closed or not.
extension JSONReader {
    var isAtSmartQuote: Bool { isSmartQuote(at: at) }

    /// U+2018, U+2019, U+201C or U+201D.
    private func isSmartQuote(at index: Int) -> Bool {
        guard index + 3 <= end, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else { return false }
        let last = bytes[index + 2]
        return last == 0x98 || last == 0x99 || last == 0x9C || last == 0x9D
    }

    /// A key holds no quotes; text between quotes may: `"say "hi" now"`.
    mutating func readString(isKey: Bool = false) -> JSONValue {
        let from = at
        innerQuoteLimit = isKey ? -1 : at
        let quote = byte
        buffer.removeAll(keepingCapacity: true)
        if quote != 0x22 { repair(.singleQuotes, from, min(from + 1, end)) }
        at += quote == 0xE2 ? 3 : 1
        if quote == 0x22, let simple = readSimpleString() {
            let range = ByteRange(from, at)
            if !isKey { skipExtraQuote() }
            return JSONValue(.string(simple), range)
        }
        while true {
            if readLineOfString(quote: quote) { break }
            guard hasClosingQuoteBelow(quote) else {
                endAtLineEnd(from: from)
                break
            }
            if document.repairs.last?.kind != .controlCharacter {
                repair(.controlCharacter, at, at)
            }
            buffer.append(0x0A)
            move(to: line + 1)
        }
        let text = String(decoding: buffer, as: UTF8.self)
        buffer.removeAll(keepingCapacity: true)
        return JSONValue(.string(text), ByteRange(from, max(from, at)))
    }

    /// `"text"",`: typed twice.
    private mutating func skipExtraQuote() {
        guard byte == 0x22, endsValue(at + 1) else { return }
        repair(.extraQuote, at, at + 1)
        at += 1
    }

    /// The common case: nothing to decode, nothing to forgive.
    private mutating func readSimpleString() -> String? {
        var index = at
        while index < end {
            let byte = bytes[index]
            if byte == 0x5C || byte < 0x20 { return nil }
            if byte == 0x22 {
                if isInnerQuote(index) { return nil }
                let value = text(at, index)
                at = index + 1
                return value
            }
            index += 1
        }
        return nil
    }

    /// Reads to the closing quote (true) or to the line's end (false).
    private mutating func readLineOfString(quote: UInt8) -> Bool {
        while at < end {
            let byte = bytes[at]
            switch byte {
            case 0x5C:
                readEscape()
                continue
            case 0x22, 0x27, 0x60:
                if byte == quote || (quote == 0xE2 && byte == 0x22) {
                    guard isInnerQuote(at) else {
                        at += 1
                        return true
                    }
                    repair(.badEscape, at, at + 1)
                }
            case 0xE2:
                if quote == 0xE2, isAtSmartQuote {
                    at += 3
                    return true
                }
            case 0x00..<0x20:
                repair(.controlCharacter, at, at + 1)
            default: break
            }
            buffer.append(byte)
            at += 1
        }
        return false
    }

    /// `"say "hi" there",`: a quote with a letter behind it, and a later one that ends the value.
    private mutating func isInnerQuote(_ index: Int) -> Bool {
        if index < innerQuoteLimit { return true }
        guard index + 1 < end, Self.isLetter(bytes[index + 1]), innerQuoteLimit >= 0,
            lineWithoutClosingQuote != line
        else { return false }
        var next = index + 1
        while next < end {
            if bytes[next] == 0x5C {
                next += 2
                continue
            }
            if bytes[next] == bytes[index], endsValue(next + 1) {
                innerQuoteLimit = next
                return true
            }
            if bytes[next] == 0x2C || bytes[next] == 0x3A { break }
            next += 1
        }
        if next >= end { lineWithoutClosingQuote = line }
        return false
    }

    private func endsValue(_ from: Int) -> Bool {
        var index = from
        while index < end, Self.isBlank(bytes[index]) { index += 1 }
        guard index < end else { return true }
        return bytes[index] == 0x2C || bytes[index] == 0x7D || bytes[index] == 0x5D
    }

    // MARK: Strings without an end on their line

    /// Whether the next quote below closes this string: then it runs over lines. If words follow
    /// that quote, it opens the next string, and this one lacks its own.
    private func hasClosingQuoteBelow(_ quote: UInt8) -> Bool {
        guard quote == 0x22 else { return false }
        var below = line + 1
        while below < lineCount {
            var index = min(Int(lines[below].start), count)
            let limit = min(Int(lines[below].end), count)
            let first = index
            while index < limit {
                if bytes[index] == 0x5C {
                    index += 2
                    continue
                }
                if bytes[index] == 0x22 {
                    return index > first && closes(index + 1, limit)
                }
                index += 1
            }
            below += 1
        }
        return false
    }

    private func closes(_ from: Int, _ limit: Int) -> Bool {
        var index = from
        while index < limit, Self.isBlank(bytes[index]) { index += 1 }
        guard index < limit else { return true }
        return bytes[index] == 0x2C || bytes[index] == 0x7D || bytes[index] == 0x5D
    }

    /// Ends the string at its line's end; a comma there is not part of it, nor are the closing
    /// brackets of the last line.
    private mutating func endAtLineEnd(from: Int) {
        var to = at
        let isLastLine = line + 1 >= lineCount
        while to > from + 1 {
            let byte = bytes[to - 1]
            let isCloser = isLastLine && (byte == 0x7D || byte == 0x5D)
            guard Self.isBlank(byte) || byte == 0x2C || isCloser else { break }
            to -= 1
        }
        buffer.removeLast(min(buffer.count, at - to))
        repair(.missingQuote, from, to)
        at = to
    }
}
