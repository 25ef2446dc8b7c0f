import SourceText

/// A table whose marks are lost: what lies in each cell of each row, the header first.
struct FlattenedTable {
    /// A cell may be broken over lines that others stand in too.
    var rows: [[[Range<Int>]]]
    /// One past the last line.
    var last: Int

    init(_ header: [Range<Int>], last: Int) {
        rows = [header.map { [$0] }]
        self.last = last
    }

    mutating func beginRow(_ columns: Int) {
        rows.append([[Range<Int>]](repeating: [], count: columns))
    }

    /// Adds what follows, with nothing of another cell between, to a cell of the last row.
    mutating func extend(_ column: Int, _ part: Range<Int>) {
        let row = rows.count - 1
        if let last = rows[row][column].last {
            rows[row][column][rows[row][column].count - 1] = last.lowerBound..<part.upperBound
        } else {
            rows[row][column] = [part]
        }
    }
}

/// Tables with one cell a line, and with cells that one space keeps apart.
extension FlattenedReader {
    func cells(at start: Int) -> FlattenedTable? {
        guard isLetter(bytes[lines[start].text]) else { return nil }
        if let table = alignedTable(at: start) { return table }
        if let header = header(inLine: start) { return rowsOfWords(header, below: start) }
        for spaced in [false, true] {
            if let (header, last) = header(inLinesAt: start, spaced: spaced) {
                return rowsOfLines(header, from: last, spaced: spaced)
            }
        }
        return nil
    }

    /// Whether titles of three columns at least begin here, none of them marked: in one line that no
    /// rule is near, or one a line.
    func headsBareTable(_ index: Int) -> Bool {
        guard lines[index].column < 16, isLetter(bytes[lines[index].text]) else { return false }
        if let header = header(inLine: index) {
            return header.cells.count > 2 && !isRuled(index - 1) && !isRuled(index + 1)
        }
        guard title(lines[index].text, lines[index].end) != nil else { return false }
        return (header(inLinesAt: index, spaced: false)?.0.cells.count ?? 0) > 2
    }

    private func isRuled(_ index: Int) -> Bool {
        guard lines.indices.contains(index), !lines[index].isBlank else { return false }
        switch bytes[lines[index].text] {
        case 0x2B, 0x2D, 0x3D, 0x7C, 0x2A, 0x5F: return true
        default: return false
        }
    }

    // MARK: One cell a line

    private func rowsOfLines(
        _ header: FlattenedHeader, from first: Int, spaced: Bool
    ) -> FlattenedTable? {
        var parts: [Range<Int>] = []
        var ends: [Int] = []
        var index = spaced ? next(from: first) : first
        while index < lines.count, !lines[index].isBlank, !endsCells(index), !isTold(index) {
            // What stands below the next header is that table's, or each would read to the end.
            if spaced, self.header(inLinesAt: index, spaced: true) != nil { break }
            let line = lines[index].text..<lines[index].end
            if let last = parts.last, joins(last, line) {
                parts[parts.count - 1] = last.lowerBound..<line.upperBound
                ends[ends.count - 1] = index + 1
            } else {
                parts.append(line)
                ends.append(index + 1)
            }
            index += 1
            if spaced { index = next(from: index) }
        }
        guard let name = parts.first else { return nil }
        let isOver =
            index < lines.count && !lines[index].isBlank && (isOverParts(index) || isTold(index))
        let rows = FlattenedRows(
            header, areLines: true, smallNames: isSmall(bytes[name.lowerBound]),
            endsWithLabel: isOver && !isSmall(bytes[lines[ends[ends.count - 1] - 1].text]))
        guard let (places, _) = rows.deal(parts, in: self), places[0] != nil else { return nil }
        var table = FlattenedTable(header.cells, last: first)
        for (index, place) in places.enumerated() {
            guard let place else { break }
            if place.beginsRow { table.beginRow(header.columns.count) }
            table.extend(place.column, parts[index])
            table.last = ends[index]
        }
        return table
    }

    /// `Discriminator` over `: type`: what a label in bold says, and no cell.
    private func isTold(_ index: Int) -> Bool {
        bytes[lines[index].text] == 0x3A && index > 0 && !lines[index - 1].isBlank
            && !isSmall(bytes[lines[index - 1].text])
    }

    /// Whether one cell was broken between two lines, by code or a link: in brackets, before a mark.
    private func joins(_ before: Range<Int>, _ line: Range<Int>) -> Bool {
        switch bytes[before.upperBound - 1] {
        case 0x28, 0x5B, 0x3C, 0x2C: return true
        default: break
        }
        switch bytes[line.lowerBound] {
        case 0x29, 0x5D, 0x2C, 0x2E, 0x3B: return true
        case 0x3E: return bytes[before.lowerBound] == 0x3C
        default: return false
        }
    }

    // MARK: Cells that one space keeps apart

    private func rowsOfWords(_ header: FlattenedHeader, below start: Int) -> FlattenedTable? {
        var table = FlattenedTable(header.cells, last: start + 1)
        let isSpaced = start + 1 < lines.count && lines[start + 1].isBlank
        var index = isSpaced ? next(from: start + 1) : start + 1
        var isFirstSmall: Bool?
        while index < lines.count, !lines[index].isBlank, !endsCells(index) {
            let isFirst = table.rows.count == 1
            if let row = row(index, header, isFirstSmall) {
                table.rows.append(row)
                isFirstSmall = isFirstSmall ?? isSmall(bytes[lines[index].text])
            } else if !isFirst, !isSpaced, isBroken(index) {
                table.extend(lastColumn(table), lines[index].text..<lines[index].end)
            } else {
                break
            }
            index += 1
            table.last = index
            if isSpaced { index = next(from: index) }
        }
        return table.rows.count > 1 ? table : nil
    }

    /// Whether a line goes on with the one above, which is as long as those that a tool breaks.
    private func isBroken(_ index: Int) -> Bool {
        let (above, line) = (lines[index - 1], lines[index])
        return above.column + above.end - above.text > 60 && above.end - above.text < 160
            && goesOn(above.text..<above.end, line.text..<line.end)
    }

    private func lastColumn(_ table: FlattenedTable) -> Int {
        table.rows[table.rows.count - 1].lastIndex { !$0.isEmpty } ?? 0
    }

    private func row(
        _ index: Int, _ header: FlattenedHeader, _ isFirstSmall: Bool?
    ) -> [[Range<Int>]]? {
        let line = lines[index]
        let parts = words(line.text, line.end, atMost: 2_000)
        guard parts.count > 1 else { return nil }
        let first = bytes[line.text]
        if !header.isTyped {
            let isLarge = first >= 0x41 && first <= 0x5A
            if isLarge, isFirstSmall ?? opensSentence(parts[0]) { return nil }
        }
        let rows = FlattenedRows(header, areLines: false)
        guard let (places, cost) = rows.deal(parts, in: self), cost <= 4 else { return nil }
        var row = [[Range<Int>]](repeating: [], count: header.columns.count)
        for (part, place) in zip(parts, places) {
            guard let column = place?.column else { continue }
            row[column] = [(row[column].first ?? part).lowerBound..<part.upperBound]
        }
        return row
    }

    private func opensSentence(_ word: Range<Int>) -> Bool {
        switch String(decoding: bytes[word].prefix(8), as: UTF8.self) {
        case "The", "This", "These", "If", "For", "Returns", "A", "An", "It", "See", "Note",
            "Note:",
            "In", "To", "You", "When", "All":
            true
        default: false
        }
    }

    mutating func addTable(_ table: FlattenedTable) {
        guard let first = table.rows.first?.first?.first else { return }
        let node = add(.table, first.lowerBound, first.upperBound, in: 0)
        for (index, cells) in table.rows.enumerated() {
            let places = cells.joined()
            guard let start = places.map(\.lowerBound).min(),
                let end = places.map(\.upperBound).max()
            else { continue }
            let row = add(.tableRow(isHeader: index == 0), start, end, in: node)
            var place = start
            for cell in cells {
                if let first = cell.first { place = first.lowerBound }
                addCell(cell, at: place, in: row)
                place = cell.last?.upperBound ?? place
            }
            tree.extend(node, to: end)
        }
    }

    private mutating func addCell(_ slices: [Range<Int>], at place: Int, in row: Int) {
        let end = slices.last?.upperBound ?? place
        let cell = add(.tableCell(alignment: .none), place, end, in: row)
        for (index, slice) in slices.enumerated() {
            if index > 0 {
                add(
                    .softBreak, slices[index - 1].upperBound, slices[index - 1].upperBound, in: cell
                )
            }
            addText(slice.lowerBound, slice.upperBound, in: cell)
        }
    }
}
