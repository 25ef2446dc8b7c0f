import APIModel
import Mustache

/// A structure: its properties, a memberwise initializer, and its coding by wire names.
func structure(
    _ schema: NamedSchema, _ object: ObjectSchema, named name: SwiftIdentifier, in swift: SwiftAPI
) -> TemplateObject {
    var scope = IdentifierScope()
    let properties = swift.properties(of: object, named: schema.name, &scope)
    var context = swift.typeContext(schema)
    context["isStructure"] = .boolean(true)
    context["name"] = name.value
    context["mutability"] = (swift.options.isMutable ? SwiftCode("var") : SwiftCode("let")).value
    context["properties"] = .list(properties.map { .object($0.context) })
    context["isEmpty"] = .boolean(properties.isEmpty && object.additionalProperties == nil)
    context["nonNull"] = swift.checkNotNull(schema, object)
    var parameters = properties.map(\.parameter)
    if let others = object.additionalProperties {
        let member = scope.member("additional properties")
        let type = swift.type(of: others.shape.value)
        context["others"] = .object([
            "name": member.value, "type": type.dictionary.value,
            "known": SwiftCode.list(
                [SwiftCode("[")],
                object.properties.map { SwiftCode.of(SwiftStringLiteral($0.name.value)) },
                [SwiftCode("]")], indentation: 12),
        ])
        parameters.append(SwiftCode.parameter(member, type.dictionary, isOmissible: false))
    } else {
        context["others"] = .absent
    }
    context["initializer"] = SwiftCode.list(
        [swift.accessCode, SwiftCode("init(")], parameters, [SwiftCode(") {")], indentation: 4)
    return context
}

extension SwiftAPI {
    /// The properties of a structure, named within its scope.
    func properties(
        of object: ObjectSchema, named schema: String, _ scope: inout IdentifierScope
    ) -> [StructureProperty] {
        object.properties.map { property in
            StructureProperty(
                property, of: schema,
                named: scope.member(property.spelling), in: self)
        }
    }
}

extension Property {
    /// What its name in code is made from.
    var spelling: String { givenName?.value ?? name.value }
}

/// A member of an object as a property of its structure.
struct StructureProperty {
    let documented: Property
    let name: SwiftIdentifier
    let type: SwiftType
    let isOmissible: Bool
    /// Whether `null` is told apart from nothing.
    let keepsNull: Bool
    /// Whether it is held by reference, since it may hold its owner again.
    let isBoxed: Bool
    let context: TemplateObject

    var parameter: SwiftCode { .parameter(name, type, isOmissible: isOmissible) }

    init(_ property: Property, of schema: String, named name: SwiftIdentifier, in swift: SwiftAPI) {
        documented = property
        self.name = name
        let isInForm = swift.formsOnly.contains(schema)
        let shape = property.schema.shape.value
        var type = isInForm ? swift.formType(of: shape) : swift.type(of: shape)
        isBoxed = swift.boxed.contains(
            BoxedProperty(schema: schema, property: property.name.value))
        if isBoxed { type = type.boxed }
        let isRequired = property.required?.value == true
        let isNullable = property.schema.nullable?.value == true
        keepsNull = swift.keepsNull(property, of: schema)
        var decode = SwiftCode("get")
        var encode = SwiftCode("put")
        if keepsNull {
            type = type.nullable.optional
            decode = SwiftCode("findNullable")
            encode = SwiftCode("putIfPresent")
        } else if isNullable || !isRequired {
            type = type.optional
            decode = SwiftCode("find")
            encode = isRequired ? SwiftCode("put") : SwiftCode("putIfPresent")
        }
        if swift.takesText(property, of: schema) {
            decode = .joined([decode, SwiftCode("EvenAsText")])
        }
        self.type = type
        isOmissible = isNullable || !isRequired
        let wireName = SwiftCode.of(SwiftStringLiteral(property.name.value))
        context = [
            "name": name.value, "type": type.value,
            "decoding": SwiftCode.list(
                [
                    SwiftCode("self."), .of(name), SwiftCode(" = try members."), decode,
                    SwiftCode("("),
                ],
                [wireName], [SwiftCode(")")], indentation: 8),
            "checking": swift.sent.contains(schema)
                ? swift.check(property, named: name, of: type) : .absent,
            "encoding": SwiftCode.list(
                [SwiftCode("try members."), encode, SwiftCode("(")],
                [.joined([SwiftCode("self."), .of(name)]), wireName], [SwiftCode(")")],
                indentation: 8),
            "doc": SwiftDocComment(
                remark(property.schema.description?.value ?? "", besideThing: property.spelling),
                indentation: 4, limit: 4
            ).value,
            "isDeprecated": .boolean(property.deprecated != nil),
        ]
    }
}

extension SwiftAPI {
    /// How a server's decoder tells a member that is `null` from one that is left out, where only the
    /// latter is documented.
    fileprivate func checkNotNull(_ schema: NamedSchema, _ object: ObjectSchema) -> TemplateValue {
        let names = nonNull(schema, object)
        guard !names.isEmpty else { return .absent }
        return SwiftCode.list(
            [SwiftCode("try decoder.checkNotNull(")],
            names.map { .of(SwiftStringLiteral($0.name.value)) }, [SwiftCode(")")], indentation: 8)
    }

    /// The members that a caller may leave out, and not send as `null`.
    func nonNull(_ schema: NamedSchema, _ object: ObjectSchema) -> [Property] {
        guard validates, sent.contains(schema.name) else { return [] }
        return object.properties.filter { property in
            property.required?.value != true && property.schema.nullable?.value != true
        }
    }

    /// How a server's decoder holds a property to its documented limits.
    fileprivate func check(
        _ property: Property, named name: SwiftIdentifier, of type: SwiftType
    ) -> TemplateValue {
        let shape = property.schema.shape.value
        guard validates, type.isText,
            let limits = SwiftCode.limits(property.schema.constraints, of: shape)
        else { return .absent }
        return SwiftCode.list(
            [SwiftCode("try decoder.check(")],
            [
                .joined([SwiftCode("self."), .of(name)]),
                .of(SwiftStringLiteral(property.name.value)),
                .joined([SwiftCode("within: "), limits]),
            ], [SwiftCode(")")], indentation: 8)
    }
}

/// A value of one of several types, told apart by what decodes first.
func union(
    _ schema: NamedSchema, _ options: [Schema], named name: SwiftIdentifier, in swift: SwiftAPI
) -> TemplateObject {
    var context = swift.typeContext(schema)
    context["name"] = name.value
    let choices = swift.unionCases(options)
    let cases = choices.map { choice in
        TemplateValue.object(["name": choice.name.value, "type": choice.type.value])
    }
    let isAlias = cases.count < 2
    context["isAlias"] = .boolean(isAlias)
    context["isUnion"] = .boolean(!isAlias)
    context["cases"] = .list(cases)
    context["type"] = (choices.first?.type ?? .known("JSON")).value
    return context
}

extension SwiftAPI {
    /// The cases of a union: one a type.
    func unionCases(
        _ options: [Schema]
    ) -> [(name: SwiftIdentifier, type: SwiftType, option: Schema)] {
        var scope = IdentifierScope()
        var seen: Set<SwiftType> = []
        return options.compactMap { option in
            let type = type(of: option.shape.value)
            guard seen.insert(type).inserted else { return nil }
            return (scope.member(caseName(option.shape.value)), type, option)
        }
    }
}

private func caseName(_ shape: Shape) -> String {
    switch shape {
    case .unknown, .unresolved: "json"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .decimal: "decimal"
    case .string: "string"
    case .array(let items): caseName(items.shape.value) + " list"
    case .dictionary: "dictionary"
    case .reference(let name): name
    }
}
