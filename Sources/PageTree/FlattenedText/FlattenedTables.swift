import SourceText

extension FlattenedReader {
    /// Where a table of bars ends: a header over a rule, or rows that begin and end with a bar.
    func tableEnd(at start: Int) -> Int? {
        let line = lines[start]
        let isEnclosed =
            bytes[line.text] == 0x7C && bytes[line.end - 1] == 0x7C
            && line.end - line.text > 2
        let following = next(from: start + 1)
        let hasRule = following < lines.count && holds(0x7C, line) && isRule(lines[following])
        guard isEnclosed || hasRule else { return nil }
        var index = hasRule ? following + 1 : start + 1
        while index < lines.count, let last = rowEnd(index) { index = last }
        return index
    }

    /// `---|---|`, with or without colons.
    func isRule(_ line: RSTLine) -> Bool {
        var index = line.text
        var dashes = 0
        var bars = 0
        while index < line.end {
            switch bytes[index] {
            case 0x2D: dashes += 1
            case 0x7C: bars += 1
            case 0x3A, 0x20: break
            default: return false
            }
            index += 1
        }
        return dashes > 0 && bars > 0
    }

    /// A row ends with a bar; a cell that held code may have been broken over a few lines.
    private func rowEnd(_ start: Int) -> Int? {
        var index = start
        while index < lines.count, index - start < 8, !lines[index].isBlank {
            let line = lines[index]
            if bytes[line.end - 1] == 0x7C { return index + 1 }
            if index == start, !holds(0x7C, line) { return nil }
            index += 1
        }
        return !lines[start].isBlank && holds(0x7C, lines[start]) ? start + 1 : nil
    }

    mutating func addTable(_ first: Int, _ last: Int) {
        let table = add(.table, lines[first].text, lines[first].end, in: 0)
        let following = next(from: first + 1)
        let hasRule = following < last && isRule(lines[following])
        addRow(first, first + 1, isHeader: hasRule, in: table)
        var index = hasRule ? following + 1 : first + 1
        while index < last {
            let end = min(rowEnd(index) ?? index + 1, last)
            if !lines[index].isBlank, !isRule(lines[index]) {
                addRow(index, end, isHeader: false, in: table)
            }
            index = end
        }
        close(table)
    }

    private mutating func addRow(_ first: Int, _ last: Int, isHeader: Bool, in table: Int) {
        let end = lines[last - 1].end
        var start = lines[first].text
        let row = add(.tableRow(isHeader: isHeader), start, end, in: table)
        if bytes[start] == 0x7C { start += 1 }
        while start < end {
            var stop = start
            while stop < end, bytes[stop] != 0x7C || bytes[stop - 1] == 0x5C { stop += 1 }
            addCell(start, stop, in: row)
            start = stop + 1
        }
    }

    private mutating func addCell(_ start: Int, _ end: Int, in row: Int) {
        var start = start
        var end = end
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        addText(start, end, in: add(.tableCell(alignment: .none), start, end, in: row))
    }

    /// Adds text that may go over several lines.
    mutating func addText(_ start: Int, _ end: Int, in parent: Int) {
        var from = start
        var index = start
        while index < end {
            if bytes[index] == 0x0A || bytes[index] == 0x0D {
                if index > from { add(.text, from, index, in: parent) }
                let lineEnd = index
                while index < end, isBlank(bytes[index]) { index += 1 }
                add(.softBreak, lineEnd, index, in: parent)
                from = index
            } else {
                index += 1
            }
        }
        if end > from { add(.text, from, end, in: parent) }
    }
}
