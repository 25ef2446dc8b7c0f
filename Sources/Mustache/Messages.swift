import SourceText

/// What this module has to say about templates, sorted by identifier.
enum Message {
    /// A tag names something that the data does not have.
    static func unknownName(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(.error, "template-name-unknown", "nothing is called '\(name)' here", at: span)
    }

    /// An inclusion names a template that does not exist.
    static func unknownPartial(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "template-partial-unknown", "there is no template '\(name)'", at: span)
    }

    /// Sections or inclusions nest without end.
    static func nesting(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "template-nesting", "templates nest more than \(depthLimit) deep here", at: span
        )
    }

    /// A variable tag names a list or an object.
    static func notText(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "template-not-text", "'\(name)' is a list or an object and cannot be written",
            at: span)
    }

    /// Between a parent's tags only blocks count; any other tag would silently render as nothing.
    static func stray(_ tag: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "template-stray-tag", "'\(tag)' stands in a parent but in none of its blocks",
            at: span)
    }

    /// A tag, a section or a delimiter that does not parse.
    static func syntax(_ message: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(.error, "template-syntax", message, at: span)
    }
}

/// How deep sections, inclusions and blocks may nest: far more than any real template needs.
let depthLimit = 128
