import SourceText

/// Everything the Markdown reader puts up with, sorted by name.
extension Diagnostic {
    /// Rows of cells stand without a row of dashes below the first.
    ///
    /// GitHub would show the pipes; Jekyll shows a table. The rows are kept as a table without a
    /// header. Write `|---|---|` below the first row if it is one.
    static func tableWithoutHead(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "table-without-head", "no row of dashes makes the first row a header", at: span)
    }

    /// A fence of code is opened and nothing closes it before its container ends.
    ///
    /// All lines to the end of the container are read as code, as CommonMark says. Close the fence
    /// with a line of at least as many marks of the same kind.
    static func unclosedFence(at span: SourceSpan) -> Diagnostic {
        Diagnostic(.note, "unclosed-fence", "nothing closes this fence of code", at: span)
    }

    /// The row below a table's header has fewer or more cells than the header.
    ///
    /// GitHub would not see a table; Jekyll does. The table is kept, and cells without a delimiter
    /// are aligned as if they had a plain one.
    static func unevenTableHead(header: Int, delimiter: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "uneven-table-head",
            "the header has \(header) cells, the row of dashes below has \(delimiter)", at: span)
    }

    /// A closing tag has no opening tag in the block that holds it.
    ///
    /// The tag stays on the page as a directive of its own. Close tags in the list item or quote
    /// in which they are opened.
    static func unopenedTag(at span: SourceSpan) -> Diagnostic {
        Diagnostic(.note, "unopened-tag", "nothing opens what this tag closes", at: span)
    }
}
