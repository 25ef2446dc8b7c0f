import APIModel

/// Which schemas hold which: followed from bodies for directions, and in circles for boxes.
struct Reach {
    let schemas: [String: NamedSchema]

    /// The names of all schemas at and below some.
    func names(from roots: [Schema]) -> Set<String> {
        var found: Set<String> = []
        var open = roots.flatMap { references(in: $0.shape.value) }
        while let name = open.popLast() {
            guard found.insert(name).inserted, let schema = schemas[name] else { continue }
            open += schema.parts.flatMap { references(in: $0.shape.value) }
        }
        return found
    }

    /// Properties through which a structure would hold itself by value.
    func boxedProperties(in named: [NamedSchema]) -> Set<BoxedProperty> {
        var boxed: Set<BoxedProperty> = []
        for schema in named {
            guard case .object(let object) = schema.definition else { continue }
            for property in object.properties {
                guard case .reference(let target) = property.schema.shape.value else { continue }
                if holds(target, schema.name) {
                    boxed.insert(BoxedProperty(schema: schema.name, property: property.name.value))
                }
            }
        }
        return boxed
    }

    /// Whether one structure holds another by value, itself included.
    private func holds(_ start: String, _ wanted: String) -> Bool {
        var seen: Set<String> = []
        var open = [start]
        while let name = open.popLast() {
            if name == wanted { return true }
            guard seen.insert(name).inserted, let schema = schemas[name],
                case .object(let object) = schema.definition
            else { continue }
            for property in object.properties {
                if case .reference(let next) = property.schema.shape.value { open.append(next) }
            }
        }
        return false
    }

    private func references(in shape: Shape) -> [String] {
        switch shape {
        case .reference(let name): [name]
        case .array(let items): references(in: items.shape.value)
        case .dictionary(let values): references(in: values.shape.value)
        case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved: []
        }
    }
}
