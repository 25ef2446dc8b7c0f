import SourceText

/// One cell of a grid: the lines and columns of its borders.
struct RSTGridCell {
    var top: Int
    var left: Int
    var bottom: Int
    var right: Int
}

extension RSTReader {
    mutating func readGridTable(
        at start: Int, _ region: RSTRegion, in parent: Int, into given: Int? = nil
    ) -> Int {
        var end = start
        while end < region.last, !lines[end].isBlank, lines[end].column <= region.base,
            bytes[lines[end].text] == 0x2B || bytes[lines[end].text] == 0x7C
        {
            end += 1
        }
        if end < region.last, lines[end].column > region.base {
            note(.unexpectedIndentation, lines[end].text, lines[end].end)
        }
        var last = end
        while last > start + 1, !isGridBorder(lines[last - 1]) { last -= 1 }
        let block = RSTRegion(first: start, last: last > start + 2 ? last : end, base: region.base)
        if let problem = gridProblem(block) {
            addMalformedTable(block, problem, in: parent)
        } else {
            addGrid(block, in: parent, into: given)
        }
        if !isSetOff(block.last, region) { noteUnindent(.table, at: block.last) }
        return block.last
    }

    private func gridProblem(_ block: RSTRegion) -> RSTNote? {
        guard isGridBorder(lines[block.last - 1]), block.last > block.first + 2 else {
            return .bottomBorder
        }
        let text = RSTTableText(bytes, lines[block.first..<block.last], base: block.base)
        let width = text.width(0)
        for row in 0..<text.count {
            let last = text.byte(row, width - 1)
            guard text.width(row) == width, last == 0x2B || last == 0x7C else {
                return .rightBorder
            }
        }
        return nil
    }

    private mutating func addGrid(_ block: RSTRegion, in parent: Int, into given: Int?) {
        let text = RSTTableText(bytes, lines[block.first..<block.last], base: block.base)
        var grid = RSTGrid(text)
        guard let cells = grid.cells() else {
            return addMalformedTable(block, .cellsNotRectangular, in: parent)
        }
        let start = lines[block.first].text
        let table = given ?? add(.table, start, start, in: parent)
        let (columns, rows) = grid.places(of: cells)
        var row = -1
        var top = -1
        for cell in cells {
            if cell.top != top {
                if row >= 0 { close(row) }
                let isHeader = grid.headerEnd.map { cell.top < $0 } ?? false
                let place = text.offset(cell.top + 1, cell.left + 1)
                row = add(.tableRow(isHeader: isHeader), place, place, in: table)
                top = cell.top
            }
            var slices: [RSTLine] = []
            for line in cell.top + 1..<max(cell.bottom, cell.top + 1) {
                slices.append(text.slice(line, cell.left + 1, cell.right))
            }
            let from = text.offset(min(cell.top + 1, cell.bottom), cell.left + 1)
            let to = text.offset(max(cell.bottom - 1, cell.top), cell.right)
            addCell(
                slices, from, to, in: row, columns: columns[cell.right] - columns[cell.left],
                rows: rows[cell.bottom] - rows[cell.top])
        }
        if row >= 0 { close(row) }
        close(table, atLeast: lines[block.last - 1].end)
    }
}

/// Finds the cells of a grid by walking around each from its upper left corner.
struct RSTGrid {
    let text: RSTTableText
    let bottom: Int
    let right: Int
    /// The line of the rule below the header.
    var headerEnd: Int?
    /// The last line that is taken, for each column.
    private var done: [Int]
    private var corners: [Bool]
    /// Steps left before the drawing is given up; a real table needs few for each character.
    private var budget: Int

    init(_ text: RSTTableText) {
        self.text = text
        bottom = text.count - 1
        right = text.width(0) - 1
        done = Array(repeating: -1, count: right + 1)
        corners = Array(repeating: false, count: (right + 1) * (bottom + 1))
        budget = 64 * (right + 1) * (bottom + 1) + 1024
        for row in 1..<max(bottom, 1) where text.consists(row, of: 0x2B, and: 0x3D) {
            headerEnd = headerEnd ?? row
        }
    }

    /// The cells from top to bottom, left to right; nil if they do not fill the rectangle.
    mutating func cells() -> [RSTGridCell]? {
        var cells: [RSTGridCell] = []
        corners[0] = true
        for top in 0..<bottom {
            for left in 0..<right where corners[top * (right + 1) + left] && top > done[left] {
                guard let cell = cell(top, left) else { continue }
                guard markDone(cell) else { return nil }
                cells.append(cell)
                corners[top * (right + 1) + cell.right] = true
                corners[cell.bottom * (right + 1) + left] = true
            }
        }
        for column in 0..<right where done[column] != bottom - 1 { return nil }
        return budget > 0 ? cells : nil
    }

    /// For each column and line of the drawing, how many cells begin to the left of it or above.
    func places(of cells: [RSTGridCell]) -> (columns: [Int], rows: [Int]) {
        var columns = Array(repeating: 0, count: right + 2)
        var rows = Array(repeating: 0, count: bottom + 2)
        for cell in cells {
            columns[cell.left + 1] = 1
            rows[cell.top + 1] = 1
        }
        for index in 1..<columns.count { columns[index] += columns[index - 1] }
        for index in 1..<rows.count { rows[index] += rows[index - 1] }
        return (columns, rows)
    }

    private mutating func markDone(_ cell: RSTGridCell) -> Bool {
        for column in cell.left..<cell.right {
            guard done[column] == cell.top - 1 else { return false }
            done[column] = cell.bottom - 1
        }
        return true
    }

    private mutating func cell(_ top: Int, _ left: Int) -> RSTGridCell? {
        guard byte(top, left) == 0x2B else { return nil }
        for column in left + 1..<right + 1 {
            let byte = byte(top, column)
            if byte == 0x2B, let bottom = bottomOfCell(top, left, column) {
                return RSTGridCell(top: top, left: left, bottom: bottom, right: column)
            }
            guard byte == 0x2B || isRule(byte, top) else { return nil }
        }
        return nil
    }

    private mutating func bottomOfCell(_ top: Int, _ left: Int, _ right: Int) -> Int? {
        for row in top + 1..<bottom + 1 {
            let byte = byte(row, right)
            if byte == 0x2B, closes(top, left, row, right) { return row }
            guard byte == 0x2B || byte == 0x7C, budget > 0 else { return nil }
        }
        return nil
    }

    /// Whether the lower and the left border lead back to the corner.
    private mutating func closes(_ top: Int, _ left: Int, _ bottom: Int, _ right: Int) -> Bool {
        var column = right - 1
        while column > left {
            let byte = byte(bottom, column)
            guard byte == 0x2B || isRule(byte, bottom) else { return false }
            column -= 1
        }
        guard byte(bottom, left) == 0x2B else { return false }
        var row = bottom - 1
        while row > top {
            let byte = byte(row, left)
            guard byte == 0x2B || byte == 0x7C else { return false }
            row -= 1
        }
        return true
    }

    private func isRule(_ byte: UInt8, _ row: Int) -> Bool {
        byte == 0x2D || (byte == 0x3D && row == headerEnd)
    }

    private mutating func byte(_ row: Int, _ column: Int) -> UInt8 {
        budget -= 1
        return text.byte(row, column)
    }
}
