import SourceText

/// Tables as kramdown has them beyond GitHub's: without a header, with rows of dashes anywhere.
extension BlockReader {
    /// Rows that begin with a pipe but have no row of dashes, as Jekyll reads them and as flattened
    /// pages have them. A single row has to end with a pipe as well. Says if the paragraph is such
    /// a table.
    mutating func makeHeadlessTable(_ node: Int, _ firstSegment: Int) -> Bool {
        guard options.contains(.kramdown), bytes[Int(segments[firstSegment].start)] == 0x7C else {
            return false
        }
        let lines = Array(segments[firstSegment...])
        let rows = lines.filter { !isRule($0) }
        guard let first = rows.first, bytes.countCells(first) > 1,
            lines.count > 1 || bytes[Int(first.end) - 1] == 0x7C,
            lines.allSatisfy({ bytes[Int($0.start)] == 0x7C })
        else { return false }
        tree.nodes[node].kind = .table
        tree.nodes[node].range = ByteRange(Int(lines[0].start), Int(lines[lines.count - 1].end))
        columnAlignments = ColumnAlignments()
        for row in rows { appendRow(row, isHeader: false, to: node, columns: 0) }
        notes.append(.tableWithoutHead(at: SourceSpan(file, first)))
        return true
    }

    /// Whether a line of a table holds no cells: `|----|`, `|====|`.
    func isRule(_ line: ByteRange) -> Bool {
        var hasDash = false
        var index = Int(line.start)
        while index < Int(line.end) {
            switch bytes[index] {
            case 0x2D, 0x3D: hasDash = true
            case 0x7C, 0x3A, 0x2B, 0x20, 0x09: break
            default: return false
            }
            index += 1
        }
        return hasDash
    }

    /// Whether an indented line is one more row of the open table and no code, as its pipe says.
    var continuesTable: Bool {
        guard case .table = leaf, options.contains(.kramdown) else { return false }
        return cursor.first == 0x7C && matched == containers.count && !opensContainer
    }
}
