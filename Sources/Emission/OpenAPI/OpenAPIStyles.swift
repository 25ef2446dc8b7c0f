import APIModel

extension Parameter {
    /// Whether its name has brackets on the wire that its documented name lacks.
    var isBracketed: Bool { listStyle?.value == .brackets && location.value == .query }

    /// How OpenAPI calls a list that is neither repeated nor joined by commas.
    var openAPIStyle: String? {
        guard location.value == .query else { return nil }
        switch listStyle?.value {
        case .pipe: return "pipeDelimited"
        case .space: return "spaceDelimited"
        case .comma, .repeated, .brackets, nil: return nil
        }
    }

    /// Whether each value of a list is a parameter of its own; `nil` where OpenAPI's default holds.
    var explodes: Bool? {
        guard location.value == .query else { return nil }
        switch listStyle?.value {
        case .comma, .pipe, .space: return false
        case .repeated, .brackets, nil: return nil
        }
    }
}
