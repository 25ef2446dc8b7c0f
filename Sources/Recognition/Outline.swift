import APIModel
import JSONText
import SourceText

/// What a page says, for people and tests: its sections, and below each its claims with their
/// places, before anything is decided.
package func outline(_ page: PageClaims, positions: inout Positions) -> String {
    var outline = ClaimOutline(positions: positions)
    var claims: [[Claim]] = Array(repeating: [], count: page.sections.count)
    for claim in page.claims where claim.section < claims.count {
        claims[claim.section].append(claim)
    }
    for (index, section) in page.sections.enumerated() {
        if index == 0 {
            outline.line(0, "page", section.span)
        } else {
            outline.line(0, "section \(section.level) \"\(section.title)\"", section.span)
        }
        for claim in claims[index] { outline.write(claim) }
    }
    positions = outline.positions
    return outline.text
}

private struct ClaimOutline {
    var positions: Positions
    var text = ""

    init(positions: Positions) {
        self.positions = positions
    }

    mutating func line(_ depth: Int, _ words: String, _ span: SourceSpan) {
        text += String(repeating: "  ", count: depth) + "\(words) (\(positions.place(span)))\n"
    }

    mutating func line(_ depth: Int, _ words: String, _ evidence: Evidence) {
        let source =
            "\(positions.place(evidence.span)) \(evidence.strength.name) \(evidence.construct)"
        text += String(repeating: "  ", count: depth) + "\(words) (\(source))\n"
    }

    mutating func write(_ claim: Claim) {
        switch claim.statement {
        case .request(let request): write(request)
        case .call(let call):
            line(1, "call \(call.method?.value ?? "?") \(call.url.value)", call.url.evidence)
            if let body = call.body { write(body, depth: 2) }
            if let form = call.form {
                let names = form.fields.map { $0.name.value + ($0.isFile ? " (file)" : "") }
                let words = "form \(form.mediaType.value): \(names.joined(separator: ", "))"
                line(2, words, form.mediaType.evidence)
            }
        case .fields(let list):
            line(1, "fields" + (list.status.map { " of \($0)" } ?? ""), list.evidence)
            for field in list.fields { write(field, depth: 2) }
        case .sample(let sample): write(sample, depth: 1)
        case .statuses(let lines):
            for status in lines { write(status) }
        case .values(let rows): for row in rows { write(row, depth: 1) }
        case .security(let statement): write(statement)
        case .permissions(let permissions):
            for permission in permissions {
                line(1, "permission \(permission.value.name)", permission.evidence)
            }
        case .mediaTypes(let types, let direction):
            for type in types { line(1, "\(direction.rawValue) type \(type.value)", type.evidence) }
        case .references(let file, let references):
            line(1, "references to \(file.value)", file.evidence)
            for said in references {
                line(2, "\(said.name.value) \(said.key.value)", said.name.evidence)
            }
        case .mention(let field): write(field, depth: 1)
        case .name(let said): line(1, "name \"\(said.value)\"", said.evidence)
        case .prose(let said): line(1, "prose \"\(said.value)\"", said.evidence)
        case .orderingKey(let said): line(1, "ordering key \(said.value)", said.evidence)
        case .server(let said): line(1, "server \(said.value.url)", said.evidence)
        case .basePath(let said): line(1, "base path \(said.value.text)", said.evidence)
        case .deprecation(let said): line(1, "deprecated \"\(said.value)\"", said.evidence)
        case .content(let field): write(field, depth: 1)
        case .same(let same):
            line(1, "\(same.direction) as \(same.target.value)", same.target.evidence)
        case .thing(let thing): line(1, "\(thing.direction) is \(thing.words)", thing.evidence)
        case .operationID(let said): line(1, "operation ID \(said.value)", said.evidence)
        case .group(let said): line(1, "group \"\(said.value)\"", said.evidence)
        case .foreignMethod(let said): line(1, "foreign method \(said.value)", said.evidence)
        case .missingInclude(let said): line(1, "missing include \(said.value)", said.evidence)
        }
    }

    private mutating func write(_ status: StatusLine) {
        let meaning = status.meaning?.value ?? status.description?.value ?? ""
        line(1, "status \(status.status.value.text) \"\(meaning)\"", status.status.evidence)
        for field in status.headers { write(field, depth: 2) }
    }

    private mutating func write(_ request: RequestClaim) {
        let words = "request \(request.method.value.rawValue) \(request.path.value.text)"
        line(1, words + (request.isDeprecated ? " deprecated" : ""), request.path.evidence)
        if let server = request.server { line(2, "server \(server.value)", server.evidence) }
        for field in request.query { write(field, depth: 2) }
    }

    private mutating func write(_ sample: Sample, depth: Int) {
        var words = "sample"
        if let direction = sample.direction { words += " \(direction.rawValue)" }
        if let status = sample.status { words += " \(status)" }
        if let title = sample.title { words += " \"\(title)\"" }
        line(depth, words, sample.evidence)
        for value in sample.document.values {
            let json = String(decoding: writeCompactJSON(value), as: UTF8.self)
            text += String(repeating: "  ", count: depth + 1) + json + "\n"
        }
    }

    private mutating func write(_ row: ValueRow, depth: Int) {
        line(
            depth, "value \(row.field)=\(row.value.value) \"\(row.description?.value ?? "")\"",
            row.value.evidence)
    }

    private mutating func write(_ statement: SecurityStatement) {
        switch statement {
        case .scheme(let name, let kind, _): line(1, "security scheme \(name)", kind.evidence)
        case .requirement(let said): line(1, "security \(said.value)", said.evidence)
        case .use(let kind, let reach):
            line(1, "security in words, reach \(reach.rawValue)", kind.evidence)
        case .none(let evidence): line(1, "security none", evidence)
        }
    }
}

// MARK: Fields

extension ClaimOutline {
    private mutating func write(_ field: Field, depth: Int) {
        let depth = depth + min(field.depth, 16)
        line(depth, "field \(field.name.value)", field.name.evidence)
        if let location = field.location {
            line(depth + 1, "in \(location.value.rawValue)", location.evidence)
        }
        if let type = field.type { line(depth + 1, "type \(typeText(type.value))", type.evidence) }
        write(field.required, "required", depth + 1)
        write(field.nullable, "nullable", depth + 1)
        write(field.readOnly, "read-only", depth + 1)
        for (said, word) in [
            (field.description, "description"), (field.defaultValue, "default"),
            (field.example, "example"), (field.deprecated, "deprecated"),
        ] {
            if let said { line(depth + 1, "\(word) \"\(said.value)\"", said.evidence) }
        }
        for row in field.values { write(row, depth: depth + 1) }
        for term in field.terms { line(depth + 1, "term \(term.name)", term.description.evidence) }
    }

    private mutating func write(_ said: Said<Bool>?, _ word: String, _ depth: Int) {
        if let said { line(depth, said.value ? word : "not \(word)", said.evidence) }
    }
}

/// A type as one word, whatever notation the page has for it.
private func typeText(_ type: TypeExpression) -> String {
    kindText(type.kind) + (type.isNullable ? "?" : "")
}

private func kindText(_ kind: TypeExpression.Kind) -> String {
    switch kind {
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .decimal: "decimal"
    case .string(.plain): "string"
    case .string(let format): "string/\(format.rawValue)"
    case .object: "object"
    case .array(let element): "[\(element.map(typeText) ?? "")]"
    case .dictionary(let element): "{\(element.map(typeText) ?? "")}"
    case .union(let types): types.map(typeText).joined(separator: "|")
    case .reference(let name, let target): "->\(name)" + (target.map { "(\($0))" } ?? "")
    case .enumeration(let values): "one of \(values.joined(separator: ", "))"
    case .any: "any"
    case .unknown(let words): "unknown \"\(words)\""
    }
}
