import SourceText

extension BlockReader {
    mutating func openBlockQuote() -> BlockStart {
        guard mayNest(in: containers.count, at: cursor.nonspace) else { return .none }
        startBlock()
        let start = cursor.nonspace
        let node = tree.append(.blockQuote, ByteRange(start, start + 1), to: parent)
        open(Container(role: .blockQuote, node: node))
        cursor.advance(bytes: 1)
        cursor.skipOneSpace()
        return .container
    }

    mutating func openListItem() -> BlockStart {
        guard let mark = readListMark(), mayNest(in: containers.count, at: cursor.nonspace) else {
            return .none
        }
        let start = cursor.nonspace
        let indent = cursor.indent
        startBlock(inList: true)
        let list = openList(mark, at: start)
        let item = tree.append(.listItem, ByteRange(start, mark.end), to: list)
        tree.extend(list, to: mark.end)
        cursor.advance(bytes: mark.end - start)
        let width = cursor.indent
        let isPlain = !cursor.isBlank && width >= 1 && width <= 4
        cursor.advance(columns: isPlain ? width : 1)
        let contentIndent = indent + (mark.end - start) + (isPlain ? width : 1)
        open(Container(role: .item, node: item, contentIndent: contentIndent, marker: mark.kind))
        return .container
    }

    private struct ListMark {
        var kind: UInt8
        var end: Int
        var number: UInt32?
    }

    /// `-`, `*`, `+`, `1.` or `1)` before white space.
    private func readListMark() -> ListMark? {
        let start = cursor.nonspace
        let byte = cursor.first
        var index = start
        var number: UInt32?
        if byte == 0x2D || byte == 0x2A || byte == 0x2B {
            index += 1
        } else {
            var value: UInt32 = 0
            while cursor.byte(index) >= 0x30, cursor.byte(index) <= 0x39, index - start < 9 {
                value = value * 10 + UInt32(bytes[index] - 0x30)
                index += 1
            }
            let delimiter = cursor.byte(index)
            guard index > start, delimiter == 0x2E || delimiter == 0x29 else { return nil }
            number = value
            index += 1
        }
        let next = cursor.byte(index)
        guard index >= cursor.end || next == 0x20 || next == 0x09 else { return nil }
        if interruptsParagraph {
            let isEmpty = bytes.trimmed(index, cursor.end).isEmpty
            if isEmpty || (number ?? 1) != 1 { return nil }
        }
        return ListMark(kind: bytes[index - 1], end: index, number: number)
    }

    /// The open list that the item continues, or a new one.
    private mutating func openList(_ mark: ListMark, at start: Int) -> Int {
        if let last = containers.last, last.role == .list {
            if last.marker == mark.kind { return last.node }
            closeContainers(downTo: containers.count - 1)
        }
        let kind = Kind.list(ordered: mark.number != nil, tight: true, start: mark.number ?? 0)
        let node = tree.append(kind, ByteRange(start, mark.end), to: parent)
        open(Container(role: .list, node: node, marker: mark.kind))
        return node
    }
}
