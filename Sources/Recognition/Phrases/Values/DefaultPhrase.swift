/// A default value as a page words it.
package struct DefaultPhrase: Sendable {
    package let value: String
    package let range: Range<Int>
    /// Whether it stood in quotation marks, so that `"5"` is text.
    package let isQuoted: Bool
}

/// Reads "default: x", "Defaults to `x`", "(default `x`)", "The default is x", "By default, `x`".
package func readDefault(_ text: MarkedText) -> DefaultPhrase? {
    let tokens = text.tokens
    var index = 0
    while index < tokens.count {
        if let value = markedDefault(tokens, at: index) { return value }
        switch tokens[index].word {
        case "default", "defaults", "defaulting", "defaulted":
            if let value = defaultValue(tokens, after: index) { return value }
        default: break
        }
        index += 1
    }
    return nil
}

/// "`x` (default)", "`x` by default", "`x` is the default".
private func markedDefault(_ tokens: [PhraseToken], at index: Int) -> DefaultPhrase? {
    let token = tokens[index]
    guard token.isMarkedValue else { return nil }
    let next = index + 1
    let isDefault =
        tokens.isMark("(", at: next) && tokens.word(at: next + 1) == "default"
        && tokens.isMark(")", at: next + 2)
        || tokens.hasWords(["by", "default"], at: next)
        || tokens.hasWords(["is", "the", "default"], at: next) && endsClause(tokens, at: next + 3)
    guard isDefault else { return nil }
    return markedDefault(token)
}

/// `"web"` in code is the text `web`.
private func markedDefault(_ token: PhraseToken) -> DefaultPhrase {
    let value = unquotedValue(token.text)
    return DefaultPhrase(
        value: value, range: token.range, isQuoted: token.kind == .quoted || value != token.text)
}

private func endsClause(_ tokens: [PhraseToken], at index: Int) -> Bool {
    index >= tokens.count || tokens.isMark(anyOf: [".", ",", ";", ")", "\n"], at: index)
}

private func defaultValue(_ tokens: [PhraseToken], after start: Int) -> DefaultPhrase? {
    var isByDefault = tokens.word(at: start - 1) == "by"
    var index = start + 1
    if isByDefault, tokens.word(at: index) == "this" || tokens.word(at: index) == "it",
        tokens.word(at: index + 1) == "is"
    {
        isByDefault = false
        index += 1
    }
    var isAnnounced = tokens[start].word == "defaults"
    if tokens.word(at: index) == "value" || tokens.word(at: index) == "values" { index += 1 }
    var steps = 0
    while index < tokens.count, steps < 4 {
        let word = tokens[index].word
        let isVerb = word == "is" || word == "to" || word == "of" || word == "set" || word == "="
        let isMark = tokens.isMark(anyOf: [":", "=", "*"], at: index)
        guard isVerb || isMark || (isByDefault && tokens.isMark(",", at: index)) else { break }
        isAnnounced = true
        index += 1
        steps += 1
    }
    if tokens.word(at: index) == "the", tokens.word(at: index + 1) == "value" { index += 2 }
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    // What a program has where nothing was given: "[default to null]".
    if token.text == "undefined" || isBracketedNull(tokens, at: index) { return nil }
    let standsAlone = isInParentheses(tokens, start) || tokens.startsSentence(at: start)
    if token.isMarkedValue {
        guard isAnnounced || standsAlone else { return nil }
        return markedDefault(token)
    }
    // "By default 30." quotes a value, "By default the first…" does not.
    if isByDefault, !isNumberWord(token.word) || !endsClause(tokens, at: index + 1) { return nil }
    guard isByDefault || isAnnounced || standsAlone else { return nil }
    // "Defaults to ascending" describes; only "default: asc" and "(default asc)" quote.
    let isColon = tokens.isMark(anyOf: [":", "="], at: index - 1)
    return bareDefault(
        tokens, at: index,
        allowsWords: isColon || tokens.isMark(anyOf: ["(", "["], at: start - 1))
}

/// `(default 10)`, `default: asc`: one word that ends there, never the first of a sentence.
private func bareDefault(
    _ tokens: [PhraseToken], at index: Int, allowsWords: Bool
) -> DefaultPhrase? {
    let token = tokens[index]
    if token.isMark("["), tokens.isMark("]", at: index + 1) {
        return DefaultPhrase(
            value: "[]", range: token.range.lowerBound..<tokens[index + 1].range.upperBound,
            isQuoted: false)
    }
    guard token.kind == .word else { return nil }
    switch token.word {
    case "the", "a", "an", "no", "none", "not", "current", "to", "behavior", "see", "value",
        "all", "if", "this", "in", "for", "your", "any", "depends", "varies":
        return nil
    default: break
    }
    let isLiteral =
        token.word == "true" || token.word == "false" || token.word == "null"
        || isNumberWord(token.word)
    let endsThere =
        index + 1 >= tokens.count
        || tokens.isMark(anyOf: [".", ",", ";", ")", "]", "}", "\n", "|"], at: index + 1)
    // "Defaults to 6 hours ago": a moment, reckoned from the one of the call.
    guard isLiteral && !tellsMoment(tokens, behind: index) || (endsThere && allowsWords) else {
        return nil
    }
    return DefaultPhrase(value: token.text, range: token.range, isQuoted: false)
}

/// "6 hours ago", "1 day before the end".
private func tellsMoment(_ tokens: [PhraseToken], behind number: Int) -> Bool {
    guard isNumberWord(tokens[number].word) else { return false }
    return ["ago", "before", "after", "from", "earlier", "later"]
        .contains(tokens.word(at: number + 2))
}

/// The `null` of "[default to null]", which generators write where there is no default.
func isBracketedNull(_ tokens: [PhraseToken], at index: Int) -> Bool {
    tokens.word(at: index) == "null" && tokens.word(at: index - 1) == "to"
        && tokens.word(at: index - 2) == "default" && tokens.isMark("[", at: index - 3)
        && tokens.isMark("]", at: index + 1)
}

private func isInParentheses(_ tokens: [PhraseToken], _ index: Int) -> Bool {
    tokens.isMark(anyOf: ["(", "[", ";", ","], at: index - 1)
}

/// Digits with at most a sign and a decimal point.
func isNumberWord(_ word: String) -> Bool {
    var digits = 0
    var points = 0
    for (index, byte) in word.utf8.enumerated() {
        switch byte {
        case 0x30...0x39: digits += 1
        case 0x2E: points += 1
        case 0x2D where index == 0: continue
        default: return false
        }
    }
    return digits > 0 && points <= 1
}
