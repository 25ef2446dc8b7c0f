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

    /// A code sample calls the path with another method than the one documented.
    ///
    /// The documented one stands. One of the two places is wrong.
    static func methodByExample(
        _ method: Said<String>, documented: Said<Method>
    ) -> Diagnostic {
        Diagnostic(
            .warning, "method-by-example",
            "this call is a \(method.value.uppercased()), the documented method is "
                + documented.value.rawValue, at: method.evidence.span,
            notes: [Note("the method is documented here", documented.evidence.span)])
    }

    /// A sample shows a member whose name is nearly that of one that is described and not shown.
    ///
    /// Both are read as they stand, so one of them is a property that no message has.
    static func nearMissName(
        _ name: String, of described: String, at span: SourceSpan, described place: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, "near-miss-name", "'\(name)' is shown here, and '\(described)' is described",
            at: span, notes: [Note("the other spelling is here", place)])
    }

    /// No page of the API documents a method and a path.
    ///
    /// Nothing can be generated from it; see the manual's table of what is understood.
    static func noOperation(_ file: FileID?) -> Diagnostic {
        Diagnostic(
            .error, "no-operation", "no operation found: no line gives a method and a path",
            at: file.map { SourceSpan($0, .empty) })
    }

    /// A sample shows `null` where the documented type does not allow it.
    ///
    /// The property is nullable in everything generated: a service that answers `null` is not
    /// changed by its documentation.
    static func nullableByExample(
        _ name: String, at span: SourceSpan, declared: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, "nullable-by-example",
            "'\(name)' is null in this example but its type does not allow null", at: span,
            notes: [Note("the type is declared here", declared)])
    }

    /// The pages call two operations by one name.
    ///
    /// Each is named after its method and path instead, so that the names stay when pages move.
    static func operationNameShared(
        _ name: String, _ id: String, _ path: Said<PathTemplate>, first: Said<PathTemplate>
    ) -> Diagnostic {
        Diagnostic(
            .warning, "operation-name-shared",
            "'\(name)' names another operation too; this one is called '\(id)'",
            at: path.evidence.span, notes: [Note("the other is here", first.evidence.span)])
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

    /// No code sample of an operation calls the documented path.
    ///
    /// The documented one stands. One of the two places is wrong, or the call belongs elsewhere.
    static func pathByExample(_ url: Said<String>, documented: Said<PathTemplate>) -> Diagnostic {
        Diagnostic(
            .warning, "path-by-example",
            "this call does not have the documented path '\(documented.value.text)'",
            at: url.evidence.span,
            notes: [Note("the path is documented here", documented.evidence.span)])
    }

    /// Two pages state different things of one field, each in its proper place.
    ///
    /// The first page counts; a correction decides otherwise.
    static func pagesDisagree(
        _ message: String, at span: SourceSpan, first: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, "pages-disagree", message + ", which counts", at: span,
            notes: [Note("stated here", first)])
    }

    /// A sample holds what looks like a credential.
    ///
    /// It is replaced in everything generated. Take it off the page if it is real.
    static func redactedCredential(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "redacted-credential", "a credential in a sample; replaced in all output",
            at: span)
    }

    /// A sample shows a value of another type than the one documented.
    ///
    /// The documented type stands. If the service answers what the sample shows, correct the page.
    static func typeByExample(
        _ name: String, shown: String, declared: String, at span: SourceSpan,
        declaredAt: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, "type-by-example",
            "'\(name)' is of type \(shown) in this example and of type \(declared) in the text",
            at: span, notes: [Note("the type is declared here", declaredAt)])
    }

    /// A sample shows a member that the list of its object does not have.
    ///
    /// It is part of the schema, with the type that the sample shows.
    static func undocumentedMember(
        _ name: String, at span: SourceSpan, others: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .note, "undocumented-member", "'\(name)' is shown here, and no list describes it",
            at: span, notes: [Note("its neighbours are described here", others)])
    }

    static func unknownMethod(_ method: Said<String>) -> Diagnostic {
        Diagnostic(
            .warning, "unknown-method",
            "'\(method.value)' is no known method; what stands below this line is nothing of the "
                + "operations around it",
            at: method.evidence.span)
    }

    /// Words stand where a type is meant, and no type is called so.
    ///
    /// What samples show is taken as the type; where there is none, it is text if it is called as
    /// texts are ("slug", "ISO country code"), and any JSON value otherwise.
    static func unknownType(_ words: String, at evidence: Evidence) -> Diagnostic {
        Diagnostic(
            .note, "unknown-type", "'\(words)' is no type that the pages explain",
            at: evidence.span)
    }

    /// A list describes a member that no sample shows.
    ///
    /// It is part of the schema as the list describes it.
    static func unshownMember(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "unshown-member", "'\(name)' is described here, and no sample shows it",
            at: span)
    }

    /// Some fields of a list are marked as required, or as optional, and the others are not marked.
    ///
    /// Pages mean something by that, so the others are taken as what the mark is not.
    static func requirednessHabit(
        isRequired: Bool, lists: Int, at span: SourceSpan
    ) -> Diagnostic {
        let (marked, others) = isRequired ? ("optional", "required") : ("required", "optional")
        let more = lists > 2 ? "\(lists - 1) more lists" : "one more list"
        return Diagnostic(
            .note, "requiredness-habit",
            "only some fields are marked, as \(marked); the others are taken as \(others)"
                + (lists > 1 ? ", here and in \(more)" : ""),
            at: span)
    }

    /// A sample shows a value that the list of values does not have.
    ///
    /// Generated enumerations are open: the value decodes, keeps its spelling and encodes back.
    static func unlistedValue(
        _ value: String, of name: String, isTaken: Bool, at span: SourceSpan, listed: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, "unlisted-value",
            "'\(value)' of '\(name)' is not among the values that are listed"
                + (isTaken ? "; it is taken as one of them" : ""), at: span,
            notes: [Note("the values are listed here", listed)])
    }
}
