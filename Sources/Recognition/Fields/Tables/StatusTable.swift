import APIModel
import PageTree
import SourceText

/// `Status | Meaning | Description | Schema`, and its many shorter forms.
let statusTable = Recognizer(construct: "status-table") { node, reading in
    guard let table = reading.table(node), let column = table.statusColumn(in: reading) else {
        return false
    }
    var lines: [StatusLine] = []
    for row in table.rows where column < row.count {
        let cell = row[column]
        guard let phrase = readStatus(cell.text) ?? table.defaultStatus(in: cell) else { continue }
        var line = reading.line(phrase, cell.range, .declared, "status-table")
        if let meaning = table.cell(.meaning, in: row) ?? table.cell(.name, in: row) {
            line.meaning = reading.said(
                meaning.text.text, meaning.range, .declared, "status-table")
        }
        if let text = table.cell(.description, in: row) {
            line.description = reading.said(
                text.text.text, text.range, .described, "status-table")
        }
        if let schema = table.cell(.schema, in: row) ?? table.cell(.type, in: row),
            let type = reading.type(in: schema), type.isKnown
        {
            line.type = reading.said(type, schema.range, .declared, "status-table")
        } else if let text = table.cell(.description, in: row) ?? table.cell(.meaning, in: row) {
            line.type = reading.answered(by: text, with: phrase.status)
        }
        line.mediaTypes = reading.mediaTypes(of: row, in: table)
        lines.append(line)
    }
    guard lines.count * 2 > table.rows.count else { return false }
    reading.say(.statuses(lines), at: reading.page.range(node))
    for row in table.rows where column < row.count {
        guard let phrase = readStatus(row[column].text) else { continue }
        reading.saySamples(in: row, of: phrase.status)
    }
    return true
}

extension Reading {
    /// What a column lists, or what the description names: "the image, `image/png`".
    fileprivate func mediaTypes(of row: [Cell], in table: TableReading) -> [Said<String>] {
        if let cell = table.cell(.mediaType, in: row) { return mediaTypes(in: cell) }
        guard let text = table.cell(.description, in: row), text.text.tokens.count <= 40,
            let type = soleMediaType(in: text.text), type != "application/json"
        else { return [] }
        return [said(type, text.range, .described, "status-table")]
    }

    /// JSON in a cell beside a status is the body of that response.
    fileprivate mutating func saySamples(in row: [Cell], of status: Response.Status) {
        for cell in row {
            for code in page.codeSpans(of: cell.node) {
                guard let sample = sample(inCode: code, construct: "status-table") else { continue }
                scope(as: .responseExample, status, at: cell.range) {
                    $0.say(.sample(sample), at: cell.range)
                }
            }
        }
    }
}

extension TableReading {
    fileprivate func statusColumn(in reading: Reading) -> Int? {
        let headed = roles.indices.filter { roles[$0] == .status }
        // "Code" may count errors; beside it stands a column with statuses.
        if let index = headed.first(where: { holdsStatuses(in: $0) }) ?? headed.first {
            return index
        }
        if reading.isComplete { return nil }
        // Without a telling header, a first column of nothing but codes is one.
        guard !rows.isEmpty, !has(.name) || roles.first == .name else { return nil }
        let isCodes = rows.allSatisfy { row in
            guard let first = row.first, let phrase = readStatus(first.text) else { return false }
            guard case .code = phrase.status else { return false }
            return first.text.text.utf8.first.map { $0 >= 0x31 && $0 <= 0x35 } ?? false
        }
        return isCodes ? 0 : nil
    }

    /// `0` among statuses: any other.
    fileprivate func defaultStatus(in cell: Cell) -> StatusPhrase? {
        guard cell.text.text == "0", rows.count > 1, let only = cell.text.tokens.first else {
            return nil
        }
        return StatusPhrase(status: .default, reason: nil, range: only.range)
    }

    private func holdsStatuses(in column: Int) -> Bool {
        let cells = rows.compactMap { column < $0.count ? $0[column] : nil }
        return cells.contains { readStatus($0.text) != nil }
    }
}
