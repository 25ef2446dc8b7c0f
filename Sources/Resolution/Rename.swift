import APIModel

// References, everywhere in the model: provisional ones (`#3`) become settled names.

extension Schema {
    func mapReferences(_ name: (String) -> String) -> Schema {
        var copy = self
        copy.shape.value = shape.value.mapReferences(name)
        return copy
    }
}

extension Shape {
    func mapReferences(_ name: (String) -> String) -> Shape {
        switch self {
        case .array(let items): return .array(items.mapReferences(name))
        case .dictionary(let values): return .dictionary(values.mapReferences(name))
        case .reference(let old): return .reference(name(old))
        case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved:
            return self
        }
    }
}

extension NamedSchema {
    func mapReferences(_ name: (String) -> String) -> NamedSchema {
        var copy = self
        switch definition {
        case .object(var object):
            object.properties = object.properties.map { property in
                var property = property
                property.schema = property.schema.mapReferences(name)
                return property
            }
            object.additionalProperties = object.additionalProperties?.mapReferences(name)
            copy.definition = .object(object)
        case .union(let options):
            copy.definition = .union(options.map { $0.mapReferences(name) })
        case .enumeration:
            break
        }
        return copy
    }
}

extension Operation {
    func mapReferences(_ name: (String) -> String) -> Operation {
        var copy = self
        copy.parameters = parameters.map { $0.mapReferences(name) }
        copy.requestBody = requestBody?.mapReferences(name)
        copy.responses = responses.map { response in
            var response = response
            response.headers = response.headers.map { $0.mapReferences(name) }
            response.body = response.body?.mapReferences(name)
            return response
        }
        return copy
    }
}

extension Parameter {
    fileprivate func mapReferences(_ name: (String) -> String) -> Parameter {
        var copy = self
        copy.schema = schema.mapReferences(name)
        return copy
    }
}

extension Body {
    fileprivate func mapReferences(_ name: (String) -> String) -> Body {
        var copy = self
        copy.schema = schema.mapReferences(name)
        return copy
    }
}

/// The settled name of a provisional reference.
func settledName(_ reference: String, _ names: [String]) -> String {
    guard let index = Int(reference.dropFirst()), names.indices.contains(index) else {
        return reference
    }
    return names[index]
}
