import SourceText

/// Rows that go on in the next line. Tools that make text of HTML write tables without outer pipes
/// and leave a line break where a cell held one, behind two spaces:
///
///     Place | Name | Type
///     ---|---|---
///     query | limit
///     _optional_ | integer
extension BlockReader {
    /// Adds the cells of this line to the row above if they belong to it: the first goes on with that
    /// row's last cell, and all of them together are no more than the table has columns.
    mutating func continueRow(_ line: ByteRange, of table: Int, columns: Int) -> Bool {
        guard let row = brokenRow(of: table, columns), bytes[Int(line.start)] != 0x7C else {
            return false
        }
        let last = tree.nodes[row].lastChild
        let count = countChildren(of: row)
        guard last != Node.none, count + bytes.countCells(line) - 1 <= columns,
            count < columns || !breaksFirstCells(table)
        else { return false }
        let end = bytes.nextCell(Int(line.start), Int(line.end), keepsCode: false)
        extendCell(Int(last), bytes.trimmed(Int(line.start), end))
        if end < Int(line.end) {
            appendCells(ByteRange(end + 1, Int(line.end)), to: row, from: count)
        }
        tree.extend(row, to: Int(line.end))
        return true
    }

    /// Whether a blank line, itself of two spaces, stands within a cell: its row is not complete.
    func breaksRow() -> Bool {
        guard case .table(let table, let columns) = leaf, cursor.end - cursor.position >= 2,
            let row = brokenRow(of: table, columns)
        else { return false }
        return countChildren(of: row) < columns
    }

    /// Whether the first row of a table stands below blank lines, where a generator left out others.
    func awaitsRow() -> Bool {
        guard case .table(let table, let columns) = leaf, containers.count == 1, columns > 2,
            tree.nodes[table].firstChild == tree.nodes[table].lastChild
        else { return false }
        var start = cursor.end
        var blanks = 0
        while start < bytes.count, bytes[start] <= 0x20 {
            if bytes[start] == 0x0A { blanks += 1 }
            start += 1
        }
        guard start < bytes.count, blanks <= 8, bytes[start] != 0x23 else { return false }
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        let row = bytes.trimmed(start, end)
        guard bytes.containsPipe(row), (columns - 1...columns).contains(bytes.countCells(row))
        else { return false }
        // The head of another table stands over a line of dashes.
        var next = end + 1
        while next < bytes.count, [0x20, 0x7C, 0x3A].contains(bytes[next]) { next += 1 }
        return next >= bytes.count || bytes[next] != 0x2D
    }

    /// Whether the first row below the header is broken in its first cell. Then a line of one cell
    /// below a row that is complete begins the next.
    private func breaksFirstCells(_ table: Int) -> Bool {
        let header = tree.nodes[table].firstChild
        guard header != Node.none, tree.nodes[Int(header)].nextSibling != Node.none else {
            return false
        }
        let row = tree.nodes[Int(tree.nodes[Int(header)].nextSibling)]
        guard row.firstChild != Node.none else { return false }
        let cell = tree.nodes[Int(row.firstChild)].range
        return bytes.contains(
            0x0A, in: ByteRange(Int(cell.start), min(Int(cell.end), Int(cell.start) + 256)))
    }

    /// The last row of the table, if it begins and ends without a pipe and two spaces end its line.
    private func brokenRow(of table: Int, _ columns: Int) -> Int? {
        let last = tree.nodes[table].lastChild
        guard columns > 1, columns <= 64, last != Node.none,
            case .tableRow(isHeader: false, _) = tree.nodes[Int(last)].kind
        else { return nil }
        let (start, end) = (
            Int(tree.nodes[Int(last)].range.start), Int(tree.nodes[Int(last)].range.end)
        )
        guard end > start, end + 1 < bytes.count, bytes[start] != 0x7C, bytes[end - 1] != 0x7C,
            bytes[end] == 0x20, bytes[end + 1] == 0x20
        else { return nil }
        return Int(last)
    }

    private func countChildren(of node: Int) -> Int {
        var count = 0
        var child = tree.nodes[node].firstChild
        while child != Node.none {
            count += 1
            child = tree.nodes[Int(child)].nextSibling
        }
        return count
    }

    private mutating func extendCell(_ cell: Int, _ text: ByteRange) {
        guard !text.isEmpty else { return }
        if let run = runs.indices.last, runs[run].node == cell {
            runs[run].count += 1
        } else {
            runs.append(
                InlineRun(node: cell, firstSegment: segments.count, count: 1, isCell: true))
        }
        segments.append(text)
        tree.extend(cell, to: Int(text.end))
    }
}
