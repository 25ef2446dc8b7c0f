import SourceText

/// `<pre>`: lines of code, with the tags that colour them left out.
extension HTMLReader {
    mutating func readCode(_ tag: ScannedTag, from start: Int) {
        closeLeaf(at: start)
        let parent = blockParent(at: start)
        let node = tree.append(
            .codeBlock(info: languageAround(tag), style: .element), ByteRange(start, tag.end),
            to: parent)
        if at < end, bytes[at] == 0x0D { at += 1 }
        if at < end, bytes[at] == 0x0A { at += 1 }
        readCodeLines(of: node, upTo: end)
    }

    /// `<code>` that is drawn with blocks, one to a line.
    mutating func readBlockCode(upTo limit: Int) {
        guard let tag = scanTag(bytes, at: at, before: end, .commonMark), tag.end <= limit else {
            return
        }
        closeLeaf(at: at)
        let node = tree.append(
            .codeBlock(info: languageAround(tag), style: .element), ByteRange(at, tag.end),
            to: blockParent(at: at))
        at = tag.end
        readCodeLines(of: node, upTo: limit)
    }

    private mutating func readCodeLines(of node: Int, upTo end: Int) {
        var line = CodeLine(start: at)
        while at < end {
            switch bytes[at] {
            case 0x0A:
                endLine(line, at: at, of: node)
                at += 1
                line = CodeLine(start: at)
            case 0x3C:
                guard let tag = scanTag(bytes, at: at, before: end, .commonMark) else {
                    at += 1
                    continue
                }
                let tagStart = at
                at = tag.end
                if isNamed(tag.name, "pre"), tag.isClosing {
                    if line.start < tagStart { endLine(line, at: tagStart, of: node) }
                    extend(node, to: at)
                    return
                }
                readCodeTag(tag, from: tagStart, &line, node)
            case 0x26:
                readCodeEntity(&line)
            default:
                at += 1
            }
        }
        if line.start < end { endLine(line, at: end, of: node) }
        extend(node, to: end)
    }

    /// A line as it is read: its plain parts, once a tag or an entity stands in it.
    private struct CodeLine {
        var start: Int
        var partStart: Int
        var parts: [(kind: Kind, range: ByteRange)] = []
        var isMarked = false

        init(start: Int) {
            self.start = start
            partStart = start
        }

        mutating func endPart(at place: Int, next: Int) {
            if partStart < place { parts.append((.text, ByteRange(partStart, place))) }
            partStart = next
            isMarked = true
        }
    }

    private mutating func readCodeTag(
        _ tag: ScannedTag, from start: Int, _ line: inout CodeLine, _ node: Int
    ) {
        line.endPart(at: start, next: tag.end)
        // A line of its own may be drawn by a block, with no line break behind it.
        let isBlock = !tag.isClosing && elementRole(bytes, tag.name) != .inline
        if isNamed(tag.name, "br") || isBlock && !line.parts.isEmpty {
            endLine(line, at: start, of: node)
            line = CodeLine(start: tag.end)
        } else if isNamed(tag.name, "code"), !tag.isClosing {
            if case .codeBlock(let info, let style) = tree.nodes[node].kind, info.isEmpty {
                tree.nodes[node].kind = .codeBlock(info: language(of: tag), style: style)
            }
            // `<pre><code>` opens the block and is no part of its first line.
            if line.parts.isEmpty, line.start == start { line = CodeLine(start: tag.end) }
        }
    }

    private mutating func readCodeEntity(_ line: inout CodeLine) {
        guard let reference = scanLooseReference(bytes, at: at, before: end) else {
            at += 1
            return
        }
        line.endPart(at: at, next: reference.next)
        let kind = Kind.entity(first: reference.first, second: reference.second)
        line.parts.append((kind, ByteRange(at, reference.next)))
        at = reference.next
    }

    private mutating func endLine(_ line: CodeLine, at place: Int, of node: Int) {
        var line = line
        var lineEnd = place
        if lineEnd > line.start, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
        if line.isMarked { line.endPart(at: lineEnd, next: lineEnd) }
        // `</code>` alone on the last line is no line of code.
        if line.isMarked, line.parts.isEmpty, place < end, bytes[place] == 0x3C { return }
        // Of a line that is tags only, nothing is shown.
        let shownStart = line.isMarked && line.parts.isEmpty ? lineEnd : line.start
        let id = tree.append(.codeLine(padding: 0), ByteRange(shownStart, lineEnd), to: node)
        if line.isMarked, line.parts.count == 1, line.parts[0].kind == .text {
            tree.nodes[id].range = line.parts[0].range
        } else if line.isMarked {
            for part in line.parts { tree.append(part.kind, part.range, to: id) }
        }
        tree.extend(node, to: lineEnd)
    }

    /// The language that the tag or a wrapper right around it names.
    private func languageAround(_ tag: ScannedTag) -> ByteRange {
        let own = language(of: tag)
        if !own.isEmpty { return own }
        var index = open.count - 1
        while index > 0, open[index].kind == .group, open.count - index < 4 {
            if !open[index].language.isEmpty { return open[index].language }
            index -= 1
        }
        return .empty
    }
}
