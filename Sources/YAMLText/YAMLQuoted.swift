import SourceText

/// Quoted scalars: `'it''s'` and `"tab\t"`, over one line or many.
extension YAMLReader {
    /// The scalar at an opening quote; the reader then stands behind the closing one.
    mutating func readQuoted(parent: Int) -> YAMLValue.Scalar {
        let isDouble = byte == 0x22
        let opening = at
        at += 1
        if let simple = readSimpleQuoted(quote: isDouble ? 0x22 : 0x27) {
            return .init(text: simple, style: isDouble ? .doubleQuoted : .singleQuoted)
        }
        buffer.removeAll(keepingCapacity: true)
        while !failed {
            let stop = isDouble ? readDoubleLine() : readSingleLine()
            if stop == .closed || failed { break }
            guard foldToNextLine(parent: parent, isJoined: stop == .joined) else {
                note(.openQuote, opening, min(opening + 1, count))
                failed = true
                break
            }
        }
        return .init(text: takeBuffer(), style: isDouble ? .doubleQuoted : .singleQuoted)
    }

    /// Why reading stopped: the closing quote, the line's end, or a backslash before it.
    private enum LineStop {
        case closed, folded, joined
    }

    /// The common case: one line, nothing to decode.
    private mutating func readSimpleQuoted(quote: UInt8) -> String? {
        var index = at
        while index < end {
            let byte = bytes[index]
            if byte == 0x5C, quote == 0x22 { return nil }
            if byte == quote {
                if quote == 0x27, index + 1 < end, bytes[index + 1] == quote { return nil }
                let text = text(at, index)
                at = index + 1
                return text
            }
            index += 1
        }
        return nil
    }

    /// Blanks around a line's end do not count, and blank lines become line feeds.
    private mutating func foldToNextLine(parent: Int, isJoined: Bool) -> Bool {
        var blankLines = 0
        while true {
            guard line + 1 < lineCount else { return false }
            move(to: line + 1)
            guard !isAtMarker else { return false }
            skipIndentation()
            if at < end { break }
            blankLines += 1
        }
        guard indent > parent else { return false }
        if blankLines > 0 || !isJoined { fold(blankLines + 1) }
        return true
    }

    /// Reads to the closing quote or to the line's end, blanks there removed.
    private mutating func readSingleLine() -> LineStop {
        let from = buffer.count
        while at < end {
            let byte = bytes[at]
            at += 1
            if byte == 0x27 {
                guard at < end, bytes[at] == 0x27 else { return .closed }
                at += 1
            }
            buffer.append(byte)
        }
        trimBlanks(downTo: from)
        return .folded
    }

    private mutating func readDoubleLine() -> LineStop {
        var kept = buffer.count
        while at < end {
            let byte = bytes[at]
            if byte == 0x22 {
                at += 1
                return .closed
            }
            if byte == 0x5C {
                guard at + 1 < end else {
                    at = end
                    return .joined
                }
                readEscape()
                kept = buffer.count
                if failed { return .folded }
                continue
            }
            buffer.append(byte)
            at += 1
        }
        trimBlanks(downTo: kept)
        return .folded
    }

    private mutating func trimBlanks(downTo limit: Int) {
        while buffer.count > limit, let last = buffer.last, Self.isBlank(last) {
            buffer.removeLast()
        }
    }
}
