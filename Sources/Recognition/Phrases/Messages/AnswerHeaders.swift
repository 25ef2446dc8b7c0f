import APIModel

/// Reads the headers that a sentence says come back: "Returns 201 with a `Location` header", and,
/// where what comes back is spoken of before it, "The `Location` header holds the URL".
///
/// A header that is sent may be named in the same words, so a sentence that asks for one, or that
/// tells of a condition, says nothing of what comes back.
func readAnswerHeaders(_ text: MarkedText, isBelowAnswer: Bool) -> [PhraseToken] {
    let tokens = text.tokens
    guard tokens.count <= 120 else { return [] }
    var found: [PhraseToken] = []
    var isAfterAnswer = isBelowAnswer
    var start = 0
    for index in tokens.indices {
        if tokens.isMark(anyOf: [".", "!", "?"], at: index - 1) {
            isAfterAnswer = isAfterAnswer || speaksOfAnswer(tokens[start..<index])
            start = index
        }
        guard ["header", "headers"].contains(tokens.word(at: index)) else { continue }
        let names = names(before: index, in: tokens, from: start)
        guard let first = names.first else { continue }
        let before = tokens[start..<first]
        let tells =
            isAfterAnswer && isPlainArticle(before) && isHoldingVerb(tokens.word(at: index + 1))
        if tells || comesBack(before) { found += names.map { tokens[$0] } }
    }
    return found.filter { isSpelledAsHeader($0.text) && !isSentHeader($0.text) }
}

/// `ETag` and `Location` of "`ETag` and `Location` headers".
private func names(before index: Int, in tokens: [PhraseToken], from start: Int) -> [Int] {
    var names: [Int] = []
    var place = index - 1
    if tokens.word(at: place) == "response" { place -= 1 }
    while place >= start, tokens[place].kind == .code {
        names.insert(place, at: 0)
        place -= 1
        while place > start, tokens.isMark(",", at: place) || tokens.word(at: place) == "and" {
            place -= 1
        }
    }
    return names
}

private func speaksOfAnswer(_ tokens: ArraySlice<PhraseToken>) -> Bool {
    tokens.contains { ["returns", "responds", "answers", "response"].contains($0.word) }
}

/// "Returns 201 with a", "The response carries an".
private func comesBack(_ before: ArraySlice<PhraseToken>) -> Bool {
    guard speaksOfAnswer(before), !before.contains(where: { asksOrSupposes($0.word) }) else {
        return false
    }
    return before.suffix(2).contains {
        ["with", "in", "and", "carries", "has", "contains", "includes", "sets", "plus"]
            .contains($0.word)
    }
}

private func asksOrSupposes(_ word: String) -> Bool {
    switch word {
    case "if", "when", "unless", "without", "missing", "send", "sends", "sent", "set", "pass",
        "passed", "provide", "provided", "use", "add", "request", "requests", "requires", "must",
        "should", "your", "accepts", "takes", "not", "no", "depending", "according", "matching",
        "given":
        true
    default: false
    }
}

private func isPlainArticle(_ tokens: ArraySlice<PhraseToken>) -> Bool {
    tokens.count <= 1 && tokens.allSatisfy { ["the", "a", "an", "its"].contains($0.word) }
}

private func isHoldingVerb(_ word: String) -> Bool {
    [
        "holds", "contains", "carries", "gives", "points", "leads", "tells", "says", "names",
        "states", "shows",
    ].contains(word)
}

/// Capitalized or with a hyphen, as headers are.
private func isSpelledAsHeader(_ text: String) -> Bool {
    isHeaderName(text) && (text.contains("-") || text.first?.isUppercase == true)
}

/// Headers that callers send, and those of the message itself, which bodies tell of.
private func isSentHeader(_ name: String) -> Bool {
    let name = name.lowercased()
    switch name {
    case "authorization", "host", "user-agent", "cookie", "range", "origin", "referer", "prefer",
        "content-type", "content-length", "idempotency-key":
        return true
    default: return name.hasPrefix("accept") || name.hasPrefix("if-")
    }
}
