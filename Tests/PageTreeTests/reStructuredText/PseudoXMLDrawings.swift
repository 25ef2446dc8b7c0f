import SourceText

@testable import PageTree

extension PseudoXML {
    /// A cell of a grid reaches from one border to another: its bytes tell the columns it spans.
    func gridLayout(_ rows: [NodeID], _ drawn: [String]) -> PseudoXMLTable {
        var table = PseudoXMLTable()
        var lefts: Set<Int> = []
        var tops: Set<Int> = []
        for cell in rows.flatMap(children) {
            lefts.insert(column(Int(page.range(cell).start)))
            tops.insert(line(Int(page.range(cell).start)))
        }
        let columns = lefts.sorted()
        let lines = tops.sorted()
        let first = columns.first ?? 0
        let rights = rows.flatMap(children).map { column(Int(page.range($0).end)) }
        let ends = columns.dropFirst() + [(rights.max() ?? first) + 1]
        table.widths = zip(columns, ends).map { $1 - $0 - 1 }
        table.headers = rows.prefix(while: isHeader).count
        table.rows = rows.map { row in
            children(row).map { gridCell($0, columns, lines) }
        }
        return table
    }

    private func gridCell(
        _ cell: NodeID, _ columns: [Int], _ lines: [Int]
    ) -> PseudoXMLTable.Cell {
        let range = page.range(cell)
        let left = column(Int(range.start))
        let right = column(Int(range.end))
        let top = line(Int(range.start))
        let bottom = line(Int(range.end))
        return PseudoXMLTable.Cell(
            node: cell, moreColumns: columns.filter { $0 > left && $0 < right }.count,
            moreRows: lines.filter { $0 > top && $0 <= bottom }.count)
    }

    /// The cells of a simple table begin where columns begin; the next cell ends each.
    func simpleLayout(_ node: NodeID, _ rows: [NodeID], _ drawn: [String]) -> PseudoXMLTable {
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
        let base = borderColumn(node) ?? 0
        let longest = drawn.map { $0.count }.max() ?? 0
        if let last = starts.last {
            table.widths[table.widths.count - 1] = max(table.widths.last ?? 0, longest - last)
        }
        table.headers = rows.prefix(while: isHeader).count
        table.rows = rows.map { row in
            let cells = children(row)
            let places = cells.indices.map { index in
                guard cells.count < starts.count else { return index }
                let place = column(Int(page.range(cells[index]).start)) - 1 - base
                return starts.lastIndex { $0 <= place } ?? 0
            }
            return zip(cells, zip(places, places.dropFirst() + [starts.count])).map {
                PseudoXMLTable.Cell(node: $0, moreColumns: max($1.1 - $1.0 - 1, 0))
            }
        }
        return table
    }
}
