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

    /// The members that a schema describes, and theirs.
    func fields(of schema: SchemaMembers, depth: Int) -> [Field] {
        guard depth < 12 else { return [] }
        let others =
            schema.part("additionalProperties").flatMap { otherMembers(of: $0, depth) } ?? []
        guard let properties = schema.properties else { return others }
        let required = Set(schema.strings("required"))
        return others
            + properties.flatMap { property -> [Field] in
                let range = property.keyRange
                var field = Field(
                    name: said(property.key, range, .declared, "json-schema"), depth: depth)
                field.required = said(
                    required.contains(property.key), range, .declared, "json-schema")
                guard case .object(let members) = property.value.node else { return [field] }
                let part = SchemaMembers(uncheckedMembers: members)
                adopt(part, into: &field, at: property.value.range)
                return [field] + self.fields(of: part.items ?? part, depth: depth + 1)
            }
    }

    /// What members have whose keys are data.
    private func otherMembers(of schema: SchemaMembers, _ depth: Int) -> [Field] {
        guard let range = schema.range else { return [] }
        var field = Field(name: said("", range, .declared, "json-schema"), depth: depth)
        field.part = .otherMembers
        adopt(schema, into: &field, at: range)
        return [field] + fields(of: schema.items ?? schema, depth: depth + 1)
    }

    /// Gives a field what its schema says of it.
    func adopt(_ schema: SchemaMembers, into field: inout Field, at range: ByteRange) {
        let construct: Construct = "json-schema"
        if let type = schema.type { field.type = said(type, range, .declared, construct) }
        let values = schema.strings("enum") + (schema.items?.strings("enum") ?? [])
        field.values = values.map {
            ValueRow(field: field.name.value, value: said($0, range, .declared, construct))
        }
        field.description = schema.string("description").map {
            said($0, range, .described, construct)
        }
        field.defaultValue = schema.string("default").map { said($0, range, .declared, construct) }
        if schema.string("readOnly") == "true" {
            field.readOnly = said(true, range, .declared, construct)
        }
        if schema.string("deprecated") == "true" {
            field.deprecated = said("", range, .declared, construct)
        }
        let evidence = evidence(range, .declared, construct)
        field.constraints.minimum = schema.string("minimum").map { Fact($0, evidence) }
        field.constraints.maximum = schema.string("maximum").map { Fact($0, evidence) }
        field.constraints.minimumLength =
            schema.string("minLength").flatMap { Int($0) }.map { Fact($0, evidence) }
        field.constraints.maximumLength =
            schema.string("maxLength").flatMap { Int($0) }.map { Fact($0, evidence) }
    }
}
