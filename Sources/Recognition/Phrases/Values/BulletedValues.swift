/// "The sort keys are limited to:" over lines that each begin with a bullet and a value in code.
///
/// The sentence before the colon must speak of values; bullets without code are remarks. What
/// stands behind the code, over as many lines as it takes, describes the value.
func bulletedValues(_ text: MarkedText) -> EnumerationPhrase? {
    let tokens = text.tokens
    guard tokens.contains(where: { $0.isMark("\n") }) else { return nil }
    var index = 0
    while index < tokens.count {
        if tokens[index].isMark(":"), tokens.isMark("\n", at: index + 1),
            let cue = valueWord(tokens, before: index)
                ?? (leadsNowhereElse(tokens, before: index) ? "" : nil)
        {
            let values = bullets(text, from: index + 1)
            if values.count > 1, !cue.isEmpty || areClosed(values, text, from: index + 1),
                !areBooleans(values)
            {
                return EnumerationPhrase(values: values, cue: cue)
            }
        }
        index += 1
    }
    return nil
}

/// "AUTO – at once" over "MANUAL – later": lines that each begin with a constant in capitals and tell
/// what it means.
///
/// A colon stands behind any word in capitals: "NOTE: given once".
func constantsInLines(_ text: MarkedText) -> EnumerationPhrase? {
    let tokens = text.tokens
    var values: [EnumerationPhrase.Value] = []
    var start = 0
    while start < tokens.count {
        let end = tokens[start...].firstIndex { $0.isMark("\n") } ?? tokens.count
        let name = tokens[start].text
        guard end - start > 2, tokens[start].kind == .word, isConstant(name),
            !isRemarkTitle(name), tokens.isMark(anyOf: ["-", "="], at: start + 1)
        else { return nil }
        values.append(value(text, at: start, end: end))
        start = end + 1
    }
    return values.count > 1 ? EnumerationPhrase(values: values, cue: "") : nil
}

extension EnumerationPhrase {
    /// "ISBN, EAN or UPC": capitals and commas alone may as well be names of what a text is.
    func isOfConstantsAlone(in text: MarkedText) -> Bool {
        cue.isEmpty && values.allSatisfy { !$0.isMarked && $0.description == nil }
            && values.allSatisfy { isConstant($0.value) }
            && !text.tokens.contains { $0.isMark("|") || $0.isMark("/") }
    }
}

/// `IN_TRANSIT`, `B2B`.
func isConstant(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.first.map(isCapital) == true
        && word.utf8.allSatisfy { isCapital($0) || isDigit($0) || $0 == 0x5F }
}

/// "…. Valid values are:": whether the last sentence announces values in so many words.
func endsAnnouncingValues(_ text: MarkedText) -> Bool {
    let tokens = text.tokens
    guard let colon = tokens.indices.last, tokens[colon].isMark(":"),
        let word = valueWord(tokens, before: colon)
    else { return false }
    return word == "values" || word == "value" || word == "options" || word == "choices"
}

/// "Filters to combine:" over bullets: whether the first line announces something else than values.
func announcesOtherThanValues(_ text: MarkedText) -> Bool {
    let tokens = text.tokens
    guard let line = tokens.firstIndex(where: { $0.isMark("\n") }),
        tokens.isMark(":", at: line - 1), valueWord(tokens, before: line - 1) == nil
    else { return false }
    return !leadsNowhereElse(tokens, before: line - 1)
}

/// The word of the sentence that ends here by which it speaks of values.
private func valueWord(_ tokens: [PhraseToken], before colon: Int) -> String? {
    var index = colon - 1
    var found: String?
    while index >= 0, index > colon - 25, !tokens[index].isMark(".") {
        switch tokens[index].word {
        case "values", "value", "limited", "names", "options", "choices", "statuses", "states",
            "types", "modes":
            found = found ?? tokens[index].word
        case "example", "examples", "e.g", "such", "instance", "fields", "parameters", "if":
            return nil
        default: break
        }
        index -= 1
    }
    return found
}

/// Whether a sentence that speaks of no values does not speak of members or examples either:
/// "Which orders to return:".
private func leadsNowhereElse(_ tokens: [PhraseToken], before colon: Int) -> Bool {
    let sentence = tokens[max(0, colon - 25)..<colon]
    return !sentence.contains { token in
        switch token.word {
        case "example", "examples", "e.g", "such", "instance", "fields", "field", "parameters",
            "parameter", "if", "filter", "filters", "keys", "key", "properties", "attributes",
            "members", "object", "contains", "containing", "with", "following", "combine", "flags":
            true
        default: false
        }
    }
}

/// Whether every bullet is a value in code, alone or with what it means behind a mark.
private func areClosed(
    _ values: [EnumerationPhrase.Value], _ text: MarkedText, from start: Int
) -> Bool {
    let tokens = text.tokens
    let lines = tokens.indices.filter { index in
        index >= start && tokens[index].isMark("\n")
            && (tokens.isMark("-", at: index + 1) || tokens.isMark("*", at: index + 1))
    }
    return lines.count == values.count
        && lines.allSatisfy { line in
            let behind = line + 3
            return tokens.isMark(anyOf: ["-", ":", "(", "\n"], at: behind)
                || behind >= tokens.count
        }
}

private func bullets(_ text: MarkedText, from start: Int) -> [EnumerationPhrase.Value] {
    let tokens = text.tokens
    var values: [EnumerationPhrase.Value] = []
    var index = start
    while index < tokens.count, values.count < 500 {
        while tokens.isMark("\n", at: index) { index += 1 }
        // "1. If it is open:" heads the bullets below it.
        if isNumberWord(tokens.word(at: index)), tokens.isMark(".", at: index + 1) {
            index = bulletEnd(tokens, from: index + 1)
            continue
        }
        guard tokens.isMark("-", at: index) || tokens.isMark("*", at: index) else { break }
        let end = bulletEnd(tokens, from: index + 1)
        if index + 1 < end, tokens[index + 1].kind == .code {
            values.append(value(text, at: index + 1, end: end))
        }
        index = end
    }
    return values
}

private func value(_ text: MarkedText, at index: Int, end: Int) -> EnumerationPhrase.Value {
    let tokens = text.tokens
    var first = index + 1
    while first < end, tokens[first].word.isEmpty, !tokens[first].isMark("(") { first += 1 }
    var description: String?
    var last = end
    while last > first, tokens[last - 1].isMark(".") || tokens[last - 1].isMark(")") { last -= 1 }
    if first < last, tokens[first].isMark("(") { first += 1 }
    if first < last {
        let range = tokens.span(first..<last)
        description = text.slice(range)
    }
    return EnumerationPhrase.Value(
        value: unquotedValue(tokens[index].text), description: description,
        range: tokens[index].range, isMarked: true)
}

/// Where a bullet's text ends: before the next bullet or an empty line.
private func bulletEnd(_ tokens: [PhraseToken], from start: Int) -> Int {
    var index = start
    while index < tokens.count {
        if tokens.isMark("\n", at: index) {
            let next = index + 1
            let opensBullet =
                (tokens.isMark("-", at: next) || tokens.isMark("*", at: next))
                && next + 1 < tokens.count
            if tokens.isMark("\n", at: next) || opensBullet { return index }
        }
        index += 1
    }
    return index
}
