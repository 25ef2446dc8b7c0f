import APIModel
import JSONText
import SourceText

// A page's list says that a price is a number, and its call sends `"price": "40.00"`. The list decides
// what the price is; the call shows that the service takes the other spelling too.

extension APIDescription {
    /// Notes which numbers and truth values of requests the samples send as text.
    mutating func noteTextSpellings() {
        var found = TextSpellings(schemas)
        for body in operations.compactMap(\.requestBody) where body.isJSON {
            for example in body.examples {
                found.take(example.value, body.schema, from: example.evidence)
            }
        }
        for index in schemas.indices {
            guard case .object(var object) = schemas[index].definition,
                let spellings = found.spellings[schemas[index].name]
            else { continue }
            for place in object.properties.indices {
                object.properties[place].schema.textSpelling =
                    spellings[object.properties[place].name.value]
            }
            schemas[index].definition = .object(object)
        }
    }
}

/// What samples have in a string where a number or a truth value is documented, by type and member.
private struct TextSpellings {
    private let objects: [String: ObjectSchema]
    private var byName: [String: [String: Property]] = [:]
    var spellings: [String: [String: Fact<String>]] = [:]

    init(_ schemas: [NamedSchema]) {
        var objects: [String: ObjectSchema] = [:]
        for schema in schemas {
            if case .object(let object) = schema.definition { objects[schema.name] = object }
        }
        self.objects = objects
    }

    /// The members of a type, once a sample shows one.
    private mutating func properties(of name: String) -> [String: Property] {
        if let known = byName[name] { return known }
        var properties: [String: Property] = [:]
        for property in objects[name]?.properties ?? [] where properties[property.name.value] == nil
        {
            properties[property.name.value] = property
        }
        byName[name] = properties
        return properties
    }

    mutating func take(
        _ value: JSONValue, _ schema: Schema, from sample: Evidence, depth: Int = 0
    ) {
        guard depth <= maximumDepth else { return }
        switch (schema.shape.value, value.node) {
        case (.array(let items), .array(let elements)):
            for element in elements { take(element, items, from: sample, depth: depth + 1) }
        case (.dictionary(let values), .object(let members)):
            for member in members { take(member.value, values, from: sample, depth: depth + 1) }
        case (.reference(let name), .object(let members)):
            let known = properties(of: name)
            for member in members {
                guard let property = known[member.key] else { continue }
                note(member.value, property, of: name, from: sample)
                take(member.value, property.schema, from: sample, depth: depth + 1)
            }
        default: return
        }
    }

    private mutating func note(
        _ value: JSONValue, _ property: Property, of schema: String, from sample: Evidence
    ) {
        guard case .string(let text) = value.node, text.spells(property.schema.shape.value),
            spellings[schema]?[property.name.value] == nil
        else { return }
        let span = SourceSpan(sample.span.file, value.range)
        spellings[schema, default: [:]][property.name.value] = Fact(
            text, Evidence(span, sample.strength, sample.construct))
    }
}

extension String {
    /// Whether it would be a value of the shape without its quotes; a program's `True` is one too.
    fileprivate func spells(_ shape: Shape) -> Bool {
        switch shape {
        case .boolean: ["true", "false"].contains(lowercased())
        case .integer: isInteger
        case .number, .decimal: isJSONNumber(self)
        case .unknown, .string, .array, .dictionary, .reference, .unresolved: false
        }
    }
}
