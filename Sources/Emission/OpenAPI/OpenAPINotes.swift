import APIModel
import SourceText

/// What OpenAPI cannot say, sorted by identifier.
enum OpenAPINote {
    /// OpenAPI 3.1 has no place for the method.
    static func method(_ operation: Operation) -> Diagnostic {
        Diagnostic(
            .note, "openapi-method",
            "OpenAPI has no method \(operation.method.value.rawValue); it is written as 'x-"
                + operation.method.value.rawValue.lowercased() + "'",
            at: operation.method.evidence.span)
    }

    /// Two operations that OpenAPI cannot tell apart: the later one is left out.
    static func shape(_ operation: Operation, like first: Operation) -> Diagnostic {
        Diagnostic(
            .warning, "openapi-path-taken",
            "'\(operation.method.value.rawValue) \(operation.path.value.text)' has the same shape as "
                + "an earlier operation and is left out",
            at: operation.path.evidence.span,
            notes: [.init("the earlier one is here", first.path.evidence.span)])
    }

    /// A status that is none.
    static func status(_ code: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(.note, "openapi-status", "\(code) is no status code of HTTP", at: span)
    }
}
