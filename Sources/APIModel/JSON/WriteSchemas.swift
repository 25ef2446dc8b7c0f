import JSONText
import SourceText

extension APIWriter {
    mutating func namedSchema(_ schema: NamedSchema) -> JSONValue {
        .object([
            "name": .text(schema.name),
            "documentedName": textFact(schema.documentedName),
            "description": textFact(schema.description),
        ]).with(definition(schema.definition)).with(
            .object(["examples": list(schema.examples) { $0.example($1) }]))
    }

    /// The key says which of the three it is.
    private mutating func definition(_ definition: NamedSchema.Definition) -> JSONValue {
        switch definition {
        case .object(let object):
            .object([
                "object": .object([
                    "properties": list(object.properties) { $0.property($1) },
                    "additionalProperties": object.additionalProperties.map { schema($0) },
                ])
            ])
        case .enumeration(let enumeration):
            .object([
                "enumeration": .object([
                    "base": .text(enumeration.base.rawValue),
                    "values": list(enumeration.values) { $0.enumerationValue($1) },
                ])
            ])
        case .union(let schemas):
            .object(["union": .list(schemas.map { schema($0) })])
        }
    }

    private mutating func property(_ property: Property) -> JSONValue {
        .object([
            "name": textFact(property.name),
            "required": flagFact(property.required),
            "deprecated": textFact(property.deprecated),
            "readOnly": flagFact(property.readOnly),
            "givenName": textFact(property.givenName),
            "schema": schema(property.schema),
        ])
    }

    private mutating func enumerationValue(_ value: EnumerationValue) -> JSONValue {
        .object([
            "value": textFact(value.value),
            "name": textFact(value.name),
            "description": textFact(value.description),
        ])
    }

    mutating func schema(_ schema: Schema) -> JSONValue {
        .object([
            "shape": fact(schema.shape) { $0.shape($1) },
            "nullable": flagFact(schema.nullable),
            "description": textFact(schema.description),
            "default": valueFact(schema.defaultValue),
            "example": valueFact(schema.example),
            "textSpelling": textFact(schema.textSpelling),
            "minimum": textFact(schema.constraints.minimum),
            "maximum": textFact(schema.constraints.maximum),
            "minimumLength": lengthFact(schema.constraints.minimumLength),
            "maximumLength": lengthFact(schema.constraints.maximumLength),
            "pattern": textFact(schema.constraints.pattern),
        ])
    }

    /// A word for a plain shape, an object with one key for a shape of shapes or a name.
    private mutating func shape(_ shape: Shape) -> JSONValue {
        switch shape {
        case .unknown: .text("unknown")
        case .boolean: .text("boolean")
        case .integer: .text("integer")
        case .number: .text("number")
        case .decimal: .text("decimal")
        case .string(.plain): .text("string")
        case .string(let format): .text("string/\(format.rawValue)")
        case .array(let items): .object(["array": schema(items)])
        case .dictionary(let values): .object(["dictionary": schema(values)])
        case .reference(let name): .object(["reference": .text(name)])
        case .unresolved(let name): .object(["unresolved": .text(name)])
        }
    }
}
