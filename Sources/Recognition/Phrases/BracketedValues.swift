/// "Restart condition (`none`, `on-failure`, or `any`)": marked values in brackets, the last behind
/// "or", and before them a word for what has values. "The container (`id` or `name`)" has none.
func bracketCue(_ tokens: [PhraseToken], at open: Int) -> EnumerationCue? {
    let before = tokens[max(0, open - 8)..<open]
    guard before.contains(where: { isKindOfValue($0.word) }) else { return nil }
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
    guard values >= 2, endsInOr else { return nil }
    return EnumerationCue(listStart: open + 1, allowsBare: false, minimum: 2)
}

private func isKindOfValue(_ word: String) -> Bool {
    switch word {
    case "mode", "condition", "type", "kind", "state", "status", "level", "action", "protocol",
        "policy", "scope", "role", "format", "strategy", "direction", "order", "priority",
        "severity", "visibility", "category", "phase":
        true
    default: false
    }
}
