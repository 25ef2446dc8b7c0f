import SourceText

/// A JSON value as a page shows it: order, spelling and places kept.
package struct JSONValue: Hashable, Sendable {
    package var node: Node
    package var range: ByteRange

    package indirect enum Node: Hashable, Sendable {
        case null
        case boolean(Bool)
        /// The digits as written: `27.40`, `1e400`, `007`.
        case number(String)
        case string(String)
        case array([JSONValue])
        case object([Member])
        /// Not JSON: a bare type word (`int`), a placeholder (`<uuid>`), a template hole, or a
        /// nested type notation as pages write it. The text as written.
        case word(String)
        /// `...` or a comment that says the rest is left out.
        case elision
    }

    package struct Member: Hashable, Sendable {
        package var key: String
        package var keyRange: ByteRange
        package var value: JSONValue
        /// A comment beside the member, marks removed.
        package var comment: String?

        package init(
            key: String, keyRange: ByteRange, value: JSONValue, comment: String? = nil
        ) {
            self.key = key
            self.keyRange = keyRange
            self.value = value
            self.comment = comment
        }
    }

    package init(_ node: Node, _ range: ByteRange = .empty) {
        self.node = node
        self.range = range
    }
}
