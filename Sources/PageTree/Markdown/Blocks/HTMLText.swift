import SourceText

extension BlockReader {
    /// Text between two tags becomes the inlines of its element, or a paragraph of its own.
    mutating func addFragmentText(_ fragment: inout HTMLFragment, to end: Int) {
        var start = fragment.textStart
        fragment.textStart = end
        while start < end, isWhite(bytes[start]) { start += 1 }
        var textEnd = end
        while textEnd > start, isWhite(bytes[textEnd - 1]) { textEnd -= 1 }
        guard start < textEnd, holdsText(fragment.parent) else { return }
        var node = fragment.parent
        let takesInlines =
            holdsInlines(node) && tree.nodes[node].firstChild == Node.none
            && runs.last?.node != node
        if !takesInlines {
            prepareForBlock(node)
            node = tree.append(.paragraph, ByteRange(start, textEnd), to: node)
        }
        let first = segments.count
        appendSegments(from: start, to: textEnd)
        runs.append(InlineRun(node: node, firstSegment: first, count: segments.count - first))
        tree.extend(node, to: textEnd)
    }

    private mutating func appendSegments(from start: Int, to end: Int) {
        var lineStart = start
        var index = start
        while index <= end {
            if index == end || bytes[index] == 0x0A || bytes[index] == 0x0D {
                let line = bytes.trimmed(lineStart, index)
                if !line.isEmpty { segments.append(line) }
                lineStart = index + 1
            }
            index += 1
        }
    }

    /// Between the rows of a table or the items of a list no text can stand.
    private func holdsText(_ node: Int) -> Bool {
        switch tree.nodes[node].kind {
        case .table, .tableRow, .list, .definitionList: false
        default: true
        }
    }

    private func holdsInlines(_ node: Int) -> Bool {
        switch tree.nodes[node].kind {
        case .tableCell, .heading, .paragraph, .definitionTerm: true
        default: false
        }
    }

    /// Wraps the text that an element holds already, so that a block can follow it.
    mutating func prepareForBlock(_ node: Int) {
        guard holdsInlines(node) else { return }
        // Blocks that the element will take in may have been read since its text was.
        var index = runs.count - 1
        while index >= 0, runs[index].node > node { index -= 1 }
        guard index >= 0, runs[index].node == node else { return }
        let run = runs[index]
        let lastSegment = run.firstSegment + run.count - 1
        let text = ByteRange(
            Int(segments[run.firstSegment].start), Int(segments[lastSegment].end))
        let paragraph = tree.append(.paragraph, text, to: node)
        runs[index] = InlineRun(node: paragraph, firstSegment: run.firstSegment, count: run.count)
    }

    /// `<pre>` becomes code; `<script>` and its like stay raw. Says where reading goes on.
    mutating func readVerbatim(
        _ tag: ScannedTag, _ role: ElementRole, from start: Int, to end: Int,
        _ fragment: HTMLFragment
    ) -> Int {
        let close = closingTag(of: tag.name, from: tag.end, to: end)
        let contentEnd = close.map { Int($0.start) } ?? end
        let next = close.map { Int($0.end) } ?? end
        prepareForBlock(fragment.parent)
        guard role == .preformatted else {
            tree.append(.htmlBlock, ByteRange(start, next), to: fragment.parent)
            return next
        }
        let node = tree.append(
            .codeBlock(info: .empty, style: .element), ByteRange(start, next), to: fragment.parent)
        appendCode(from: tag.end, to: contentEnd, node)
        return next
    }

    private func closingTag(of name: ByteRange, from start: Int, to end: Int) -> ByteRange? {
        var index = start
        while index + 1 < end {
            if bytes[index] == 0x3C, bytes[index + 1] == 0x2F,
                let tag = scanTag(bytes, at: index, before: end, .commonMark),
                elementRole(bytes, tag.name) == elementRole(bytes, name)
            {
                return ByteRange(index, tag.end)
            }
            index += 1
        }
        return nil
    }

    /// The lines of `<pre>`, without the tags of a `<code>` that fills it.
    private mutating func appendCode(from start: Int, to end: Int, _ node: Int) {
        var start = start
        var end = end
        if let tag = scanTag(bytes, at: skipWhite(bytes, start, end), before: end, .commonMark) {
            start = tag.end
        }
        var close = end
        while close > start, isWhite(bytes[close - 1]) { close -= 1 }
        if close - start >= 7, bytes.hasPrefix("</code>", at: close - 7, before: end) {
            end = close - 7
        }
        if start < end, bytes[start] == 0x0D { start += 1 }
        if start < end, bytes[start] == 0x0A { start += 1 }
        var lineStart = start
        var index = start
        while index < end {
            if bytes[index] == 0x0A {
                let hasReturn = index > lineStart && bytes[index - 1] == 0x0D
                appendCodeLine(from: lineStart, to: index - (hasReturn ? 1 : 0), node)
                lineStart = index + 1
            }
            index += 1
        }
        if lineStart < end { appendCodeLine(from: lineStart, to: end, node) }
    }

    /// A line of `<pre>`; tags that colour it are left out, character references are read.
    private mutating func appendCodeLine(from start: Int, to end: Int, _ node: Int) {
        let line = tree.append(.codeLine(padding: 0), ByteRange(start, end), to: node)
        var textStart = start
        var index = start
        while index < end {
            let next: Int
            var entity: CharacterReference?
            if bytes[index] == 0x3C, let tag = scanTag(bytes, at: index, before: end, .commonMark) {
                next = tag.end
            } else if bytes[index] == 0x26,
                let reference = scanCharacterReference(bytes, at: index, before: end)
            {
                entity = reference
                next = reference.next
            } else {
                index += 1
                continue
            }
            if textStart < index { tree.append(.text, ByteRange(textStart, index), to: line) }
            if let entity {
                let kind = Kind.entity(first: entity.first, second: entity.second)
                tree.append(kind, ByteRange(index, next), to: line)
            }
            index = next
            textStart = next
        }
        if textStart > start, textStart < end {
            tree.append(.text, ByteRange(textStart, end), to: line)
        }
    }
}
