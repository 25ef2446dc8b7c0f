import PageTree

/// Puts cells under the columns and rows they span, so that a cell's place says its column.
///
/// What a cell says of several rows or columns holds for each of them; but a cell that begins a
/// row and spans columns titles what follows, and says nothing of a type or a description.
struct TableLayout {
    /// For each column, the cell that reaches into the next row, and how many rows are left of it.
    private var pending: [(cell: Cell, rows: Int)] = []

    /// More columns than any page's table has.
    private static let widest = 64

    init() {}

    mutating func row(_ cells: [(cell: Cell, columns: Int, rows: Int)]) -> [Cell] {
        var row: [Cell] = []
        for (cell, columns, rows) in cells {
            takePending(into: &row)
            var column = 0
            while column < columns {
                let part =
                    column > 0 && row.count == column
                    ? Cell(text: MarkedText(""), range: cell.range, node: cell.node) : cell
                reserve(part, rows: rows - 1, at: row.count)
                row.append(part)
                column += 1
            }
        }
        takePending(into: &row)
        return row
    }

    private mutating func takePending(into row: inout [Cell]) {
        while row.count < pending.count, pending[row.count].rows > 0 {
            pending[row.count].rows -= 1
            row.append(pending[row.count].cell)
        }
    }

    private mutating func reserve(_ cell: Cell, rows: Int, at column: Int) {
        guard rows > 0 || column < pending.count, column < Self.widest else { return }
        while pending.count <= column { pending.append((cell, 0)) }
        pending[column] = (cell, rows)
    }
}
