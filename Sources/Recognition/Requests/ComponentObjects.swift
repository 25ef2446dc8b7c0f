import APIModel
import JSONText
import PageTree
import SourceText

/// A component whose attributes hold the objects of an OpenAPI document, as viewers of such
/// documents write their pages: `parameters={[{"name": "id", "in": "path", …}]}`, one
/// `param={{…}}`, `body={{"content": …}}`, `responses={{"200": …}}`.
let componentObjects = Recognizer(construct: "component-objects") { node, reading in
    guard case .directive = reading.page.kind(node) else { return false }
    var isClaimed = false
    for name in ["parameters", "param", "body", "responses"] {
        guard let (value, range) = reading.json(ofAttribute: name, of: node) else { continue }
        let isRead =
            switch name {
            case "parameters", "param": reading.sayParameters(ofObjects: value, at: range)
            case "body": reading.sayBody(value, at: range)
            default: reading.sayResponses(value, at: range)
            }
        if isRead { isClaimed = true }
    }
    if isClaimed { reading.blocks(of: node) }
    return isClaimed
}

private let construct: Construct = "component-objects"

extension Reading {
    /// An attribute that is JSON from end to end.
    fileprivate func json(
        ofAttribute name: String, of node: NodeID
    ) -> (value: JSONValue, range: ByteRange)? {
        guard let (text, range) = page.attribute(name, of: node),
            text.utf8.first == 0x7B || text.utf8.first == 0x5B
        else { return nil }
        let document = readJSON(page.source.lines(in: range), of: page.source)
        guard document.failure == nil, document.values.count == 1 else { return nil }
        return (document.values[0], range)
    }

    fileprivate mutating func sayParameters(ofObjects value: JSONValue, at range: ByteRange) -> Bool
    {
        let objects: [JSONValue] = if case .array(let items) = value.node { items } else { [value] }
        let fields = objects.flatMap(fields(ofParameter:))
        let isRead = objects.map { sayReference(in: $0) }.contains(true)
        guard !fields.isEmpty else { return isRead }
        say(fields, .parameters(location: nil, required: nil), at: range, .declared, construct)
        return true
    }

    /// A parameter object and the members of its schema; none for anything else.
    private func fields(ofParameter value: JSONValue) -> [Field] {
        guard case .object(let members) = value.node else { return [] }
        let parameter = SchemaMembers(uncheckedMembers: members)
        guard let name = members.first(where: { $0.key == "name" }),
            let documented = name.value.scalarText,
            let location = parameter.string("in").flatMap(fieldLocation)
        else { return [] }
        var field = Field(name: said(documented, name.value.range, .declared, construct))
        // Before version 3 of the format a parameter had no schema of its own.
        let content = parameter.object("content")?.first?.value.schemaMembers
        let schema = parameter.part("schema") ?? content?.part("schema") ?? parameter
        adopt(schema, into: &field, at: value.range)
        field.location = said(location, value.range, .declared, construct)
        let isRequired = parameter.string("required") == "true"
        field.required = said(isRequired, value.range, .declared, construct)
        if let text = parameter.string("description"), !text.isEmpty {
            field.description = said(text, value.range, .described, construct)
        }
        field.example = parameter.string("example").map {
            said($0, value.range, .declared, construct)
        }
        if parameter.string("deprecated") == "true" {
            field.deprecated = said("", value.range, .declared, construct)
        }
        return [field]
    }

    /// What stands elsewhere in a document that the page does not have.
    private mutating func sayReference(in value: JSONValue) -> Bool {
        guard let target = value.schemaMembers?.string("$ref") else { return false }
        notes.append(.missingInclude(target, at: page.span(value.range)))
        return true
    }

    fileprivate mutating func sayBody(_ value: JSONValue, at range: ByteRange) -> Bool {
        guard case .object(let members) = value.node else { return false }
        return scopeContent(of: members, as: .requestBody, nil, at: range)
    }

    /// Statuses, and below each what is answered with it.
    fileprivate mutating func sayResponses(_ value: JSONValue, at range: ByteRange) -> Bool {
        guard case .object(let responses) = value.node else { return false }
        var isRead = false
        for response in responses {
            guard case .object(let members) = response.value.node,
                let phrase = readStatus(MarkedText(response.key))
            else { continue }
            var line = line(phrase, response.keyRange, .declared, construct)
            let text = SchemaMembers(uncheckedMembers: members).string("description")
            if let text, !text.isEmpty {
                line.description = said(text, response.value.range, .described, construct)
            }
            say(.statuses([line]), at: response.keyRange)
            let place = response.value.range
            _ = sayReference(in: response.value)
            _ = scopeContent(of: members, as: .responseFields, phrase.status, at: place)
            isRead = true
        }
        return isRead
    }

    /// The message of the first media type that has a schema; false where there is none.
    private mutating func scopeContent(
        of members: [JSONValue.Member], as role: SectionRole, _ status: Response.Status?,
        at range: ByteRange
    ) -> Bool {
        let message = SchemaMembers(uncheckedMembers: members)
        guard let content = message.object("content"),
            content.allSatisfy({ $0.key.contains("/") && $0.value.schemaMembers != nil })
        else { return false }
        let types = content.map { said($0.key, $0.keyRange, .declared, construct) }
        let schemas = content.compactMap { type -> (SchemaMembers, ByteRange)? in
            type.value.schemaMembers?.part("schema").map { ($0, type.value.range) }
        }
        guard !types.isEmpty else { return false }
        let direction: Direction = role == .requestBody ? .request : .response
        scope(as: role, status, at: range) { reading in
            reading.say(.mediaTypes(types, direction: direction), at: range)
            guard let (schema, place) = schemas.first else { return }
            reading.sayMessage(schema, role, at: place)
        }
        return true
    }

    /// The members of a message, or what it is as a whole.
    private mutating func sayMessage(
        _ schema: SchemaMembers, _ role: SectionRole, at range: ByteRange
    ) {
        let elements = schema.properties == nil ? schema.items : nil
        let fields = fields(of: elements ?? schema, depth: 0)
        guard fields.isEmpty else {
            var list = FieldList(
                fields: fields, role: role, evidence: evidence(range, .declared, construct))
            list.isElements = elements != nil
            say(.fields(list), at: range)
            return
        }
        if let type = schema.type { sayWhole(type, role, at: range, construct: construct) }
    }
}

extension JSONValue {
    /// The keywords of an object.
    fileprivate var schemaMembers: SchemaMembers? {
        guard case .object(let members) = node else { return nil }
        return SchemaMembers(uncheckedMembers: members)
    }
}
