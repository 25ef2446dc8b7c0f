import JSONText
import SourceText

extension APIReader {
    func namedSchema(_ json: JSONValue) throws(APIReadingError) -> NamedSchema {
        var schema = NamedSchema(
            name: try text("name", of: json), definition: try definition(json))
        schema.documentedName = try textFact("documentedName", of: json)
        schema.description = try textFact("description", of: json)
        schema.examples = try list("examples", of: json, example)
        return schema
    }

    private func definition(_ json: JSONValue) throws(APIReadingError) -> NamedSchema.Definition {
        if let object = json["object"] {
            return .object(
                ObjectSchema(
                    properties: try list("properties", of: object, property),
                    additionalProperties: try optionalSchema("additionalProperties", of: object)))
        }
        if let enumeration = json["enumeration"] {
            let base = try read(try member("base", of: enumeration)) { base in
                base.string.flatMap(Enumeration.Base.init)
            }
            let values = try list("values", of: enumeration, enumerationValue)
            return .enumeration(Enumeration(base: base, values: values))
        }
        return .union(try list("union", of: json, schema))
    }

    private func property(_ json: JSONValue) throws(APIReadingError) -> Property {
        var property = Property(
            name: try fact(try member("name", of: json), \.string),
            schema: try schema(try member("schema", of: json)))
        property.required = try flagFact("required", of: json)
        property.deprecated = try textFact("deprecated", of: json)
        property.readOnly = try flagFact("readOnly", of: json)
        property.givenName = try textFact("givenName", of: json)
        return property
    }

    private func enumerationValue(_ json: JSONValue) throws(APIReadingError) -> EnumerationValue {
        var value = EnumerationValue(value: try fact(try member("value", of: json), \.string))
        value.name = try textFact("name", of: json)
        value.description = try textFact("description", of: json)
        return value
    }

    private func optionalSchema(
        _ key: String, of json: JSONValue
    ) throws(APIReadingError) -> Schema? {
        guard let value = json[key] else { return nil }
        return try schema(value)
    }

    func schema(_ json: JSONValue) throws(APIReadingError) -> Schema {
        var schema = Schema(try factOf(try member("shape", of: json), shape))
        schema.nullable = try flagFact("nullable", of: json)
        schema.description = try textFact("description", of: json)
        schema.defaultValue = try valueFact("default", of: json)
        schema.example = try valueFact("example", of: json)
        schema.textSpelling = try textFact("textSpelling", of: json)
        schema.constraints.minimum = try textFact("minimum", of: json)
        schema.constraints.maximum = try textFact("maximum", of: json)
        schema.constraints.minimumLength = try lengthFact("minimumLength", of: json)
        schema.constraints.maximumLength = try lengthFact("maximumLength", of: json)
        schema.constraints.pattern = try textFact("pattern", of: json)
        return schema
    }

    private func shape(_ json: JSONValue) throws(APIReadingError) -> Shape {
        if let items = json["array"] { return .array(try schema(items)) }
        if let values = json["dictionary"] { return .dictionary(try schema(values)) }
        if let name = json["reference"]?.string { return .reference(name) }
        if let name = json["unresolved"]?.string { return .unresolved(name) }
        return try read(json) { plainShape($0.string) }
    }

    private func plainShape(_ word: String?) -> Shape? {
        switch word {
        case "unknown": .unknown
        case "boolean": .boolean
        case "integer": .integer
        case "number": .number
        case "decimal": .decimal
        case "string": .string(.plain)
        case let word?:
            StringFormat.allCases.first { "string/\($0.rawValue)" == word }.map(Shape.string)
        case nil: nil
        }
    }
}
