import SourceText

extension RSTReader {
    /// Reads the block that `::` announced: indented, or quoted by a mark on every line.
    mutating func readLiteralBlock(after index: Int, _ region: RSTRegion, in parent: Int) -> Int {
        let start = skippingBlanks(from: index, to: region.last)
        guard start < region.last else {
            let place = index < lines.count ? lines[index].text : bytes.count
            note(.literalMissing, place, place)
            return region.last
        }
        guard lines[start].column > region.base else {
            return readQuotedLiteral(at: start, region, in: parent)
        }
        let block = indented(from: start, to: region.last, base: region.base)
        addCode(block, .literal, info: .empty, in: parent)
        if !isSetOff(block.last, region) { noteUnindent(.literalBlock, at: block.last) }
        return block.last
    }

    private mutating func readQuotedLiteral(
        at start: Int, _ region: RSTRegion, in parent: Int
    ) -> Int {
        let quote = bytes[lines[start].text]
        guard isPunctuation(quote) else {
            note(.literalMissing, lines[start].text, lines[start].text)
            return start
        }
        var end = start
        while end < region.last, !lines[end].isBlank, lines[end].column <= region.base,
            bytes[lines[end].text] == quote
        {
            end += 1
        }
        let block = RSTRegion(first: start, last: end, base: region.base)
        addCode(block, .quoted, info: .empty, in: parent)
        if end < region.last, !lines[end].isBlank {
            let isIndented = lines[end].column > region.base
            note(
                isIndented ? .unexpectedIndentation : .mixedQuoting, lines[end].text, lines[end].end
            )
        }
        return end
    }

    mutating func readDoctest(at start: Int, _ region: RSTRegion, in parent: Int) -> Int {
        var end = start
        while end < region.last, !lines[end].isBlank { end += 1 }
        let block = RSTRegion(first: start, last: end, base: region.base)
        addCode(block, .literal, info: .empty, in: parent)
        return end
    }

    /// Adds a code block of the lines of a region, blank ones at its ends left out.
    @discardableResult
    mutating func addCode(
        _ region: RSTRegion, _ style: CodeStyle, info: ByteRange, in parent: Int,
        from start: Int? = nil
    ) -> Int {
        let first = skippingBlanks(from: region.first, to: region.last)
        var last = region.last
        while last > first, lines[last - 1].isBlank { last -= 1 }
        let text =
            first < last ? codeStart(lines[first], region.base).start : lines[region.first].text
        let begin = start ?? text
        let block = add(.codeBlock(info: info, style: style), begin, begin, in: parent)
        addCodeLines(RSTRegion(first: first, last: last, base: region.base), in: block)
        close(block)
        return block
    }

    mutating func addCodeLines(_ region: RSTRegion, in parent: Int) {
        var index = region.first
        while index < region.last {
            let line = lines[index]
            let (start, padding) = codeStart(line, region.base)
            add(.codeLine(padding: padding), start, max(start, line.end), in: parent)
            index += 1
        }
    }

    /// Where a line of code begins behind a base column; a tab across it leaves padding.
    private func codeStart(_ line: RSTLine, _ base: Int) -> (start: Int, padding: UInt8) {
        guard !line.isBlank else { return (line.end, 0) }
        let width = line.column - base
        guard width > 0 else { return (line.text, 0) }
        var start = line.text
        while start > 0, line.text - start < width, bytes[start - 1] == 0x20 { start -= 1 }
        guard line.text - start == width else { return (line.text, UInt8(clamping: width)) }
        return (start, 0)
    }

    /// Lines after bars; deeper ones keep their order, not their depth.
    mutating func readLineBlock(at start: Int, _ region: RSTRegion, in parent: Int) -> Int {
        let block = add(.lineBlock, lines[start].text, lines[start].end, in: parent)
        var index = start
        var end = start
        while index < region.last, !lines[index].isBlank, lines[index].column <= region.base,
            bytes[lines[index].text] == 0x7C, follows(lines[index], 1)
        {
            end = index + 1
            while end < region.last, !lines[end].isBlank, lines[end].column > region.base {
                end += 1
            }
            if index > start {
                add(.lineBreak, lines[index - 1].end, lines[index].text + 1, in: block)
            }
            var text = lines[index].text + 1
            while text < lines[index].end, bytes[text] == 0x20 { text += 1 }
            lines[index].text = text
            if text < lines[index].end { addInlines(index, end, in: block) }
            index = end
        }
        close(block, atLeast: lines[end - 1].end)
        if !isSetOff(end, region) { noteUnindent(.lineBlock, at: end) }
        return end
    }
}
