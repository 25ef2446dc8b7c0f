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

extension Reading {
    /// The roles of columns whose heads are left away.
    func fillBlankHeads(
        _ roles: inout [ColumnRole], of header: [Cell], _ rows: [[Cell]]
    ) {
        // `| | |` over names and what they mean, where a heading says that names stand here.
        if roles.count == 2, header.allSatisfy(\.isBlank) || roles[0] == .name && header[1].isBlank,
            isInFieldSection || listsNames(rows)
        {
            roles = [.name, .description]
        }
        // `| | | |` over names, "required" and what they mean.
        if roles.count == 3, header.allSatisfy(\.isBlank), listsNames(rows), saysPresence(rows, 1) {
            roles = [.name, .required, .description]
        }
        fillPresence(&roles, of: header, rows)
        // `param | | |`: types, if all cells are such, and last a description.
        guard roles.count > 2, roles[0] == .name, header.dropFirst().allSatisfy(\.isBlank) else {
            return
        }
        for column in roles.indices.dropFirst() {
            if column == roles.count - 1 {
                roles[column] = .description
            } else if !roles.contains(.type), mayBeTypes(rows, column) {
                roles[column] = .type
            }
        }
    }

    /// `Field | | Description` over "optional" and "not set if empty".
    private func fillPresence(
        _ roles: inout [ColumnRole], of header: [Cell], _ rows: [[Cell]]
    ) {
        guard roles.contains(.name), roles.contains(.description), !roles.contains(.required),
            let column = roles.indices.first(where: { header[$0].isBlank })
        else { return }
        if saysPresence(rows, column) { roles[column] = .required }
    }

    /// Whether a column says in words whether something must be there.
    private func saysPresence(_ rows: [[Cell]], _ column: Int) -> Bool {
        let cells = rows.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isBlank }
        let words = cells.compactMap { $0.text.tokens.first?.word }
        return (words.contains("optional") || words.contains("required"))
            && cells.allSatisfy { readRequiredness(cell: $0.text) != nil }
    }

    /// Whether the cells of a column are sentences, some of which say whether something must be there.
    func tellsInSentences(_ rows: [[Cell]], _ column: Int) -> Bool {
        let cells = rows.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isBlank }
        guard cells.contains(where: { presence($0.text.tokens.first?.word ?? "") != nil }) else {
            return false
        }
        return cells.allSatisfy { cell in
            cell.text.tokens.count > 3 && cell.text.tokens.contains { $0.isMark(".") }
        }
    }

    /// Whether every cell of a column is a word for a type, or values in code.
    private func mayBeTypes(_ rows: [[Cell]], _ column: Int) -> Bool {
        let cells = rows.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isBlank }
        return !cells.isEmpty
            && cells.allSatisfy {
                $0.text.tokens.count <= 12 && readType($0.text)?.unlessName != nil
            }
    }
}
