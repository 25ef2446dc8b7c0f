import SourceText

/// What can be wrong with YAML, one stable name each.
///
/// All but a repeated key are errors: a reader that goes on after one has guessed, and says so.
enum YAMLProblem: String {
    /// A line is indented in a way that belongs to no collection above it.
    case badIndentation = "yaml-bad-indentation"
    /// A block scalar's header holds something other than `1`…`9`, `+`, `-` and a comment, or its
    /// leading blank lines are longer than its text is indented.
    case blockScalar = "yaml-block-scalar"
    /// An unquoted value holds `: `, which would open a mapping inside a line. The text is kept.
    case colonInValue = "yaml-colon-in-value"
    /// A mapping has a key twice. Both values are read; who asks for the key is given the first.
    case duplicateKey = "yaml-duplicate-key"
    /// A backslash escape that YAML does not know.
    case escape = "yaml-escape"
    /// A flow collection lacks a comma or its closing bracket, or is not indented.
    case flow = "yaml-flow"
    /// A line inside a mapping or a sequence that is none of its entries.
    case notAnEntry = "yaml-not-an-entry"
    /// The closing quote of a scalar is missing. The rest of its first line is kept.
    case openQuote = "yaml-open-quote"
    /// An unquoted value begins with a character that YAML reserves. The text is kept.
    case reservedCharacter = "yaml-reserved-character"
    /// A second document stands in one file; only the first is read.
    case severalDocuments = "yaml-several-documents"
    /// A tab indents a key or a dash; YAML indents with spaces only.
    case tabIndentation = "yaml-tab-indentation"
    /// Collections are nested deeper than any page needs.
    case tooDeep = "yaml-too-deep"
    /// Something follows a complete value on its line.
    case trailingText = "yaml-trailing-text"
    /// Aliases stand for more than any page needs.
    case tooManyAliases = "yaml-too-many-aliases"
    /// An alias names no value that stands complete before it.
    case unknownAlias = "yaml-unknown-alias"
    /// A tag, directive, explicit key, or an anchor or alias as a key: read by no part of this reader, so the
    /// value it stands in is left out.
    case unsupported = "yaml-unsupported"

    func message(about word: String) -> String {
        switch self {
        case .badIndentation: "'\(word)' is indented like no line above it"
        case .blockScalar: "'\(word)' cannot be read as a block scalar"
        case .colonInValue: "an unquoted value cannot hold ': '; read as text: '\(word)'"
        case .duplicateKey: "'\(word)' is here a second time; its first value counts"
        case .escape: "'\(word)' is no escape sequence"
        case .flow: "a comma or a closing bracket is missing before '\(word)'"
        case .notAnEntry: "'\(word)' is neither a key nor an entry"
        case .openQuote: "a closing quote is missing after '\(word)'"
        case .reservedCharacter: "an unquoted value cannot begin with '\(word)'; read as text"
        case .severalDocuments: "only the first document is read"
        case .tabIndentation: "a tab cannot indent '\(word)'"
        case .tooDeep: "'\(word)' is nested too deeply"
        case .trailingText: "'\(word)' follows a complete value"
        case .tooManyAliases: "the alias '\(word)' makes the file grow too large"
        case .unknownAlias: "no value before the alias '\(word)' has that name"
        case .unsupported: "\(word) is not supported"
        }
    }
}
