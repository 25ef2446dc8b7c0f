import APIModel
import JSONText

extension SwiftAPI {
    /// An example made from types alone, for places whose pages show none.
    ///
    /// Required members only, so that what holds itself comes to an end; enumerations with their
    /// first value, formats with a value that is one.
    func synthesized(_ schema: Schema, depth: Int = 0) -> JSONValue {
        if let example = schema.example?.value, contradiction(example, schema) == nil {
            return example
        }
        guard depth < 8 else { return JSONValue(.null) }
        switch schema.shape.value {
        case .unknown, .unresolved: return JSONValue(.object([]))
        case .boolean: return JSONValue(.boolean(true))
        case .integer: return JSONValue(.number("1"))
        case .number, .decimal: return JSONValue(.number("1.5"))
        case .string(let format): return JSONValue(.string(format.sample))
        case .array(let items):
            let element = synthesized(items, depth: depth + 1)
            return JSONValue(.array(contradiction(element, items) == nil ? [element] : []))
        case .dictionary: return JSONValue(.object([]))
        case .reference(let name):
            guard let named = schemas[name] else { return JSONValue(.object([])) }
            return synthesized(named, depth: depth + 1)
        }
    }

    private func synthesized(_ named: NamedSchema, depth: Int) -> JSONValue {
        switch named.definition {
        case .object(let object):
            let required = object.properties.filter { property in
                depth < 4 || property.required?.value == true
            }
            let members = required.compactMap { property -> JSONValue.Member? in
                let value = synthesized(property.schema, depth: depth + 1)
                let isRequired = property.required?.value == true
                if !isRequired, contradiction(value, property.schema) != nil { return nil }
                return JSONValue.Member(
                    key: property.name.value, keyRange: .empty, value: value)
            }
            return JSONValue(.object(members))
        case .enumeration(let enumeration):
            let first = enumeration.values.first?.value.value ?? ""
            switch enumeration.base {
            case .string: return JSONValue(.string(first))
            case .integer: return JSONValue(.number(Int(first) == nil ? "0" : first))
            }
        case .union(let options):
            return options.first.map { synthesized($0, depth: depth + 1) } ?? JSONValue(.null)
        }
    }
}

extension StringFormat {
    fileprivate var sample: String {
        switch self {
        case .plain: "text"
        case .date: "2024-05-01"
        case .dateTime: "2024-05-01T12:00:00Z"
        case .uuid: "8f14e45f-ceea-467f-8a3b-0d5c8a1e2b3c"
        case .uri: "https://example.com/"
        case .email: "someone@example.com"
        case .byte: "dGV4dA=="
        case .binary, .password: "text"
        }
    }
}
