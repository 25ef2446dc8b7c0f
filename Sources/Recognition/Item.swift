import SourceText

/// What recognizing one file yields, in page order.
///
/// Files are recognized one by one, fragments too; `assemble` then replays the items of a page
/// with its includes in their places. So a fragment that a thousand pages include is recognized
/// once, and a cache may keep the items of a file by its bytes.
package enum Item: Sendable {
    /// A heading or label: opens a section and ends those of the same or a deeper level.
    case heading(Section)
    /// Opens a section that ends with the matching `close`: a tab, a directive, a fold.
    case open(Section)
    case close
    case say(Statement, SourceSpan)
    /// Another file's items belong here.
    case include(path: String, SourceSpan)
    /// A parameter that other pages refer to by its key.
    indirect case define(Field)
    /// JSON that holes of samples show by its name.
    indirect case block(NamedBlock)
    /// A block of furniture: navigation, comments, code that only corroborates.
    case furniture(SourceSpan)
    /// What reading a sample had to forgive; said once, however many pages include the file.
    case note(Diagnostic)
    /// The page says of itself that its tables state everything.
    case complete
    /// A block that no recognizer claimed.
    case unclaimed(SourceSpan)
}

extension Item {
    /// Whether it opens an operation.
    var isRequest: Bool {
        if case .say(.request, _) = self { return true }
        return false
    }
}

extension [Item] {
    /// What there is to say about the file itself.
    package var notes: [Diagnostic] {
        compactMap { item in
            if case .note(let note) = item { return note }
            return nil
        }
    }
}

/// The level of a label line, below every heading.
package let labelLevel = 7
/// The level of tabs, folds and directives that title their content.
package let scopeLevel = 8
