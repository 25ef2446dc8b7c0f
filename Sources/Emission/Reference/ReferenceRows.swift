import APIModel
import JSONText
import SourceText

extension ReferenceWriter {
    mutating func row(_ parameter: Parameter) -> ReferenceRow {
        var row = row(parameter.name, parameter.schema, depth: 0)
        row.isRequired = parameter.location.value == .path ? true : parameter.required?.value
        row.description = parameter.description?.value ?? row.description
        row.deprecated = parameter.deprecated?.value
        row.example = parameter.example.map { words($0.value) } ?? row.example
        row.terms = parameter.terms
        if let style = parameter.listStyle { row.limits.insert(style.value.rawValue, at: 0) }
        var facts = FactPlaces()
        facts.add("name", parameter.name)
        facts.add("place", parameter.location)
        facts.add("required", parameter.required)
        facts.add("description", parameter.description)
        facts.add("deprecated", parameter.deprecated)
        facts.add("list style", parameter.listStyle)
        facts.add(parameter.schema)
        row.sources = facts.sources(&positions)
        return row
    }

    private mutating func row(_ property: Property, depth: Int) -> ReferenceRow {
        var row = row(property.name, property.schema, depth: depth)
        row.isRequired = property.required?.value
        row.isReadOnly = property.readOnly?.value == true
        row.deprecated = property.deprecated?.value
        var facts = FactPlaces()
        facts.add("name", property.name)
        facts.add("required", property.required)
        facts.add("deprecated", property.deprecated)
        facts.add("read-only", property.readOnly)
        facts.add(property.schema)
        row.sources = facts.sources(&positions)
        return row
    }

    /// What a schema says, whoever carries it.
    private mutating func row(
        _ name: Fact<String>, _ schema: Schema, depth: Int
    ) -> ReferenceRow {
        var row = ReferenceRow(name: name.value, type: typeName(schema))
        row.isNullable = schema.nullable?.value
        row.defaultValue = schema.defaultValue.map { words($0.value) }
        row.example = schema.example.map { words($0.value) }
        row.description = schema.description?.value
        row.limits = limits(schema.constraints)
        row.values = values(of: schema)
        row.rows = rows(below: schema, depth: depth + 1)
        return row
    }

    /// The members of the object that a schema is, or that its elements are.
    mutating func rows(below schema: Schema, depth: Int) -> [ReferenceRow] {
        guard let name = referredType(schema), depth < depthLimit else { return [] }
        return rows(ofType: name, depth: depth)
    }

    mutating func rows(ofType name: String, depth: Int) -> [ReferenceRow] {
        guard case .object(let object)? = schemas[name]?.definition else { return [] }
        let key = RowsKey(type: name, depth: depth)
        if let rows = knownRows[key] { return rows }
        var rows: [ReferenceRow] = []
        for property in object.properties {
            // What holds itself is shown once.
            let isRound = referredType(property.schema) == name
            rows.append(row(property, depth: isRound ? depthLimit : depth))
        }
        knownRows[key] = rows
        return rows
    }

    private func values(of schema: Schema) -> [ReferenceValue] {
        guard let name = referredType(schema),
            case .enumeration(let enumeration)? = schemas[name]?.definition
        else { return [] }
        return values(enumeration)
    }

    func values(_ enumeration: Enumeration) -> [ReferenceValue] {
        enumeration.values.map { value in
            ReferenceValue(
                value: value.value.value, name: value.name?.value,
                description: value.description?.value)
        }
    }

    private func limits(_ constraints: Constraints) -> [String] {
        var limits: [String] = []
        if let minimum = constraints.minimum { limits.append("at least \(minimum.value)") }
        if let maximum = constraints.maximum { limits.append("at most \(maximum.value)") }
        if let minimum = constraints.minimumLength {
            limits.append("at least \(minimum.value) characters")
        }
        if let maximum = constraints.maximumLength {
            limits.append("at most \(maximum.value) characters")
        }
        if let pattern = constraints.pattern { limits.append("matches `\(pattern.value)`") }
        return limits
    }

    mutating func example(_ example: Example) -> ReferenceExample? {
        guard example.value.node != .elision else { return nil }
        var facts = FactPlaces()
        facts.add("sample", example.evidence)
        var bytes = writeJSON(example.value)
        if bytes.last == 0x0A { bytes.removeLast() }
        return ReferenceExample(
            title: example.title, text: String(decoding: bytes, as: UTF8.self),
            sources: facts.sources(&positions))
    }
}

/// A value as one line; a string stands without quotes.
private func words(_ value: JSONValue) -> String {
    switch value.node {
    case .string(let text), .word(let text), .number(let text): text
    case .null, .boolean, .array, .object, .elision:
        String(decoding: writeCompactJSON(value), as: UTF8.self)
    }
}

extension FactPlaces {
    mutating func add(_ schema: Schema) {
        add("type", schema.shape)
        add("nullable", schema.nullable)
        add("default", schema.defaultValue)
        add("description", schema.description)
        add("limits", schema.constraints.minimum)
        add("limits", schema.constraints.maximum)
        add("limits", schema.constraints.minimumLength)
        add("limits", schema.constraints.maximumLength)
        add("limits", schema.constraints.pattern)
    }
}
