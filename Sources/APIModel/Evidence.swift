import SourceText

/// How plainly a page says something. A stronger statement beats any number of weaker ones.
package enum Strength: UInt8, Comparable, Sendable, CaseIterable {
    /// Follows from something else, such as GET from the absence of a body.
    case implied
    /// One example shows it.
    case exemplified
    /// Prose or the text of a cell says it.
    case described
    /// A place reserved for it says it: front matter, a Type column, a request line.
    case declared
    /// The user's corrections file says it.
    case corrected

    package static func < (left: Strength, right: Strength) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// Where a fact was read, how plainly it stood there, and which construct read it.
package struct Evidence: Hashable, Sendable {
    // In this order they lie without a gap.
    package let construct: Construct
    package let strength: Strength
    package let span: SourceSpan

    package init(_ span: SourceSpan, _ strength: Strength, _ construct: Construct) {
        self.span = span
        self.strength = strength
        self.construct = construct
    }
}

/// A value of the model and the places that speak for and against it.
package struct Fact<Value: Hashable & Sendable>: Hashable, Sendable {
    package var value: Value
    /// The place that decided.
    package var evidence: Evidence
    /// Places that say the same.
    package var agreeing: [Evidence]
    /// Places that say something else and lost, with what they say.
    package var overruled: [Overruled]

    package init(
        _ value: Value, _ evidence: Evidence, agreeing: [Evidence] = [],
        overruled: [Overruled] = []
    ) {
        self.value = value
        self.evidence = evidence
        self.agreeing = agreeing
        self.overruled = overruled
    }
}

/// A statement that lost against a stronger, more agreed or earlier one.
package struct Overruled: Hashable, Sendable {
    /// What was said, in the words `explain` prints.
    package let statement: String
    package let evidence: Evidence

    package init(_ statement: String, _ evidence: Evidence) {
        self.statement = statement
        self.evidence = evidence
    }
}
