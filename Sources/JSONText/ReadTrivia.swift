import SourceText

/// Blanks, line ends and comments between values.
extension JSONReader {
    mutating func skipTrivia() {
        while !isAtEnd {
            if at >= end {
                move(to: line + 1)
                continue
            }
            switch bytes[at] {
            case 0x20, 0x09:
                at += 1
            case 0x2F:
                if byte(1) == 0x2F {
                    takeComment(from: at, textFrom: at + 2, to: end)
                } else if byte(1) == 0x2A {
                    readBlockComment(opening: 2, first: 0x2A, second: 0x2F)
                } else {
                    return
                }
            case 0x23:
                guard at == start || Self.isBlank(bytes[at - 1]) else { return }
                guard isHashComment() else { return }
                takeComment(from: at, textFrom: at + 1, to: end)
            case 0x3C:
                guard has("<!--") else { return }
                readBlockComment(opening: 4, first: 0x2D, second: 0x3E)
            case 0xC2:
                guard byte(1) == 0xA0 else { return }
                repair(.controlCharacter, at, at + 2)
                at += 2
            case 0x0B, 0x0C:
                repair(.controlCharacter, at, at + 1)
                at += 1
            default:
                return
            }
        }
    }

    /// `# text`, `#text` on a line of its own; but `#fff` as a value is a word.
    private func isHashComment() -> Bool {
        let next = byte(1)
        if next == 0x20 || next == 0x09 || next == 0x0A || next == 0x23 { return true }
        var index = start
        while index < at, Self.isBlank(bytes[index]) { index += 1 }
        return index == at
    }

    private mutating func takeComment(from: Int, textFrom: Int, to: Int) {
        var (first, last) = (textFrom, to)
        while first < last, Self.isCommentMark(bytes[first]) { first += 1 }
        while last > first, Self.isBlank(bytes[last - 1]) { last -= 1 }
        let text = text(first, last)
        repair(.comment, from, to)
        if saysElision(first, last) {
            repair(.elision, first, last)
        } else if !text.isEmpty {
            comments.append(Comment(text: text, line: line))
        }
        at = to
    }

    private static func isCommentMark(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == 0x2F || byte == 0x23 || byte == 0x2A
    }

    /// A comment that begins or ends with an ellipsis says that something is left out.
    private func saysElision(_ from: Int, _ to: Int) -> Bool {
        guard to - from >= 3 else { return false }
        return isEllipsis(at: from, before: to) || isEllipsis(at: to - 3, before: to)
    }

    func isEllipsis(at index: Int, before limit: Int) -> Bool {
        guard index >= 0, index + 3 <= limit else { return false }
        if bytes[index] == 0x2E { return bytes[index + 1] == 0x2E && bytes[index + 2] == 0x2E }
        return bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA6
    }

    /// `/* … */` or `<!-- … -->`, over lines; one that is never closed ends the text.
    private mutating func readBlockComment(opening: Int, first: UInt8, second: UInt8) {
        let from = at
        let firstLine = line
        at += opening
        while !isAtEnd {
            while at + 1 < end {
                if bytes[at] == first, bytes[at + 1] == second {
                    closeBlockComment(from: from, textFrom: from + opening, firstLine: firstLine)
                    return
                }
                at += 1
            }
            move(to: line + 1)
        }
        repair(.comment, from, max(from, end))
    }

    private mutating func closeBlockComment(from: Int, textFrom: Int, firstLine: Int) {
        let close = at + 2
        guard line == firstLine else {
            repair(.comment, from, close)
            at = close
            return
        }
        var textEnd = at
        while textEnd > textFrom, bytes[textEnd - 1] == 0x2D { textEnd -= 1 }
        takeComment(from: from, textFrom: textFrom, to: textEnd)
        at = close
        let last = document.repairs.count - 1
        if last >= 0, document.repairs[last].kind == .comment {
            document.repairs[last].range = ByteRange(from, close)
        }
    }
}
