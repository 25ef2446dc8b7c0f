import APIModel
import JSONText

extension SwiftAPI {
    /// Whether the generated types can decode a value; where not, the part that stands against
    /// them and what was expected there.
    func contradiction(
        _ value: JSONValue, _ schema: Schema, depth: Int = 0
    ) -> (value: JSONValue, expected: String)? {
        guard depth < 64 else { return nil }
        if case .null = value.node {
            return schema.nullable?.value == true || schema.shape.value == .unknown
                ? nil : (value, "a value, not null")
        }
        return contradiction(value, schema.shape.value, depth: depth)
    }

    private func contradiction(
        _ value: JSONValue, _ shape: Shape, depth: Int
    ) -> (value: JSONValue, expected: String)? {
        switch (shape, value.node) {
        // What a page leaves out is left out of the fixture too.
        case (_, .elision), (.unknown, _), (.unresolved, _), (.boolean, .boolean): return nil
        case (.integer, .number(let digits)):
            return Int(digits) == nil ? (value, "an integer") : nil
        case (.number, .number(let digits)), (.decimal, .number(let digits)):
            let isFinite = Double(digits)?.isFinite ?? false
            return isFinite && isJSONNumber(digits) ? nil : (value, "a number")
        case (.string(let format), .string(let text)):
            return format.accepts(text) ? nil : (value, "a string of the format \(format.rawValue)")
        case (.array(let items), .array(let elements)):
            return elements.lazy.compactMap { self.contradiction($0, items, depth: depth + 1) }
                .first
        case (.dictionary(let values), .object(let members)):
            return members.lazy.compactMap {
                self.contradiction($0.value, values, depth: depth + 1)
            }.first
        case (.reference(let name), _):
            return schemas[name].flatMap { contradiction(value, $0, depth: depth + 1) }
        default:
            return (value, shape.words)
        }
    }

    private func contradiction(
        _ value: JSONValue, _ schema: NamedSchema, depth: Int
    ) -> (value: JSONValue, expected: String)? {
        switch schema.definition {
        case .object(let object):
            guard case .object(let members) = value.node else { return (value, "an object") }
            return contradiction(members, object, of: value, depth: depth)
        case .enumeration(let enumeration):
            switch (enumeration.base, value.node) {
            case (.string, .string): return nil
            case (.integer, .number(let digits)):
                return Int(digits) == nil ? (value, "an integer") : nil
            default: return (value, "a value of the enumeration")
            }
        case .union(let options):
            let fits =
                options.isEmpty
                || options.contains {
                    contradiction(value, $0, depth: depth + 1) == nil
                }
            return fits ? nil : (value, "one of the documented types")
        }
    }

    private func contradiction(
        _ members: [JSONValue.Member], _ object: ObjectSchema, of value: JSONValue, depth: Int
    ) -> (value: JSONValue, expected: String)? {
        for property in object.properties {
            let member = members.last { $0.key == property.name.value }
            let isRequired = property.required?.value == true
            let isNullable = property.schema.nullable?.value == true
            guard let member else {
                if isRequired, !isNullable { return (value, "a member '\(property.name.value)'") }
                continue
            }
            if case .null = member.value.node, !isRequired { continue }
            if let found = contradiction(member.value, property.schema, depth: depth + 1) {
                return found
            }
        }
        return nil
    }
}

extension Shape {
    fileprivate var words: String {
        switch self {
        case .unknown, .unresolved: "any value"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .number, .decimal: "a number"
        case .string: "a string"
        case .array: "an array"
        case .dictionary: "an object"
        case .reference(let name): name
        }
    }
}

extension StringFormat {
    /// Whether the type that stands for the format takes this text.
    fileprivate func accepts(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        switch self {
        case .plain, .email, .byte, .binary, .password: return true
        case .uri:
            return !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x7B }
        case .uuid:
            guard bytes.count == 36 else { return false }
            return bytes.enumerated().allSatisfy { index, byte in
                [8, 13, 18, 23].contains(index) ? byte == 0x2D : byte.isHexadecimal
            }
        case .date: return bytes.count == 10 && bytes.isDay
        case .dateTime:
            guard bytes.count >= 16, bytes.prefix(10).isDay else { return false }
            return [0x54, 0x74, 0x20].contains(bytes[10]) && bytes[13] == 0x3A
        }
    }
}

extension Collection<UInt8> {
    /// `2024-05-01`.
    fileprivate var isDay: Bool {
        enumerated().allSatisfy { index, byte in
            index == 4 || index == 7 ? byte == 0x2D : byte >= 0x30 && byte <= 0x39
        }
    }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
