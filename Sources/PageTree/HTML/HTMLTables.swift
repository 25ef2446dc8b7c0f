import SourceText

/// Tables: rows and cells, with the tags that authors leave out.
///
/// A table becomes a node with its first row, so that a caption can stand before it as a paragraph.
extension HTMLReader {
    mutating func openTablePart(_ tag: ScannedTag, from start: Int) {
        switch elementRole(bytes, tag) {
        case .table:
            closeLeaf(at: start)
            guard mayNest(at: start) else { return }
            push(.table, tag, node: -1, from: start)
        case .row:
            openRow(tag, from: start)
        case .headerCell, .cell:
            openCell(tag, from: start)
        default: break
        }
    }

    mutating func openCaption(_ tag: ScannedTag, from start: Int) {
        guard open.last?.kind == .table, current < 0 else { return }
        let node = tree.append(.paragraph, ByteRange(start, tag.end), to: blockParent(at: start))
        push(.caption, tag, node: node, from: start)
        open[open.count - 1].holdsInlines = true
        hasText = false
        pendingSpace = nil
    }

    /// Ends everything inside the innermost table.
    mutating func closeToTable(at place: Int) {
        close(until: [.table], butNot: [.document], at: place)
    }

    private mutating func openRow(_ tag: ScannedTag, from start: Int) {
        guard let table = closeToRows(at: start) else { return closeLeaf(at: start) }
        guard mayNest(at: start) else { return }
        let parent = makeTable(table, at: start)
        let isHeader = open[open.count - 1].kind == .tableHead
        let node = tree.append(
            .tableRow(isHeader: isHeader), ByteRange(start, max(start, at)), to: parent)
        push(.row, tag, node: node, from: start)
    }

    private mutating func openCell(_ tag: ScannedTag, from start: Int) {
        guard let table = tableIndex() else { return closeLeaf(at: start) }
        let part = table + (isRowGroup(table + 1) ? 1 : 0)
        if part + 1 < open.count, open[part + 1].kind == .row {
            while open.count > part + 2 { popLast(at: start) }
        } else {
            openRow(tag, from: start)
        }
        guard open.last?.kind == .row, mayNest(at: start) else { return }
        let isHeader = elementRole(bytes, tag) == .headerCell
        markRow(isHeader: isHeader)
        let node = tree.append(tableCell(bytes, tag), ByteRange(start, tag.end), to: current)
        push(.cell, tag, node: node, from: start)
        // Only the tags of a real cell say where it ends; in others, text is made of paragraphs.
        open[open.count - 1].holdsInlines = !isToldByRole(tag) && !holdsBlocks(from: tag.end)
    }

    /// A row of header cells only is a header; so is every row of `<thead>`.
    private mutating func markRow(isHeader: Bool) {
        guard open[open.count - 2].kind != .tableHead else { return }
        if !isHeader {
            tree.nodes[current].kind = .tableRow(isHeader: false)
        } else if tree.nodes[current].firstChild == Node.none {
            tree.nodes[current].kind = .tableRow(isHeader: true)
        }
    }

    /// Ends the row that is open, and all in it; returns the place of the table.
    private mutating func closeToRows(at start: Int) -> Int? {
        guard let table = tableIndex() else { return nil }
        let part = table + (isRowGroup(table + 1) ? 1 : 0)
        while open.count > part + 1 { popLast(at: start) }
        return table
    }

    private func isRowGroup(_ index: Int) -> Bool {
        index < open.count && (open[index].kind == .tableHead || open[index].kind == .group)
    }

    /// The innermost open table.
    func tableIndex() -> Int? {
        var index = open.count - 1
        while index > 0 {
            if open[index].kind == .table { return index }
            if open[index].isWall { return nil }
            index -= 1
        }
        return nil
    }

    private mutating func makeTable(_ table: Int, at start: Int) -> Int {
        if open[table].node >= 0 { return open[table].node }
        let parent = blockParent(at: open[table].start, below: table)
        let from = freeStart(in: parent, from: open[table].start)
        let node = tree.append(.table, ByteRange(from, max(from, at)), to: parent)
        var index = table
        while index < open.count {
            if open[index].node < 0 { open[index].node = node }
            index += 1
        }
        return node
    }

    /// Whether blocks stand in a cell before it ends; its text is then made of paragraphs.
    private func holdsBlocks(from start: Int) -> Bool {
        var index = start
        while index + 1 < end {
            guard bytes[index] == 0x3C else {
                index += 1
                continue
            }
            let isClosing = bytes[index + 1] == 0x2F
            index += isClosing ? 2 : 1
            let nameStart = index
            while index < end, isLetter(bytes[index]) || isDigit(bytes[index]) { index += 1 }
            guard index > nameStart else { continue }
            switch elementRole(bytes, ByteRange(nameStart, index)) {
            case .inline, .hidden: continue
            case .row, .cell, .headerCell, .transparent: return false
            case .table: return !isClosing
            case .container: if !isClosing, isSpeaking(ByteRange(nameStart, index)) { return true }
            default: return true
            }
        }
        return false
    }

    private func isSpeaking(_ name: ByteRange) -> Bool {
        isNamed(name, "details") || isNamed(name, "aside") || isNamed(name, "figure")
    }
}
