/// "`1` = wood, `2` = stone", "0 = off, 1 = on", "0: off, 1: on": values that a text sets equal to
/// what they mean.
///
/// Numbers need no marks, for nothing else is written so; words do, since "`a=b`" in code and
/// "width = height" set something else equal. With a colon, words in code open the text.
func equatedValues(_ text: MarkedText) -> EnumerationPhrase? {
    let tokens = text.tokens
    var starts: [Int] = []
    var index = 0
    while index + 2 < tokens.count, starts.count < 500 {
        if isEquated(tokens, at: index) { starts.append(index) }
        index += 1
    }
    guard starts.count > 1, let first = starts.first,
        starts.allSatisfy({ isNumberWord(tokens[$0].text) })
            || starts.allSatisfy({ tokens[$0].isMarkedValue })
                && (first == 0 || starts.allSatisfy({ tokens.isMark("=", at: $0 + 1) }))
    else { return nil }
    let values = starts.enumerated().map { position, start in
        let end =
            position + 1 < starts.count ? starts[position + 1] : sentenceEnd(tokens, from: start)
        return EnumerationPhrase.Value(
            value: unquotedValue(tokens[start].text), description: meaning(text, start + 2, end),
            range: tokens[start].range, isMarked: tokens[start].isMarkedValue)
    }
    guard !areBooleans(values), Set(values.map(\.value)).count == values.count,
        !isExample(tokens, before: first), !tokens.contains(where: { $0.word == "etc" })
    else { return nil }
    return EnumerationPhrase(values: values, cue: "=")
}

/// A value, "=" and a word on it.
private func isEquated(_ tokens: [PhraseToken], at index: Int) -> Bool {
    let token = tokens[index]
    let isNumber = token.kind == .word && isNumberWord(token.text)
    guard token.isMarkedValue || isNumber else { return false }
    let opens =
        index == 0
        || tokens.isMark(
            anyOf: [",", ";", "\n", "(", "[", ":", ".", "-", "*", "|", "/"], at: index - 1)
        || ["or", "and", "are", "is", "be"].contains(tokens.word(at: index - 1))
    guard opens, tokens.isMark(anyOf: ["=", ":"], at: index + 1) else { return false }
    return tokens[index + 2].kind == .word && !isNumberWord(tokens[index + 2].text)
        || tokens[index + 2].kind == .quoted
}

private func sentenceEnd(_ tokens: [PhraseToken], from start: Int) -> Int {
    var end = start
    while end < tokens.count, !tokens.isMark(anyOf: [".", ";", ")", "\n"], at: end) { end += 1 }
    return end
}

/// What stands between the mark behind a value and the next, without marks at its end.
private func meaning(_ text: MarkedText, _ start: Int, _ end: Int) -> String? {
    let tokens = text.tokens
    var last = end
    while last > start, tokens[last - 1].word.isEmpty || tokens[last - 1].word == "or" {
        last -= 1
    }
    guard last > start else { return nil }
    return text.slice(tokens.span(start..<last))
}

private func isExample(_ tokens: [PhraseToken], before index: Int) -> Bool {
    tokens[max(0, index - 6)..<index].contains { ["e.g", "example", "instance"].contains($0.word) }
}
