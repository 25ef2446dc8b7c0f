import SourceText

extension RSTReader {
    mutating func readSimpleTable(
        at start: Int, _ region: RSTRegion, in parent: Int, into given: Int? = nil
    ) -> Int {
        let (end, problem) = simpleTableEnd(start, region)
        let block = RSTRegion(first: start, last: end, base: region.base)
        if let problem {
            addMalformedTable(block, problem, in: parent)
        } else {
            addSimpleTable(block, in: parent, into: given)
        }
        if !isSetOff(end, region) { noteUnindent(.table, at: end) }
        return end
    }

    /// The line behind the bottom border: the second border, or one before a blank line.
    private func simpleTableEnd(_ start: Int, _ region: RSTRegion) -> (Int, RSTNote?) {
        let width = lines[start].end - lines[start].text
        var found: Int?
        var index = start + 1
        while index < region.last {
            let line = lines[index]
            if !line.isBlank, line.column <= region.base, isBorder(line) {
                guard line.end - line.text == width else { return (index + 1, .borderMismatch) }
                let isLast = index + 1 >= region.last || lines[index + 1].isBlank
                if found != nil || isLast { return (index + 1, nil) }
                found = index
            }
            index += 1
        }
        if let found { return (found + 1, .borderNotSetOff) }
        return (region.last, .noBottomBorder)
    }

    private func isBorder(_ line: RSTLine) -> Bool {
        var index = line.text
        guard bytes[index] == 0x3D else { return false }
        while index < line.end, bytes[index] == 0x3D || bytes[index] == 0x20 { index += 1 }
        return index == line.end
    }

    private mutating func addSimpleTable(_ block: RSTRegion, in parent: Int, into given: Int?) {
        let text = RSTTableText(bytes, lines[block.first..<block.last], base: block.base)
        var columns = RSTColumns(text)
        if let problem = columns.readRows() {
            let start = lines[block.first].text
            let row = lines[block.first + min(columns.problemRow, text.count - 1)].text
            notes.append(
                Diagnostic(
                    .note, problem.rawValue, problem.message,
                    at: SourceSpan(id, ByteRange(start, end(of: block))),
                    notes: [
                        .init(
                            "the line of the table",
                            SourceSpan(id, ByteRange(row, row)))
                    ]))
            addCode(block, .literal, info: .empty, in: parent)
            return
        }
        let start = lines[block.first].text
        let table = given ?? add(.table, start, start, in: parent)
        for row in columns.rows { addSimpleRow(row, text, columns, in: table) }
        close(table, atLeast: lines[block.last - 1].end)
    }

    private mutating func addSimpleRow(
        _ row: RSTColumns.Row, _ text: RSTTableText, _ columns: RSTColumns, in table: Int
    ) {
        let isHeader = columns.headerEnd.map { row.first < $0 } ?? false
        let last = max(row.last - 1, row.first)
        let start = text.offset(row.first, row.cells[0].lowerBound)
        let node = add(.tableRow(isHeader: isHeader), start, start, in: table)
        var place = 0
        for cell in row.cells {
            let first = place
            while place < columns.columns.count,
                columns.columns[place].lowerBound < cell.upperBound
            {
                place += 1
            }
            var slices: [RSTLine] = []
            for line in row.first..<max(row.last, row.first) {
                slices.append(text.slice(line, cell.lowerBound, cell.upperBound))
            }
            let from = text.offset(row.first, cell.lowerBound)
            let to = text.offset(last, cell.upperBound)
            addCell(slices, from, to, in: node, columns: place - first)
        }
        close(node)
    }
}

/// Divides a simple table into rows and columns.
struct RSTColumns {
    /// Lines of the table, and the columns of its cells.
    struct Row {
        var first: Int
        var last: Int
        var cells: [Range<Int>]
    }

    let text: RSTTableText
    var rows: [Row] = []
    /// The line of the rule below the header.
    var headerEnd: Int?
    var problemRow = 0
    private(set) var columns: [Range<Int>] = []
    private var borderEnd = 0

    init(_ text: RSTTableText) {
        self.text = text
    }

    /// Reads all rows; the first text column begins a row, and so does a rule.
    mutating func readRows() -> RSTNote? {
        columns = runs(0)
        borderEnd = columns.last?.upperBound ?? 0
        for row in 1..<max(text.count - 1, 1) where text.consists(row, of: 0x3D, and: 0x20) {
            headerEnd = headerEnd ?? row
        }
        var start = 1
        var hasText = false
        var row = 1
        while row < text.count {
            if isRule(row) {
                if let problem = addRow(start, row, rule: row) { return problem }
                start = row + 1
                hasText = false
            } else if !text.isBlank(row, columns[0].lowerBound, columns[0].upperBound) {
                if hasText, row != start, let problem = addRow(start, row, rule: nil) {
                    return problem
                }
                start = row
                hasText = true
            } else if !hasText {
                start = row + 1
            }
            row += 1
        }
        return nil
    }

    private func isRule(_ row: Int) -> Bool {
        text.consists(row, of: 0x2D, and: 0x20) || text.consists(row, of: 0x3D, and: 0x20)
    }

    /// The columns that a border or rule underlines.
    private func runs(_ row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        let width = text.width(row)
        var column = 0
        while column < width {
            while column < width, text.byte(row, column) == 0x20 { column += 1 }
            let start = column
            while column < width, text.byte(row, column) != 0x20 { column += 1 }
            if column > start { runs.append(start..<column) }
        }
        return runs
    }

    private mutating func addRow(_ first: Int, _ last: Int, rule: Int?) -> RSTNote? {
        var cells = columns
        if let rule {
            cells = runs(rule)
            guard let end = cells.last?.upperBound, end == borderEnd else {
                problemRow = rule
                return .spanIncomplete
            }
            cells[cells.count - 1] =
                cells[cells.count - 1].lowerBound..<max(end, columns[columns.count - 1].upperBound)
        }
        if let problem = fit(&cells, first, last) { return problem }
        guard isAligned(cells) else {
            problemRow = rule ?? first
            return .spanMisaligned
        }
        rows.append(Row(first: first, last: last, cells: cells))
        return nil
    }

    /// The last column may overflow to the right; text elsewhere must keep off the margins.
    private mutating func fit(_ cells: inout [Range<Int>], _ first: Int, _ last: Int) -> RSTNote? {
        for index in cells.indices {
            let isLast = index == cells.count - 1
            let margin = isLast ? Int.max : cells[index + 1].lowerBound
            for row in first..<max(last, first) {
                let end = cells[index].upperBound
                guard !text.isBlank(row, end, min(margin, max(text.width(row), end))) else {
                    continue
                }
                guard isLast else {
                    problemRow = row
                    return .textInMargin
                }
                let start = cells[index].lowerBound
                let main = columns[columns.count - 1]
                cells[index] = start..<max(main.upperBound, text.width(row))
                if text.width(row) > main.upperBound {
                    columns[columns.count - 1] = main.lowerBound..<text.width(row)
                }
            }
        }
        return nil
    }

    /// Whether each cell begins and ends where columns do.
    private func isAligned(_ cells: [Range<Int>]) -> Bool {
        var index = 0
        for cell in cells {
            guard index < columns.count, columns[index].lowerBound == cell.lowerBound else {
                return false
            }
            while index < columns.count, columns[index].upperBound != cell.upperBound { index += 1 }
            guard index < columns.count else { return false }
            index += 1
        }
        return true
    }
}
