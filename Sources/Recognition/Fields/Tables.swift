import APIModel
import PageTree
import SourceText

/// A table as rows of cells, with the roles of its columns.
struct TableReading {
    let header: [Cell]
    let roles: [ColumnRole]
    /// What a header cell such as `Query parameters` says of the whole table.
    let section: SectionRole?
    let rows: [[Cell]]
    let rowRanges: [ByteRange]
    let node: NodeID

    func index(of role: ColumnRole) -> Int? { roles.firstIndex(of: role) }

    func cell(_ role: ColumnRole, in row: [Cell]) -> Cell? {
        guard let index = index(of: role), index < row.count, !row[index].isBlank else {
            return nil
        }
        return row[index]
    }

    func has(_ role: ColumnRole) -> Bool { roles.contains(role) }
}

extension Reading {
    /// The table at a node; its header is the first header row, its roles follow from the words.
    ///
    /// Recognizer after recognizer asks for the same table, so the last one is kept.
    mutating func table(_ id: NodeID) -> TableReading? {
        if lastTable?.node == id { return lastTable }
        guard case .table = page.kind(id) else { return nil }
        lastTable = readTable(id)
        return lastTable
    }

    private func readTable(_ id: NodeID) -> TableReading {
        var header: [Cell] = []
        var rows: [[Cell]] = []
        var ranges: [ByteRange] = []
        var headerLayout = TableLayout()
        var layout = TableLayout()
        for row in page.children(id) {
            guard case .tableRow(let isHeader, _) = page.kind(row) else { continue }
            if isHeader {
                let cells = headerLayout.row(cells(of: row))
                if header.isEmpty { header = cells }
            } else {
                rows.append(layout.row(cells(of: row)))
                ranges.append(page.range(row))
            }
        }
        let headings = header.map { classifyColumn($0.text) }
        return TableReading(
            header: header, roles: headings.map(\.role),
            section: headings.lazy.compactMap(\.section).first, rows: rows, rowRanges: ranges,
            node: id)
    }

    func cell(_ id: NodeID) -> Cell {
        Cell(text: page.marked(id), range: page.range(id), node: id)
    }

    /// The type a cell states; a link in it is where the type is explained.
    func type(in cell: Cell) -> TypeExpression? {
        guard !cell.isBlank else { return nil }
        let text =
            page.firstLink(cell.node) == nil
            ? cell.text : page.marked(cell.node, keepingLinks: true)
        return isComplete ? readStatedType(text) : readType(text)
    }

    private func cells(of row: NodeID) -> [(cell: Cell, columns: Int, rows: Int)] {
        page.children(row).compactMap { id in
            guard case .tableCell(_, let columns, let rows) = page.kind(id) else { return nil }
            return (cell(id), Int(columns), Int(rows))
        }
    }
}
