import SourceText

/// What only `lint` looks for, sorted by identifier.
extension Diagnostic {
    /// `&nbsp` without its semicolon.
    static func entityWithoutSemicolon(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "entity-without-semicolon", "'&\(name)' has no semicolon behind it",
            at: span)
    }

    /// One list has two entries of one name.
    static func fieldTwice(_ name: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "field-twice", "'\(name)' is described twice in this list", at: span,
            notes: [Note("first described here", first)])
    }

    /// A row ends before its table does.
    static func missingCells(_ count: Int, of columns: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "missing-cells",
            "this row has \(count) cells, the header of the table has \(columns)", at: span)
    }

    /// `interger`, read as `integer`.
    static func misspelledType(_ word: String, meant: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "misspelled-type", "'\(word)' is read as '\(meant)'", at: span)
    }

    /// One path writes its placeholders unlike the others.
    static func placeholderStyles(
        _ placeholder: String, most: String, at span: SourceSpan, first: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .note, "placeholder-styles",
            "the placeholder is written '\(placeholder)', and '\(most)' in most other paths",
            at: span, notes: [Note("the first that is written so", first)])
    }

    /// A row has text behind the last column, which readers such as GitHub's drop.
    static func surplusCells(_ count: Int, of columns: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "surplus-cells",
            "this row has \(count) cells, the header of the table has \(columns)", at: span)
    }
}
