/// What a user can choose about the outputs; everything else has one answer.
package struct EmissionOptions: Hashable, Sendable {
    package var outputs: Set<Output> = [.models, .client, .server, .fixtures]
    /// Whether types are `Hashable`: on request, since it costs a fifth of the compile time.
    package var isHashable = false
    /// Whether properties are `var` instead of `let`.
    package var isMutable = false
    package var access = Access.public

    package init() {}

    /// Who can see the generated declarations.
    package enum Access: String, Hashable, Sendable, CaseIterable {
        case `public`, package, `internal`
    }
}

/// Something that can be generated from an API description.
package enum Output: String, Hashable, Sendable, CaseIterable {
    case models, client, server, fixtures, openapi
}
