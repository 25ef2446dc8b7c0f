import APIModel

extension SwiftCode {
    /// The limits of a value as the generated code holds callers to them: of numbers their bounds,
    /// of texts their length, and whether they are addresses.
    static func limits(_ constraints: Constraints, of shape: Shape) -> SwiftCode? {
        var parts: [SwiftCode] = []
        func add(_ label: StaticString, _ number: SwiftCode?) {
            if let number { parts.append(.joined([SwiftCode(label), SwiftCode(": "), number])) }
        }
        switch shape {
        case .integer, .number, .decimal:
            add("minimum", constraints.minimum.flatMap { SwiftCode(number: $0.value) })
            add("maximum", constraints.maximum.flatMap { SwiftCode(number: $0.value) })
        case .string(let format):
            add("minimumLength", constraints.minimumLength.map { SwiftCode($0.value) })
            add("maximumLength", constraints.maximumLength.map { SwiftCode($0.value) })
            add("isEmail", format == .email ? SwiftCode("true") : nil)
        case .unknown, .boolean, .array, .dictionary, .reference, .unresolved: break
        }
        guard !parts.isEmpty else { return nil }
        return .joined([SwiftCode("Limits("), .listed(parts), SwiftCode(")")])
    }
}

/// What the limits of an API hold values to. What they hold nothing to would cost every build of
/// every user all the same.
struct LimitKinds: OptionSet {
    static let bounds = LimitKinds(rawValue: 1)
    static let lengths = LimitKinds(rawValue: 2)
    static let addresses = LimitKinds(rawValue: 4)

    let rawValue: Int

    init(rawValue: Int) { self.rawValue = rawValue }

    /// Those of one value.
    init(_ schema: Schema) {
        let constraints = schema.constraints
        switch schema.shape.value {
        case .integer, .number, .decimal:
            self = constraints.minimum != nil || constraints.maximum != nil ? .bounds : []
        case .string(let format):
            let hasLength = constraints.minimumLength != nil || constraints.maximumLength != nil
            self = hasLength ? .lengths : []
            if format == .email { insert(.addresses) }
        case .unknown, .boolean, .array, .dictionary, .reference, .unresolved: self = []
        }
    }
}

extension SwiftAPI {
    /// Those of all that callers send.
    var limitKinds: LimitKinds {
        let members = api.schemas.flatMap { schema -> [Schema] in
            guard case .object(let object) = schema.definition,
                sent.contains(schema.name) || forms.contains(schema.name)
            else { return [] }
            return object.properties.map(\.schema)
        }
        let parameters = operations.flatMap(\.operation.parameters).map(\.schema)
        return (members + parameters).reduce(into: []) { $0.formUnion(LimitKinds($1)) }
    }
}
