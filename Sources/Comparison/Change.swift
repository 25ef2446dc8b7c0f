import SourceText

/// One difference between two descriptions of an API.
package struct Change: Hashable, Sendable {
    package let rule: Rule
    /// What changed, in the words of the documentation: `GET /users query limit`, `Person.email`.
    package let subject: String
    /// What it was and what it is, where a word can say it.
    package let old: String?
    package let new: String?
    /// In the old pages; `nil` where nothing was.
    package let oldPlace: SourceSpan?
    /// In the new pages; `nil` where nothing is any more.
    package let newPlace: SourceSpan?
    /// The operations that a change of a type reaches, as `GET /users 200`; empty where the subject
    /// says it.
    package var uses: [String] = []

    /// What makes two reports the same change, whichever page it was read from.
    package var identity: String {
        [rule.id, subject, old ?? "", new ?? ""].joined(separator: "\u{1F}")
    }
}

/// What a change costs those who use the API. A higher level beats a lower one.
package enum Level: String, Comparable, Sendable, CaseIterable {
    /// Nothing that a program notices.
    case documentation
    /// Code that uses the generated Swift may not compile any more.
    case source
    /// Programs that are built and running may fail.
    case wire

    private var rank: Int {
        switch self {
        case .documentation: 0
        case .source: 1
        case .wire: 2
        }
    }

    package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
}
