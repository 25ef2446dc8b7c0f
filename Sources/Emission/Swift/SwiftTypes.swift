import APIModel

extension SwiftAPI {
    /// The Swift type of a value of this shape, `null` left aside.
    func type(of shape: Shape, depth: Int = 0) -> SwiftType {
        guard depth < 12 else { return .known("JSON") }
        switch shape {
        case .unknown, .unresolved: return .known("JSON")
        case .boolean: return .known("Bool", isText: true)
        case .integer: return .known("Int", isText: true)
        case .number: return .known("Double", isText: true)
        case .decimal: return .known("Decimal", isText: true)
        case .string(let format): return type(of: format)
        case .array(let items): return element(items, depth: depth).array
        case .dictionary(let values): return element(values, depth: depth).dictionary
        case .reference(let name):
            guard let identifier = types[name] else { return .known("JSON") }
            return .named(identifier, isText: isText(name))
        }
    }

    private func element(_ schema: Schema, depth: Int) -> SwiftType {
        let type = type(of: schema.shape.value, depth: depth + 1)
        return schema.nullable?.value == true ? type.optional : type
    }

    private func type(of format: StringFormat) -> SwiftType {
        switch format {
        case .plain, .email, .byte, .binary, .password: .known("String", isText: true)
        case .date: .known("CalendarDate", isText: true)
        case .dateTime: .known("Timestamp", isText: true)
        case .uuid: .known("UUID", isText: true)
        case .uri: .known("URL", isText: true)
        }
    }

    private func isText(_ name: String) -> Bool {
        guard case .enumeration? = schemas[name]?.definition else { return false }
        return true
    }

    /// The type of a parameter: text, or a list of texts; anything else travels as a string.
    func type(of parameter: Parameter) -> (type: SwiftType, isList: Bool) {
        if case .array(let items) = parameter.schema.shape.value {
            let element = type(of: items.shape.value)
            return ((element.isText ? element : .known("String", isText: true)).array, true)
        }
        let type = type(of: parameter.schema.shape.value)
        return (type.isText ? type : .known("String", isText: true), false)
    }
}

extension SwiftAPI {
    var accessCode: SwiftCode {
        switch options.access {
        case .public: SwiftCode("public ")
        case .package: SwiftCode("package ")
        case .internal: SwiftCode("")
        }
    }
}
