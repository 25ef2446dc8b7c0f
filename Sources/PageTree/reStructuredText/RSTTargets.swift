import SourceText

extension RSTReader {
    /// `.. _name: destination`; without one, the name stands for the next block.
    mutating func readTarget(
        at index: Int, _ start: Int, _ region: RSTRegion, in parent: Int
    ) -> Int? {
        let line = lines[index]
        guard let (label, destination) = targetLabel(start + 1, line.end) else { return nil }
        return addTarget(label, from: destination, at: index, region, in: parent)
    }

    mutating func readAnonymousTarget(at index: Int, _ region: RSTRegion, in parent: Int) -> Int {
        let start = lines[index].text
        let label = ByteRange(start, start + 2)
        let end = addTarget(label, from: start + 2, at: index, region, in: parent)
        if !isSetOff(end, region), !startsWith(lines[end], 0x2E, 0x2E),
            !startsWith(lines[end], 0x5F, 0x5F)
        {
            noteUnindent(.explicitMarkup, at: end)
        }
        return end
    }

    private mutating func addTarget(
        _ label: ByteRange, from start: Int, at index: Int, _ region: RSTRegion, in parent: Int
    ) -> Int {
        let line = lines[index]
        // Indented lines behind a blank one are a block of their own.
        let stop = lines[(index + 1)..<max(index + 1, region.last)].firstIndex {
            $0.isBlank || $0.column <= region.base
        }
        let content = indented(from: index + 1, to: stop ?? region.last, base: region.base)
        var text = start
        while text < line.end, bytes[text] == 0x20 { text += 1 }
        let rest = skippingBlanks(from: index + 1, to: content.last)
        if text >= line.end, rest < content.last { text = lines[rest].text }
        let last = max(text, end(of: RSTRegion(first: index, last: content.last, base: 0)))
        add(
            .definition(label: label, destination: ByteRange(min(text, last), last)), line.text,
            last, in: parent)
        return content.last
    }

    /// The name up to its colon; backquotes protect colons in it.
    private func targetLabel(_ start: Int, _ end: Int) -> (label: ByteRange, destination: Int)? {
        guard start < end, bytes[start] != 0x20 else { return nil }
        if bytes[start] == 0x60 {
            var index = start + 1
            while index < end, bytes[index] != 0x60 { index += 1 }
            guard index + 1 < end, bytes[index + 1] == 0x3A else { return nil }
            return (ByteRange(start + 1, index), index + 2)
        }
        var index = start
        while index < end {
            if bytes[index] == 0x5C {
                index += 2
                continue
            }
            if bytes[index] == 0x3A, index + 1 == end || bytes[index + 1] == 0x20 {
                return (ByteRange(start, index), index + 1)
            }
            index += 1
        }
        return nil
    }

    /// `.. |name| directive:: …`; text stands in the definition, anything else is a directive.
    mutating func readSubstitution(
        at index: Int, _ start: Int, _ region: RSTRegion, in parent: Int
    ) -> Int? {
        let line = lines[index]
        guard start + 1 < line.end, bytes[start + 1] != 0x20 else { return nil }
        let content = indented(from: index + 1, to: region.last, base: region.base)
        guard let (nameLine, nameEnd) = substitutionNameEnd(index, start + 1, content.last) else {
            return nil
        }
        let name = ByteRange(start + 1, nameEnd)
        let node = add(.substitutionDefinition(name: name), line.text, nameEnd + 1, in: parent)
        readReplacement(at: nameLine, from: nameEnd + 1, content, in: node)
        close(node, atLeast: end(of: RSTRegion(first: nameLine, last: content.last, base: 0)))
        return content.last
    }

    private func substitutionNameEnd(
        _ first: Int, _ start: Int, _ last: Int
    ) -> (line: Int, end: Int)? {
        var line = first
        var index = start
        while line < last, !lines[line].isBlank {
            while index < lines[line].end {
                let isEnd = bytes[index] == 0x7C && bytes[index - 1] != 0x20
                if isEnd, index + 1 == lines[line].end || bytes[index + 1] == 0x20 {
                    return (line, index)
                }
                index += 1
            }
            line += 1
            if line < last { index = lines[line].text }
        }
        return nil
    }

    private mutating func readReplacement(
        at nameLine: Int, from start: Int, _ content: RSTRegion, in node: Int
    ) {
        var index = nameLine
        var text = start
        while text < lines[index].end, bytes[text] == 0x20 { text += 1 }
        if text >= lines[index].end {
            index = skippingBlanks(from: nameLine + 1, to: content.last)
            guard index < content.last else { return note(.emptySubstitution, text, text) }
            text = lines[index].text
        }
        let end = lines[index].end
        guard let (name, behind) = directiveName(text, end) else {
            return note(.invalidSubstitution, text, end)
        }
        lines[index].text = text
        let region = RSTRegion(first: index, last: content.last, base: content.base - 1)
        guard directiveForm(name) == .replacement else {
            _ = readDirective(name, at: index, from: behind, region, in: node)
            return
        }
        let body = markedContent(at: index, from: behind, region)
        let first = skippingBlanks(from: body.first, to: body.last)
        var last = first
        while last < body.last, !lines[last].isBlank { last += 1 }
        if first < last { addInlines(first, last, in: node) }
    }
}
