/// What is said of few things of a kind, behind one reference.
///
/// A large site has a hundred thousand parameters, properties and rows, and of most of them nothing of
/// this is said: so each is a third as large as with room for all that could be. Nobody changes what
/// is referred to: a thing of which more is said refers to another.
package struct Rarely<Parts: RareParts>: Equatable, Sendable {
    private var said: Said?

    private final class Said: Sendable {
        let parts: Parts

        init(_ parts: Parts) { self.parts = parts }
    }

    package init() {}

    package var isNothing: Bool { said == nil }

    package var parts: Parts {
        get { said?.parts ?? Parts() }
        set { said = newValue == Parts() ? nil : Said(newValue) }
    }

    package static func == (left: Rarely, right: Rarely) -> Bool {
        left.said === right.said || left.said?.parts == right.said?.parts
    }
}

extension Rarely: Hashable where Parts: Hashable {
    package func hash(into hasher: inout Hasher) { hasher.combine(said?.parts) }
}

/// Parts that can be there or not; made without any, nothing is said.
package protocol RareParts: Equatable, Sendable {
    init()
}
