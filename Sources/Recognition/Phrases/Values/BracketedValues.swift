/// "Restart condition (`none`, `on-failure`, or `any`)": marked values in brackets, the last behind
/// "or", or bare ones between pipes; and before them a word for what has values. "The container
/// (`id` or `name`)" has none. Three between pipes need no such word.
func bracketCue(_ tokens: [PhraseToken], at open: Int) -> EnumerationCue? {
    let before = tokens[max(0, open - 16)..<open]
    let isOfKind = before.contains { isKindOfValue($0.word) }
    let piped = pipedWords(tokens, from: open + 1)
    if piped >= (isOfKind || tokens.isMarkedValue(at: open + 1) ? 2 : 3) {
        return EnumerationCue(listStart: open + 1, allowsBare: true, minimum: 2)
    }
    // Three in code need no such word either, unless they are what objects have.
    let isOfMany = !isOfKind && !before.contains { speaksOfMembers($0.word) }
    guard isOfKind || isOfMany else { return nil }
    var index = open + 1
    var values = 0
    var endsInOr = false
    while index < tokens.count, !tokens[index].isMark(")") {
        let token = tokens[index]
        if token.isMarkedValue {
            values += 1
        } else if token.word == "or" {
            endsInOr = true
        } else if endsInOr, token.word.hasPrefix("default") {
            break
        } else if !token.isMark(",") {
            return nil
        }
        index += 1
    }
    guard values >= (isOfKind ? 2 : 3), endsInOr || values >= 3 else { return nil }
    return EnumerationCue(listStart: open + 1, allowsBare: false, minimum: 2)
}

/// How many words stand between pipes to the end of the brackets: `active|pause|drain)`.
private func pipedWords(_ tokens: [PhraseToken], from start: Int) -> Int {
    var index = start
    while index + 1 < tokens.count, !tokens[index].word.isEmpty {
        if tokens[index + 1].isMark(")") { return (index - start) / 2 + 1 }
        guard tokens[index + 1].isMark("|") else { return 0 }
        index += 2
    }
    return 0
}

extension [PhraseToken] {
    fileprivate func isMarkedValue(at index: Int) -> Bool {
        index < count && self[index].isMarkedValue
    }
}

private func speaksOfMembers(_ word: String) -> Bool {
    switch word {
    case "object", "objects", "hash", "hashes", "fields", "field", "keys", "key", "with", "map",
        "maps", "attributes", "properties", "parameters", "headers", "columns", "names", "like",
        "e.g", "example", "examples", "operators", "by", "dictionary", "tuple", "tuples", "see":
        true
    default: false
    }
}

/// A word for what has one of a few values.
func isKindOfValue(_ word: String) -> Bool {
    switch word {
    case "mode", "condition", "type", "kind", "state", "status", "level", "action", "protocol",
        "policy", "scope", "role", "format", "strategy", "direction", "order", "priority",
        "severity", "visibility", "availability", "category",
        "phase":
        true
    default: false
    }
}
