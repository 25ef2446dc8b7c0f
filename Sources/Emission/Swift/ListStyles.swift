import APIModel

extension Parameter {
    /// As it is called on the wire: `ids[]` where pages show a list in brackets.
    var wireName: String { name.value + (isBracketed ? "[]" : "") }

    /// What stands between the values of a list, in quotes; `nil` where each value is a parameter
    /// of its own, as only a query has them.
    var separator: SwiftCode? {
        switch listStyle?.value {
        case .comma: SwiftCode("\",\"")
        case .pipe: SwiftCode("\"|\"")
        case .space: SwiftCode("\" \"")
        case .repeated, .brackets, nil: location.value == .query ? nil : SwiftCode("\",\"")
        }
    }
}

extension SwiftAPI {
    /// Whether a list of values is one text anywhere.
    var hasSeparatedLists: Bool {
        operations.contains { operation in
            operation.operation.parameters.enumerated().contains { index, parameter in
                operation.queries[index] == nil && type(of: parameter).isList
                    && parameter.separator != nil
            }
        }
    }
}
