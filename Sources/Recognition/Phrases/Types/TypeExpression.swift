import APIModel

/// A type as documentation writes it, before anything is known of the names it uses.
package struct TypeExpression: Hashable, Sendable {
    package var kind: Kind
    /// Whether the notation itself allows `null` (`string¦null`, `?string`).
    package var isNullable: Bool

    package indirect enum Kind: Hashable, Sendable {
        case boolean, integer, number
        /// A number whose digits count, such as money.
        case decimal
        case string(StringFormat)
        case object
        /// The element is missing where the page says no more than "list".
        case array(TypeExpression?)
        case dictionary(TypeExpression?)
        case union([TypeExpression])
        /// A name that another part of the pages explains, and the link that leads there.
        case reference(name: String, target: String?)
        case enumeration([String])
        /// Any JSON value, said so.
        case any
        /// Words that are not a type anyone knows.
        case unknown(String)
    }

    package init(_ kind: Kind, isNullable: Bool = false) {
        self.kind = kind
        self.isNullable = isNullable
    }

    /// Whether it says something that a schema can hold.
    package var isKnown: Bool {
        guard case .unknown = kind else { return true }
        return false
    }

    var ifKnown: TypeExpression? { isKnown ? self : nil }

    /// The type where it is made of words for types, as no sentence is.
    var unlessName: TypeExpression? { isName ? nil : self }
}
