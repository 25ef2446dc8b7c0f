import SourceText

extension BlockReader {
    /// `:::note Title` opens, a bare `:::` closes.
    mutating func openColonFence() -> BlockStart {
        let start = cursor.nonspace
        var index = start
        while cursor.byte(index) == 0x3A { index += 1 }
        guard index - start >= 3 else { return .none }
        let rest = bytes.trimmed(index, cursor.end)
        startBlock()
        if rest.isEmpty {
            if !closeTag(rest, .admonition, at: index) {
                notes.append(.unopenedTag(at: SourceSpan(file, ByteRange(start, index))))
                tree.append(
                    .directive(name: rest, syntax: .admonition), ByteRange(start, index), to: parent
                )
            }
            return .lineIsRead
        }
        let node = openAdmonition(rest, from: start)
        if mayNest(in: containers.count + openTags.count, at: start) {
            openTags.append(OpenTag(node: node, name: .empty, syntax: .admonition))
        }
        return .lineIsRead
    }

    private mutating func openAdmonition(_ head: ByteRange, from start: Int) -> Int {
        var end = Int(head.start)
        if end < Int(head.end), bytes[end] == 0x7B { end += 1 }
        let nameStart = end
        while end < Int(head.end), isLetter(bytes[end]) || bytes[end] == 0x2D || bytes[end] == 0x5F
        {
            end += 1
        }
        let node = tree.append(
            .directive(name: ByteRange(nameStart, end), syntax: .admonition),
            ByteRange(start, Int(head.end)), to: parent)
        var title = bytes.trimmed(end, Int(head.end))
        if title.count > 2, bytes[Int(title.start)] == 0x22, bytes[Int(title.end) - 1] == 0x22 {
            title = ByteRange(Int(title.start) + 1, Int(title.end) - 1)
        }
        if !title.isEmpty {
            tree.append(
                .attribute(name: ByteRange(Int(title.start), Int(title.start)), value: title),
                title, to: node)
        }
        return node
    }

    /// `!!! note "Title"`, `??? note "Title"` and `=== "Title"` with their text indented below:
    /// admonitions, folds and tabs.
    mutating func openMarkedAdmonition() -> BlockStart {
        let start = cursor.nonspace
        let mark = cursor.first
        guard cursor.byte(start + 1) == mark, cursor.byte(start + 2) == mark else { return .none }
        let sign = cursor.byte(start + 3)
        let isOpened = mark != 0x21 && (sign == 0x2B || sign == 0x21)
        let gap = start + (isOpened ? 4 : 3)
        guard cursor.byte(gap) == 0x20, mayNest(in: containers.count, at: start) else {
            return .none
        }
        let head = bytes.trimmed(gap, cursor.end)
        guard !head.isEmpty, opensTitle(head, behind: mark) else { return .none }
        startBlock()
        let node = openAdmonition(head, from: start)
        open(Container(role: .details, node: node, contentIndent: cursor.indent + 4))
        return .lineIsRead
    }

    /// A tab has a title in quotes and nothing else; a fold has a word, which a title may follow.
    private func opensTitle(_ head: ByteRange, behind mark: UInt8) -> Bool {
        let last = bytes[Int(head.end) - 1]
        if mark == 0x3D { return head.count > 2 && bytes[Int(head.start)] == 0x22 && last == 0x22 }
        guard isLetter(bytes[Int(head.start)]) else { return false }
        guard mark == 0x3F else { return true }
        var index = Int(head.start)
        while index < Int(head.end), bytes[index] != 0x20 { index += 1 }
        return index == Int(head.end) || last == 0x22
    }

    /// `[!NOTE]` as the first line of a quote: the quote is an admonition.
    mutating func openQuotedAdmonition() -> BlockStart {
        guard let quote = containers.last, quote.role == .blockQuote, matched == containers.count,
            tree.nodes[quote.node].firstChild == Node.none
        else { return .none }
        let line = bytes.trimmed(cursor.nonspace, cursor.end)
        guard line.count > 3, startsWith(bytes, line, "[!"), bytes[Int(line.end) - 1] == 0x5D
        else { return .none }
        let name = ByteRange(Int(line.start) + 2, Int(line.end) - 1)
        var index = Int(name.start)
        while index < Int(name.end) {
            if !isLetter(bytes[index]) { return .none }
            index += 1
        }
        tree.nodes[quote.node].kind = .directive(name: name, syntax: .admonition)
        tree.extend(quote.node, to: Int(line.end))
        return .lineIsRead
    }

    /// `**Note**` at the start of a quote makes it an admonition; its words stay where they are.
    mutating func markQuotedNote() {
        guard let quote = containers.last, quote.role == .blockQuote, matched == containers.count,
            tree.nodes[quote.node].firstChild == Node.none
        else { return }
        let line = bytes.trimmed(cursor.nonspace, cursor.end)
        guard startsWith(bytes, line, "**") else { return }
        let start = Int(line.start) + 2
        var end = start
        while end < Int(line.end), isLetter(bytes[end]) { end += 1 }
        let name = ByteRange(start, end)
        guard end < Int(line.end), bytes[end] == 0x2A || bytes[end] == 0x3A,
            isElement(
                bytes, name, in: " note notes warning tip important caution info danger hint ")
        else { return }
        tree.nodes[quote.node].kind = .directive(name: name, syntax: .admonition)
    }
}
