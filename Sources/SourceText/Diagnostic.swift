/// Something a person should know about an input: what, where, and what to do.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Sendable {
        case error, warning, note
    }

    /// A stable, kebab-case name that configuration and baselines can rely on.
    package let id: String
    package let severity: Severity
    /// Lower case, no full stop, quoting the page's own word.
    package let message: String
    /// Missing when no place can be named, for instance an argument of the command line.
    package let span: SourceSpan?
    package var notes: [Note]

    /// A second place that explains the first.
    package struct Note: Hashable, Sendable {
        package let message: String
        package let span: SourceSpan

        package init(_ message: String, _ span: SourceSpan) {
            self.message = message
            self.span = span
        }
    }

    package init(
        _ severity: Severity, _ id: String, _ message: String, at span: SourceSpan?,
        notes: [Note] = []
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.span = span
        self.notes = notes
    }
}
