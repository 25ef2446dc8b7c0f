import APIModel
import JSONText
import SourceText

extension OpenAPIWriter {
    /// A component: what a named object, enumeration or union is.
    mutating func named(_ schema: NamedSchema) -> JSONValue {
        let title = schema.documentedName.map { JSONValue.text($0.value) }
        let description = schema.description.map { JSONValue.text($0.value) }
        return definition(schema.definition).with(
            .object([
                "title": title, "description": description,
                "x-source": schema.documentedName.flatMap { source($0.evidence) },
            ]))
    }

    private mutating func definition(_ definition: NamedSchema.Definition) -> JSONValue {
        switch definition {
        case .object(let object): self.object(object)
        case .enumeration(let enumeration): self.enumeration(enumeration, isNullable: false)
        case .union(let schemas): .object(["anyOf": .list(schemas.map { schema($0) })])
        }
    }

    private mutating func object(_ object: ObjectSchema) -> JSONValue {
        var properties: [JSONValue.Member] = []
        var required: [JSONValue] = []
        var names: Set<String> = []
        for property in object.properties where names.insert(property.name.value).inserted {
            let name = property.name.value
            properties.append(.init(key: name, keyRange: .empty, value: self.property(property)))
            if property.required?.value == true { required.append(.text(name)) }
        }
        return .object([
            "type": .text("object"),
            "properties": properties.isEmpty ? nil : JSONValue(.object(properties)),
            "required": required.isEmpty ? nil : .list(required),
            "additionalProperties": object.additionalProperties.map { anything($0) },
        ])
    }

    private mutating func property(_ property: Property) -> JSONValue {
        let isReadOnly = property.readOnly?.value == true
        return schema(property.schema).with(
            .object([
                "readOnly": isReadOnly ? .flag(true) : nil,
                "deprecated": property.deprecated == nil ? nil : .flag(true),
                "x-source": source(property.name.evidence),
            ]))
    }

    private func enumeration(_ enumeration: Enumeration, isNullable: Bool) -> JSONValue {
        let values = enumeration.values
        let names = values.map { JSONValue.text($0.name?.value ?? $0.value.value) }
        let descriptions = values.map { JSONValue.text($0.description?.value ?? "") }
        let hasNames = values.contains { $0.name != nil }
        let hasDescriptions = values.contains { $0.description != nil }
        let base =
            enumeration.base == .integer && values.allSatisfy { isJSONInteger($0.value.value) }
        let written = values.map { value in
            base ? JSONValue(.number(value.value.value)) : JSONValue.text(value.value.value)
        }
        return .object([
            "type": type(base ? "integer" : "string", isNullable),
            "enum": .list(written + (isNullable ? [JSONValue(.null)] : [])),
            "x-enum-varnames": hasNames ? .list(names) : nil,
            "x-enum-descriptions": hasDescriptions ? .list(descriptions) : nil,
        ])
    }

    private func type(_ name: String, _ isNullable: Bool) -> JSONValue {
        isNullable ? .list([.text(name), .text("null")]) : .text(name)
    }
}

// MARK: Schemas in place

extension OpenAPIWriter {
    mutating func schema(_ schema: Schema) -> JSONValue {
        let isNullable = schema.nullable?.value == true
        var bounds = constraints(schema.constraints)
        if answers == .server { bounds = bounds.with(machineBounds(schema)) }
        return (eitherSpelling(of: schema) ?? shape(schema.shape.value, isNullable)).with(bounds)
            .with(
                .object([
                    "description": schema.description.map { .text($0.value) },
                    defaultKey(schema): schema.defaultValue.map {
                        conforming($0.value, to: schema)
                    },
                    "examples": schema.example.map { .list([$0.value]) },
                ]))
    }

    private mutating func shape(_ shape: Shape, _ isNullable: Bool) -> JSONValue {
        switch shape {
        case .unknown: .object([:])
        case .unresolved(let name): .object(["x-unresolved": .text(name)])
        case .boolean: .object(["type": type("boolean", isNullable)])
        case .integer: .object(["type": type("integer", isNullable)])
        case .number: .object(["type": type("number", isNullable)])
        case .decimal:
            .object(["type": type("number", isNullable), "format": .text("decimal")])
        case .string(let format):
            .object([
                "type": type("string", isNullable),
                "format": format == .plain ? nil : .text(format.rawValue),
            ])
        case .array(let items):
            .object(["type": type("array", isNullable), "items": schema(items)])
        case .dictionary(let values):
            .object([
                "type": type("object", isNullable), "additionalProperties": anything(values),
            ])
        case .reference(let name): reference(name, isNullable)
        }
    }

    /// A reference cannot be nullable itself, so an enumeration is written out and anything else
    /// is one of two.
    private mutating func reference(_ name: String, _ isNullable: Bool) -> JSONValue {
        guard let definition = definitions[name] else {
            return .object(["x-unresolved": .text(name)])
        }
        let reference = JSONValue.object([
            "$ref": .text("#/components/schemas/\(componentName(name))")
        ])
        guard isNullable else { return reference }
        if case .enumeration(let enumeration) = definition {
            return self.enumeration(enumeration, isNullable: true)
        }
        return .object([
            "anyOf": .list([reference, .object(["type": .text("null")])])
        ])
    }

    /// An unknown shape allows anything, which OpenAPI writes shorter.
    private mutating func anything(_ schema: Schema) -> JSONValue {
        schema.shape.value == .unknown ? .flag(true) : self.schema(schema)
    }

    private func constraints(_ constraints: Constraints) -> JSONValue {
        .object([
            "minimum": constraints.minimum.flatMap { number($0.value) },
            "maximum": constraints.maximum.flatMap { number($0.value) },
            "minLength": constraints.minimumLength.flatMap { length($0.value) },
            "maxLength": constraints.maximumLength.flatMap { length($0.value) },
            "pattern": constraints.pattern.map { .text($0.value) },
        ])
    }

    /// An integer of the generated code has 64 bits, and `Decimal` reads exponents up to 127.
    private func machineBounds(_ schema: Schema) -> JSONValue {
        let bounds: (String, String)
        switch schema.shape.value {
        case .integer: bounds = (String(Int64.min), String(Int64.max))
        case .decimal: bounds = ("-1e127", "1e127")
        default: return .object([:])
        }
        let stated = schema.constraints
        return .object([
            "minimum": stated.minimum == nil ? JSONValue(.number(bounds.0)) : nil,
            "maximum": stated.maximum == nil ? JSONValue(.number(bounds.1)) : nil,
        ])
    }

    private func number(_ text: String) -> JSONValue? {
        isJSONNumber(text) ? JSONValue(.number(text)) : nil
    }

    private func length(_ length: Int) -> JSONValue? {
        length >= 0 ? .integer(length) : nil
    }
}
