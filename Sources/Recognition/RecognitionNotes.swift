import SourceText

/// Everything Recognition tells people, sorted by identifier.
extension Diagnostic {
    /// A page includes itself, directly or through others.
    ///
    /// The inner include is skipped; everything else of the page is read.
    static func includeCycle(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(.warning, "include-cycle", "'\(path)' includes itself; skipped here", at: span)
    }

    /// An include names a place that is not below the folder of the pages.
    ///
    /// Nothing outside that folder is read, and nothing is fetched. Put a copy beside the page if it
    /// belongs to the documentation.
    static func includeOutside(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "include-outside", "'\(path)' leads out of the folder; not read", at: span)
    }

    /// Includes are nested deeper, or fan out wider, than any page needs.
    static func includeTooDeep(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "include-too-deep", "includes grow without end at '\(path)'; skipped here",
            at: span)
    }

    /// A page includes a fragment that is not among the pages.
    ///
    /// What the fragment would say is missing from the API; supply it beside the page or in
    /// `_includes` if you have it.
    static func missingInclude(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "unresolved-include",
            "'\(path)' is not among the pages; what it says is unknown",
            at: span)
    }

    /// A page refers to a parameter that the file it names does not define.
    ///
    /// The field is known by its name only.
    static func missingParameter(_ key: Said<String>) -> Diagnostic {
        Diagnostic(
            .warning, "unresolved-parameter", "no parameter '\(key.value)' in the file named above",
            at: key.evidence.span)
    }
}
