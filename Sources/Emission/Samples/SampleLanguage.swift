/// A language in which a reference shows how an operation is called.
package struct SampleLanguage: Equatable, Sendable {
    /// By which a reader's choice is remembered.
    package let key: String
    /// What readers call it.
    package let title: String

    package init(_ title: String) {
        key = title.lowercased()
        self.title = title
    }

    package static let curl = SampleLanguage("curl")
    package static let http = SampleLanguage("HTTP")
    package static let swift = SampleLanguage("Swift")
    package static let python = SampleLanguage("Python")
    package static let javascript = SampleLanguage("JavaScript")
}
