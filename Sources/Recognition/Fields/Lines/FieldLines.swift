import APIModel
import PageTree
import SourceText

/// `:param db: Database name`, `:query boolean all: …`, `:<json string _id: …`, `:code 200: …`:
/// field lines that say themselves what they are about.
let fieldLines = Recognizer(construct: "field-lines") { node, reading in
    let page = reading.page
    guard case .fieldList = page.kind(node) else { return false }
    var lines = FieldLines(namesPath: reading.page.isInMethodDirective(node))
    for child in page.children(node) {
        guard case .field(let name) = page.kind(child) else { continue }
        let cell = reading.cell(child)
        reading.adopt(page.raw(name), nameRange: name, cell, into: &lines)
    }
    lines.settleTypes()
    let range = page.range(node)
    let evidence = reading.evidence(range, .declared, "field-lines")
    func say(_ fields: [Field], _ role: SectionRole) {
        guard !fields.isEmpty else { return }
        reading.say(.fields(FieldList(fields: fields, role: role, evidence: evidence)), at: range)
    }
    say(lines.parameters, .parameters(location: nil, required: nil))
    say(lines.request, .requestBody)
    say(lines.response, .responseFields)
    for (fields, role) in [
        (lines.requestElements, SectionRole.requestBody), (lines.elements, .responseFields),
    ] where !fields.isEmpty {
        var list = FieldList(fields: fields, role: role, evidence: evidence)
        list.isElements = true
        reading.say(.fields(list), at: range)
    }
    reading.say(lines.members, evidence)
    say(lines.headers, .responseHeaders)
    if !lines.statuses.isEmpty { reading.say(.statuses(lines.statuses), at: range) }
    return !lines.isEmpty
}

extension Page {
    /// Whether a directive such as `.. http:get::` stands around a node.
    fileprivate func isInMethodDirective(_ node: NodeID) -> Bool {
        var around = parent(node)
        while let current = around {
            if case .directive(let name, .reStructuredText) = kind(current),
                raw(name).lowercased().hasPrefix("http:")
            {
                return true
            }
            around = parent(current)
        }
        return false
    }
}

/// What the first word of a line's name says that it is about.
private enum LineKind {
    case parameter, argument, query, requestHeader, form
    case request, requestElement, response, element, member
    case responseHeader, status, type

    init?(_ key: String) {
        switch key {
        case "param", "parameter": self = .parameter
        case "arg", "argument": self = .argument
        case "query", "queryparam", "queryparameter", "qparam": self = .query
        case "<header", "reqheader", "requestheader", "reqhdr": self = .requestHeader
        case "form", "formparam", "formparameter", "fparam": self = .form
        case "<json", "<jsonobj", "reqjson", "reqjsonobj": self = .request
        case "<jsonarr", "reqjsonarr": self = .requestElement
        case ">json", ">jsonobj", "resjson", "resjsonobj": self = .response
        case ">jsonarr", "resjsonarr": self = .element
        case "json", "jsonparam", "jsonparameter": self = .member
        case ">header", "resheader", "responseheader", "reshdr": self = .responseHeader
        case "code", "statuscode", "status": self = .status
        case "type", "paramtype", "querytype", "queryparamtype", "qtype": self = .type
        default: return nil
        }
    }
}

private struct FieldLines {
    /// Whether `:param id:` can be nothing but a part of the URL: of its path, or else its query.
    let namesPath: Bool
    var parameters: [Field] = []
    var request: [Field] = []
    var response: [Field] = []
    /// Of each element of what is sent or comes back, which is a list.
    var requestElements: [Field] = []
    var elements: [Field] = []
    /// Of an object that the sentence above names.
    var members: [Field] = []
    var headers: [Field] = []
    var statuses: [StatusLine] = []
    /// What `:type seats: int` says of `:param seats:`, whichever comes first.
    private var types: [String: Said<TypeExpression>] = [:]

    init(namesPath: Bool) {
        self.namesPath = namesPath
    }

    func location(_ kind: LineKind) -> FieldLocation? {
        switch kind {
        case .query: .query
        case .requestHeader: .header
        case .form: .form
        case .parameter: namesPath ? .query : nil
        default: nil
        }
    }

    mutating func setType(of name: String, _ type: Said<TypeExpression?>) {
        guard let known = type.value, known.isKnown, types[name] == nil else { return }
        types[name] = Said(known, type.evidence)
    }

    mutating func add(_ field: Field, _ kind: LineKind) {
        switch kind {
        case .parameter, .argument, .query, .requestHeader: parameters.append(field)
        case .request, .form: request.append(field)
        case .requestElement: requestElements.append(field)
        case .response: response.append(field)
        case .element: elements.append(field)
        case .member: members.append(field)
        case .responseHeader: headers.append(field)
        case .status, .type: break
        }
    }

    mutating func settleTypes() {
        for index in parameters.indices where parameters[index].type == nil {
            parameters[index].type = types[parameters[index].name.value]
        }
    }

    var isEmpty: Bool {
        parameters.isEmpty && request.isEmpty && response.isEmpty && headers.isEmpty
            && statuses.isEmpty && elements.isEmpty && requestElements.isEmpty && members.isEmpty
    }
}

extension Reading {
    /// `:json string id:` below "The ``results`` field of the changes:" is a member of `results`.
    fileprivate mutating func say(_ members: [Field], _ evidence: Evidence) {
        guard !members.isEmpty else { return }
        let range = evidence.span.range
        var list = FieldList(fields: members, role: .responseFields, evidence: evidence)
        guard let name = announcedMember else {
            // `:json` is short for `:reqjson` where anything is sent.
            if isSending { list.role = .requestBody }
            say(.fields(list), at: range)
            return
        }
        let section = Section(
            title: name, role: .member(name), level: scopeLevel, parent: 0, span: evidence.span,
            anchors: [])
        scope(section) { $0.say(.fields(list), at: range) }
    }

    /// Whether the operation around sends a body.
    private var isSending: Bool {
        for item in items.reversed() {
            guard case .say(.request(let request), _) = item else { continue }
            return [.post, .put, .patch].contains(request.method.value)
        }
        return false
    }

    /// The member in code or emphasis that the sentence above ends on telling of.
    private var announcedMember: String? {
        guard let lastProse, case .say(.prose, let span)? = items.last,
            span.range == page.range(lastProse), page.marked(lastProse).text.hasSuffix(":")
        else { return nil }
        for child in page.children(lastProse) {
            switch page.kind(child) {
            case .codeSpan, .emphasis, .role:
                return page.marked(child).text.split(separator: " ").last.map(String.init)
            default: continue
            }
        }
        return nil
    }

    fileprivate func adopt(
        _ text: String, nameRange: ByteRange, _ cell: Cell, into lines: inout FieldLines
    ) {
        let words = text.split(separator: " ").map(String.init)
        guard let key = words.first?.lowercased(), words.count > 1, let name = words.last else {
            return
        }
        guard let kind = LineKind(key) else { return }
        switch kind {
        case .status:
            guard let phrase = readStatus(MarkedText(words[1])) else { return }
            var line = StatusLine(status: said(phrase.status, nameRange, .declared, "field-lines"))
            line.description = said(cell.text.text, cell.range, .described, "field-lines")
            lines.statuses.append(line)
            return
        case .type:
            lines.setType(of: name, said(readType(cell.text), cell.range, .declared, "field-lines"))
            return
        default: break
        }
        let type = words.count > 2 ? words[1..<(words.count - 1)].joined(separator: " ") : nil
        let field = field(name, type: type, at: nameRange, cell, location: lines.location(kind))
        lines.add(field, kind)
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

}
