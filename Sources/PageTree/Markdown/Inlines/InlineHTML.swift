import SourceText

extension InlineReader {
    /// One past a tag, comment, instruction, declaration or CDATA section.
    mutating func scanInlineHTML(at start: Int) -> Int? {
        guard start + 1 < end else { return nil }
        switch bytes[start + 1] {
        case 0x21: return scanDeclaration(at: start)
        case 0x3F: return find("?>", from: start + 2, flag: 1)
        default: break
        }
        return readTag(at: start, .commonMark)?.end
    }

    /// A tag that ends in this text. One that is longer than most is looked for only as often as
    /// the text is long, for what opens a quote or a brace may end nowhere.
    mutating func readTag(at start: Int, _ grammar: TagGrammar) -> ScannedTag? {
        let near = min(end, start + longestTag)
        if let tag = scanTag(bytes, at: start, before: near, grammar) { return tag }
        guard near < end, longTagBudget > 0 else { return nil }
        longTagBudget -= end - start
        return scanTag(bytes, at: start, before: end, grammar)
    }

    private mutating func scanDeclaration(at start: Int) -> Int? {
        guard start + 2 < end else { return nil }
        let next = bytes[start + 2]
        if next == 0x2D {
            guard start + 3 < end, bytes[start + 3] == 0x2D else { return nil }
            if start + 4 < end, bytes[start + 4] == 0x3E { return start + 5 }
            if start + 5 < end, bytes[start + 4] == 0x2D, bytes[start + 5] == 0x3E {
                return start + 6
            }
            return find("-->", from: start + 4, flag: 2)
        }
        if next == 0x5B {
            guard start + 9 <= end, equalsExactly("[CDATA[", start + 2) else { return nil }
            return find("]]>", from: start + 9, flag: 4)
        }
        return isLetter(next) ? find(">", from: start + 3, flag: 8) : nil
    }

    private func equalsExactly(_ text: StaticString, _ start: Int) -> Bool {
        guard start + text.utf8CodeUnitCount <= end else { return false }
        var offset = 0
        while offset < text.utf8CodeUnitCount {
            if bytes[start + offset] != text.utf8Start[offset] { return false }
            offset += 1
        }
        return true
    }

    /// One past the next occurrence; a search in vain is not made again in this run.
    private mutating func find(_ text: StaticString, from start: Int, flag: UInt8) -> Int? {
        guard missingEnds & flag == 0 else { return nil }
        var position = start
        while position < end {
            if equalsExactly(text, position) { return position + text.utf8CodeUnitCount }
            position += 1
        }
        missingEnds |= flag
        return nil
    }
}
