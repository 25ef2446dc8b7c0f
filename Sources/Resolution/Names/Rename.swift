import APIModel

// References, everywhere in the model: provisional ones (`#3`) become settled names. All is changed in
// its place, since a copy of a large model costs as much as the model.

extension Schema {
    mutating func mapReferences(_ name: (String) -> String) {
        switch shape.value {
        case .array(var items):
            items.mapReferences(name)
            shape.value = .array(items)
        case .dictionary(var values):
            values.mapReferences(name)
            shape.value = .dictionary(values)
        case .reference(let old):
            shape.value = .reference(name(old))
        case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved:
            break
        }
    }
}

extension NamedSchema {
    mutating func mapReferences(_ name: (String) -> String) {
        switch definition {
        case .object(var object):
            // Held in one place only, its properties are changed where they are.
            definition = .union([])
            for index in object.properties.indices {
                object.properties[index].schema.mapReferences(name)
            }
            object.additionalProperties?.mapReferences(name)
            definition = .object(object)
        case .union(var options):
            for index in options.indices { options[index].mapReferences(name) }
            definition = .union(options)
        case .enumeration:
            break
        }
    }
}

extension Operation {
    mutating func mapReferences(_ name: (String) -> String) {
        for index in parameters.indices { parameters[index].schema.mapReferences(name) }
        requestBody?.schema.mapReferences(name)
        for response in responses.indices {
            for header in responses[response].headers.indices {
                responses[response].headers[header].schema.mapReferences(name)
            }
            responses[response].body?.schema.mapReferences(name)
        }
    }
}

/// The settled name of a provisional reference.
func settledName(_ reference: String, _ names: [String]) -> String {
    guard let index = Int(reference.dropFirst()), names.indices.contains(index) else {
        return reference
    }
    return names[index]
}
