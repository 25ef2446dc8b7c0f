import APIModel

/// Reads how a list is written: "comma-separated list of identifiers", "values separated by pipes",
/// "may be given several times". Where a text names two ways, none is the one; a long one explains
/// something else by them.
func readListStyle(_ text: MarkedText) -> ListStyle? {
    let tokens = text.tokens
    guard tokens.count <= 40 else { return nil }
    var found: Set<ListStyle> = []
    for index in tokens.indices {
        if let style = separator(tokens, at: index) ?? repetition(tokens, at: index) {
            found.insert(style)
        }
    }
    return found.count == 1 ? found.first : nil
}

/// "comma-separated", "comma delimited", "separated by commas".
private func separator(_ tokens: [PhraseToken], at index: Int) -> ListStyle? {
    let word = tokens[index].word
    for participle in ["separated", "delimited"] {
        for (name, style) in separators where word == "\(name)-\(participle)" { return style }
        if word == participle {
            if index > 0, let style = separators[tokens[index - 1].word] { return style }
            let isNamed = tokens.word(at: index + 1) == "by"
            return isNamed ? separators[singular(tokens, behind: index + 1)] : nil
        }
    }
    return nil
}

/// "separated by a comma", "by commas".
private func singular(_ tokens: [PhraseToken], behind index: Int) -> String {
    let next = tokens.word(at: index + 1)
    let word = next == "a" ? tokens.word(at: index + 2) : next
    return word.hasSuffix("s") ? String(word.dropLast()) : word
}

private let separators: [String: ListStyle] = [
    "comma": .comma, "pipe": .pipe, "space": .space, "whitespace": .space,
]

/// "may be repeated", "multiple times", "more than once", "duplicated parameters".
private func repetition(_ tokens: [PhraseToken], at index: Int) -> ListStyle? {
    let next = tokens.word(at: index + 1)
    switch tokens[index].word {
    case "be" where next == "repeated": return .repeated
    case "multiple" where next == "times", "several" where next == "times": return .repeated
    case "more" where next == "than" && tokens.word(at: index + 2) == "once": return .repeated
    case "duplicated" where next == "params" || next == "parameters": return .repeated
    case "repeated" where next == "params" || next == "parameters": return .repeated
    default: return nil
    }
}
