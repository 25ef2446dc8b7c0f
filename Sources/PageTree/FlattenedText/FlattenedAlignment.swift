import SourceText

/// Tables whose cells stand below their header, kept apart by blanks, as tools for terminals print
/// them; with rules of dashes, or with none.
extension FlattenedReader {
    func alignedTable(at start: Int) -> FlattenedTable? {
        guard let (header, starts) = alignedHeader(start) else { return nil }
        let following = start + 1
        if following < lines.count, isRuleOfColumns(following), starts.count > 1 {
            return ruledTable(start, following, starts)
        }
        var rows: [AlignedLine] = []
        var index = following
        while index < lines.count, !lines[index].isBlank || isPadding(index, starts[1]) {
            guard let line = alignedLine(index, starts) else { break }
            rows.append(line)
            index += 1
        }
        guard rows.contains(where: { $0.cells.count { !$0.isEmpty } > 1 }) else { return nil }
        return table(header.cells, rows, last: index)
    }

    private func alignedLine(_ index: Int, _ starts: [Int]) -> AlignedLine? {
        let line = lines[index]
        if line.isBlank {
            let empty = [Range<Int>](repeating: line.end..<line.end, count: starts.count)
            return AlignedLine(empty, begins: nil)
        }
        guard !isLabelOfParts(index), let cells = cut(index, at: starts) else { return nil }
        return AlignedLine(cells, begins: isPresenceOfName(cells[0]) ? false : nil)
    }

    /// Two blanks keep titles apart, one of which at least is known; one blank does between known ones.
    private func alignedHeader(_ index: Int) -> (FlattenedHeader, [Int])? {
        let line = lines[index]
        guard line.end - line.text <= 4_000 else { return nil }
        var header = FlattenedHeader()
        var starts: [Int] = []
        var known = 0
        for segment in segments(line) {
            guard header.cells.count < 24 else { return nil }
            if title(segment.range.lowerBound, segment.range.upperBound) != nil {
                known += 1
            } else if let inner = self.header(
                of: words(segment.range.lowerBound, segment.range.upperBound, atMost: 8))
            {
                known += inner.cells.count
                for cell in inner.cells {
                    header.cells.append(cell)
                    starts.append(segment.column + cell.lowerBound - segment.range.lowerBound)
                }
                continue
            }
            header.cells.append(segment.range)
            starts.append(segment.column)
        }
        guard known > 0, segments(line).count > 1 else { return nil }
        return (header, starts)
    }

    /// Parts of a line that two blanks keep apart, with their columns.
    private func segments(_ line: RSTLine) -> [(range: Range<Int>, column: Int)] {
        var segments: [(range: Range<Int>, column: Int)] = []
        var index = line.text
        var column = line.column
        var start = (index, column)
        while index < line.end {
            let isGap =
                isBlank(bytes[index]) && index + 1 < line.end && isBlank(bytes[index + 1])
            if isGap {
                segments.append((start.0..<index, start.1))
                while index < line.end, isBlank(bytes[index]) {
                    index += 1
                    column += 1
                }
                start = (index, column)
            } else {
                if bytes[index] & 0xC0 != 0x80 { column += 1 }
                index += 1
            }
        }
        if start.0 < line.end { segments.append((start.0..<line.end, start.1)) }
        return segments
    }

    /// Cuts a line where columns begin; nil where a word stands across one of these places.
    private func cut(_ index: Int, at starts: [Int]) -> [Range<Int>]? {
        let line = lines[index]
        var cells: [Range<Int>] = []
        var place = line.text
        var column = line.column
        var start = place
        while place < line.end {
            while cells.count + 1 < starts.count, column >= starts[cells.count + 1] {
                if place > line.text, column == starts[cells.count + 1], !isBlank(bytes[place - 1])
                {
                    return nil
                }
                cells.append(trimmed(start, place))
                start = place
            }
            place += 1
            while place < line.end, bytes[place] & 0xC0 == 0x80 { place += 1 }
            column += 1
        }
        cells.append(trimmed(start, line.end))
        while cells.count < starts.count { cells.append(line.end..<line.end) }
        return cells
    }

    private func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
        var (start, end) = (start, end)
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Whether a blank line is filled up to a column: it lies within a table.
    private func isPadding(_ index: Int, _ column: Int) -> Bool {
        index > 0 && lines[index].next - lines[index - 1].next > column
    }

    /// `-----  ----- ---`: two runs of dashes at least.
    private func isRuleOfColumns(_ index: Int) -> Bool {
        let line = lines[index]
        guard !line.isBlank else { return false }
        var runs = 0
        for place in line.text..<line.end {
            guard bytes[place] == 0x2D || bytes[place] == 0x20 else { return false }
            if bytes[place] == 0x2D, place == line.text || bytes[place - 1] == 0x20 { runs += 1 }
        }
        return runs > 1
    }

    /// Rows below a rule: each a line, or with blank lines between them where they may have several.
    private func ruledTable(_ start: Int, _ rule: Int, _ starts: [Int]) -> FlattenedTable? {
        let isSpaced = start > 0 && isRule(start - 1)
        let columns = segmentStarts(rule)
        guard let header = cut(start, at: columns) else { return nil }
        var rows: [AlignedLine] = []
        var index = rule + 1
        var isFirst = true
        while index < lines.count, isSpaced || !lines[index].isBlank, !isRule(index) {
            if lines[index].isBlank {
                isFirst = true
            } else if let cells = cut(index, at: columns) {
                rows.append(AlignedLine(cells, begins: isSpaced ? isFirst : nil))
                isFirst = false
            } else {
                break
            }
            index += 1
        }
        if index < lines.count, isRule(index) { index += 1 }
        return rows.isEmpty ? nil : table(header, rows, last: index)
    }

    private func segmentStarts(_ rule: Int) -> [Int] {
        let line = lines[rule]
        var starts: [Int] = []
        for place in line.text..<line.end
        where bytes[place] == 0x2D && (place == line.text || bytes[place - 1] == 0x20) {
            starts.append(line.column + place - line.text)
        }
        return starts
    }

    /// A line of dashes from end to end.
    func isRule(_ index: Int) -> Bool {
        let line = lines[index]
        return line.end - line.text >= 8
            && (line.text..<line.end).allSatisfy { bytes[$0] == 0x2D || bytes[$0] == 0x20 }
    }

    /// Rows of lines: each goes on to the next line with something in its first cell.
    private func table(
        _ header: [Range<Int>], _ rows: [AlignedLine], last: Int
    ) -> FlattenedTable {
        var table = FlattenedTable(header, last: last)
        let above = linesAbove(rows)
        for (index, line) in rows.enumerated() {
            if index == 0 || above.contains(index) { table.beginRow(header.count) }
            let row = table.rows.count - 1
            for (column, cell) in line.cells.enumerated() where !cell.isEmpty {
                if column < header.count { table.rows[row][column].append(cell) }
            }
        }
        return table
    }
}

/// A line of an aligned table.
struct AlignedLine {
    var cells: [Range<Int>]
    /// Whether something stands in its first cell that is no part of the name above.
    var begins: Bool

    init(_ cells: [Range<Int>], begins: Bool?) {
        self.cells = cells
        self.begins = begins ?? !cells[0].isEmpty
    }
}

/// The lines with which rows begin. Some tools put short cells beside the middle of long ones: of what
/// stands above a name and below it as much belongs to it on both sides, or one line more below. Where
/// the lines cannot be dealt so, each row begins with its name.
private func linesAbove(_ rows: [AlignedLine]) -> Set<Int> {
    let names = rows.indices.filter { rows[$0].begins }
    guard let first = names.first, let last = names.last else { return [0] }
    let whole = Set(names.dropFirst() + [0])
    guard names.count < rows.count else { return whole }
    // How many lines may stand above each name in its row.
    var ranges = [first...first]
    for (name, next) in zip(names, names.dropFirst()) {
        let gap = next - name - 1
        let range = ranges[ranges.count - 1]
        guard gap >= range.lowerBound else { return whole }
        ranges.append(max(0, gap - range.upperBound - 1)...(gap - range.lowerBound))
    }
    let below = rows.count - 1 - last
    guard var above = [below - 1, below].first(where: { ranges[ranges.count - 1].contains($0) })
    else { return whole }
    var begins: Set<Int> = [0]
    for index in names.indices.dropFirst().reversed() {
        begins.insert(names[index] - above)
        let below = names[index] - names[index - 1] - 1 - above
        above = ranges[index - 1].contains(below - 1) ? below - 1 : below
    }
    return begins
}
