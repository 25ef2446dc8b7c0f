import SourceText

extension RSTReader {
    /// Reads what a line of plain text begins: a title, a definition list or a paragraph.
    mutating func readText(
        at index: Int, _ region: RSTRegion, in parent: Int, mayHoldTitles: Bool
    ) -> Int {
        let next = index + 1
        guard next < region.last, !lines[next].isBlank else {
            return readParagraph(index, next, region, in: parent)
        }
        if lines[next].column > region.base {
            return readDefinitionList(at: index, region, in: parent)
        }
        if isAdornment(lines[next]), isUnderline(next, of: index, mayHoldTitles) {
            return readUnderlinedTitle(at: index, in: parent, mayHoldTitles: mayHoldTitles)
        }
        var last = next
        while last < region.last, !lines[last].isBlank, lines[last].column <= region.base {
            last += 1
        }
        if last < region.last, !lines[last].isBlank {
            note(.unexpectedIndentation, lines[last].text, lines[last].end)
        }
        return readParagraph(index, last, region, in: parent)
    }

    /// Adds a paragraph and, if it ends in `::`, the literal block behind it.
    private mutating func readParagraph(
        _ first: Int, _ last: Int, _ region: RSTRegion, in parent: Int
    ) -> Int {
        guard announcesLiteral(lines[last - 1]) else {
            addParagraph(first, last, in: parent)
            return last
        }
        dropColons(first, last)
        let end = lines[last - 1].isBlank ? last - 1 : last
        if end > first { addParagraph(first, end, in: parent) }
        return readLiteralBlock(after: last, region, in: parent)
    }

    mutating func addParagraph(_ first: Int, _ last: Int, in parent: Int) {
        let node = add(.paragraph, lines[first].text, lines[last - 1].end, in: parent)
        addInlines(first, last, in: node)
    }

    /// Whether a line ends in `::` that no backslash protects.
    private func announcesLiteral(_ line: RSTLine) -> Bool {
        guard line.end - line.text >= 2, bytes[line.end - 1] == 0x3A, bytes[line.end - 2] == 0x3A
        else { return false }
        var index = line.end - 2
        while index > line.text, bytes[index - 1] == 0x5C { index -= 1 }
        return (line.end - 2 - index) % 2 == 0
    }

    /// "text::" keeps one colon, "text ::" and a line of its own keep none.
    private mutating func dropColons(_ first: Int, _ last: Int) {
        var end = lines[last - 1].end - 2
        let start = lines[last - 1].text
        if end == start || bytes[end - 1] == 0x20 {
            while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        } else {
            end += 1
        }
        lines[last - 1].end = end
    }

    /// Adds the inlines of a part of one line, such as a term or a title.
    mutating func addInlines(from start: Int, to end: Int, in parent: Int) {
        guard start < end else { return }
        lines.append(RSTLine(text: start, end: end, next: end, column: 0))
        addInlines(lines.count - 1, lines.count, in: parent)
        lines.removeLast()
    }
}
