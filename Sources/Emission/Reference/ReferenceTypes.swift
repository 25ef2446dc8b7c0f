import APIModel
import SourceText

extension ReferenceWriter {
    mutating func types() -> [ReferenceType] {
        for schema in api.schemas { mentionTypes(of: schema) }
        return api.schemas.map { type($0) }
    }

    private mutating func mentionTypes(of schema: NamedSchema) {
        let link = ReferenceLink(text: schema.name, anchor: typeAnchors[schema.name])
        switch schema.definition {
        case .object(let object):
            for property in object.properties { mention(property.schema, link) }
            if let others = object.additionalProperties { mention(others, link) }
        case .union(let choices):
            for choice in choices { mention(choice, link) }
        case .enumeration: break
        }
    }

    private mutating func type(_ schema: NamedSchema) -> ReferenceType {
        var entry = ReferenceType(schema: schema, anchor: typeAnchors[schema.name] ?? "")
        switch schema.definition {
        case .object(let object):
            entry.rows = rows(ofType: schema.name, depth: depthLimit - 1)
            for index in entry.rows.indices {
                entry.rows[index].anchor = anchors.take([entry.anchor, entry.rows[index].name])
            }
            entry.others = object.additionalProperties.map { typeName($0) }
        case .enumeration(let enumeration):
            entry.values = values(enumeration)
        case .union(let choices):
            entry.choices = choices.map { typeName($0) }
        }
        entry.uses = uses[schema.name] ?? []
        entry.examples = schema.examples.compactMap { example($0) }
        var facts = FactPlaces()
        facts.add("title", schema.documentedName)
        facts.add("description", schema.description)
        entry.sources = facts.sources(&positions)
        return entry
    }

    /// A schema's type in words: `list of` `User`, `string (date-time)`.
    func typeName(_ schema: Schema) -> ReferenceTypeName {
        var words: [ReferenceTypeName.Word] = []
        var shape = schema.shape.value
        for _ in 0..<16 {
            switch shape {
            case .array(let inner):
                words.append(.init(text: "list of"))
                shape = inner.shape.value
            case .dictionary(let inner):
                words.append(.init(text: "dictionary of"))
                shape = inner.shape.value
            case .reference(let name):
                words.append(.init(text: name, anchor: typeAnchors[name]))
                return ReferenceTypeName(words: words)
            case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved:
                words.append(.init(text: plainName(shape)))
                return ReferenceTypeName(words: words)
            }
        }
        return ReferenceTypeName(words: words)
    }

    private func plainName(_ shape: Shape) -> String {
        switch shape {
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .decimal: "decimal number"
        case .string(.plain): "string"
        case .string(let format): "string (\(format.rawValue))"
        case .unresolved(let name): name
        case .unknown, .array, .dictionary, .reference: "any value"
        }
    }
}

/// The named type that a schema is, or that its elements are.
func referredType(_ schema: Schema) -> String? {
    var schema = schema
    for _ in 0..<16 {
        switch schema.shape.value {
        case .array(let inner), .dictionary(let inner): schema = inner
        case .reference(let name): return name
        case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved: return nil
        }
    }
    return nil
}
