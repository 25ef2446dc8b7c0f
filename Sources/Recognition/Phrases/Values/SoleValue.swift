/// "The only valid value is `serial`", "always `invoice`", "must be `managed`": one value and no
/// other.
///
/// What holds on a condition is not all that may stand there, and a number may as well be a limit.
func soleValue(_ text: MarkedText) -> EnumerationPhrase? {
    let tokens = text.tokens
    for index in tokens.indices where tokens[index].isMarkedValue {
        guard let cue = soleCue(tokens, before: index), namesOne(tokens[index].text),
            !isConditional(tokens, before: index)
        else { continue }
        let value = EnumerationPhrase.Value(
            value: unquotedValue(tokens[index].text), description: nil,
            range: tokens[index].range, isMarked: true)
        return EnumerationPhrase(values: [value], cue: cue)
    }
    return nil
}

/// The word by which the value is the only one.
private func soleCue(_ tokens: [PhraseToken], before index: Int) -> String? {
    if tokens.word(at: index - 1) == "only" {
        let isAllowed =
            ["is", "are"].contains(tokens.word(at: index + 1))
            && isAllowance(tokens.word(at: index + 2))
        return isAllowed ? "only" : nil
    }
    guard endsClause(tokens, at: index + 1) else { return nil }
    let last = tokens.word(at: index - 1)
    let before = tokens.word(at: index - 2)
    if last == "be", before == "must" {
        let isOwn = tokens.startsSentence(at: index - 2) || speaksOfValue(tokens, at: index - 3)
        return isOwn ? "must be" : nil
    }
    if last == "is" {
        let isAllowed = isAllowance(tokens.word(at: index - 3))
        if before == "value", isAllowed || tokens.startsSentence(at: index - 2) {
            return "value is"
        }
        if leads(tokens, back: index - 2, to: "only", over: nil) { return "only" }
    }
    return leads(
        tokens, back: index - 1, to: "always",
        over: ["be", "is", "has", "the", "value", "string", "literal", "set", "to"])
        ? "always" : nil
}

/// Whether words alone, of those given, stand between here and an earlier word, at most five.
private func leads(
    _ tokens: [PhraseToken], back start: Int, to word: String, over words: [String]?
) -> Bool {
    var index = start
    while index >= 0, index > start - 6, tokens[index].kind == .word {
        if tokens[index].word == word { return true }
        if let words, !words.contains(tokens[index].word) { return false }
        index -= 1
    }
    return false
}

private func speaksOfValue(_ tokens: [PhraseToken], at index: Int) -> Bool {
    ["value", "type", "it", "this"].contains(tokens.word(at: index))
}

private func endsClause(_ tokens: [PhraseToken], at index: Int) -> Bool {
    index >= tokens.count || tokens.isMark(anyOf: [".", ";", ")", "\n"], at: index)
}

/// A word with a letter in it, and no word of JSON.
private func namesOne(_ text: String) -> Bool {
    let value = unquotedValue(text)
    let isWord = value.utf8.allSatisfy { isWordByte($0) || $0 == 0x2D || $0 == 0x2E }
    let hasLetter = value.utf8.contains(where: isLetter)
    return isWord && hasLetter && !["true", "false", "null"].contains(lowercasedASCII(value))
}

private func isConditional(_ tokens: [PhraseToken], before index: Int) -> Bool {
    tokens[tokens.sentenceStart(before: index, within: 25)..<index].contains {
        ["if", "when", "unless", "while", "where", "for", "default", "example", "e.g"]
            .contains($0.word)
    }
}
