import APIModel
import PageTree
import SourceText

/// `Parameter | Value | Description`: the closed list of values of one or more fields.
let valueTable = Recognizer(construct: "value-table") { node, reading in
    guard let table = reading.table(node) else { return false }
    let listed = reading.memberOfListedValues
    let member = listed ?? reading.around.last.flatMap { memberOfValues(MarkedText($0.title)) }
    let isNamed = reading.namesValuesOfHeading(table)
    guard let value = table.index(of: .value) ?? (member == nil && !isNamed ? nil : 0) else {
        return false
    }
    // Beside a Type column, a value is an example.
    guard !table.has(.type), !table.has(.required), listed != nil || isNamed || !table.has(.status)
    else {
        return false
    }
    if case .parameters(.header, _)? = reading.around.last?.role { return false }
    if reading.listsParameters(table) { return false }
    let announced =
        reading.around.last?.role == .enumeratedValues || isNamed
        || (table.roles == [.value, .description] || table.roles == [.value, .meaning])
            && reading.isBelowNameOfValues
        || member != nil && table.roles.count <= 3
    guard announced || (table.has(.name) && table.roles.count <= 3) else { return false }
    if reading.isComplete, announced { return reading.sayStatedValues(of: table, value) }
    var rows: [ValueRow] = []
    for row in table.rows where value < row.count && !row[value].isBlank {
        let name = member == nil && !isNamed ? table.cell(.name, in: row) : nil
        let (depth, text) = name?.text.withoutDepthMarks ?? (0, MarkedText(""))
        rows.append(
            ValueRow(
                field: member ?? readNameMarks(text)?.name ?? "", depth: depth,
                value: reading.said(
                    withoutQuotes(row[value].text.text), row[value].range, .declared, "value-table"),
                description: (table.cell(.description, in: row) ?? table.cell(.meaning, in: row))
                    .map {
                        reading.said($0.text.text, $0.range, .declared, "value-table")
                    }))
    }
    guard !rows.isEmpty else { return false }
    let unbound = reading.bind(rows)
    // "Available sorting parameters" lists parameters where none is called `sort`.
    if unbound.count == rows.count, listed == nil, member == "sort",
        reading.around.last.map({ namesSortKeys(words(of: $0.title)) }) == true
    {
        return false
    }
    reading.say(.values(unbound), at: reading.page.range(node))
    return true
}

extension Reading {
    /// `side` of "Order side (side):" below "Enum definitions".
    var memberOfListedValues: String? {
        guard let title = around.last?.title,
            around.dropLast().last?.role == .enumeratedValues
        else { return nil }
        let tokens = MarkedText(title).tokens.filter { !$0.isMark(":") }
        guard tokens.count > 3, tokens[tokens.count - 1].isMark(")"),
            tokens[tokens.count - 3].isMark("("), !tokens[tokens.count - 2].word.isEmpty
        else { return nil }
        return tokens[tokens.count - 2].text
    }

    /// `Key | Value | Description` below "Query params": each name once, with a value as an example.
    fileprivate func listsParameters(_ table: TableReading) -> Bool {
        guard case .parameters(let location, _)? = around.last?.role, table.has(.name),
            table.has(.description) || location != nil && table.roles == [.name, .value]
        else { return false }
        let names = table.rows.map { table.cell(.name, in: $0)?.text.text ?? "" }
        return !names.contains("") && Set(names).count == names.count
    }

    /// `State | Meaning` below "Loan states", with a value in code or capitals in each row.
    fileprivate func namesValuesOfHeading(_ table: TableReading) -> Bool {
        guard table.roles.count == 2, table.roles[1] == .description || table.roles[1] == .meaning,
            table.roles[0] == .other || table.roles[0] == .status, isBelowNameOfValues,
            let title = around.last.flatMap({ words(of: $0.title).last }),
            let head = table.header.first.flatMap({ words(of: $0.text.text).last }),
            singularForm(head.lowercased()) == singularForm(title.lowercased()),
            !["term", "word", "abbreviation", "acronym", "name", "concept"]
                .contains(singularForm(head.lowercased()))
        else { return false }
        return table.rows.count > 1
            && table.rows.allSatisfy { row in
                guard let tokens = row.first?.text.tokens, tokens.count == 1 else { return false }
                return tokens[0].kind == .code || isWordOfKind(head) && isConstant(tokens[0].text)
            }
    }

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

/// Whether what is called so has one of few values: a state, a mode; not "Terms", whose table explains
/// words.
func isWordOfKind(_ name: String) -> Bool {
    switch words(of: name).last.map(singularForm) {
    case "state", "status", "mode", "kind", "type", "level", "severity", "priority", "role",
        "brand", "scheme", "network", "reason", "action", "event", "category", "side", "order",
        "direction", "method", "scope", "phase", "stage", "format", "unit", "class", "condition":
        true
    default: false
    }
}

/// What has the values that stand below "Values of `state`", "Allowed values for state" or "state
/// values".
func memberOfValues(_ title: MarkedText) -> String? {
    let words = title.tokens.filter { !$0.word.isEmpty }
    if namesSortKeys(words.map(\.word)) { return "sort" }
    guard words.count > 1, words.contains(where: { $0.word == "values" }) else { return nil }
    let names = words.filter { $0.kind == .code || !isWordOfValues($0.word) }
    return names.count == 1 ? names[0].text : nil
}

/// "Available sorting parameters": what `sort` may be, whatever the rows are called.
private func namesSortKeys(_ words: [String]) -> Bool {
    guard (2...4).contains(words.count), let last = words.last,
        ["available", "possible", "supported", "valid", "allowed", "accepted"].contains(words[0]),
        ["parameters", "options", "fields", "keys", "values", "orders"].contains(last)
    else { return false }
    let between = words.dropFirst().dropLast()
    return !between.isEmpty && between.allSatisfy { ["sort", "sorting"].contains($0) }
}

private func isWordOfValues(_ word: String) -> Bool {
    switch word {
    case "values", "of", "for", "the", "possible", "allowed", "valid", "supported", "accepted",
        "available", "enumerated", "enum", "field", "parameter", "property", "attribute", "a", "in",
        "all", "default", "and", "example", "return", "returned", "response":
        true
    default: false
    }
}
