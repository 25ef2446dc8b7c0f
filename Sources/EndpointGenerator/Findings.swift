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

    /// Each diagnostic with its place, source line and caret, ended by a newline; those without a
    /// place first, the others in the order of the inputs.
    public func rendered(inColor: Bool) -> [String] {
        let ordered = diagnostics.enumerated().sorted { left, right in
            switch (left.element.span, right.element.span) {
            case (let first?, let second?) where first != second: first < second
            case (nil, .some): true
            case (.some, nil): false
            case (.some, .some), (nil, nil): left.offset < right.offset
            }
        }
        return render(ordered.map(\.element), of: sources, paths: paths, inColor: inColor)
    }
}
