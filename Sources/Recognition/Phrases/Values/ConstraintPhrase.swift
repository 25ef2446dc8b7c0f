/// Limits a description states, as the digits it writes.
package struct ConstraintPhrase: Sendable {
    package var minimum: String?
    package var maximum: String?
    package var minimumLength: Int?
    package var maximumLength: Int?

    package var isEmpty: Bool {
        minimum == nil && maximum == nil && minimumLength == nil && maximumLength == nil
    }
}

/// Reads "maximum 255 characters", "between 1 and 100", "at least 1", "max: 50", `>= 0`.
package func readConstraints(_ text: MarkedText) -> ConstraintPhrase? {
    let tokens = text.tokens
    var result = ConstraintPhrase()
    var index = 0
    while index < tokens.count {
        if tokens[index].kind == .word { readLimit(tokens, at: index, into: &result) }
        if tokens.isMark("<", at: index) || tokens.isMark(">", at: index) {
            readComparison(tokens, at: index, into: &result)
        }
        index += 1
    }
    return result.isEmpty ? nil : result
}

private enum LimitSide { case lower, upper }

private func readLimit(
    _ tokens: [PhraseToken], at index: Int, into result: inout ConstraintPhrase
) {
    let next = tokens.word(at: index + 1)
    switch tokens[index].word {
    case "maximum", "max", "maxlength", "max-length": limit(tokens, .upper, index, &result)
    case "minimum", "min", "minlength", "min-length": limit(tokens, .lower, index, &result)
    case "up" where next == "to": limit(tokens, .upper, index + 1, &result)
    case "at" where next == "most": limit(tokens, .upper, index + 1, &result)
    case "at" where next == "least": limit(tokens, .lower, index + 1, &result)
    case "exceed", "exceeding": limit(tokens, .upper, index, &result)
    case "between", "from": range(tokens, after: index, &result)
    case "range" where tokens.isMark(":", at: index + 1): range(tokens, after: index + 1, &result)
    case "longer", "more", "greater", "higher", "larger":
        guard next == "than", isNegated(tokens, at: index) else { return }
        limit(tokens, .upper, index + 1, &result)
    case "less", "fewer", "shorter", "lower", "smaller":
        guard next == "than", isNegated(tokens, at: index) else { return }
        limit(tokens, .lower, index + 1, &result)
    default:
        if readSpan(tokens, at: index, into: &result) { return }
        // "valid values are 1 through 5000"
        guard next == "through", isNumberWord(tokens[index].word) else { return }
        range(tokens, after: index - 1, &result)
    }
}

/// "No longer than", "not more than", "must not be less than".
private func isNegated(_ tokens: [PhraseToken], at index: Int) -> Bool {
    for position in max(0, index - 2)..<index
    where ["no", "not", "cannot", "never"].contains(tokens.word(at: position)) { return true }
    return false
}

/// "3-20 characters", and "1–100" where that is all the text says.
private func readSpan(
    _ tokens: [PhraseToken], at index: Int, into result: inout ConstraintPhrase
) -> Bool {
    guard let span = numberSpan(tokens, at: index) else { return false }
    let isLength = isCharacters(tokens, after: span.last)
    let isAlone =
        index == 0 && tokens.isMark(".", at: span.last + 1) || standsForItself(span, tokens)
    guard isLength || isAlone else { return false }
    store(span.low, .lower, isLength, &result)
    store(span.high, .upper, isLength, &result)
    return true
}

/// Two numbers with a dash between them, `1-100`, and where they stand.
private struct NumberSpan {
    let low: String
    let high: String
    let first: Int
    let last: Int
}

private func numberSpan(_ tokens: [PhraseToken], at index: Int) -> NumberSpan? {
    var bounds = tokens[index].word.split(separator: "-").map(String.init)
    var last = index
    if bounds.count == 1, tokens.isMark("-", at: index + 1), index + 2 < tokens.count {
        bounds.append(tokens[index + 2].word)
        last = index + 2
    }
    guard bounds.count == 2, bounds.allSatisfy(isNumberWord), let low = Double(bounds[0]),
        let high = Double(bounds[1]), low < high
    else { return nil }
    return NumberSpan(low: bounds[0], high: bounds[1], first: index, last: last)
}

/// Whether it is all that the text says, or its last words: "How many, 1-100".
private func standsForItself(_ span: NumberSpan, _ tokens: [PhraseToken]) -> Bool {
    let isLast =
        span.last + 1 == tokens.count
        || tokens.isMark(".", at: span.last + 1) && span.last + 2 == tokens.count
    return isLast && (span.first == 0 || tokens.isMark(",", at: span.first - 1))
}

/// "How many, 1-100": a span of whole numbers behind other words is of integers.
func endsInSpan(_ tokens: [PhraseToken]) -> Bool {
    tokens.indices.suffix(4).contains { index in
        guard index > 0, let span = numberSpan(tokens, at: index) else { return false }
        return standsForItself(span, tokens) && span.high.utf8.allSatisfy { $0 != 0x2E }
    }
}

private func limit(
    _ tokens: [PhraseToken], _ side: LimitSide, _ cue: Int, _ result: inout ConstraintPhrase
) {
    var index = cue + 1
    var isLength = tokens[cue].word.hasSuffix("length")
    var steps = 0
    while index < tokens.count, steps < 5 {
        switch tokens[index].word {
        case "length", "size": isLength = isLength || tokens[index].word == "length"
        case "value", "of", "is", "to", "allowed", "number", "a":
            // "maximum number of results: 50" limits another thing.
            if tokens[index].word == "number" { return }
        case "":
            // "Max. 255": an abbreviation.
            let isPoint = index == cue + 1 && tokens.isMark(".", at: index)
            guard isPoint || tokens.isMark(anyOf: [":", "="], at: index) else { return }
        default:
            guard let digits = number(tokens[index]) else { return }
            return store(digits, side, isLength || isCharacters(tokens, after: index), &result)
        }
        index += 1
        steps += 1
    }
}

private func range(_ tokens: [PhraseToken], after cue: Int, _ result: inout ConstraintPhrase) {
    guard cue + 3 < tokens.count, let low = number(tokens[cue + 1]),
        let high = number(tokens[cue + 3])
    else { return }
    switch tokens.word(at: cue + 2) {
    case "and", "to", "through":
        let isLength = isCharacters(tokens, after: cue + 3)
        store(low, .lower, isLength, &result)
        store(high, .upper, isLength, &result)
    default: return
    }
}

private func readComparison(
    _ tokens: [PhraseToken], at index: Int, into result: inout ConstraintPhrase
) {
    guard tokens.isMark("=", at: index + 1), index + 2 < tokens.count,
        let digits = number(tokens[index + 2])
    else { return }
    store(digits, tokens[index].isMark("<") ? .upper : .lower, false, &result)
}

private func number(_ token: PhraseToken) -> String? {
    isNumberWord(token.word) ? token.word : nil
}

private func isCharacters(_ tokens: [PhraseToken], after index: Int) -> Bool {
    switch tokens.word(at: index + 1) {
    case "characters", "chars", "character", "letters", "symbols": return true
    default: return tokens.word(at: index + 1) == "unicode"
    }
}

/// Limits on sizes and times ("up to 5 MB", "at least 2 days") say nothing of the value.
private func store(
    _ digits: String, _ side: LimitSide, _ isLength: Bool, _ result: inout ConstraintPhrase
) {
    switch (side, isLength) {
    case (.lower, false): result.minimum = result.minimum ?? digits
    case (.upper, false): result.maximum = result.maximum ?? digits
    case (.lower, true): result.minimumLength = result.minimumLength ?? Int(digits)
    case (.upper, true): result.maximumLength = result.maximumLength ?? Int(digits)
    }
}
