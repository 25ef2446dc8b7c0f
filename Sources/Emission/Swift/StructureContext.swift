import APIModel
import Mustache

/// A structure: its properties, a memberwise initializer, and its coding by wire names.
func structure(
    _ schema: NamedSchema, _ object: ObjectSchema, named name: SwiftIdentifier, in swift: SwiftAPI
) -> TemplateObject {
    var scope = IdentifierScope()
    let properties = object.properties.map { property in
        StructureProperty(
            property, of: schema.name,
            named: scope.member(property.givenName?.value ?? property.name.value), in: swift)
    }
    var context = swift.typeContext(schema)
    context["isStructure"] = .boolean(true)
    context["name"] = name.value
    context["mutability"] = (swift.options.isMutable ? SwiftCode("var") : SwiftCode("let")).value
    context["properties"] = .list(properties.map { .object($0.context) })
    context["isEmpty"] = .boolean(properties.isEmpty && object.additionalProperties == nil)
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

private struct StructureProperty {
    let name: SwiftIdentifier
    let type: SwiftType
    let isOmissible: Bool
    let context: TemplateObject

    var parameter: SwiftCode { .parameter(name, type, isOmissible: isOmissible) }

    init(_ property: Property, of schema: String, named name: SwiftIdentifier, in swift: SwiftAPI) {
        self.name = name
        var type = swift.type(of: property.schema.shape.value)
        if swift.boxed.contains(BoxedProperty(schema: schema, property: property.name.value)) {
            type = type.boxed
        }
        let isRequired = property.required?.value == true
        let isNullable = property.schema.nullable?.value == true
        let keepsNull = isNullable && !isRequired && swift.sent.contains(schema)
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
            "checking": swift.check(property, named: name, of: type),
            "encoding": SwiftCode.list(
                [SwiftCode("try members."), encode, SwiftCode("(")],
                [.joined([SwiftCode("self."), .of(name)]), wireName], [SwiftCode(")")],
                indentation: 8),
            "doc": SwiftDocComment(
                property.schema.description?.value ?? "", indentation: 4, limit: 1
            ).value,
            "isDeprecated": .boolean(property.deprecated != nil),
        ]
    }
}

extension SwiftAPI {
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
    var scope = IdentifierScope()
    var cases: [TemplateValue] = []
    var seen: Set<SwiftType> = []
    for option in options {
        let type = swift.type(of: option.shape.value)
        guard seen.insert(type).inserted else { continue }
        cases.append(
            .object([
                "name": scope.member(caseName(option.shape.value)).value, "type": type.value,
            ]))
    }
    let isAlias = cases.count < 2
    context["isAlias"] = .boolean(isAlias)
    context["isUnion"] = .boolean(!isAlias)
    context["cases"] = .list(cases)
    context["type"] = (seen.first ?? .known("JSON")).value
    return context
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
