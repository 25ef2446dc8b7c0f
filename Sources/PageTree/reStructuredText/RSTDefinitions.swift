import SourceText

extension RSTReader {
    mutating func readDefinitionList(at start: Int, _ region: RSTRegion, in parent: Int) -> Int {
        let mark = lines[start].text
        let list = add(.definitionList, mark, mark, in: parent)
        var index = start
        var end = start
        while true {
            end = readDefinition(at: index, region, in: list)
            let next = skippingBlanks(from: end, to: region.last)
            guard next + 1 < region.last, lines[next].column <= region.base,
                !lines[next + 1].isBlank, lines[next + 1].column > region.base
            else { break }
            guard case .text = marker(at: next, region) else { break }
            index = next
        }
        close(list)
        if !isSetOff(end, region) { noteUnindent(.definitionList, at: end) }
        return end
    }

    private mutating func readDefinition(at index: Int, _ region: RSTRegion, in list: Int) -> Int {
        let line = lines[index]
        let term = add(.definitionTerm, line.text, line.end, in: list)
        addInlines(index, index + 1, in: term)
        if line.end - line.text >= 2, bytes[line.end - 1] == 0x3A, bytes[line.end - 2] == 0x3A {
            note(.literalWithoutBlank, line.end - 2, line.end)
        }
        let content = indented(from: index + 1, to: region.last, base: region.base)
        let start = lines[index + 1].text
        let details = add(.definitionDetails, start, start, in: list)
        readBlocks(content, in: details)
        close(details)
        return content.last
    }

    mutating func readFieldList(at start: Int, _ region: RSTRegion, in parent: Int) -> Int {
        let mark = lines[start].text
        let list = add(.fieldList, mark, mark, in: parent)
        var index = start
        var end = start
        while let nameEnd = fieldNameEnd(lines[index]) {
            end = readField(at: index, nameEnd, region, in: list)
            let next = skippingBlanks(from: end, to: region.last)
            guard next < region.last, lines[next].column <= region.base,
                bytes[lines[next].text] == 0x3A
            else { break }
            index = next
        }
        close(list)
        if !isSetOff(end, region) { noteUnindent(.fieldList, at: end) }
        return end
    }

    private mutating func readField(
        at index: Int, _ nameEnd: Int, _ region: RSTRegion, in list: Int
    ) -> Int {
        let line = lines[index]
        let name = ByteRange(line.text + 1, nameEnd)
        let field = add(.field(name: name), line.text, nameEnd + 1, in: list)
        let content = markedContent(at: index, from: nameEnd + 1, region)
        readBlocks(content, in: field)
        close(field)
        return content.last
    }

    /// The lines behind a marker of any width: the rest of its line and what is indented below.
    mutating func markedContent(at index: Int, from start: Int, _ region: RSTRegion) -> RSTRegion {
        let line = lines[index]
        var text = start
        while text < line.end, bytes[text] == 0x20 { text += 1 }
        let rest = indented(from: index + 1, to: region.last, base: region.base)
        advance(index, to: text, column: rest.base)
        return RSTRegion(first: index, last: rest.last, base: rest.base)
    }

    /// Options of a program become a definition list: the option is the term.
    mutating func readOptionList(at start: Int, _ region: RSTRegion, in parent: Int) -> Int {
        let next = skippingBlanks(from: start + 1, to: region.last)
        let hasBody =
            (optionEnd(lines[start]) ?? 0) < lines[start].end
            || (next < region.last && lines[next].column > region.base)
        guard hasBody else {
            return readText(at: start, region, in: parent, mayHoldTitles: false)
        }
        let list = add(.definitionList, lines[start].text, lines[start].text, in: parent)
        var index = start
        var end = start
        while let termEnd = optionEnd(lines[index]) {
            let line = lines[index]
            let term = add(.definitionTerm, line.text, termEnd, in: list)
            add(.text, line.text, termEnd, in: term)
            let content = markedContent(at: index, from: termEnd, region)
            let text = min(lines[index].text, line.end)
            let details = add(.definitionDetails, text, text, in: list)
            readBlocks(content, in: details)
            close(details)
            end = content.last
            let next = skippingBlanks(from: end, to: region.last)
            guard next < region.last, lines[next].column <= region.base else { break }
            index = next
        }
        close(list)
        if !isSetOff(end, region) { noteUnindent(.optionList, at: end) }
        return end
    }
}
