import APIModel
import SourceText

/// One statement of an API's corrections: what it speaks of, and what is true of that.
package struct Correction: Sendable {
    package var subject: CorrectionSubject
    package var change: Change
    package var evidence: Evidence

    package enum Change: Sendable {
        case type(TypeExpression)
        case required(Bool)
        case nullable(Bool)
        case deprecated(Bool)
        case values([String])
        case defaultValue(String)
        /// What generated code calls it; the documented name stays what is sent.
        case name(String)
        /// The pages speak of something that is not there.
        case absent
    }
}

/// What a correction speaks of: an operation or an object, a part of it, a field of that.
package struct CorrectionSubject: Sendable {
    package var owner: Owner
    package var part: Part?
    /// Dotted, as in tables: `reader.phone`.
    package var field: String?

    package enum Owner: Sendable {
        case operation(Method, PathTemplate)
        /// The identifier of an operation, or the name of an object or enumeration.
        case named(String)
    }

    package enum Part: Sendable {
        case parameter(Parameter.Location)
        case request
        /// All responses when no status is named.
        case response(Response.Status?)
    }

    package init(owner: Owner, part: Part? = nil, field: String? = nil) {
        self.owner = owner
        self.part = part
        self.field = field
    }
}

extension Diagnostic {
    /// A line of the corrections begins like a statement and is none.
    ///
    /// The manual lists the forms. Nothing of the line is used.
    static func unclearCorrection(_ message: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(.error, "correction-unclear", message, at: span)
    }
}
