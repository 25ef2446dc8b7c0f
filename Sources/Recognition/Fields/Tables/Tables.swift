import APIModel
import PageTree
import SourceText

/// A table as rows of cells, with the roles of its columns.
struct TableReading {
    let header: [Cell]
    let roles: [ColumnRole]
    /// What a header cell such as `Query parameters` says of the whole table.
    let section: SectionRole?
    let rows: [[Cell]]
    let rowRanges: [ByteRange]
    /// Rows that title those below them; they are not among the rows.
    let titles: [TitleRow]
    let node: NodeID

    func index(of role: ColumnRole) -> Int? { roles.firstIndex(of: role) }

    func cell(_ role: ColumnRole, in row: [Cell]) -> Cell? {
        guard let index = index(of: role), index < row.count, !row[index].isBlank else {
            return nil
        }
        return row[index]
    }

    func has(_ role: ColumnRole) -> Bool { roles.contains(role) }
}

extension Reading {
    /// The table at a node; its header is the first header row, its roles follow from the words.
    ///
    /// Recognizer after recognizer asks for the same table, so the last one is kept.
    mutating func table(_ id: NodeID) -> TableReading? {
        if lastTable?.node == id { return lastTable }
        guard case .table = page.kind(id) else { return nil }
        lastTable = readTable(id)
        return lastTable
    }

    private func readTable(_ id: NodeID) -> TableReading {
        var header: [Cell] = []
        var rows: [[Cell]] = []
        var ranges: [ByteRange] = []
        var titles: [TitleRow] = []
        var headerLayout = TableLayout()
        var layout = TableLayout()
        for row in page.children(id) {
            guard case .tableRow(let isHeader, _) = page.kind(row) else { continue }
            let cells = isHeader ? headerLayout.row(cells(of: row)) : layout.row(cells(of: row))
            if !isComplete, let section = title(of: cells, isHeader: isHeader) {
                titles.append(TitleRow(section: section, first: rows.count))
            } else if isHeader {
                if header.isEmpty { header = cells }
            } else {
                rows.append(cells)
                ranges.append(page.range(row))
            }
        }
        // `<td><b>Name</b></td>`: a head without head cells.
        if page.dialect == .html, header.isEmpty, titles.isEmpty, rows.count > 1,
            rows[0].count > 1, rows[0].allSatisfy(isBold)
        {
            header = rows.removeFirst()
            ranges.removeFirst()
        }
        // `<td><code>id</code></td><td>Which one</td>` and no head at all.
        if header.isEmpty, let first = rows.first, rows.allSatisfy({ $0.count == first.count }) {
            header = first.map { Cell(text: MarkedText(""), range: $0.range, node: $0.node) }
        }
        let headings = header.map { classifyColumn($0.text) }
        let roles = settled(headings.map(\.role), of: header, rows)
        return TableReading(
            header: header, roles: roles,
            section: headings.lazy.compactMap(\.section).first, rows: rows, rowRanges: ranges,
            titles: titles, node: id)
    }

    /// The roles of columns where more than the words of the header says what they hold.
    private func settled(
        _ roles: [ColumnRole], of header: [Cell], _ rows: [[Cell]]
    ) -> [ColumnRole] {
        var roles = roles
        fillBlankHeads(&roles, of: header, rows)
        // `Body parameter | Value` over "*Required.* The name of the boat.": told, and not shown.
        if let value = roles.firstIndex(of: .value), roles.contains(.name),
            !roles.contains(.description), tellsInSentences(rows, value)
        {
            roles[value] = .description
        }
        if namesFields(in: rows, below: header, roles) { roles[0] = .name }
        // `Type | ID | Description` over `CHART | 1`: names of values, and no types.
        if roles.first == .type, roles.contains(.value), !roles.contains(.name) {
            roles[0] = .name
        }
        // `Field | Value | Description` over "String" and "Integer (required)": types, no values.
        if let value = roles.firstIndex(of: .value), !roles.contains(.type), roles.contains(.name),
            listsTypes(rows, value)
        {
            roles[value] = .type
        }
        // `Path | Type` over the names of what the path of the line above leaves open.
        if roles.first == .path, !roles.contains(.name), namesPlaceholders(rows) {
            roles[0] = .name
        }
        // `M/O` over "M" and "O", `Must?` over "yes" and "no": the cells say what the words do not.
        if !roles.contains(.required), roles.contains(.name),
            let column = roles.indices.first(where: {
                roles[$0] == .other && saysPresence(header[$0], rows, $0)
            })
        {
            roles[column] = .required
        }
        // `Sort` over "string" and "int" beside names.
        if !roles.contains(.type), roles.contains(.name),
            let column = roles.indices.first(where: {
                roles[$0] == .other && listsTypes(rows, $0)
            })
        {
            roles[column] = .type
        }
        // `Path | Type | Description` in a section of fields: the way to a member.
        if roles.first == .path, !roles.contains(.name), !roles.contains(.method),
            roles.contains(.type), isInFieldSection
        {
            roles[0] = .name
        }
        return roles
    }

    /// `Filter | Type | Description`: names that the header calls by what they are for.
    private func namesFields(
        in rows: [[Cell]], below header: [Cell], _ roles: [ColumnRole]
    ) -> Bool {
        guard roles.first == .other, roles.count > 1, namesKeys(rows) else { return false }
        return holdsFields(roles) || header.allSatisfy(\.isBlank) && listsTypes(rows, 1)
    }

    /// Whether the columns behind the first are those of fields, and of nothing else.
    private func holdsFields(_ roles: [ColumnRole]) -> Bool {
        let rest = roles.dropFirst()
        let isPlain = rest.allSatisfy { role in
            switch role {
            case .type, .required, .description, .defaultValue, .example, .allowedValues,
                .restrictions, .nullable, .location, .format:
                true
            default: role == .other && isInFieldSection
            }
        }
        let isTyped = rest.contains { $0 == .type || $0 == .required || $0 == .location }
        return isPlain && (isTyped || isInFieldSection)
    }

    /// Whether every first cell is one word as keys are written.
    private func namesKeys(_ rows: [[Cell]]) -> Bool {
        !rows.isEmpty
            && rows.allSatisfy { row in
                guard let name = row.first?.text, let first = name.text.utf8.first else {
                    return false
                }
                let isKey =
                    isSmallLetter(first) || name.text.utf8.contains(0x5F)
                    || name.tokens.first?.kind == .code
                return isKey && !name.text.utf8.contains(0x20)
            }
    }

    /// Whether the first cells are names as in code, one of them of the path above or in marks.
    func listsNames(_ rows: [[Cell]]) -> Bool {
        let names = rows.compactMap { $0.first?.text }
        let isNamed = names.allSatisfy { name in
            name.tokensOfFirstLine.count == 1 && name.tokens[0].kind != .quoted
                && name.text.first?.isUppercase == false && name.text.first?.isNumber == false
        }
        return isNamed && names.contains { $0.tokens[0].kind == .code || $0.text.contains("_") }
    }

    /// Whether every cell of a column begins with a word for a type, one of them with a plain one.
    private func listsTypes(_ rows: [[Cell]], _ column: Int) -> Bool {
        let cells = rows.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isBlank }
        let words = cells.map { $0.text.tokens.first.flatMap { typeWord($0.word) } }
        return !words.contains(nil) && words.contains(.kind(.string(.plain)))
    }

    /// Whether the first cells are placeholders of the request line above.
    private func namesPlaceholders(_ rows: [[Cell]]) -> Bool {
        guard let names = lastRequest?.path.value.placeholders, !rows.isEmpty else { return false }
        return rows.allSatisfy { row in
            row.first.map { names.contains($0.text.text.filter { !"{}:<>`".contains($0) }) }
                ?? false
        }
    }

    /// Whether all cells of a column say whether something must be there. "Yes" may answer any
    /// question, so the header has to ask for it.
    private func saysPresence(_ header: Cell, _ rows: [[Cell]], _ column: Int) -> Bool {
        let cells = rows.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isBlank }
        let words = cells.map { $0.text.tokens.count == 1 ? $0.text.tokens[0].word : "" }
        guard !words.isEmpty else { return false }
        if words.allSatisfy({ ["m", "o", "c"].contains($0) || presence($0) != nil }) {
            return true
        }
        let title = header.text.text.lowercased()
        return ["must", "need", "req", "mand", "oblig", "compulsory"].contains {
            title.contains($0)
        }
            && cells.allSatisfy { readRequiredness(cell: $0.text) != nil }
    }

    func cell(_ id: NodeID) -> Cell {
        Cell(text: page.marked(id), range: page.range(id), node: id)
    }

    /// The type a cell states; a link in it is where the type is explained.
    func type(in cell: Cell) -> TypeExpression? {
        guard !cell.isBlank else { return nil }
        let text = page.marked(cell.node, keepingLinks: true)
        return isComplete ? readStatedType(text) : readType(text)
    }

    private func cells(of row: NodeID) -> [(cell: Cell, columns: Int, rows: Int)] {
        page.children(row).compactMap { id in
            guard case .tableCell(_, let columns, let rows) = page.kind(id) else { return nil }
            return (cell(id), Int(columns), Int(rows))
        }
    }
}
