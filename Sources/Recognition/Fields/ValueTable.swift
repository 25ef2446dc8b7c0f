import APIModel
import PageTree
import SourceText

/// `Parameter | Value | Description`: the closed list of values of one or more fields.
let valueTable = Recognizer(construct: "value-table") { node, reading in
    guard let table = reading.table(node), let value = table.index(of: .value) else { return false }
    // Beside a Type column, a value is an example.
    guard !table.has(.type), !table.has(.required), !table.has(.status) else { return false }
    if case .parameters(.header, _)? = reading.around.last?.role { return false }
    let announced =
        reading.around.last?.role == .enumeratedValues
        || table.roles == [.value, .description] && reading.isBelowNameOfValues
    guard announced || (table.has(.name) && table.roles.count <= 3) else { return false }
    if reading.isComplete, announced { return reading.sayStatedValues(of: table, value) }
    var rows: [ValueRow] = []
    for row in table.rows where value < row.count && !row[value].isBlank {
        let name = table.cell(.name, in: row)
        let (depth, text) = name?.text.withoutDepthMarks ?? (0, MarkedText(""))
        rows.append(
            ValueRow(
                field: readNameMarks(text)?.name ?? "", depth: depth,
                value: reading.said(
                    withoutQuotes(row[value].text.text), row[value].range, .declared, "value-table"),
                description: table.cell(.description, in: row).map {
                    reading.said($0.text.text, $0.range, .declared, "value-table")
                }))
    }
    guard !rows.isEmpty else { return false }
    let unbound = reading.bind(rows)
    reading.say(.values(unbound), at: reading.page.range(node))
    return true
}

extension Reading {
    /// Whether the heading around may be the name of what has values: `Loan state`.
    fileprivate var isBelowNameOfValues: Bool {
        guard let section = around.last, section.level < labelLevel, section.level > 1 else {
            return false
        }
        switch section.role {
        case .object, .other: return true
        default: return false
        }
    }

    /// The values of the one thing that the headings name, with names where a column gives them.
    fileprivate mutating func sayStatedValues(of table: TableReading, _ value: Int) -> Bool {
        func said(_ cell: Cell) -> Said<String> {
            self.said(cell.text.text, cell.range, .declared, "value-table")
        }
        let rows = table.rows.filter { value < $0.count }.map { row in
            var stated = ValueRow(
                field: "", value: said(row[value]),
                description: table.cell(.description, in: row).map(said))
            stated.name = table.cell(.name, in: row).map(said)
            stated.isStated = true
            return stated
        }
        say(.values(rows), at: page.range(table.node))
        return !rows.isEmpty
    }
}
