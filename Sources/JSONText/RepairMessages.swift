/// What a repair says about the page's own word: lower case, no full stop.
func repairMessage(_ kind: JSONDocument.RepairKind, word: String) -> String {
    switch kind {
    case .badEscape: "'\(word)' is no JSON escape"
    case .badNumber: "'\(word)' is no JSON number"
    case .bareWord: "'\(word)' stands without quotes"
    case .comment: "JSON has no comments: '\(word)'"
    case .controlCharacter: "a line break, tab or control character stands inside the text"
    case .doubleComma: "a comma without a value"
    case .elision: "something is left out here: '\(word)'"
    case .ellipsisInString: "the text is cut short: '\(word)'"
    case .extraBracket: "'\(word)' closes nothing"
    case .httpHead: "a message head stands before the body: '\(word)'"
    case .mismatchedBracket: "'\(word)' does not match the bracket that is open"
    case .missingBrace: "braces are missing around '\(word)'"
    case .missingColon: "a colon is missing after '\(word)'"
    case .missingComma: "a comma is missing before '\(word)'"
    case .missingQuote: "a quote is missing: '\(word)'"
    case .missingValue: "a value is missing after '\(word)'"
    case .notJSON: "'\(word)' is no JSON"
    case .placeholder: "'\(word)' is a placeholder"
    case .severalDocuments: "a second value begins with '\(word)'"
    case .singleQuotes: "'\(word)' stands in quotes that JSON does not know"
    case .template: "'\(word)' is filled in by a template"
    case .trailingComma: "a comma before a closing bracket"
    case .truncated: "the text ends before its brackets close"
    case .unquotedKey: "the key '\(word)' stands without quotes"
    }
}
