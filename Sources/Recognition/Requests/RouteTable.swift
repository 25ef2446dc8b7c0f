import APIModel
import PageTree
import SourceText

/// `Method | Path | Description`: one operation a row. Both may stand in one cell, and the path in
/// a heading above.
let routeTable = Recognizer(construct: "route-table") { node, reading in
    guard let table = reading.table(node), let routes = reading.routes(of: table) else {
        return false
    }
    reading.sayForeignMethods(of: table)
    for route in routes {
        let start = reading.items.count
        let range = route.text?.range ?? route.range
        reading.scope(at: range) { inner in
            inner.say(.request(route.request), at: route.range)
            if let status = route.status { inner.say(.statuses([status]), at: route.range) }
            for cell in route.rest {
                inner.sayRest(cell.cell, of: route.request.method.value, answers: cell.answers)
            }
            guard let text = route.text else { return }
            let words = inner.said(text.text.text, text.range, .described, "route-table")
            inner.say(.name(words), at: text.range)
            guard route.status == nil, !inner.isComplete else { return }
            // "Remove a file, returns 204".
            let statuses = readStatusSentence(text.text)
            inner.say(statuses[...], at: text.range)
            inner.saySample(inSentence: text.node, text.text, statuses)
        }
        reading.note(route.request, namedIn: route.cells, saidFrom: start)
    }
    return !routes.isEmpty
}

private struct Route {
    let request: RequestClaim
    let range: ByteRange
    /// What the row says of it.
    let text: Cell?
    /// What a column says is answered: `204 (empty body)`.
    let status: StatusLine?
    let cells: [Cell]
    /// What stands in the other columns, and whether these tell of answers.
    let rest: [(cell: Cell, answers: Bool)]
}

extension Reading {
    /// The rows as operations; `nil` where the table has no column for them.
    fileprivate func routes(of table: TableReading) -> [Route]? {
        if let methods = table.index(of: .method), let paths = table.index(of: .path) {
            return table.rows.compactMap { row in
                guard methods < row.count, paths < row.count,
                    let path = readPath(row[paths].text.text)
                else { return nil }
                return route(row, of: table, method: row[methods], path, at: row[paths].range)
            }
        }
        // A lone column lists what other places document, as links do.
        if table.roles.count > 1, let lines = table.columnOfRequestLines {
            guard
                table.rows.allSatisfy({ row in
                    lines >= row.count || page.firstLink(row[lines].node) == nil
                })
            else { return nil }
            return table.rows.compactMap { row in
                guard lines < row.count, let line = readRouteLine(row[lines].text.text) else {
                    return nil
                }
                return route(row, of: table, method: row[lines], line.path, at: row[lines].range)
            }
        }
        guard let methods = table.index(of: .method), let path = pathAbove else { return nil }
        return table.rows.compactMap { row in
            guard methods < row.count else { return nil }
            return route(row, of: table, method: row[methods], path, at: row[methods].range)
        }
    }

    private func route(
        _ row: [Cell], of table: TableReading, method cell: Cell, _ path: PathPhrase,
        at range: ByteRange
    ) -> Route? {
        let word = cell.text.tokens.first?.text.prefix { $0 != " " } ?? ""
        guard let known = Method(written: word) else { return nil }
        let method = said(known, cell.range, .declared, "route-table")
        let answers = row.filter { cell in
            guard let first = cell.text.tokens.first, cell.text.tokens.count <= 4,
                let status = statusCode(opened(first))
            else { return false }
            return status != .default && status.isAssigned
        }
        let status = answers.first.flatMap { readStatus($0.text) }.map { phrase in
            StatusLine(status: said(phrase.status, range, .declared, "route-table"))
        }
        var claim = request(method, path, at: range, construct: "route-table")
        claim.query += names(in: table.cell(.name, in: row), of: claim)
        return Route(
            request: claim, range: range,
            text: table.cell(.description, in: row), status: status, cells: row,
            rest: isComplete ? [] : rest(of: row, in: table))
    }

    private func rest(of row: [Cell], in table: TableReading) -> [(cell: Cell, answers: Bool)] {
        row.indices.compactMap { column in
            guard column < table.roles.count, column < table.header.count,
                ![.method, .path, .description].contains(table.roles[column]), !row[column].isBlank
            else { return nil }
            let answers =
                switch classifyHeading(table.header[column].text).role {
                case .response, .responseFields, .statusCodes, .errors: true
                case .requestBody, .request, .requestExample: false
                default: table.roles[column] == .status || table.roles[column] == .schema
                }
            return (row[column], answers)
        }
    }

    /// "`id` (int), `name` (string, required)" beside a request, and "`201`, `404`".
    fileprivate mutating func sayRest(_ cell: Cell, of method: Method, answers: Bool) {
        let construct: Construct = "route-table"
        guard answers else {
            let typed = typedNames(in: cell)
            let fields = typed.isEmpty && method.sendsBody ? plainNames(in: cell) : typed
            guard !fields.isEmpty else { return saySample(in: cell, .request, status: nil) }
            let role = SectionRole.parameters(location: nil, required: nil)
            say(fields, role, at: cell.range, .declared, construct)
            return
        }
        let codes = statusSeries(cell.text.tokens).flatMap(\.members).map { cell.text.tokens[$0] }
        let lines = codes.compactMap { statusCode($0) }.map { code in
            StatusLine(status: said(code, cell.range, .declared, construct))
        }
        if !lines.isEmpty { say(.statuses(lines), at: cell.range) }
        guard case .code(let code)? = lines.first?.status.value else {
            return saySample(in: cell, .response, status: nil)
        }
        saySample(in: cell, .response, status: code)
    }

    /// `{ "name": string }` in a cell of what is sent, or of what comes back.
    private mutating func saySample(in cell: Cell, _ direction: Direction, status: Int?) {
        for node in page.codeSpans(of: cell.node) {
            guard page.plainText(node).hasPrefix("{"),
                var sample = sample(inCode: node, construct: "route-table")
            else { continue }
            sample.direction = direction
            sample.status = status
            say(.sample(sample), at: page.range(node))
        }
    }

    /// Names in code with their types in parentheses.
    private func typedNames(in cell: Cell) -> [Field] {
        var fields: [Field] = []
        var index = 0
        while index < cell.text.tokens.count {
            let (names, end) = readTypedNames(cell.text, from: index)
            fields += names.map { field($0, cell.range, .declared, "route-table") }
            index = max(end, index + 1)
        }
        return fields
    }

    /// "`url`, `slug` (optional)": names in code and nothing else, with what stands behind each.
    private func plainNames(in cell: Cell) -> [Field] {
        let tokens = cell.text.tokens
        guard tokens.first?.kind == .code else { return [] }
        let (items, end) = listedItems(in: cell.text, from: 0)
        guard !items.isEmpty, end >= tokens.count else { return [] }
        return items.map { item in
            var field = Field(name: said(item.name, cell.range, .declared, "route-table"))
            if let remark = item.remark {
                let words = Cell(text: remark, range: cell.range, node: cell.node)
                describe(&field, by: words, construct: "route-table")
                field.description = nil
            }
            return field
        }
    }

    /// `204 (empty body)` in code begins with its first word.
    private func opened(_ token: PhraseToken) -> PhraseToken {
        guard token.kind == .code else { return token }
        return MarkedText(token.text).tokens.first ?? token
    }

    /// The query's parameters that a column lists, each in code.
    private func names(in cell: Cell?, of request: RequestClaim) -> [Field] {
        guard let cell, request.method.value == .get, !isComplete else { return [] }
        return page.codeSpans(of: cell.node).compactMap { node in
            guard let field = field(named: self.cell(node), construct: "route-table"),
                !request.path.value.placeholders.contains(field.name.value)
            else { return nil }
            return field
        }
    }

    /// The path that a heading around this place consists of: `## /notes/{id}`, `## Notes (/notes)`.
    var pathAbove: PathPhrase? {
        for section in around.reversed() where section.level < labelLevel {
            let words = section.title.split(separator: " ")
            guard words.count <= 5 else { continue }
            let targets = words.filter { word in
                ["/", "(/", "[/"].contains { word.hasPrefix($0) }
            }
            guard targets.count == 1, let target = targets.first else { continue }
            let isBracketed = !target.hasPrefix("/")
            let text =
                isBracketed ? target.dropFirst().prefix { $0 != ")" && $0 != "]" } : target
            guard text.utf8.count > 1 else { continue }
            return readPath(String(text))
        }
        return nil
    }

    /// Says the operation of a title that begins with a method below a heading that is a path:
    /// `## /notes`, `### GET` or `### POST – Create a note`.
    mutating func sayMethodBelowPath(_ text: MarkedText, at range: ByteRange) -> Bool {
        let construct: Construct = "method-heading"
        guard text.tokens.count <= 10, let title = methodTitle(text), let path = pathAbove else {
            return false
        }
        let method = said(title.method, range, .declared, construct)
        say(.request(request(method, path, at: range, construct: construct)), at: range)
        if !title.name.isEmpty {
            // The heading around it is not all name.
            say(.name(said(title.name, range, .declared, construct)), at: range)
        }
        return true
    }
}

/// `GET`, `GET – List notes`, and `List notes [GET]`: a method and a name.
func methodTitle(_ text: MarkedText) -> (method: Method, name: String)? {
    let tokens = text.tokens
    guard let first = tokens.first else { return nil }
    if let method = Method(rawValue: first.text) {
        let rest = text.dropFirst(first.range.upperBound)
        let isSetOff = first.kind == .code || rest.tokens.first.map { $0.word.isEmpty } ?? true
        return isSetOff ? (method, rest.withoutLeadingDash.text.text) : nil
    }
    guard tokens.count > 3, tokens.isMark("]", at: tokens.count - 1),
        tokens.isMark("[", at: tokens.count - 3),
        let method = Method(rawValue: tokens[tokens.count - 2].text)
    else { return nil }
    return (method, text.slice(0..<tokens[tokens.count - 3].range.lowerBound).trimmedASCII)
}

/// `GET /notes`, and `Get /notes` in a column of such lines.
private func readRouteLine(_ text: String) -> RequestLine? {
    if let line = readRequestLine(text) { return line }
    guard let gap = text.firstIndex(of: " "), text[gap...].dropFirst().hasPrefix("/"),
        let method = Method(written: text[..<gap])
    else { return nil }
    return readRequestLine(method.rawValue + text[gap...])
}

extension TableReading {
    /// A column in which most cells hold method and path.
    fileprivate var columnOfRequestLines: Int? {
        guard !has(.status), !has(.type) else { return nil }
        return roles.indices.first { column in
            let lines = rows.filter {
                column < $0.count && readRouteLine($0[column].text.text) != nil
            }
            return !lines.isEmpty && lines.count * 3 >= rows.count * 2
        }
    }
}
