import APIModel
import JSONText
import SourceText

extension Reading {
    /// Says the fields that a JSON Schema in a fence describes; false for any other document.
    ///
    /// Taken for a sample, a schema would make members called `properties` and `type`.
    mutating func sayFields(ofSchema document: JSONDocument, at range: ByteRange) -> Bool {
        guard document.values.count == 1, case .object(let members) = document.values[0].node,
            var root = SchemaMembers(members)
        else { return false }
        var isElements = false
        if root.properties == nil, let items = root.items {
            root = items
            isElements = true
        }
        guard root.properties != nil else { return false }
        let fields = fields(of: root, depth: 0)
        guard !fields.isEmpty else { return false }
        let evidence = evidence(range, .declared, "json-schema")
        var list = FieldList(fields: fields, evidence: evidence)
        list.isElements = isElements
        say(.fields(list), at: range)
        return true
    }

    private func fields(of schema: SchemaMembers, depth: Int) -> [Field] {
        guard depth < 12, let properties = schema.properties else { return [] }
        let required = Set(schema.strings("required"))
        return properties.flatMap { property -> [Field] in
            let range = property.keyRange
            var field = Field(
                name: said(property.key, range, .declared, "json-schema"), depth: depth)
            field.required = said(required.contains(property.key), range, .declared, "json-schema")
            guard case .object(let members) = property.value.node else { return [field] }
            let part = SchemaMembers(uncheckedMembers: members)
            adopt(part, into: &field, at: property.value.range)
            return [field] + self.fields(of: part.items ?? part, depth: depth + 1)
        }
    }

    private func adopt(_ schema: SchemaMembers, into field: inout Field, at range: ByteRange) {
        let construct: Construct = "json-schema"
        if let type = schema.type { field.type = said(type, range, .declared, construct) }
        field.values = schema.strings("enum").map {
            ValueRow(field: field.name.value, value: said($0, range, .declared, construct))
        }
        field.description = schema.string("description").map {
            said($0, range, .described, construct)
        }
        field.defaultValue = schema.string("default").map { said($0, range, .declared, construct) }
        let evidence = evidence(range, .declared, construct)
        field.constraints.minimum = schema.string("minimum").map { Fact($0, evidence) }
        field.constraints.maximum = schema.string("maximum").map { Fact($0, evidence) }
        field.constraints.minimumLength =
            schema.string("minLength").flatMap { Int($0) }.map { Fact($0, evidence) }
        field.constraints.maximumLength =
            schema.string("maxLength").flatMap { Int($0) }.map { Fact($0, evidence) }
    }
}

/// The keywords of one schema.
private struct SchemaMembers {
    private let members: [JSONValue.Member]

    /// Only what describes members: `type` and `properties` or `items` whose values are schemas.
    init?(_ members: [JSONValue.Member]) {
        self.members = members
        let isTyped = members.contains { member in
            member.key == "$schema"
                || (member.key == "type"
                    && ["object", "array"].contains(member.value.scalarText ?? ""))
        }
        guard isTyped else { return nil }
        if let properties {
            let areSchemas = properties.allSatisfy { property in
                guard case .object(let parts) = property.value.node else { return false }
                return parts.contains { Self.keywords.contains($0.key) } || parts.isEmpty
            }
            guard areSchemas else { return nil }
        } else if items == nil {
            return nil
        }
    }

    init(uncheckedMembers members: [JSONValue.Member]) {
        self.members = members
    }

    private static let keywords: Set<String> = [
        "type", "$ref", "enum", "properties", "items", "anyOf", "oneOf", "allOf", "const",
        "description", "format",
    ]

    private func value(_ key: String) -> JSONValue? {
        members.first { $0.key == key }?.value
    }

    var properties: [JSONValue.Member]? {
        guard case .object(let properties)? = value("properties")?.node else { return nil }
        return properties
    }

    var items: SchemaMembers? {
        guard case .object(let members)? = value("items")?.node else { return nil }
        return SchemaMembers(uncheckedMembers: members)
    }

    func string(_ key: String) -> String? { value(key)?.scalarText }

    func strings(_ key: String) -> [String] {
        guard case .array(let elements)? = value(key)?.node else { return [] }
        return elements.compactMap(\.scalarText)
    }

    var type: TypeExpression? {
        if let target = string("$ref"), let name = target.split(separator: "/").last {
            return TypeExpression(.reference(name: String(name), target: nil))
        }
        let names = string("type").map { [$0] } ?? strings("type")
        let isNullable = names.contains("null") || string("nullable") == "true"
        guard let name = names.first(where: { $0 != "null" }) else { return nil }
        if name == "array" { return TypeExpression(.array(items?.type), isNullable: isNullable) }
        let format = string("format").map { "(\($0))" } ?? ""
        guard let type = readType(name + format) ?? readType(name) else { return nil }
        return TypeExpression(type.kind, isNullable: isNullable)
    }
}

extension JSONValue {
    fileprivate var scalarText: String? {
        switch node {
        case .string(let text), .number(let text): text
        case .boolean(let value): value ? "true" : "false"
        case .null, .array, .object, .word, .elision: nil
        }
    }
}
