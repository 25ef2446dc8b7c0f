import SourceText

extension Diagnostic {
    /// Blocks, spans or elements are nested more than a hundred deep.
    ///
    /// Nobody writes that by hand. What lies deeper is read as text or as part of what is around
    /// it, so that no page can exhaust the stack of whoever walks its tree. A page gets one such
    /// note, at the first place.
    static func nestedTooDeep(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "nested-too-deep", "what is nested deeper than this is read as text", at: span)
    }
}
