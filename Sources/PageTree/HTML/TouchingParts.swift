import SourceText

/// Parts that only a style sheet keeps apart: `<span>GET</span><span>/books</span>`.
///
/// Markup alone parts no word, as in `/books/<i>id</i>` or `high<b>light</b>`. But where one element
/// ends and another begins, and letters meet letters, a reader sees two words.
extension HTMLReader {
    /// Whether what begins at a place is apart from the text that ended before the tags between.
    func isApart(at start: Int, from lastEnd: Int) -> Bool {
        guard lastEnd > 0, start > lastEnd, start < end, closesAndOpens(from: lastEnd, to: start)
        else { return false }
        let right = bytes[start]
        if isCapitalsAlone(before: lastEnd), right == 0x2F || right == 0x7B { return true }
        guard !isInsideCode(since: lastEnd), isWordByte(right), !isLoneLetter(at: start) else {
            return false
        }
        switch bytes[lastEnd - 1] {
        case 0x3A, 0x2C, 0x29: return true
        default: return isWordByte(bytes[lastEnd - 1])
        }
    }

    /// Whether an element ends right here and another begins last; comments count for nothing.
    private func closesAndOpens(from start: Int, to limit: Int) -> Bool {
        guard start + 1 < limit, bytes[start] == 0x3C, bytes[start + 1] == 0x2F else {
            return false
        }
        var index = start
        var opens = false
        while index + 1 < limit {
            if bytes[index] == 0x3C {
                opens = isLetter(bytes[index + 1])
            }
            index += 1
        }
        return opens
    }

    /// `<b>GET</b>`: an element of three to seven capitals and nothing else.
    private func isCapitalsAlone(before limit: Int) -> Bool {
        var index = limit
        while index > 0, limit - index <= 7, bytes[index - 1] >= 0x41, bytes[index - 1] <= 0x5A {
            index -= 1
        }
        return index > 0 && limit - index >= 3 && limit - index <= 7 && bytes[index - 1] == 0x3E
    }

    /// `<span>7</span><span>s</span>`: a letter alone goes with what stands before it.
    private func isLoneLetter(at start: Int) -> Bool {
        isLetter(bytes[start]) && start + 1 < end && bytes[start + 1] == 0x3C
    }

    /// Whether the code around holds what stood before too: there, tags only color.
    private func isInsideCode(since place: Int) -> Bool {
        var index = open.count - 1
        while index > 0, open[index].kind == .inline {
            let name = open[index].name
            if open[index].start < place,
                isNamed(name, "code") || isNamed(name, "kbd") || isNamed(name, "samp")
            {
                return true
            }
            index -= 1
        }
        return false
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == 0x5F
    }
}
