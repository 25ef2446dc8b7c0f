import SourceText

extension RSTReader {
    /// Reads what `..` begins: footnote, target, substitution, directive, or else a comment.
    mutating func readExplicitMarkup(at index: Int, _ region: RSTRegion, in parent: Int) -> Int {
        let line = lines[index]
        var start = line.text + 2
        while start < line.end, bytes[start] == 0x20 { start += 1 }
        let end: Int
        if start < line.end, let found = readConstruct(at: index, start, region, in: parent) {
            end = found
        } else {
            end = readComment(at: index, start, region, in: parent)
        }
        noteExplicitUnindent(end, region)
        return end
    }

    private mutating func noteExplicitUnindent(_ end: Int, _ region: RSTRegion) {
        guard !isSetOff(end, region) else { return }
        let line = lines[end]
        let isMarkup =
            (startsWith(line, 0x2E, 0x2E) || startsWith(line, 0x5F, 0x5F)) && follows(line, 2)
        if !isMarkup { noteUnindent(.explicitMarkup, at: end) }
    }

    private mutating func readConstruct(
        at index: Int, _ start: Int, _ region: RSTRegion, in parent: Int
    ) -> Int? {
        switch bytes[start] {
        case 0x5B: return readFootnote(at: index, start, region, in: parent)
        case 0x5F: return readTarget(at: index, start, region, in: parent)
        case 0x7C: return readSubstitution(at: index, start, region, in: parent)
        default:
            let end = lines[index].end
            guard let (name, content) = directiveName(start, end) else { return nil }
            return readDirective(name, at: index, from: content, region, in: parent)
        }
    }

    /// An empty comment before a blank line takes no block with it.
    private mutating func readComment(
        at index: Int, _ start: Int, _ region: RSTRegion, in parent: Int
    ) -> Int {
        let line = lines[index]
        let comment = add(.comment, line.text, line.end, in: parent)
        let isEmpty = start >= line.end
        if isEmpty, index + 1 >= region.last || lines[index + 1].isBlank { return index + 1 }
        let content = indented(from: index + 1, to: region.last, base: region.base)
        let last = end(of: RSTRegion(first: index, last: content.last, base: region.base))
        close(comment, atLeast: last)
        return content.last
    }

    /// `name::` or `domain:name::`, with at most one blank before the colons.
    func directiveName(_ start: Int, _ end: Int) -> (name: ByteRange, content: Int)? {
        let nameEnd = simpleNameEnd(bytes, start, end)
        guard nameEnd > start else { return nil }
        var index = nameEnd
        if index < end, bytes[index] == 0x20 { index += 1 }
        guard index + 1 < end, bytes[index] == 0x3A, bytes[index + 1] == 0x3A else { return nil }
        guard index + 2 == end || bytes[index + 2] == 0x20 else { return nil }
        return (ByteRange(start, nameEnd), index + 2)
    }

    /// `[1]`, `[#]`, `[#label]`, `[*]` or a citation, and the blocks behind it.
    private mutating func readFootnote(
        at index: Int, _ start: Int, _ region: RSTRegion, in parent: Int
    ) -> Int? {
        let line = lines[index]
        var end = start + 1
        if end < line.end, bytes[end] == 0x2A {
            end += 1
        } else {
            if end < line.end, bytes[end] == 0x23 { end += 1 }
            end = max(end, simpleNameEnd(bytes, end, line.end))
        }
        guard end > start + 1, end < line.end, bytes[end] == 0x5D else { return nil }
        guard end + 1 == line.end || bytes[end + 1] == 0x20 else { return nil }
        let label = ByteRange(start + 1, end)
        let node = add(.footnote(label: label), line.text, end + 1, in: parent)
        let content = markedContent(at: index, from: end + 1, region)
        readBlocks(content, in: node)
        close(node)
        return content.last
    }
}
