/// "`active` or `error` are valid": the words that make a list of values stand behind it.
func valuesCalledValid(_ text: MarkedText) -> EnumerationPhrase? {
    let tokens = text.tokens
    for index in tokens.indices where tokens[index].isMarkedValue {
        guard index == 0 || !continuesList(tokens, at: index - 1) else { continue }
        let reader = ValueListReader(text: text, allowsBare: false)
        guard let list = reader.read(from: index), list.count > 1, let last = list.last,
            list.allSatisfy({ $0.value.isWord })
        else { continue }
        guard var next = tokens.firstIndex(where: { $0.range.lowerBound >= last.range.upperBound })
        else { continue }
        // "`metric` and `imperial` units are available".
        let noun = tokens.word(at: next)
        if namesPartsOfText(noun) { continue }
        if noun != "are", singularForm(noun) != noun { next += 1 }
        guard tokens.word(at: next) == "are", isValidity(tokens, at: next + 1) else {
            continue
        }
        return EnumerationPhrase(values: list, cue: tokens.word(at: next + 1))
    }
    return nil
}

private func continuesList(_ tokens: [PhraseToken], at index: Int) -> Bool {
    tokens[index].isMarkedValue || ["or", "and"].contains(tokens[index].word)
}

/// "valid", "allowed values": and the sentence ends, or tells that these are values.
private func isValidity(_ tokens: [PhraseToken], at index: Int) -> Bool {
    guard
        ["valid", "allowed", "accepted", "possible", "permitted", "available", "supported"]
            .contains(tokens.word(at: index))
    else { return false }
    if ["values", "options", "choices"].contains(tokens.word(at: index + 1)) { return true }
    return index + 1 >= tokens.count || tokens.isMark(anyOf: [".", ";", ")", "\n"], at: index + 1)
}

/// "`-` and `_` characters are allowed", "`.png` and `.jpg` files": what a text may be made of, or what
/// goes by it, and none of its values.
func namesPartsOfText(_ word: String) -> Bool {
    switch word {
    case "characters", "character", "chars", "tags", "wildcards", "prefixes", "suffixes", "symbols",
        "files", "extensions", "letters", "signs", "operators", "fields", "parameters", "headers":
        true
    default: false
    }
}

extension String {
    /// Whether it begins and goes on as a word does, as `.png` and `title:` do not.
    fileprivate var isWord: Bool {
        guard let first = utf8.first, isWordByte(first) else { return false }
        return utf8.allSatisfy { isWordByte($0) || [0x2D, 0x2E, 0x2F].contains($0) }
    }
}
