import SourceText

/// What a verb has to say about its inputs, with all that is needed to show it.
public struct Findings: Sendable {
    package var diagnostics: [Diagnostic]
    package let sources: SourceSet
    /// How the reader of a diagnostic knows each file of `sources`.
    let paths: [String]

    package init(_ diagnostics: [Diagnostic], of sources: SourceSet, paths: [String]) {
        self.diagnostics = diagnostics
        self.sources = sources
        self.paths = paths
    }

    /// Whether any of them is an error.
    public var hasErrors: Bool {
        diagnostics.contains { $0.severity == .error }
    }

    /// Each diagnostic with its place, source line and caret, ended by a newline; in the order of
    /// the inputs.
    public func rendered(inColor: Bool) -> [String] {
        let ordered = diagnostics.enumerated().sorted { left, right in
            guard let first = left.element.span, let second = right.element.span, first != second
            else { return left.offset < right.offset }
            return first < second
        }
        return render(ordered.map(\.element), of: sources, paths: paths, inColor: inColor)
    }
}
