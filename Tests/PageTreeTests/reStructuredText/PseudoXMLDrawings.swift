import SourceText

@testable import PageTree

extension PseudoXML {
    /// The widths of a grid are told by where its cells begin.
    func gridLayout(_ rows: [NodeID], _ drawn: [String]) -> PseudoXMLTable {
        var table = PseudoXMLTable()
        let lefts = Set(rows.flatMap(children).map { column(Int(page.range($0).start)) })
        let columns = lefts.sorted()
        let first = columns.first ?? 0
        let rights = rows.flatMap(children).map { column(Int(page.range($0).end)) }
        let ends = columns.dropFirst() + [(rights.max() ?? first) + 1]
        table.widths = zip(columns, ends).map { $1 - $0 - 1 }
        table.headers = rows.prefix(while: isHeader).count
        table.rows = rows.map { children($0).map(cell) }
        return table
    }

    private func cell(_ node: NodeID) -> PseudoXMLTable.Cell {
        guard case .tableCell(_, let columns, let rows) = page.kind(node) else {
            return PseudoXMLTable.Cell(node: node)
        }
        return PseudoXMLTable.Cell(
            node: node, moreColumns: Int(columns) - 1, moreRows: Int(rows) - 1)
    }

    /// The widths of a simple table are told by its upper border.
    func simpleLayout(_ rows: [NodeID], _ drawn: [String]) -> PseudoXMLTable {
        var table = PseudoXMLTable()
        let border = drawn[0]
        var starts: [Int] = []
        var previous: Character = " "
        for (index, character) in border.enumerated() {
            if character == "=", previous == " " { starts.append(index) }
            if character == "=", index == starts.last { table.widths.append(0) }
            if character == "=" { table.widths[table.widths.count - 1] += 1 }
            previous = character
        }
        let longest = drawn.map { $0.count }.max() ?? 0
        if let last = starts.last {
            table.widths[table.widths.count - 1] = max(table.widths.last ?? 0, longest - last)
        }
        table.headers = rows.prefix(while: isHeader).count
        table.rows = rows.map { children($0).map(cell) }
        return table
    }
}
