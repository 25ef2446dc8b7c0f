import APIModel
import Mustache

extension NeutralAPI {
    /// A type with a name: an object, a list of values, or one of several.
    func type(_ schema: NamedSchema) -> TemplateObject {
        var context: TemplateObject = [
            "name": types[schema.name]?.value ?? .absent,
            "title": text(schema.documentedName?.value),
            "description": text(schema.description?.value),
            "isObject": .boolean(false), "isEnumeration": .boolean(false),
            "isUnion": .boolean(false), "isInteger": .boolean(false),
            "isDeprecated": .boolean(false), "deprecated": .absent,
            "hasProperties": .boolean(false),
            "properties": .list([]), "others": .absent, "values": .list([]), "choices": .list([]),
        ]
        switch schema.definition {
        case .object(let object):
            context["isObject"] = .boolean(true)
            context["hasProperties"] = .boolean(!object.properties.isEmpty)
            context["properties"] = properties(object.properties)
            context["others"] = object.additionalProperties.map { .object(facts($0)) } ?? .absent
        case .enumeration(let enumeration):
            context["isEnumeration"] = .boolean(true)
            context["isInteger"] = .boolean(enumeration.base == .integer)
            context["values"] = values(of: enumeration)
        case .union(let choices):
            context["isUnion"] = .boolean(true)
            context["choices"] = listed(choices.map { facts($0) })
        }
        return context
    }

    private func properties(_ properties: [Property]) -> TemplateValue {
        var names = TargetNames()
        return listed(
            properties.map { property in
                var context = facts(property.schema)
                let name = property.givenName?.value
                context["name"] = names.settle(property.name.value, as: name, in: language).value
                context["isReadOnly"] = .boolean(property.readOnly?.value == true)
                add(
                    property.required, property.deprecated, property.schema.description,
                    to: &context)
                return context
            })
    }

    private func values(of enumeration: Enumeration) -> TemplateValue {
        var names = TargetNames()
        return listed(
            enumeration.values.compactMap { value in
                let spelling = value.value.value
                let literal =
                    enumeration.base == .integer
                    ? TemplateValue.number(spelling)
                    : TargetText(spelling, in: language).literalValue
                guard let literal else { return nil }
                let name = names.settle(spelling, as: value.name?.value, in: language)
                return [
                    "literal": literal, "name": name.value,
                    "description": text(value.description?.value),
                    "isDeprecated": .boolean(false), "deprecated": .absent,
                ]
            })
    }

    /// What a value of a schema may be. Of the kinds one is true; none is left out, since a name
    /// that is missing would be looked for in what stands around.
    func facts(_ schema: Schema, depth: Int = 0) -> TemplateObject {
        let shape = depth < 12 ? schema.shape.value : .unknown
        var format = StringFormat.plain
        var items = TemplateValue.absent
        var type = TemplateValue.absent
        switch shape {
        case .string(let known): format = known
        case .array(let inner), .dictionary(let inner):
            items = .object(facts(inner, depth: depth + 1))
        case .reference(let name): type = types[name]?.value ?? .absent
        case .unknown, .boolean, .integer, .number, .decimal, .unresolved: break
        }
        var facts = kinds(shape)
        facts["isDate"] = .boolean(format == .date)
        facts["isDateTime"] = .boolean(format == .dateTime)
        facts["isUUID"] = .boolean(format == .uuid)
        facts["isURI"] = .boolean(format == .uri)
        facts["format"] = format == .plain ? .absent : text(format.rawValue)
        facts["items"] = items
        facts["type"] = type
        facts["isNullable"] = .boolean(schema.nullable?.value == true)
        facts["default"] = schema.defaultValue.map { .object(json($0.value)) } ?? .absent
        facts["example"] = schema.example.map { .object(json($0.value)) } ?? .absent
        add(schema.constraints, to: &facts)
        return facts
    }

    private func add(_ limits: Constraints, to facts: inout TemplateObject) {
        facts["minimum"] = limits.minimum.flatMap { .number($0.value) } ?? .absent
        facts["maximum"] = limits.maximum.flatMap { .number($0.value) } ?? .absent
        facts["minimumLength"] = limits.minimumLength.map { .digits($0.value) } ?? .absent
        facts["maximumLength"] = limits.maximumLength.map { .digits($0.value) } ?? .absent
        facts["pattern"] = text(limits.pattern?.value)
    }
}

/// What a value is at first sight: one of these is true of each.
private enum Kind: String, CaseIterable {
    case isAny, isBoolean, isInteger, isNumber, isDecimal, isString, isArray, isDictionary
    case isReference
}

extension NeutralAPI {
    private func kinds(_ shape: Shape) -> TemplateObject {
        let kind = kind(of: shape)
        var kinds = TemplateObject()
        for other in Kind.allCases { kinds[other.rawValue] = .boolean(other == kind) }
        return kinds
    }

    private func kind(of shape: Shape) -> Kind {
        switch shape {
        case .unknown, .unresolved: .isAny
        case .boolean: .isBoolean
        case .integer: .isInteger
        case .number: .isNumber
        case .decimal: .isDecimal
        case .string: .isString
        case .array: .isArray
        case .dictionary: .isDictionary
        case .reference(let name): types[name] == nil ? .isAny : .isReference
        }
    }
}
