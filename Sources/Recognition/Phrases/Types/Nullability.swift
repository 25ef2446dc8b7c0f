/// What a description says of `null`: "may be null", "null if…", "nullable", "never null".
package func readNullability(_ text: MarkedText) -> Bool? {
    let tokens = text.tokens
    var index = 0
    while index < tokens.count {
        switch tokens[index].word {
        case "nullable": return !isDenied(tokens, before: index)
        case "non-null", "non-nullable", "notnull": return false
        case "null":
            if let answer = nullability(tokens, at: index) { return answer }
        default: break
        }
        index += 1
    }
    return nil
}

private func nullability(_ tokens: [PhraseToken], at index: Int) -> Bool? {
    let previous = tokens.word(at: index - 1)
    let next = tokens.word(at: index + 1)
    if isBracketedNull(tokens, at: index) { return nil }
    if previous == "specify" || previous == "pass" { return true }
    if isCondition(tokens, before: index) { return nil }
    if isDenied(tokens, before: index) { return false }
    if previous == "if" || previous == "when" { return true }
    switch next {
    case "while", "if", "when", "unless", "otherwise", "until", "for", "value", "values", "allowed":
        return true
    default: break
    }
    if next == "or", tokens.startsSentence(at: index) { return true }
    switch previous {
    case "or", "else", "otherwise", "be", "use", "always", "is", "are", "to", "as", "return",
        "returns", "default",
        "defaults":
        // "is null" and "as null" speak of this value only in the present tense of an answer.
        return previous == "are" ? nil : true
    default: break
    }
    if tokens.isMark(anyOf: ["(", "|", "/", ",", ":", "="], at: index - 1) { return true }
    return tokens.count == 1 ? true : nil
}

/// "if present and not null", "when the value of x is null": the clause asks, it does not tell.
private func isCondition(_ tokens: [PhraseToken], before index: Int) -> Bool {
    var position = index - 2
    // A mark right before it cuts it off from what was said: "When it ended (null if it has not)".
    if tokens.isMark(anyOf: clauseMarks, at: index - 1) { return false }
    while position >= 0, position >= index - 8,
        !tokens.isMark(anyOf: clauseMarks, at: position)
    {
        switch tokens[position].word {
        case "if", "when", "whether", "unless": return true
        default: position -= 1
        }
    }
    return false
}

/// What ends a clause.
private let clauseMarks: [Unicode.Scalar] = [",", ".", ";", "(", "\n"]

/// "not", "never", "cannot be", "must not be" up to three words before.
private func isDenied(_ tokens: [PhraseToken], before index: Int) -> Bool {
    var position = index - 1
    while position >= 0, position >= index - 3, !tokens[position].word.isEmpty {
        switch tokens[position].word {
        case "not", "never", "cannot", "can't", "non", "isn't", "won't", "mustn't": return true
        case "if", "when", "set": return false
        default: position -= 1
        }
    }
    return false
}
