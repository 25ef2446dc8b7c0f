/// Words that offer a choice without a word for values: "Return only `open` or `closed` tickets",
/// "Sort by `name` or `date`", "in `asc` or `desc` order", "Sets the visibility to `public` or `private`".
///
/// What is offered stands in code or in quotation marks, and "or" stands before the last of it.
func choiceCue(_ tokens: [PhraseToken], at index: Int) -> EnumerationCue? {
    switch tokens[index].word {
    case "set", "sets", "changes", "switches": return settingCue(tokens, at: index + 1)
    case "ordered", "sorted", "grouped", "order", "sort", "group", "orders", "sorts", "groups":
        if tokens.word(at: index + 1) == "by" { return cue(tokens, after: index + 2, minimum: 2) }
        // "Sort the tickets by `name` or `date`".
        guard let by = (index + 1..<index + 5).first(where: { tokens.word(at: $0) == "by" }),
            choiceEnd(tokens, from: by + 1) != nil
        else { return nil }
        return cue(tokens, after: by + 1, minimum: 2)
    // "Send as `-1` to be quiet, or `1` to ring", "Pass `a` for apples, or `b` for pears".
    case "pass", "send", "specify":
        let start = index + (tokens.word(at: index + 1) == "as" ? 2 : 1)
        return ["for", "to"].contains(tokens.word(at: start + 1))
            && areOfOneKind(tokens, from: start)
            ? cue(tokens, after: start, minimum: 2) : nil
    // "only those that are `new`, `moving` or `delivered`".
    case "that", "which":
        guard tokens.word(at: index + 1) == "are",
            ["those", "ones"].contains(tokens.word(at: index - 1))
                || tokens[max(0, index - 4)..<index].contains(where: { $0.word == "only" }),
            endsSentence(tokens, choiceEnd(tokens, from: index + 2))
        else { return nil }
        return cue(tokens, after: index + 2, minimum: 2)
    // "The kind of boat. Accepts `sail` or `motor`".
    case "accepts":
        let isChoice =
            tokens.startsSentence(at: index)
            && endsSentence(tokens, choiceEnd(tokens, from: index + 1))
        return isChoice ? cue(tokens, after: index + 1, minimum: 2) : nil
    case "only":
        let isChoice = choiceEnd(tokens, from: index + 1) != nil
        return isChoice ? cue(tokens, after: index + 1, minimum: 2) : nil
    case "in", "as":
        guard let end = choiceEnd(tokens, from: index + 1), isKindOfChoice(tokens.word(at: end))
        else { return nil }
        return cue(tokens, after: index + 1, minimum: 2)
    // "Show tickets for `me`, `team` or `all`".
    case "for":
        guard let end = choiceEnd(tokens, from: index + 1), end - index > 5,
            end == tokens.count || tokens.isMark(anyOf: [".", "\n", "(", ";"], at: end),
            index < 8, tellsWhatIsShown(tokens[0].word)
        else { return nil }
        return cue(tokens, after: index + 1, minimum: 3)
    default: return nil
    }
}

/// Whether what stands in code is all words or all numbers: "`latest` for the newest, or `v1.2`" shows one
/// of many.
private func areOfOneKind(_ tokens: [PhraseToken], from start: Int) -> Bool {
    let values = tokens[start...].prefix(24).filter { $0.kind == .code }.map(\.text)
    return values.allSatisfy { Int($0) != nil }
        || values.allSatisfy { $0.utf8.allSatisfy { isWordByte($0) && !isDigit($0) || $0 == 0x2D } }
}

/// "set to `old` or `new`", "Sets the visibility to `public`, `unlisted` or `private`".
private func settingCue(_ tokens: [PhraseToken], at start: Int) -> EnumerationCue? {
    if tokens.word(at: start) == "to" { return cue(tokens, after: start + 1, minimum: 2) }
    guard let to = (start..<start + 7).first(where: { tokens.word(at: $0) == "to" }),
        tokens[start..<to].allSatisfy({ $0.kind == .word }),
        choiceEnd(tokens, from: to + 1) != nil
    else { return nil }
    return cue(tokens, after: to + 1, minimum: 2)
}

/// Where a choice of marked values ends whose last stands behind "or".
private func choiceEnd(_ tokens: [PhraseToken], from start: Int) -> Int? {
    var index = start
    var values = 0
    while index < tokens.count, values < 40 {
        if tokens[index].isMarkedValue {
            values += 1
            let isLast = ["or"].contains(tokens.word(at: index - 1))
            if isLast { return values > 1 ? index + 1 : nil }
        } else if !tokens[index].isMark(","), tokens[index].word != "or" {
            return nil
        }
        index += 1
    }
    return nil
}

private func isKindOfChoice(_ word: String) -> Bool {
    switch word {
    case "order", "direction", "mode", "format", "state", "status", "units", "unit", "form": true
    default: false
    }
}

private func tellsWhatIsShown(_ word: String) -> Bool {
    switch word {
    case "show", "shows", "return", "returns", "list", "lists", "display", "only", "get": true
    default: false
    }
}

/// Whether the sentence goes no further than a choice.
private func endsSentence(_ tokens: [PhraseToken], _ end: Int?) -> Bool {
    guard let end else { return false }
    return end >= tokens.count || tokens.isMark(anyOf: [".", "\n", ";"], at: end)
}
