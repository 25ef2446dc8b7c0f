/// A language in which a reference shows how an operation is called, in the order of its tabs.
package enum SampleLanguage: String, CaseIterable, Hashable, Sendable {
    case curl, http, swift, python, javascript

    /// What readers call it.
    package var title: String {
        switch self {
        case .curl: "curl"
        case .http: "HTTP"
        case .swift: "Swift"
        case .python: "Python"
        case .javascript: "JavaScript"
        }
    }
}
