import APIModel

extension Field {
    /// A column says "number", and a clause of the text nothing but that it is an integer.
    mutating func countWhole(saidBy text: MarkedText) {
        guard let type, type.value.kind == .number || !type.value.isKnown,
            let place = text.tokens.firstIndex(where: { $0.word == "integer" }),
            isClause(text.tokens, at: place), !isDoubted(text.tokens, around: place)
        else { return }
        let whole = TypeExpression(.integer, isNullable: type.value.isNullable)
        self.type = Said(whole, type.evidence)
    }

    /// A column says "timestamp", and the text that it counts seconds.
    mutating func countMoments(saidBy text: MarkedText) {
        guard let type, type.value.kind == .string(.dateTime),
            momentType(text.tokens) == .integer
        else { return }
        let counted = TypeExpression(.integer, isNullable: type.value.isNullable)
        self.type = Said(counted, type.evidence)
    }
}

/// "How many, an integer", "Integer. How many".
private func isClause(_ tokens: [PhraseToken], at place: Int) -> Bool {
    let isArticle = ["an", "a"].contains(tokens.word(at: place - 1))
    let start = isArticle ? place - 1 : place
    return (start == 0 || tokens.isMark(anyOf: [",", ".", "\n"], at: start - 1))
        && (place + 1 == tokens.count || tokens.isMark(anyOf: [",", ".", "\n"], at: place + 1))
}

/// Whether the sentence denies it, or says when it is so or what else may be.
private func isDoubted(_ tokens: [PhraseToken], around place: Int) -> Bool {
    let start = tokens[..<place].lastIndex { $0.isMark(".") || $0.isMark("\n") } ?? 0
    let end = tokens[place...].firstIndex { $0.isMark(".") || $0.isMark("\n") } ?? tokens.count
    return tokens[start..<end].contains { token in
        switch token.word {
        case "not", "never", "no", "if", "unless", "or", "decimal", "decimals", "fraction",
            "fractions", "float", "double":
            true
        default: false
        }
    }
}

/// "Epoch datetime in milliseconds", "seconds since the epoch", "The start as a Unix timestamp",
/// "ISO 8601 timestamp": how the first sentence says that a moment is written, if in one way only.
func momentType(_ tokens: [PhraseToken]) -> TypeExpression.Kind? {
    var counts = false
    var spells = false
    var speaksOfTime = false
    for index in tokens.indices.prefix(24) {
        if tokens[index].isMark("."), index + 1 < tokens.count, tokens[index + 1].isSpaced { break }
        let word = tokens[index].word
        let next = tokens.word(at: index + 1)
        speaksOfTime = speaksOfTime || namesMoment(word)
        switch word {
        case "unix", "epoch", "posix":
            counts = counts || namesMoment(next) || next == "date" || namesUnit(tokens, from: index)
        case "seconds", "milliseconds", "ms", "millis":
            counts = counts || ["since", "from"].contains(next) && isEpoch(tokens, from: index)
        case "iso" where next == "8601", "rfc" where next == "3339":
            spells = spells || speaksOfTime || namesMoment(tokens.word(at: index + 2))
        case "iso8601", "iso-8601", "rfc3339", "rfc-3339":
            spells = spells || speaksOfTime || namesMoment(next)
        default: break
        }
    }
    return counts == spells ? nil : counts ? .integer : .string(.dateTime)
}

/// A date alone may be no more than a day.
private func namesMoment(_ word: String) -> Bool {
    ["timestamp", "time", "datetime", "date-time", "timestamps", "times"].contains(word)
}

/// "epoch in milliseconds", "Unix epoch milliseconds".
private func namesUnit(_ tokens: [PhraseToken], from index: Int) -> Bool {
    (index + 1...index + 3).contains { place in
        ["milliseconds", "seconds", "ms", "millis", "nanoseconds"].contains(tokens.word(at: place))
    }
}

private func isEpoch(_ tokens: [PhraseToken], from index: Int) -> Bool {
    (index + 1...index + 5).contains { place in
        ["epoch", "1970", "1970-01-01"].contains(tokens.word(at: place))
    }
}
