import APIModel
import Mustache

/// What `Models.swift` is made from: one entry a type, in the order of the model.
func modelsContext(_ swift: SwiftAPI) -> TemplateObject {
    var types: [TemplateValue] = []
    for schema in swift.api.schemas {
        guard let name = swift.types[schema.name] else { continue }
        switch schema.definition {
        case .object(let object):
            types.append(.object(structure(schema, object, named: name, in: swift)))
        case .enumeration(let enumeration):
            types.append(.object(swift.enumeration(schema, enumeration, named: name)))
        case .union(let options):
            types.append(.object(union(schema, options, named: name, in: swift)))
        }
    }
    for operation in swift.operations {
        types += queryTypes(of: operation, access: swift.accessCode)
    }
    var context = swift.commonContext
    context["types"] = .list(types)
    return context
}

extension SwiftAPI {
    /// Names every template can use.
    var sharedNames: TemplateObject {
        [
            "access": accessWord,
            "validates": .boolean(validates),
            "answers": .boolean(validates || options.effectiveOutputs.contains(.fixtures)),
            // What the APIs of a module share is the same for each of them.
            "hasSeparatedLists": .boolean(options.namespace != nil || hasSeparatedLists),
            "hasStreams": .boolean(options.namespace != nil || hasStreams),
            "hasOutputHeaders": .boolean(options.namespace != nil || hasOutputHeaders),
            "apiName": name.value,
            "scope": scope.value,
            "sharesPasswords": .boolean(options.namespace != nil),
            "protocolName": protocolName.value,
            "clientName": clientName.value,
            "routerName": routerName.value,
            "mockName": mockName.value,
            "fixturesName": fixturesName.value,
        ]
    }

    /// What stands before the API's types outside of its namespace.
    private var scope: SwiftCode {
        options.namespace == nil ? SwiftCode("") : .joined([.of(name), SwiftCode(".")])
    }

    private var accessWord: TemplateValue {
        switch options.access {
        case .public: SwiftCode("public ").value
        case .package: SwiftCode("package ").value
        case .internal: SwiftCode("").value
        }
    }

    fileprivate func enumeration(
        _ schema: NamedSchema, _ enumeration: Enumeration, named name: SwiftIdentifier
    ) -> TemplateObject {
        let members = self.members(of: enumeration)
        let values = members.map { member, value, literal in
            TemplateValue.object([
                "name": member.value,
                "declaration": SwiftCode.list(
                    [accessCode, SwiftCode("static let "), .of(member), SwiftCode(" = Self(")],
                    [.joined([SwiftCode("rawValue: "), literal])], [SwiftCode(")")],
                    indentation: 4),
                "doc": SwiftDocComment(
                    value.description?.value ?? "", indentation: 4, limit: 3
                ).value,
            ])
        }
        var object = typeContext(schema)
        object["isEnumeration"] = .boolean(true)
        object["name"] = name.value
        object["rawType"] =
            (enumeration.base == .integer ? SwiftCode("Int") : SwiftCode("String")).value
        object["values"] = .list(values)
        object["documented"] = validates ? documented(members.map(\.name)) : .absent
        return object
    }

    /// The list that a server holds its callers to.
    private func documented(_ members: [SwiftIdentifier]) -> TemplateValue {
        SwiftCode.list(
            [accessCode, SwiftCode("static let documented = listed(")],
            members.map { .joined([SwiftCode("."), .of($0)]) }, [SwiftCode(")")], indentation: 4)
    }

    /// The documented values of an enumeration, named within its scope.
    func members(
        of enumeration: Enumeration
    ) -> [(name: SwiftIdentifier, value: EnumerationValue, literal: SwiftCode)] {
        var scope = IdentifierScope(reserving: [
            "documented", "isDocumented", "listed", "rawValue", "wireText",
        ])
        return enumeration.values.compactMap { value in
            guard let literal = literal(of: value, enumeration.base) else { return nil }
            let spelling = value.name?.value ?? value.value.value
            return (scope.member(spelling.valueName), value, literal)
        }
    }

    private func literal(of value: EnumerationValue, _ base: Enumeration.Base) -> SwiftCode? {
        switch base {
        case .string: return .of(SwiftStringLiteral(value.value.value))
        case .integer: return Int(value.value.value).map { SwiftCode($0) }
        }
    }

    func typeContext(_ schema: NamedSchema) -> TemplateObject {
        let words = remark(
            schema.description?.value ?? schema.documentedName?.value ?? "",
            besideThing: types[schema.name]?.name ?? "")
        return [
            "isStructure": .boolean(false), "isEnumeration": .boolean(false),
            "isUnion": .boolean(false), "isAlias": .boolean(false), "isQuery": .boolean(false),
            "doc": SwiftDocComment(words, indentation: 0, limit: 4).value,
            "isDecodable": .boolean(isDecodable(schema.name)),
            "isEncodable": .boolean(isEncodable(schema.name)),
            "conformances": conformances(of: schema.name),
        ]
    }

    private func conformances(of schema: String) -> TemplateValue {
        let coding: SwiftCode
        switch (isDecodable(schema), isEncodable(schema)) {
        case (true, true): coding = SwiftCode("Codable, Sendable")
        case (true, false): coding = SwiftCode("Decodable, Sendable")
        case (false, true): coding = SwiftCode("Encodable, Sendable")
        case (false, false): coding = SwiftCode("Sendable")
        }
        guard options.isHashable else { return coding.value }
        return SwiftCode.joined([coding, SwiftCode(", Hashable")]).value
    }
}

extension String {
    /// What a listed value is called. A sign in front tells `-name` from `name`.
    fileprivate var valueName: String {
        switch self {
        case "*": return "asterisk"
        case "=", "==": return "equal"
        case "!=", "<>": return "not equal"
        case "<": return "less"
        case "<=": return "less or equal"
        case ">": return "greater"
        case ">=": return "greater or equal"
        default: break
        }
        if hasPrefix("-") { return "minus " + dropFirst() }
        if hasPrefix("+") { return "plus " + dropFirst() }
        return hasNameByte ? self : "value " + self
    }

    private var hasNameByte: Bool {
        utf8.contains { ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x61 && $0 <= 0x7A) }
    }
}
