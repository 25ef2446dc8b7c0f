import APIModel

/// The operations that a type is sent or received by: `GET /users 200`.
struct TypeUses {
    private var lists: [Rule.Part: [String: [String]]] = [:]

    subscript(part: Rule.Part, type: String) -> [String]? {
        if part == .type {
            let parts = Rule.Part.allCases.compactMap { lists[$0]?[type] }
            return parts.isEmpty ? nil : parts.flatMap { $0 }
        }
        return lists[part]?[type]
    }

    fileprivate mutating func add(_ label: String, _ part: Rule.Part, _ type: String) {
        lists[part, default: [:]][type, default: []].append(label)
    }
}

/// Follows every operation's schemas to the types they reach, each type once an operation.
func usesOfTypes(_ side: Comparison.Side) -> TypeUses {
    var uses = TypeUses()
    for operation in side.api.operations {
        let title = title(of: operation)
        for parameter in operation.parameters {
            side.follow([parameter.schema]) { uses.add(title, .parameter, $0) }
        }
        if let body = operation.requestBody {
            side.follow([body.schema]) { uses.add("\(title) body", .request, $0) }
        }
        for response in operation.responses {
            let label = "\(title) \(response.status.value.text)"
            side.follow(response.headers.map(\.schema)) { uses.add(label, .header, $0) }
            side.follow(response.body.map { [$0.schema] } ?? []) { uses.add(label, .response, $0) }
        }
    }
    return uses
}

extension Comparison.Side {
    /// Hands out every type that schemas reach, breadth first, each once.
    fileprivate func follow(_ schemas: [Schema], _ body: (String) -> Void) {
        var waiting = schemas
        var seen: Set<String> = []
        var next = 0
        while next < waiting.count {
            let schema = waiting[next]
            next += 1
            switch schema.shape.value {
            case .array(let items): waiting.append(items)
            case .dictionary(let values): waiting.append(values)
            case .reference(let name):
                guard seen.insert(name).inserted, let type = self.schemas[name] else { continue }
                body(name)
                waiting += parts(of: type)
            case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved: break
            }
        }
    }

    private func parts(of type: NamedSchema) -> [Schema] {
        switch type.definition {
        case .object(let object):
            object.properties.map(\.schema) + (object.additionalProperties.map { [$0] } ?? [])
        case .enumeration: []
        case .union(let choices): choices
        }
    }
}
