import APIModel
import PageTree
import SourceText

/// A table with a column of names: parameters, properties, whatever its section says.
let fieldTable = Recognizer(construct: "field-table") { node, reading in
    guard let table = reading.table(node),
        let names = table.index(of: .name) ?? table.index(of: .header)
    else { return false }
    let isOnlyNames = table.roles.allSatisfy { $0 == .name || $0 == .other }
    guard !table.rows.isEmpty, !isOnlyNames else { return false }
    var placed: [(row: Int, field: Field)] = []
    for (index, row) in table.rows.enumerated() {
        guard names < row.count,
            var field = reading.field(in: row, of: table, names: names)
        else { continue }
        let others = reading.alternatives(to: &field, in: row[names])
        placed += ([field] + others).map { (index, $0) }
    }
    if placed.map(\.field).nameTheirOwners {
        for index in placed.indices { placed[index].field.depth = 0 }
    }
    reading.nestByColons(&placed)
    var fields = placed.map(\.field)
    // "Body parameter" over one row: what is sent as a whole.
    if fields.count == 1, fields[0].location == nil, !reading.isComplete,
        let section = reading.around.last, section.title.lowercased() == "body parameter"
    {
        fields[0].location = Said(.body, Evidence(section.span, .declared, "field-table"))
    }
    guard !fields.isEmpty, !reading.listsErrors(fields) else { return false }
    let range = reading.page.range(node)
    let role =
        table.section ?? (table.has(.header) ? .parameters(location: .header, required: nil) : nil)
    let evidence = reading.evidence(range, .declared, "field-table")
    let isSent =
        role == nil
        && (reading.lists(argumentsBy: table.header, names)
            || table.has(.required) && reading.listsOther(fields))
    var list = FieldList(
        fields: fields, role: isSent ? .parameters(location: nil, required: nil) : role,
        evidence: evidence)
    list.marksDepth = fields.contains { $0.depth > 0 }
    list = reading.announced(list, header: names < table.header.count ? table.header[names] : nil)
    if !table.titles.isEmpty {
        reading.say(placed, below: table.titles, list, at: range)
    } else if !reading.continueList(with: list, at: range) {
        reading.say(.fields(list), at: range)
    }
    reading.includes(within: node)
    return true
}

extension Reading {
    /// `Argument | Description` below the label of a sample of what comes back: what is sent.
    fileprivate func lists(argumentsBy header: [Cell], _ names: Int) -> Bool {
        guard around.last?.role == .responseExample, names < header.count, isBelowSample else {
            return false
        }
        return ["argument", "arguments", "parameter", "parameters", "param", "params"]
            .contains(header[names].text.text.lowercased().trimmedASCII)
    }

    /// Whether rows that say what must be there, behind a sample of what comes back, name what that
    /// does not have: they are sent.
    fileprivate func listsOther(_ fields: [Field]) -> Bool {
        guard lastRequest?.method.value.sendsBody == true, around.last?.level == labelLevel,
            around.last?.role == .response || around.last?.role == .responseExample,
            case .say(.sample(let sample), _)? = items.last,
            case .object(let members)? = sample.document.values.first?.node
        else { return false }
        // A table that has all that the sample shows lists what that leaves out, too.
        let keys = Set(members.map(\.key))
        let names = Set(fields.lazy.filter { $0.depth == 0 }.map(\.name.value))
        return !names.isSubset(of: keys) && !keys.isSubset(of: names)
            && fields.contains { $0.required?.value == true }
    }

    /// Whether what the label around announces has been shown already.
    private var isBelowSample: Bool {
        for item in items.reversed() {
            switch item {
            case .say(.sample, _): return true
            case .heading, .open: return false
            default: continue
            }
        }
        return false
    }

    /// `LoanNotFound | No such loan` below "Error 4xx": names of errors, and no members.
    fileprivate func listsErrors(_ fields: [Field]) -> Bool {
        guard !isComplete, let section = around.last,
            section.role == .errors || section.title.lowercased().hasPrefix("error")
        else { return false }
        return fields.allSatisfy { $0.name.value.first?.isUppercase == true && $0.type == nil }
    }

    fileprivate func field(in row: [Cell], of table: TableReading, names: Int) -> Field? {
        let construct: Construct = "field-table"
        guard
            var field = field(named: row[names], construct: construct)
                ?? assignedField(named: row[names], construct: construct)
        else { return nil }
        for (index, role) in table.roles.enumerated() where index < row.count && index != names {
            let cell = row[index]
            guard !cell.isBlank else { continue }
            adopt(cell, as: role, of: table, into: &field)
        }
        // "**name** <br> *optional*": qualifiers below the name in its own cell.
        if let line = row[names].text.text.firstIndex(of: "\n") {
            let below = MarkedText(String(row[names].text.text[line...]))
            let range = row[names].range
            let presence = readRequiredness(cell: below)?.required
            fill(&field.required, with: presence, range, .declared, construct)
            fill(&field.type, with: readType(below)?.unlessName, range, .declared, construct)
            fill(&field.defaultValue, with: readDefault(below)?.value, range, .declared, construct)
        }
        describeBeyondType(&field, in: row, of: table)
        // "None" beside values of which one is "none", which a later column has told.
        if field.defaultValue == nil, let cell = table.cell(.defaultValue, in: row) {
            adopt(cell, as: .defaultValue, of: table, into: &field)
        }
        if !isComplete { implyType(of: &field) }
        if boldIsRequired, field.required == nil, isBold(row[names]) {
            field.required = said(true, row[names].range, .declared, construct)
        }
        if field.link == nil, let target = page.firstLink(row[names].node), target.contains("#") {
            field.link = said(target, row[names].range, .declared, construct)
        }
        return field
    }

    /// "String. Values 1 or 0. Default value 0": a type's cell that goes on like a description.
    private func describeBeyondType(_ field: inout Field, in row: [Cell], of table: TableReading) {
        guard !isComplete, field.type == nil, let index = table.index(of: .type),
            index < row.count, readLeadingType(row[index].text) != nil
        else { return }
        describe(&field, by: row[index], construct: "field-table")
    }

    /// The place that stands where a type might. A linked `Form` is an object of that name; no type is
    /// called "form field".
    private func location(
        in cell: Cell, as role: ColumnRole, of table: TableReading
    ) -> FieldLocation? {
        guard page.firstLink(cell.node) == nil,
            table.has(.schema) || cell.text.text.contains(" ")
                || role == .type && isLocationColumn(table, role)
        else { return nil }
        return fieldLocation(cell.text.text)
    }

    func adopt(
        _ cell: Cell, as role: ColumnRole, of table: TableReading, into field: inout Field
    ) {
        let construct: Construct = "field-table"
        switch role {
        case .type where cell.text.text.hasPrefix("{") && page.firstChild(cell.node) != nil:
            adoptBracedType(cell, into: &field)
        case .type, .schema, .format:
            if let location = location(in: cell, as: role, of: table) {
                field.location = said(location, cell.range, .declared, construct)
            } else if !isTypeWithValues(cell), let type = type(in: cell), type.isKnown {
                adopt(type, from: cell, into: &field)
            }
        case .location:
            if let location = fieldLocation(cell.text.text) {
                field.location = said(location, cell.range, .declared, construct)
            }
        case .required:
            if let presence = readRequiredness(cell: cell.text)?.required {
                let isAbsence = table.asksForAbsence && saysYesOrNo(cell.text)
                field.required = said(presence != isAbsence, cell.range, .declared, construct)
            }
        case .nullable:
            let word = readRequiredness(cell: cell.text)?.required
            field.nullable = word.map { said($0, cell.range, .declared, construct) }
        case .defaultValue:
            adoptDefault(cell, into: &field)
        case .example,
            .value where role == .example || table.givesExamples && !isComplete:
            adoptExample(cell, into: &field)
        case .allowedValues where field.type == nil && namesBooleanValues(cell.text):
            field.type = said(TypeExpression(.boolean), cell.range, .described, construct)
        case .allowedValues:
            field.values =
                readEnumeration(cell.text).map {
                    rows($0, of: field.name.value, cell.range, .declared, construct)
                } ?? []
        case .restrictions, .meaning, .description, .value, .other:
            if !isComplete, cell.text.text.lowercased() == "none" { return }
            describe(&field, by: cell, construct: construct)
        case .deprecated, .readOnly, .minimum, .maximum, .minimumLength, .maximumLength, .pattern,
            .listStyle:
            adoptLimit(cell, as: role, into: &field)
        case .name, .status, .permission, .method, .path, .header, .mediaType, .credential:
            break
        }
    }

    /// "String, either `local` or `remote`": read like a description that begins with a type.
    private func isTypeWithValues(_ cell: Cell) -> Bool {
        guard !isComplete, let leading = readLeadingType(cell.text), leading.rest > 0 else {
            return false
        }
        let rest = cell.text.dropFirst(leading.rest)
        return ["either", "one", "possible", "allowed", "valid", "enum"]
            .contains(rest.tokens.word(at: 0)) && readEnumeration(rest) != nil
    }

    private func adopt(_ type: TypeExpression, from cell: Cell, into field: inout Field) {
        // A Format column refines the type beside it.
        if let known = field.type, case .string(.plain) = known.value.kind, case .string = type.kind
        {
            field.type = said(type, cell.range, .declared, "field-table")
        } else if type.isBareArray, case .array(.some)? = field.type?.value.kind {
            // "[Loan](#loan) list" says of what.
        } else if field.type == nil || field.type?.evidence.strength != .declared {
            field.type = said(type, cell.range, .declared, "field-table")
        }
        let presence = readRequiredness(cell.text)?.required
        fill(&field.required, with: presence, cell.range, .declared, "field-table")
    }

    /// Whether a Type column says where parameters go (`Query`, `Path`) and not what they are.
    private func isLocationColumn(_ table: TableReading, _ role: ColumnRole) -> Bool {
        guard let index = table.index(of: role) else { return false }
        return table.rows.allSatisfy { row in
            index < row.count && fieldLocation(row[index].text.text) != nil
        }
    }
}

/// Where a parameter goes, by the word in its cell.
func fieldLocation(_ text: String) -> FieldLocation? {
    switch text.lowercased().trimmedASCII {
    case "path", "url", "uri", "uri parameter", "path parameter": .path
    case "query", "querystring", "query string", "query parameter": .query
    case "header", "headers", "header parameter": .header
    case "cookie", "cookie parameter": .cookie
    case "body", "request body", "json", "body parameter": .body
    case "form parameter", "form field", "formdata", "form", "form data", "form-data": .form
    default: nil
    }
}

/// Without quotation marks around the whole.
func withoutQuotes(_ text: String) -> String {
    var text = text.trimmedASCII[...]
    for mark in ["`", "\"", "'"] where text.count >= 2 {
        if text.hasPrefix(mark), text.hasSuffix(mark) { text = text.dropFirst().dropLast() }
    }
    return String(text)
}

/// "true", "no": an answer to what the column asks, and no word of its own such as "optional".
private func saysYesOrNo(_ text: MarkedText) -> Bool {
    ["true", "false", "yes", "no", "y", "n"].contains(text.tokens.first?.word)
}

extension TableReading {
    /// Whether a column "Value" beside descriptions or types, or beside nothing, shows what might be
    /// sent.
    fileprivate var givesExamples: Bool {
        !has(.example) && (has(.description) || has(.type) || roles == [.name, .value])
    }

    /// Whether the column on presence is titled "Optional": "true" there says not required.
    fileprivate var asksForAbsence: Bool {
        guard let column = index(of: .required), column < header.count else { return false }
        return header[column].text.tokens.first?.word == "optional"
            && header[column].text.tokens.count { !$0.word.isEmpty } == 1
    }
}
