import SourceText

/// Tables as kramdown has them beyond GitHub's: without a header, with rows of dashes anywhere,
/// with a footer.
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
        isFooter = false
        var hasRow = false
        for line in lines {
            guard isRule(line) else {
                appendRow(line, isHeader: false, isFooter: isFooter, to: node, columns: 0)
                hasRow = true
                continue
            }
            if hasRow, beginsFooter(line) { isFooter = true }
        }
        notes.append(.tableWithoutHead(at: SourceSpan(file, first)))
        return true
    }

    /// Whether the row above a row of dashes is no header: it is a row of dashes itself, or rows
    /// and one of dashes stand above it.
    func belongsToHeadless(_ row: ByteRange, _ firstSegment: Int) -> Bool {
        guard bytes[Int(row.start)] == 0x7C else { return false }
        if isRule(row) { return true }
        let above = segments.count - 2
        return above > firstSegment && bytes[Int(segments[firstSegment].start)] == 0x7C
            && isRule(segments[above])
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

    /// Whether a line of a table says that rows of the footer follow: `|====|`.
    func beginsFooter(_ line: ByteRange) -> Bool {
        isRule(line) && bytes.contains(0x3D, in: line)
    }

    /// Whether an indented line is one more row of the open table and no code, as its pipe says.
    var continuesTable: Bool {
        guard case .table = leaf, options.contains(.kramdown) else { return false }
        return cursor.first == 0x7C && matched == containers.count && !opensContainer
    }
}
