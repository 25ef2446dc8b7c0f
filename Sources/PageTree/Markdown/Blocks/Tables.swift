import SourceText

extension BlockReader {
    /// Turns the last line of the open paragraph into the header of a table, if the current line
    /// is a delimiter row.
    mutating func openTable() -> BlockStart {
        let byte = cursor.first
        guard byte == 0x7C || byte == 0x2D || byte == 0x3A else { return .none }
        guard interruptsParagraph, case .paragraph(let node, _, let first) = leaf,
            let alignments = readDelimiterRow(), let header = segments.last
        else { return .none }
        if options.contains(.kramdown), belongsToHeadless(header, first) { return .none }
        let hasPipe = bytes.containsPipe(header)
        let count = bytes.countCells(header)
        guard hasPipe || alignments.hasPipe else { return .none }
        if count != alignments.count {
            guard options.contains(.kramdown), hasPipe, alignments.hasPipe else { return .none }
            if count > 0 { noteUnevenHead(header, count, alignments.count) }
        }
        segments.removeLast()
        var range = ByteRange(
            Int(header.start), Int(bytes.trimmed(cursor.nonspace, cursor.end).end))
        if options.contains(.kramdown), segments.count == first + 1, isRule(segments[first]) {
            range = ByteRange(Int(segments.removeLast().start), Int(range.end))
        }
        var table = node
        if segments.count > first {
            startBlock()
            table = tree.append(.table, range, to: parent)
        }
        tree.nodes[table].kind = .table
        tree.nodes[table].range = range
        columnAlignments = alignments
        isFooter = false
        appendRow(header, isHeader: true, to: table)
        leaf = .table(node: table, columns: count)
        return .lineIsRead
    }

    mutating func addTableRow(to table: Int, columns: Int) {
        let row = bytes.trimmed(cursor.nonspace, cursor.end)
        if options.contains(.kramdown), cursor.first == 0x7C, beginsFooter(row) {
            isFooter = true
        } else if !continueRow(row, of: table, columns: columns) {
            appendRow(row, isHeader: false, isFooter: isFooter, to: table, columns: columns)
        }
        tree.extend(table, to: Int(row.end))
    }

    private mutating func noteUnevenHead(_ header: ByteRange, _ count: Int, _ delimiters: Int) {
        let span = SourceSpan(file, header)
        notes.append(.unevenTableHead(header: count, delimiter: delimiters, at: span))
    }

    /// `| --- | :-: |`, two bits a column for the first thirty-two.
    private func readDelimiterRow() -> ColumnAlignments? {
        var result = ColumnAlignments()
        var index = cursor.nonspace
        let end = Int(bytes.trimmed(index, cursor.end).end)
        if index < end, bytes[index] == 0x7C {
            result.hasPipe = true
            index += 1
        }
        while true {
            index = bytes.skipSpaces(index, end)
            if index >= end { break }
            let isLeft = bytes[index] == 0x3A
            if isLeft { index += 1 }
            let dashes = index
            while index < end, bytes[index] == 0x2D { index += 1 }
            guard index > dashes else { return nil }
            let isRight = index < end && bytes[index] == 0x3A
            if isRight { index += 1 }
            result.append(isLeft: isLeft, isRight: isRight)
            index = bytes.skipSpaces(index, end)
            if index >= end { break }
            guard bytes[index] == 0x7C else { return nil }
            result.hasPipe = true
            index += 1
        }
        return result.count > 0 ? result : nil
    }

    /// Appends a row with its cells. GitHub ends a cell at a pipe even in code, Jekyll does not:
    /// the cells of a row that has more of them than the table are kept together.
    mutating func appendRow(
        _ range: ByteRange, isHeader: Bool, isFooter: Bool = false, to table: Int,
        columns: Int = .max
    ) {
        let range = bytes.trimmed(Int(range.start), Int(range.end))
        let end = Int(range.end)
        let keepsCode =
            options.contains(.kramdown) && bytes.contains(0x60, in: range)
            && bytes.countCells(range) > columns
        let row = tree.append(.tableRow(isHeader: isHeader, isFooter: isFooter), range, to: table)
        let start = Int(range.start)
        let isEnclosed = start < end && bytes[start] == 0x7C
        appendCells(ByteRange(isEnclosed ? start + 1 : start, end), to: row, keepsCode: keepsCode)
    }

    /// Appends cells to a row that has some already, or none.
    mutating func appendCells(
        _ range: ByteRange, to row: Int, from first: Int = 0, keepsCode: Bool = false
    ) {
        let end = Int(range.end)
        var index = Int(range.start)
        var column = first
        while index < end {
            let cellEnd = bytes.nextCell(index, end, keepsCode: keepsCode)
            let text = bytes.trimmed(index, cellEnd)
            appendText(
                .tableCell(alignment: columnAlignments[column]), text, text: text, to: row,
                isCell: true)
            index = cellEnd + 1
            column += 1
        }
    }
}

/// How the columns of a table are aligned; remembers the first thirty-two.
struct ColumnAlignments {
    var count = 0
    var hasPipe = false
    private var bits: UInt64 = 0

    mutating func append(isLeft: Bool, isRight: Bool) {
        let value: UInt64 = (isLeft ? 1 : 0) + (isRight ? 2 : 0)
        if count < 32 { bits |= value << UInt64(2 * count) }
        count += 1
    }

    subscript(column: Int) -> Alignment {
        guard column < 32 else { return .none }
        switch (bits >> UInt64(2 * column)) & 3 {
        case 1: return .left
        case 2: return .right
        case 3: return .center
        default: return .none
        }
    }
}
