import SourceText

/// One cell of a table, before its row is known.
private struct WikiCell {
    var isHeader = false
    /// The lines of its text.
    var parts: [ByteRange] = []
    /// Where its mark stands.
    let start: Int
}

extension WikiReader {
    mutating func readTable(at index: Int) -> Int? {
        let line = text(index)
        switch flavor {
        case .asciiDoc:
            guard line.begins("|===") else { return nil }
            return readFencedTable(at: index)
        case .mediaWiki:
            guard line.begins("{|") else { return nil }
            return readMarkedTable(at: index)
        case .tracker:
            guard line.begins("|") else { return nil }
            return readBarTable(at: index)
        }
    }

    private mutating func addTable(_ rows: [[WikiCell]], _ start: Int, _ end: Int) {
        let rows = rows.filter { !$0.isEmpty }
        guard !rows.isEmpty else {
            add(.comment, start, end, in: 0)
            return
        }
        let table = add(.table, start, end, in: 0)
        for (number, row) in rows.enumerated() {
            let isHeader = number == 0 && row.allSatisfy(\.isHeader)
            let node = add(.tableRow(isHeader: isHeader), row[0].start, row[0].start, in: table)
            for cell in row {
                let node = add(.tableCell(alignment: .none), cell.start, cell.start, in: node)
                for (number, part) in cell.parts.enumerated() where !part.isEmpty {
                    if number > 0, tree.nodes[node].lastChild != Node.none {
                        let end = Int(cell.parts[number - 1].end)
                        add(.lineBreak, end, Int(part.start), in: node)
                    }
                    addInlines(Int(part.start), Int(part.end), in: node)
                }
            }
        }
    }

    // MARK: Rows of bars

    /// `||Name||Type||` over `|id|integer|`, and `|_. Name |_. Type |`.
    private mutating func readBarTable(at first: Int) -> Int {
        var rows: [[WikiCell]] = []
        var index = first
        while index < lines.count, !lines[index].isBlank, text(index).begins("|") {
            rows.append(barCells(text(index)))
            index += 1
        }
        addTable(rows, lines[first].text, lines[index - 1].end)
        return index
    }

    private func barCells(_ line: WikiLine) -> [WikiCell] {
        var cells: [WikiCell] = []
        var index = line.start
        while index < line.end {
            var cell = WikiCell(start: index)
            while index < line.end, bytes[index] == 0x7C {
                cell.isHeader = index > cell.start
                index += 1
            }
            if index + 1 < line.end, bytes[index] == 0x5F, bytes[index + 1] == 0x2E {
                cell.isHeader = true
                index += 2
            }
            let from = index
            var nesting = 0
            while index < line.end, bytes[index] != 0x7C || nesting > 0 {
                if bytes[index] == 0x5B || bytes[index] == 0x7B { nesting += 1 }
                if bytes[index] == 0x5D || bytes[index] == 0x7D { nesting -= 1 }
                index += 1
            }
            guard index < line.end || from < line.end else { break }
            cell.parts = [bytes.trimmed(from, index)]
            cells.append(cell)
        }
        return cells
    }

    // MARK: Between fences

    /// `|===`, cells that each begin with a bar, as many a row as the first line has, or as was said.
    private mutating func readFencedTable(at first: Int) -> Int {
        var last = first + 1
        while last < lines.count, lines[last].isBlank || !text(last).begins("|===") { last += 1 }
        var cells: [WikiCell] = []
        var width = columns
        var hasHeader = hasHeader
        var isOpening = true
        for index in (first + 1)..<max(first + 1, last) {
            if lines[index].isBlank {
                // A blank line below one row makes that the header.
                if isOpening, !cells.isEmpty, cells.count == (width ?? cells.count) {
                    hasHeader = true
                    width = width ?? cells.count
                }
                if !cells.isEmpty { isOpening = false }
                continue
            }
            let found = fencedCells(text(index), &cells)
            if width == nil, found > 1 { width = found }
            if isOpening, cells.count > (width ?? cells.count) { isOpening = false }
        }
        let count = max(1, width ?? cells.count)
        var rows: [[WikiCell]] = []
        var place = 0
        while place < cells.count {
            var row = Array(cells[place..<min(cells.count, place + count)])
            if place == 0, hasHeader {
                for index in row.indices { row[index].isHeader = true }
            }
            rows.append(row)
            place += count
        }
        let end = last < lines.count ? lines[last].end : lines[last - 1].end
        addTable(rows, lines[first].text, end)
        return last + 1
    }

    /// Appends the cells that begin on a line; what stands before the first goes on with the last.
    private func fencedCells(_ line: WikiLine, _ cells: inout [WikiCell]) -> Int {
        var found = 0
        var index = line.start
        while index < line.end {
            let from = index
            while index < line.end, bytes[index] != 0x7C || bytes[index - 1] == 0x5C { index += 1 }
            // `a|` and `2+|` say how the cell looks.
            let part = bytes.trimmed(from, index)
            let isFormat = index < line.end && isCellFormat(part)
            if !part.isEmpty, !isFormat, !cells.isEmpty {
                cells[cells.count - 1].parts.append(part)
            }
            guard index < line.end else { break }
            cells.append(WikiCell(start: index))
            found += 1
            index += 1
        }
        return found
    }

    private func isCellFormat(_ part: ByteRange) -> Bool {
        guard part.count <= 4 else { return false }
        var index = Int(part.start)
        while index < Int(part.end) {
            switch bytes[index] {
            case 0x61, 0x68, 0x6C, 0x6D, 0x65, 0x73, 0x2B, 0x2E, 0x5E, 0x3C, 0x3E, 0x30...0x39:
                break
            default: return false
            }
            index += 1
        }
        return true
    }

    // MARK: Between braces

    /// `{|`, rows parted by `|-`, cells by `|` or `||`, headers by `!` or `!!`.
    private mutating func readMarkedTable(at first: Int) -> Int {
        var rows: [[WikiCell]] = [[]]
        var index = first + 1
        while index < lines.count, lines[index].isBlank || !text(index).begins("|}") {
            defer { index += 1 }
            guard !lines[index].isBlank else { continue }
            let line = text(index)
            if line.begins("|-") {
                rows.append([])
            } else if line.begins("|+") {
                continue
            } else if line.begins("|") || line.begins("!") {
                rows[rows.count - 1] += markedCells(line)
            } else if let row = rows.indices.last, let cell = rows[row].indices.last {
                rows[row][cell].parts.append(ByteRange(line.start, line.end))
            }
        }
        let end = index < lines.count ? lines[index].end : lines[lines.count - 1].end
        addTable(rows, lines[first].text, end)
        return index + 1
    }

    private func markedCells(_ line: WikiLine) -> [WikiCell] {
        let isHeader = bytes[line.start] == 0x21
        var cells: [WikiCell] = []
        var index = line.start
        while index < line.end {
            var cell = WikiCell(start: index)
            cell.isHeader = isHeader
            while index < line.end, bytes[index] == 0x7C || bytes[index] == 0x21,
                index - cell.start < 2
            {
                index += 1
            }
            var from = index
            while index < line.end, !partsCells(index, line.end, isHeader) {
                // `style="…" | text`: what stands before a single bar says how the cell looks.
                if bytes[index] == 0x7C, holdsEquals(from, index) { from = index + 1 }
                index += 1
            }
            cell.parts = [bytes.trimmed(from, index)]
            cells.append(cell)
        }
        return cells
    }

    private func partsCells(_ index: Int, _ end: Int, _ isHeader: Bool) -> Bool {
        guard index + 1 < end, bytes[index] == bytes[index + 1] else { return false }
        return bytes[index] == 0x7C || isHeader && bytes[index] == 0x21
    }

    private func holdsEquals(_ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end {
            if bytes[index] == 0x3D { return true }
            index += 1
        }
        return false
    }
}
