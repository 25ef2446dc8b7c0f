import APIModel
import PageTree
import SourceText

/// `:param db: Database name`, `:query boolean all: …`, `:<json string _id: …`, `:code 200: …`:
/// field lines that say themselves what they are about.
let fieldLines = Recognizer(construct: "field-lines") { node, reading in
    let page = reading.page
    guard case .fieldList = page.kind(node) else { return false }
    var lines = FieldLines()
    for child in page.children(node) {
        guard case .field(let name) = page.kind(child) else { continue }
        let cell = reading.cell(child)
        reading.adopt(page.raw(name), nameRange: name, cell, into: &lines)
    }
    let range = page.range(node)
    let evidence = reading.evidence(range, .declared, "field-lines")
    func say(_ fields: [Field], _ role: SectionRole) {
        guard !fields.isEmpty else { return }
        reading.say(.fields(FieldList(fields: fields, role: role, evidence: evidence)), at: range)
    }
    say(lines.parameters, .parameters(location: nil, required: nil))
    say(lines.request, .requestBody)
    say(lines.response, .responseFields)
    say(lines.headers, .responseHeaders)
    if !lines.statuses.isEmpty { reading.say(.statuses(lines.statuses), at: range) }
    return !lines.isEmpty
}

private struct FieldLines {
    var parameters: [Field] = []
    var request: [Field] = []
    var response: [Field] = []
    var headers: [Field] = []
    var statuses: [StatusLine] = []

    var isEmpty: Bool {
        parameters.isEmpty && request.isEmpty && response.isEmpty && headers.isEmpty
            && statuses.isEmpty
    }
}

extension Reading {
    fileprivate func adopt(
        _ text: String, nameRange: ByteRange, _ cell: Cell, into lines: inout FieldLines
    ) {
        let words = text.split(separator: " ").map(String.init)
        guard let key = words.first?.lowercased(), words.count > 1, let name = words.last else {
            return
        }
        switch key {
        case "code", "statuscode", "status":
            guard let phrase = readStatus(MarkedText(words[1])) else { return }
            var line = StatusLine(status: said(phrase.status, nameRange, .declared, "field-lines"))
            line.description = said(cell.text.text, cell.range, .described, "field-lines")
            lines.statuses.append(line)
            return
        default:
            break
        }
        let type = words.count > 2 ? words[1..<(words.count - 1)].joined(separator: " ") : nil
        let field = field(name, type: type, at: nameRange, cell, location: lineLocation(key))
        switch key {
        case "param", "parameter", "arg", "argument", "query", "queryparameter", "qparam",
            "<header", "reqheader", "reqhdr":
            lines.parameters.append(field)
        case "<json", "reqjson", "<jsonarr", "reqjsonarr", "form", "formparameter", "fparam":
            lines.request.append(field)
        case ">json", "resjson", ">jsonarr", "resjsonarr":
            lines.response.append(field)
        case ">header", "resheader", "reshdr":
            lines.headers.append(field)
        default:
            break
        }
    }

    private func field(
        _ name: String, type: String?, at range: ByteRange, _ cell: Cell, location: FieldLocation?
    ) -> Field {
        var field = Field(name: said(name, range, .declared, "field-lines"))
        if let type, let known = readType(type), known.isKnown {
            field.type = said(known, range, .declared, "field-lines")
        }
        field.location = location.map { said($0, range, .declared, "field-lines") }
        describe(&field, by: cell, construct: "field-lines")
        return field
    }

    private func lineLocation(_ key: String) -> FieldLocation? {
        switch key {
        case "query", "queryparameter", "qparam": .query
        case "<header", "reqheader", "reqhdr": .header
        case "param", "parameter": .path
        default: nil
        }
    }
}
