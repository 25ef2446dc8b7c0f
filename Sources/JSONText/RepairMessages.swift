extension JSONDocument {
    /// What a sample was forgiven, one stable name each.
    ///
    /// All are notes: pages shorten and annotate their samples for people, and are right to. A note
    /// says how a place was taken, so that who knows better can tell.
    package enum RepairKind: String, Hashable, Sendable, CaseIterable {
        /// A backslash that JSON does not know, or a quote that lacks one. It stands for itself.
        case badEscape = "json-bad-escape"
        /// `007`, `1.`, `+1` or `NaN`. The number keeps its spelling.
        case badNumber = "json-bad-number"
        /// A value without quotes: the name of a type, a date, `True`. What is no literal of any
        /// language is a word, and says no type by being there.
        case bareWord = "json-bare-word"
        /// `//`, `#`, `/* */` or `<!-- -->`. What it says goes to the member it stands by.
        case comment = "json-comment"
        /// A line break, tab or other control character that JSON wants escaped. It is kept.
        case controlCharacter = "json-control-character"
        /// Two commas with nothing between. One of them is skipped.
        case doubleComma = "json-double-comma"
        /// `...` or `…`. More members or items may be there than the sample shows.
        case elision = "json-elision"
        /// A closing bracket too many. It is skipped.
        case extraBracket = "json-extra-bracket"
        /// A second quote behind a text. It is skipped.
        case extraQuote = "json-extra-quote"
        /// `)]}'`, which keeps a browser from running the answer as a script. It is skipped.
        case guardPrefix = "json-guard-prefix"
        /// The head of an HTTP message where the page announces JSON. Its lines are read as such.
        case httpHead = "json-http-head"
        /// A bracket of the other kind than the open one. It closes what is open.
        case mismatchedBracket = "json-mismatched-bracket"
        /// Members without the braces of an object. They are one all the same.
        case missingBrace = "json-missing-brace"
        /// A key and a value without a colon between.
        case missingColon = "json-missing-colon"
        /// Two members or items without a comma between.
        case missingComma = "json-missing-comma"
        /// A text without one of its quotes. It ends with its line, or before the next comma.
        case missingQuote = "json-missing-quote"
        /// A key with nothing behind it. The member is there, and its value is unknown.
        case missingValue = "json-missing-value"
        /// A hole in angle brackets or braces: `<uuid>`, `{id}`. It says no type by being there.
        case placeholder = "json-placeholder"
        /// More values than one in a sample. Each is a sample.
        case severalDocuments = "json-several-documents"
        /// Single, curly or back quotes.
        case singleQuotes = "json-single-quotes"
        /// `{{ name }}`, `{% tag %}` or `<%= call %>`, filled in before a page is published.
        case template = "json-template"
        /// A comma that nothing follows. It is skipped.
        case trailingComma = "json-trailing-comma"
        /// A sample that ends before its brackets close. They are closed at its end.
        case truncated = "json-truncated"
        /// What cannot be read even so. What was read before it is kept; the rest is skipped.
        case unreadable = "json-unreadable"
        /// A key without quotes.
        case unquotedKey = "json-unquoted-key"
    }
}

/// What a repair says about the page's own word: lower case, no full stop.
func repairMessage(_ kind: JSONDocument.RepairKind, word: String) -> String {
    switch kind {
    case .badEscape: "'\(word)' is no JSON escape; read as it stands"
    case .badNumber: "'\(word)' is no JSON number; its spelling is kept"
    case .bareWord: "'\(word)' stands without quotes"
    case .comment: "JSON has no comments: '\(word)'"
    case .controlCharacter: "a line break, tab or control character stands inside the text"
    case .doubleComma: "nothing stands before this comma; skipped"
    case .elision: "something is left out here: '\(word)'"
    case .extraBracket: "'\(word)' closes nothing; skipped"
    case .extraQuote: "nothing opens with this quote; skipped"
    case .guardPrefix:
        "'\(word)' keeps browsers from running the JSON; skipped, as clients have to do"
    case .httpHead: "a message head stands before the body: '\(word)'"
    case .mismatchedBracket: "'\(word)' does not match the bracket that is open"
    case .missingBrace: "braces are missing around '\(word)'"
    case .missingColon: "a colon is missing after '\(word)'"
    case .missingComma: "a comma is missing before '\(word)'"
    case .missingQuote: "a quote is missing: '\(word)'"
    case .missingValue: "a value is missing after '\(word)'"
    case .placeholder: "'\(word)' is a placeholder"
    case .severalDocuments: "a second value begins with '\(word)'"
    case .singleQuotes: "'\(word)' is no quote of JSON; read as one"
    case .template: "'\(word)' is filled in by a template"
    case .trailingComma: "nothing follows this comma; skipped"
    case .truncated: "the text ends before its brackets close"
    case .unreadable: word
    case .unquotedKey: "the key '\(word)' stands without quotes"
    }
}
