/// Words that announce a list of values, and what may follow them.
struct EnumerationCue {
    /// Index of the list's first token.
    let listStart: Int
    /// Whether words outside code and quotation marks count as values.
    let allowsBare: Bool
    let minimum: Int
}

func enumerationCue(_ tokens: [PhraseToken], at index: Int) -> EnumerationCue? {
    let word = tokens[index].word
    if tokens[index].isMark(":") || tokens[index].isMark("-") {
        return colonCue(tokens, after: index + 1)
    }
    if tokens[index].isMark("(") { return bracketCue(tokens, at: index) }
    if tokens[index].isMark(",") { return commaCue(tokens, after: index + 1) }
    guard tokens[index].kind == .word else { return nil }
    switch word {
    case "one", "any":
        return tokens.word(at: index + 1) == "of" ? oneOfCue(tokens, at: index + 2) : nil
    case "either":
        let isAnnounced = tokens.isMark(":", at: index + 1)
        return cue(
            tokens, after: isAnnounced ? skipPadding(tokens, from: index + 2) : index + 1,
            minimum: 2)
    case "enum":
        guard tokens.isMark(":", at: index + 1) else { return nil }
        return EnumerationCue(
            listStart: skipPadding(tokens, from: index + 2), allowsBare: true, minimum: 2)
    case "can", "may", "must", "should", "will", "could":
        guard tokens.word(at: index + 1) == "be" else { return nil }
        return modalCue(tokens, at: index + 2)
    case "following": return fieldsCue(tokens, at: index + 1) ?? supportCue(tokens, at: index)
    // "Available protocols, currently `http` and `tcp`".
    case "currently":
        let isAllowed = tokens[max(0, index - 12)..<index].contains { isAllowance($0.word) }
        return isAllowed ? cue(tokens, after: index + 1, minimum: 2) : nil
    case "values", "options", "choices", "constants":
        return valuesCue(tokens, at: index + 1, isQualified: false)
    default:
        guard isAllowance(word) else { return choiceCue(tokens, at: index) }
        // "Allowed: a, b, c".
        if tokens.isMark(":", at: index + 1), tokens.startsSentence(at: index) {
            return EnumerationCue(
                listStart: skipPadding(tokens, from: index + 2), allowsBare: true, minimum: 2)
        }
        return allowedValuesCue(tokens, at: index + 1)
    }
}

/// "Role: `a`, `b`, or `c`", "State - 'a' (default) or 'b'": marked values to the end of the
/// sentence, the last behind "or".
private func colonCue(_ tokens: [PhraseToken], after start: Int) -> EnumerationCue? {
    var index = start
    var values = 0
    var endsInOr = false
    while index < tokens.count {
        let token = tokens[index]
        if token.isMarkedValue {
            values += 1
        } else if token.word == "or" || token.isMark("|") {
            endsInOr = true
        } else if token.isMark(".") || token.isMark("\n") {
            break
        } else if !token.isMark(","), !isDefaultRemark(token) {
            return nil
        }
        index += 1
    }
    guard
        values >= 2,
        endsInOr || namesKind(tokens, before: start - 1)
            || values >= 3 && tellsOfKind(tokens, before: start - 1)
    else { return nil }
    return EnumerationCue(listStart: start, allowsBare: false, minimum: 2)
}

/// "The state of the boat, `afloat` or `docked`": marked values to the end of the sentence, behind a
/// clause that names what has values.
private func commaCue(_ tokens: [PhraseToken], after start: Int) -> EnumerationCue? {
    guard start > 1, start < tokens.count, tokens[start].isMarkedValue,
        tokens[start - 2].kind == .word, let cue = colonCue(tokens, after: start)
    else { return nil }
    return tellsOfKind(tokens, before: start - 1) ? cue : nil
}

/// Whether the clause before a mark is short and names what has values.
private func tellsOfKind(_ tokens: [PhraseToken], before mark: Int) -> Bool {
    guard mark > 0 else { return false }
    let clause = tokens[tokens.sentenceStart(before: mark - 1, within: 15)..<mark]
    return clause.count <= 14 && clause.contains { isKindOfValue($0.word) }
}

/// "Mode: `a`, `b`": a word for what has values makes a list of them without an "or".
private func namesKind(_ tokens: [PhraseToken], before colon: Int) -> Bool {
    switch tokens.word(at: colon - 1) {
    case "mode", "kind", "type", "state", "status", "order", "direction", "level", "severity",
        "priority", "unit", "visibility", "strategy", "role", "category":
        colon == 1 || tokens.startsSentence(at: colon - 1) || colon == 2
    default: false
    }
}

/// `(default)` behind a value.
func isDefaultRemark(_ token: PhraseToken) -> Bool {
    token.isMark("(") || token.isMark(")")
        || ["default", "optional", "required"].contains(token.word)
}

/// "possible values", "valid options for this field", "supported types".
private func allowedValuesCue(_ tokens: [PhraseToken], at start: Int) -> EnumerationCue? {
    var index = start
    while index < start + 3 {
        switch tokens.word(at: index) {
        case "values", "value", "options", "option", "types", "choices", "statuses", "states",
            "entries", "formats", "modes", "levels", "are", "inputs":
            return valuesCue(
                tokens, at: tokens.word(at: index) == "are" ? index : index + 1, isQualified: true)
        // "Valid fields to be used are": as values; those of an object only are.
        case "fields" where tokens.word(at: index + 3) == "used":
            return tokens.word(at: index + 4) == "are"
                ? cue(tokens, after: index + 5, minimum: 2) : nil
        case "keys", "fields", "properties", "": return nil
        default:
            // "supported algorithms are": any noun, where the values are marked as such.
            if isAnnouncement(tokens.word(at: index + 1)) || tokens.isMark(":", at: index + 1) {
                return cue(tokens, after: index + 2, minimum: 2)
            }
            index += 1
        }
    }
    return nil
}

private func isAnnouncement(_ word: String) -> Bool {
    word == "are" || word == "include" || word == "is"
}

/// What may stand between "values" and the list: "for `x` are", "include", ":", "are one of".
private func valuesCue(
    _ tokens: [PhraseToken], at start: Int, isQualified: Bool
) -> EnumerationCue? {
    var index = start
    let limit = start + (isQualified ? 8 : tokens.word(at: start) == "for" ? 6 : 1)
    while index < tokens.count, index <= limit {
        if tokens.isMark(":", at: index) || tokens.isMark("=", at: index) {
            return EnumerationCue(
                listStart: skipPadding(tokens, from: index + 1), allowsBare: true,
                minimum: isQualified ? 1 : 2)
        }
        switch tokens.word(at: index) {
        case "are", "is", "include", "includes", "be":
            var next = announcedList(tokens, after: skipFillers(tokens, from: index + 1))
            let isAnnounced = tokens.isMark(":", at: next)
            while tokens.isMark(":", at: next) { next += 1 }
            return EnumerationCue(
                listStart: skipPadding(tokens, from: next), allowsBare: isAnnounced || isQualified,
                minimum: isQualified && isAnnounced ? 1 : 2)
        default: break
        }
        if tokens.isMark(".", at: index) { return nil }
        guard isQualified else {
            guard limit > start + 1 else { return nil }
            index += 1
            continue
        }
        if tokens[index].isMarkedValue, tokens.word(at: index - 1) != "for" {
            return EnumerationCue(listStart: index, allowsBare: false, minimum: 2)
        }
        index += 1
    }
    return nil
}

/// "Possible values are integers that are mapped as: …": the colon that the clause ends with.
private func announcedList(_ tokens: [PhraseToken], after start: Int) -> Int {
    var index = start
    while index < tokens.count, index < start + 9, tokens[index].kind == .word {
        if tokens.isMark(anyOf: [",", "|"], at: index + 1) { return start }
        index += 1
    }
    let endsInColon = tokens.isMark(":", at: index) && index > start + 1
    return endsInColon ? index : start
}

/// "one of", "one of the following values:", "one of these:".
private func oneOfCue(_ tokens: [PhraseToken], at start: Int) -> EnumerationCue? {
    let index = skipFillers(tokens, from: start)
    if tokens.isMark(":", at: index) {
        return EnumerationCue(
            listStart: skipPadding(tokens, from: index + 1), allowsBare: true, minimum: 2)
    }
    if tokens.isMark("(", at: index) || tokens.isMark("[", at: index) {
        return EnumerationCue(listStart: index + 1, allowsBare: true, minimum: 2)
    }
    // "one of asc, desc": bare words only where they look like wire values.
    return EnumerationCue(listStart: index, allowsBare: index == start, minimum: 2)
}

/// "can be …", "must be one of …", "may be set to …".
private func modalCue(_ tokens: [PhraseToken], at start: Int) -> EnumerationCue? {
    var index = start
    if tokens.word(at: index) == "set", tokens.word(at: index + 1) == "to" { index += 2 }
    if tokens.word(at: index) == "one", tokens.word(at: index + 1) == "of" {
        return oneOfCue(tokens, at: index + 2)
    }
    if tokens.word(at: index) == "either" || tokens.word(at: index) == "any" { index += 1 }
    if tokens.word(at: index) == "of" { index = skipFillers(tokens, from: index + 1) }
    if tokens.isMark(":", at: index) { index += 1 }
    return cue(tokens, after: index, minimum: 2)
}

/// "by the following fields: a, b, c": a closed list of bare words.
private func fieldsCue(_ tokens: [PhraseToken], at start: Int) -> EnumerationCue? {
    var index = start
    while index < tokens.count, index < start + 3, !tokens[index].word.isEmpty { index += 1 }
    guard index > start, tokens.isMark(":", at: index) else { return nil }
    switch tokens.word(at: index - 1) {
    case "fields", "values", "options", "keys", "types", "statuses", "states", "columns",
        "properties", "strings", "choices":
        return EnumerationCue(
            listStart: skipPadding(tokens, from: index + 1), allowsBare: true, minimum: 2)
    default: return nil
    }
}

/// "supports the following three-letter codes: `a`, `b`": any noun, where the values are marked.
private func supportCue(_ tokens: [PhraseToken], at following: Int) -> EnumerationCue? {
    let verbs = ["supports", "accepts", "allows", "support", "accept", "allow"]
    guard tokens.word(at: following - 1) == "the" else { return nil }
    // "The following states are valid: `a`, `b`".
    if tokens.word(at: following + 2) == "are", isAllowance(tokens.word(at: following + 3)),
        !namesMembers(tokens.word(at: following + 1)),
        !namesPartsOfText(tokens.word(at: following + 1)), tokens.isMark(":", at: following + 4)
    {
        return cue(tokens, after: following + 5, minimum: 2)
    }
    guard verbs.contains(tokens.word(at: following - 2)) else { return nil }
    var index = following + 1
    while index < tokens.count, index < following + 7, !tokens[index].word.isEmpty {
        if namesMembers(tokens[index].word) || namesPartsOfText(tokens[index].word) { return nil }
        index += 1
    }
    return tokens.isMark(":", at: index) ? cue(tokens, after: index + 1, minimum: 2) : nil
}

private func namesMembers(_ word: String) -> Bool {
    switch word {
    case "parameters", "attributes", "members", "headers", "arguments", "objects", "properties",
        "fields", "keys", "operations", "methods", "endpoints", "operators", "filters":
        true
    default: false
    }
}

func cue(
    _ tokens: [PhraseToken], after start: Int, minimum: Int
) -> EnumerationCue? {
    guard start < tokens.count, tokens[start].isMarkedValue else { return nil }
    return EnumerationCue(listStart: start, allowsBare: false, minimum: minimum)
}

private func skipFillers(_ tokens: [PhraseToken], from start: Int) -> Int {
    var index = start
    while index < start + 6 {
        switch tokens.word(at: index) {
        case "the", "following", "these", "values", "value", "strings", "options", "types", "one",
            "of", "any", "allowed", "supported", "valid", "possible", "predefined", "listed",
            "below", "either", "constants", "literals", "states", "statuses":
            guard tokens[index].kind == .word else { return index }
            index += 1
        default: return index
        }
    }
    return index
}

private func skipPadding(_ tokens: [PhraseToken], from start: Int) -> Int {
    var index = start
    while tokens.isMark(anyOf: ["\n", "-", "*", "[", "(", "{"], at: index) { index += 1 }
    return index
}

func isAllowance(_ word: String) -> Bool {
    switch word {
    case "possible", "valid", "allowed", "accepted", "supported", "available", "permitted",
        "acceptable", "legal", "permissible", "known", "allowable", "enumerated", "potential":
        return true
    default: return false
    }
}
