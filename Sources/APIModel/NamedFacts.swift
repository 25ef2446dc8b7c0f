import JSONText

/// A fact without its type: what `explain` is asked for and what it answers.
package struct NamedFact: Hashable, Sendable {
    /// Dotted: `listUsers.limit.required`, `User.phone.nullable`.
    package let name: String
    package let value: String
    package let evidence: Evidence
    package let agreeing: [Evidence]
    package let overruled: [Overruled]
}

/// Every fact of an API description by a dotted name, in the description's own order.
package func namedFacts(of api: APIDescription) -> [NamedFact] {
    var list = FactList()
    list.add("\(api.name).title", api.title)
    list.add("\(api.name).description", api.description)
    for server in api.servers { list.add("\(api.name).server", server, \.url) }
    for scheme in api.securitySchemes {
        list.add(scheme.name, scheme.kind) { kind in words(kind.json) }
    }
    for operation in api.operations { list.add(operation) }
    for schema in api.schemas { list.add(schema) }
    return list.facts
}

private struct FactList {
    var facts: [NamedFact] = []

    mutating func add<Value>(_ name: String, _ fact: Fact<Value>?, _ text: (Value) -> String) {
        guard let fact else { return }
        facts.append(
            NamedFact(
                name: name, value: text(fact.value), evidence: fact.evidence,
                agreeing: fact.agreeing, overruled: fact.overruled))
    }

    /// That something is there at all; its name says the rest.
    mutating func addName<Value>(_ name: String, _ fact: Fact<Value>) {
        add(name, fact) { _ in "documented" }
    }

    mutating func add(_ name: String, _ fact: Fact<String>?) { add(name, fact) { $0 } }

    mutating func add(_ name: String, _ fact: Fact<Bool>?) { add(name, fact) { "\($0)" } }

    mutating func add(_ name: String, _ fact: Fact<Int>?) { add(name, fact) { "\($0)" } }

    mutating func add(_ name: String, _ fact: Fact<JSONValue>?) { add(name, fact, words) }
}

private func words(_ value: JSONValue) -> String {
    String(decoding: writeCompactJSON(value), as: UTF8.self)
}

// MARK: Operations

extension FactList {
    mutating func add(_ operation: Operation) {
        let name = operation.id
        add("\(name).method", operation.method, \.rawValue)
        add("\(name).path", operation.path, \.text)
        add("\(name).summary", operation.summary)
        add("\(name).description", operation.description)
        add("\(name).deprecated", operation.deprecated)
        add("\(name).orderingKey", operation.orderingKey)
        for server in operation.servers { add("\(name).server", server, \.url) }
        for scheme in operation.security { add("\(name).security", scheme) }
        for permission in operation.permissions { add("\(name).permission", permission, \.name) }
        for parameter in operation.parameters { add(parameter, below: name) }
        if let body = operation.requestBody { add(body, below: "\(name).requestBody") }
        for response in operation.responses {
            let name = "\(name).\(response.status.value.text)"
            addName(name, response.status)
            add("\(name).description", response.description)
            for header in response.headers { add(header, below: name) }
            if let body = response.body { add(body, below: "\(name).body") }
        }
    }

    private mutating func add(_ parameter: Parameter, below outer: String) {
        let name = "\(outer).\(parameter.name.value)"
        addName(name, parameter.name)
        add("\(name).location", parameter.location, \.rawValue)
        add("\(name).required", parameter.required)
        add("\(name).description", parameter.description)
        add("\(name).deprecated", parameter.deprecated)
        add("\(name).example", parameter.example)
        add("\(name).givenName", parameter.givenName)
        add("\(name).listStyle", parameter.listStyle, \.rawValue)
        add(parameter.schema, below: name)
    }

    private mutating func add(_ body: Body, below name: String) {
        for mediaType in body.mediaTypes { add("\(name).mediaType", mediaType) }
        add("\(name).required", body.required)
        add("\(name).description", body.description)
        add(body.schema, below: name)
    }
}

// MARK: Schemas

extension FactList {
    mutating func add(_ schema: NamedSchema) {
        add("\(schema.name).documentedName", schema.documentedName)
        add("\(schema.name).description", schema.description)
        switch schema.definition {
        case .object(let object):
            for property in object.properties {
                let name = "\(schema.name).\(property.name.value)"
                addName(name, property.name)
                add("\(name).required", property.required)
                add("\(name).deprecated", property.deprecated)
                add("\(name).readOnly", property.readOnly)
                add("\(name).givenName", property.givenName)
                add(property.schema, below: name)
            }
        case .enumeration(let enumeration):
            for value in enumeration.values {
                let name = "\(schema.name).\(value.value.value)"
                addName(name, value.value)
                add("\(name).name", value.name)
                add("\(name).description", value.description)
            }
        case .union(let schemas):
            for (index, choice) in schemas.enumerated() {
                add(choice, below: "\(schema.name).\(index + 1)")
            }
        }
    }

    mutating func add(_ schema: Schema, below name: String) {
        add("\(name).type", schema.shape, shapeText)
        add("\(name).nullable", schema.nullable)
        add("\(name).description", schema.description)
        add("\(name).default", schema.defaultValue)
        add("\(name).example", schema.example)
        add("\(name).textSpelling", schema.textSpelling)
        add("\(name).minimum", schema.constraints.minimum)
        add("\(name).maximum", schema.constraints.maximum)
        add("\(name).minimumLength", schema.constraints.minimumLength)
        add("\(name).maximumLength", schema.constraints.maximumLength)
        add("\(name).pattern", schema.constraints.pattern)
        switch schema.shape.value {
        case .array(let items): add(items, below: "\(name)[]")
        case .dictionary(let values): add(values, below: "\(name){}")
        case .unknown, .boolean, .integer, .number, .decimal, .string, .reference, .unresolved:
            break
        }
    }
}

/// A shape as one word: `string/uuid`, `[User]`.
package func shapeText(_ shape: Shape) -> String {
    switch shape {
    case .unknown: "unknown"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .decimal: "decimal"
    case .string(.plain): "string"
    case .string(let format): "string/\(format.rawValue)"
    case .array(let items): "[\(shapeText(items.shape.value))]"
    case .dictionary(let values): "{\(shapeText(values.shape.value))}"
    case .reference(let name): name
    case .unresolved(let name): "'\(name)', which no page explains"
    }
}
