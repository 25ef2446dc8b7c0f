import SourceText

extension RSTReader {
    /// Reads an indented block: quotes, each ended by an attribution or the indentation.
    mutating func readBlockQuote(at start: Int, _ region: RSTRegion, in parent: Int) -> Int {
        let whole = indented(from: start, to: region.last, base: region.base)
        var first = start
        while first < whole.last {
            let attribution = attribution(
                in: RSTRegion(first: first, last: whole.last, base: whole.base))
            let last = attribution?.first ?? whole.last
            let quote = add(.blockQuote, lines[first].text, lines[first].text, in: parent)
            readBlocks(RSTRegion(first: first, last: last, base: whole.base), in: quote)
            if let attribution { addAttribution(attribution, in: quote) }
            close(quote)
            first = skippingBlanks(from: attribution?.last ?? whole.last, to: whole.last)
        }
        if !isSetOff(whole.last, region) { noteUnindent(.blockQuote, at: whole.last) }
        return whole.last
    }

    /// An attribution is a last paragraph; its dashes are part of it and not of its text.
    private mutating func addAttribution(_ region: RSTRegion, in quote: Int) {
        let start = lines[region.first].text
        let end = lines[region.last - 1].end
        let node = add(.paragraph, start, end, in: quote)
        advance(region.first, to: dashesEnd(lines[region.first]) ?? start, column: region.base)
        addInlines(region.first, region.last, in: node)
    }

    /// The first "-- name" behind a blank line whose further lines are indented alike.
    private func attribution(in region: RSTRegion) -> RSTRegion? {
        var blank = -1
        var index = region.first
        var hasText = false
        while index < region.last {
            let line = lines[index]
            if line.isBlank {
                blank = index
            } else {
                if hasText, blank == index - 1, line.column == region.base, dashesEnd(line) != nil,
                    let last = attributionEnd(index, region)
                {
                    return RSTRegion(first: index, last: last, base: region.base)
                }
                hasText = true
            }
            index += 1
        }
        return nil
    }

    private func attributionEnd(_ start: Int, _ region: RSTRegion) -> Int? {
        var end = start + 1
        while end < region.last, !lines[end].isBlank {
            if lines[end].column != lines[start + 1].column { return nil }
            end += 1
        }
        return end
    }

    /// Where the text behind `--`, `---` or an em dash begins.
    private func dashesEnd(_ line: RSTLine) -> Int? {
        var index = line.text
        if bytes[index] == 0x2D {
            while index < line.end, bytes[index] == 0x2D { index += 1 }
            guard index - line.text == 2 || index - line.text == 3 else { return nil }
        } else {
            guard line.text + 2 < line.end, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
                bytes[index + 2] == 0x94
            else { return nil }
            index += 3
        }
        while index < line.end, bytes[index] == 0x20 { index += 1 }
        return index < line.end ? index : nil
    }
}
