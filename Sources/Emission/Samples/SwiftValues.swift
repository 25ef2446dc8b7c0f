import APIModel
import JSONText

extension SwiftAPI {
    /// A JSON value as an expression of the generated types; `nil` where they have none for it.
    func expression(_ value: JSONValue, _ schema: Schema, depth: Int = 0) -> SwiftExpression? {
        guard depth < 16 else { return nil }
        if case .null = value.node { return schema.nullable?.value == true ? .code("nil") : nil }
        switch (schema.shape.value, value.node) {
        case (.unknown, _), (.unresolved, _): return json(value)
        case (.boolean, .boolean(let flag)): return .code(flag ? "true" : "false")
        case (.integer, .number(let digits)): return Int(digits).map { .code("\($0)") }
        case (.number, .number(let digits)), (.decimal, .number(let digits)):
            return isJSONNumber(digits) ? .code(digits) : nil
        case (.string(let format), .string(let text)): return expression(text, format)
        case (.array(let items), .array(let elements)):
            let values = elements.filter { $0.node != .elision }.map {
                expression($0, items, depth: depth + 1)
            }
            return whole(values).map { .list($0) }
        case (.dictionary(let items), .object(let members)):
            let values = members.map { expression($0.value, items, depth: depth + 1) }
            let keys = members.map { SwiftStringLiteral($0.key).code }
            return whole(values).map { .dictionary(Array(zip(keys, $0))) }
        case (.reference(let name), _): return expression(value, named: name, depth: depth + 1)
        default: return nil
        }
    }

    private func expression(_ text: String, _ format: StringFormat) -> SwiftExpression? {
        let literal = SwiftStringLiteral(text).code
        switch format {
        case .plain, .email, .byte, .binary, .password: return .code(literal)
        case .uuid: return .code("UUID(uuidString: \(literal))!")
        case .uri: return .code("URL(string: \(literal))!")
        case .date: return .code("CalendarDate(wireText: \(literal))!")
        case .dateTime: return .code("Timestamp(wireText: \(literal))!")
        }
    }

    private func expression(
        _ value: JSONValue, named name: String, depth: Int
    ) -> SwiftExpression? {
        guard let schema = schemas[name], let type = types[name] else { return nil }
        switch schema.definition {
        case .object(let object):
            guard case .object(let members) = value.node else { return nil }
            return expression(members, object, of: name, type, depth: depth)
        case .enumeration(let enumeration):
            return member(value, enumeration).map { .code("\(type.code).\($0.code)") }
        case .union(let options):
            let choices = unionCases(options)
            // What has one type only is an alias of it.
            if choices.count < 2 {
                return choices.first.flatMap { expression(value, $0.option, depth: depth + 1) }
            }
            return choices.lazy.compactMap { choice -> SwiftExpression? in
                guard self.contradiction(value, choice.option) == nil,
                    let inner = self.expression(value, choice.option, depth: depth + 1)
                else { return nil }
                return .wrapped("\(type.code).\(choice.name.code)", inner)
            }.first
        }
    }

    private func expression(
        _ members: [JSONValue.Member], _ object: ObjectSchema, of schema: String,
        _ type: SwiftIdentifier, depth: Int
    ) -> SwiftExpression? {
        var scope = IdentifierScope()
        var arguments: [SwiftExpression.Argument] = []
        for property in properties(of: object, named: schema, &scope) {
            let documented = property.documented
            let shown = members.first { $0.key == documented.name.value }?.value
            if shown == nil || shown?.node == .elision {
                if property.isOmissible { continue }
            }
            let value = shown ?? synthesized(documented.schema, depth: depth)
            guard
                var part = file(documented, of: schema)
                    ?? expression(value, documented.schema, depth: depth)
            else {
                if property.isOmissible { continue }
                return nil
            }
            let isNull = value.node == .null
            if property.isBoxed, !isNull { part = .wrapped("Boxed", part) }
            if property.keepsNull { part = isNull ? .code(".null") : .wrapped(".value", part) }
            arguments.append(.init(label: property.name.argumentLabel, value: part))
        }
        if object.additionalProperties != nil {
            let name = scope.member("additional properties")
            arguments.append(.init(label: name.argumentLabel, value: .dictionary([])))
        }
        return .call(type.code, arguments)
    }

    /// What stands for a file of a form.
    private func file(_ property: Property, of schema: String) -> SwiftExpression? {
        guard formsOnly.contains(schema), property.schema.isFile else { return nil }
        let name = SwiftStringLiteral(property.name.value).code
        let file = SwiftExpression.code(
            "FormFile(Data(contentsOf: URL(fileURLWithPath: \(name))), name: \(name))")
        guard case .array = property.schema.shape.value else { return file }
        return .list([file])
    }

    private func member(_ value: JSONValue, _ enumeration: Enumeration) -> SwiftIdentifier? {
        let text: String
        switch value.node {
        case .string(let string) where enumeration.base == .string: text = string
        case .number(let digits) where enumeration.base == .integer: text = digits
        default: return nil
        }
        return members(of: enumeration).first { $0.value.value.value == text }?.name
    }

    /// Any JSON value, spelled out.
    private func json(_ value: JSONValue) -> SwiftExpression? {
        switch value.node {
        case .null, .elision: return .code(".null")
        case .boolean(let flag): return .code(".boolean(\(flag))")
        case .number(let digits):
            if let number = Int(digits) { return .code(".integer(\(number))") }
            return isJSONNumber(digits) ? .code(".number(\(digits))") : nil
        case .string(let text), .word(let text):
            return .code(".string(\(SwiftStringLiteral(text).code))")
        case .array(let elements):
            return whole(elements.map(json)).map { .wrapped(".array", .list($0)) }
        case .object(let members):
            let keys = members.map { SwiftStringLiteral($0.key).code }
            return whole(members.map { json($0.value) }).map {
                .wrapped(".object", .dictionary(Array(zip(keys, $0))))
            }
        }
    }
}

/// All of them, or nothing.
private func whole(_ values: [SwiftExpression?]) -> [SwiftExpression]? {
    let known = values.compactMap(\.self)
    return known.count == values.count ? known : nil
}
