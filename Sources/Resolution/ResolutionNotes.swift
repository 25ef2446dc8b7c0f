import APIModel
import Recognition
import SourceText

/// Everything Resolution tells people, sorted by identifier.
extension Diagnostic {
    /// A page shows content in a request whose method gives it no meaning.
    ///
    /// Kept as an example; the generated client does not demand it.
    static func bodyWithoutMeaning(_ method: Method, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "body-without-meaning",
            "a \(method.rawValue) request has no body by its method; kept as an example", at: span)
    }

    /// No page of the API documents a method and a path.
    ///
    /// Nothing can be generated from it; see the manual's table of what is understood.
    static func noOperation(_ file: FileID?) -> Diagnostic {
        Diagnostic(
            .error, "no-operation", "no operation found: no line gives a method and a path",
            at: file.map { SourceSpan($0, .empty) })
    }

    /// Two places document the same method on the same path.
    ///
    /// They are read as one operation; what they say differently is decided by strength.
    static func operationTwice(
        _ method: Method, _ path: Said<PathTemplate>, first: Said<PathTemplate>
    ) -> Diagnostic {
        Diagnostic(
            .warning, "operation-twice",
            "'\(method.rawValue) \(path.value.text)' is documented twice; read as one operation",
            at: path.evidence.span,
            notes: [Note("first documented here", first.evidence.span)])
    }

    /// A sample holds what looks like a credential.
    ///
    /// It is replaced in everything generated. Take it off the page if it is real.
    static func redactedCredential(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "redacted-credential", "a credential in a sample; replaced in all output",
            at: span)
    }
}
