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
