import APIModel

// Provisional references (`#3`) to settled names, everywhere in the model.

extension Schema {
    func renamed(_ names: [String]) -> Schema {
        var copy = self
        copy.shape.value = shape.value.renamed(names)
        return copy
    }
}

extension Shape {
    func renamed(_ names: [String]) -> Shape {
        switch self {
        case .array(let items): return .array(items.renamed(names))
        case .dictionary(let values): return .dictionary(values.renamed(names))
        case .reference(let name):
            guard let index = Int(name.dropFirst()), names.indices.contains(index) else {
                return self
            }
            return .reference(names[index])
        case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved:
            return self
        }
    }
}

extension NamedSchema {
    func renamed(_ names: [String]) -> NamedSchema {
        var copy = self
        switch definition {
        case .object(var object):
            object.properties = object.properties.map { property in
                var property = property
                property.schema = property.schema.renamed(names)
                return property
            }
            object.additionalProperties = object.additionalProperties?.renamed(names)
            copy.definition = .object(object)
        case .union(let options):
            copy.definition = .union(options.map { $0.renamed(names) })
        case .enumeration:
            break
        }
        return copy
    }
}

extension Operation {
    func renamed(_ names: [String]) -> Operation {
        var copy = self
        copy.parameters = parameters.map { $0.renamed(names) }
        copy.requestBody = requestBody?.renamed(names)
        copy.responses = responses.map { response in
            var response = response
            response.headers = response.headers.map { $0.renamed(names) }
            response.body = response.body?.renamed(names)
            return response
        }
        return copy
    }
}

extension Parameter {
    fileprivate func renamed(_ names: [String]) -> Parameter {
        var copy = self
        copy.schema = schema.renamed(names)
        return copy
    }
}

extension Body {
    fileprivate func renamed(_ names: [String]) -> Body {
        var copy = self
        copy.schema = schema.renamed(names)
        return copy
    }
}
