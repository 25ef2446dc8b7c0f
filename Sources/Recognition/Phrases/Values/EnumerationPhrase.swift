/// A closed list of values in running text.
package struct EnumerationPhrase: Sendable {
    package struct Value: Sendable {
        package let value: String
        package let description: String?
        package let range: Range<Int>
        /// Whether it stood in code or in quotation marks, not bare.
        package let isMarked: Bool
    }

    package let values: [Value]
    /// The phrase that announces the list, for `explain`; empty where the list is all there is.
    package let cue: String
}

/// Reads the values a description allows: "one of `a`, `b` or `c`", "can be "X" or "Y"",
/// "Possible values are: …", `a|b|c` alone.
///
/// Examples ("such as", "e.g.", "etc.") are not enumerations, and `true` or `false` is a type.
package func readEnumeration(_ text: MarkedText) -> EnumerationPhrase? {
    let tokens = text.tokens
    // "`name` or `size`; a leading `-` reverses": what is listed is not all that may be sent.
    if tokens.contains(where: { $0.kind == .code && $0.text == "-" }),
        tokens.contains(where: { isPrefixing($0.word) || tellsOfSign($0.word) })
    {
        return nil
    }
    if let alone = enumerationAlone(text.firstSentence) ?? bulletedValues(text)
        ?? constantsInLines(text)
    {
        return alone
    }
    if let equated = equatedValues(text) { return equated }
    var index = 0
    var attempts = 0
    while index < tokens.count, attempts < 16 {
        guard let cue = enumerationCue(tokens, at: index) else {
            index += 1
            continue
        }
        attempts += 1
        let reader = ValueListReader(text: text, allowsBare: cue.allowsBare)
        if let list = reader.read(from: cue.listStart), list.count >= cue.minimum,
            list.count > 1 || list[0].description == nil,
            !areBooleans(list), !isOpenList(tokens, cue: index, list: list)
        {
            let range = tokens.span(index..<cue.listStart)
            return EnumerationPhrase(values: list, cue: text.slice(range))
        }
        index = max(index + 1, cue.listStart - 1)
    }
    return valuesCalledValid(text)
}

/// Whether the text says that the values are `true` and `false`.
package func namesBooleanValues(_ text: MarkedText) -> Bool {
    var sawTrue = false
    var sawFalse = false
    for (index, token) in text.tokens.enumerated() {
        switch token.word {
        case "true": sawTrue = true
        case "false": sawFalse = true
        case "or", "and", "0", "1": break
        default:
            let isSeparator = token.isMark(",") || token.isMark("/") || token.isMark("|")
            guard !isSeparator else { break }
            sawTrue = false
            sawFalse = false
        }
        if sawTrue, sawFalse { return !goesOn(text.tokens, behind: index) }
    }
    return false
}

/// "`true`/`false`/`both`": a third value, so that the two are none of a type.
private func goesOn(_ tokens: [PhraseToken], behind index: Int) -> Bool {
    let isListed =
        tokens.isMark(anyOf: [",", "/", "|"], at: index + 1) || tokens.word(at: index + 1) == "or"
    let next = tokens.word(at: index + 1) == "or" || tokens.word(at: index + 2) != "or" ? 2 : 3
    guard isListed, index + next < tokens.count, tokens[index + next].isMarkedValue else {
        return false
    }
    return !["0", "1", "true", "false", "null"].contains(tokens[index + next].word)
}

private func tellsOfSign(_ word: String) -> Bool {
    ["leading", "before", "reverse", "reverses", "reversed", "descending", "minus"].contains(word)
}

/// `true` and `false` are a type, and no values of one.
func areBooleans(_ list: [EnumerationPhrase.Value]) -> Bool {
    list.allSatisfy { ["true", "false"].contains(lowercasedASCII($0.value)) }
}

/// "such as", "e.g." before the list, or "etc.", "…" behind it.
private func isOpenList(
    _ tokens: [PhraseToken], cue: Int, list: [EnumerationPhrase.Value]
) -> Bool {
    guard let first = list.first, let last = list.last else { return true }
    if list.contains(where: { isTemplate($0.value) }) { return true }
    // "Prepend with `-` to sort descending": what is listed is not all that may be sent.
    if tokens.contains(where: { isPrefixing($0.word) }) { return true }
    // "{unit} sets the width. Its values are": a part of the value.
    if (max(0, cue - 64)..<cue).contains(where: { tokens.isMark("}", at: $0) }) { return true }
    var index = sentenceStart(tokens, before: cue)
    while index < tokens.count, tokens[index].range.lowerBound < first.range.lowerBound {
        switch tokens[index].word {
        // "An object with a single key that is either `uid` or `error`" names its members.
        case "key", "keys", "field", "fields", "member", "members":
            if index < cue, namesMembers(tokens, from: index + 1, to: cue) { return true }
        case "e.g", "eg", "example", "examples": return true
        // "Returned if the state is one of…" tells of another value.
        case "if", "when", "while", "unless", "where":
            // "Where it runs: `a` or `b`" says what the values mean.
            if tokens[index].word == "where", tokens.startsSentence(at: index) { break }
            // "When set to `a` or `b`" tells of this one.
            let isOwn = index == cue - 1 && tokens[cue].word == "set"
            if index < cue, !isOwn { return true }
        case "instance": if tokens.word(at: index - 1) == "for" { return true }
        case "exactly", "least", "provide": if index < cue { return true }
        // "URLs must end with either `/a` or `/b`" tells of a part, "combined with" of others.
        case "end", "ends", "begin", "begins", "start", "starts", "ending", "beginning", "combined":
            if index < cue, ["with", "in"].contains(tokens.word(at: index + 1)) { return true }
        case "as": if tokens.word(at: index - 1) == "such" { return true }
        case "like": if index >= cue { return true }
        default: break
        }
        index += 1
    }
    while index < tokens.count, tokens[index].range.lowerBound < last.range.upperBound {
        index += 1
    }
    // A bar behind the last value: the reading broke off in the heads of a table.
    if tokens.isMark("|", at: index) { return true }
    if tokens.isMark(",", at: index) { index += 1 }
    if tokens.word(at: index) == "and" || tokens.word(at: index) == "or" { index += 1 }
    let next = tokens.word(at: index)
    // "Either `a` or `b` must be given" names parameters.
    if next == "must" || (next == "is" && tokens.word(at: index + 1) == "required") { return true }
    if next == "etc" || next == "others" || next == "more" || next == "so" { return true }
    if announcesMore(tokens, at: tokens.isMark(".", at: index) ? index + 1 : index) {
        return true
    }
    return tokens.isMark(".", at: index) && tokens.isMark(".", at: index + 1)
}

/// "a key that is either", "with keys that are one of", "the field is either".
private func namesMembers(_ tokens: [PhraseToken], from start: Int, to cue: Int) -> Bool {
    tokens[start..<cue].allSatisfy { token in
        ["that", "which", "is", "are", "can", "be", "must", "called", "named"].contains(token.word)
    } && tokens[start..<cue].contains { $0.word == "that" || $0.word == "which" }
}

/// "Additional values may be added by configuration": the list is not closed.
private func announcesMore(_ tokens: [PhraseToken], at index: Int) -> Bool {
    var next = index
    while tokens.isMark("\n", at: next) { next += 1 }
    switch tokens.word(at: next) {
    case "additional", "further", "other", "more":
        return (next + 1...next + 4).contains { position in
            ["may", "can", "might", "could"].contains(tokens.word(at: position))
        }
    default: return false
    }
}

private func isPrefixing(_ word: String) -> Bool {
    switch word {
    case "prepend", "prepended", "prepending", "prefix", "prefixed", "prefixing": true
    default: false
    }
}

/// `<number>` among the values stands for any.
private func isTemplate(_ value: String) -> Bool {
    (value.hasPrefix("<") && value.hasSuffix(">")) || (value.hasPrefix("{") && value.hasSuffix("}"))
}

private func sentenceStart(_ tokens: [PhraseToken], before index: Int) -> Int {
    var start = index
    let limit = max(0, index - 25)
    while start > limit, !tokens.startsSentence(at: start) || continuesLine(tokens, at: start) {
        start -= 1
    }
    return start
}

/// Whether a sentence goes on after the break of a line.
private func continuesLine(_ tokens: [PhraseToken], at index: Int) -> Bool {
    guard index > 1, tokens[index - 1].isMark("\n"), tokens[index - 2].kind == .word,
        let first = tokens[index].text.utf8.first
    else { return false }
    return tokens[index].kind == .word && isSmallLetter(first)
}

/// The whole text is a list: `a|b|c`, "`a`, `b`, `c`", "`asc` or `desc`".
private func enumerationAlone(_ text: MarkedText) -> EnumerationPhrase? {
    var tokens = text.tokens
    if tokens.last?.isMark(".") == true { tokens.removeLast() }
    guard tokens.count >= 3 else { return nil }
    let hasBars = tokens.contains { $0.isMark("|") }
    let isAllMarked = tokens.allSatisfy {
        $0.isMarkedValue || $0.isMark(",") || $0.isMark("/") || $0.isMark("|") || $0.isMark("\n")
            || $0.word == "or" || $0.isMark("*") || $0.isMark("-") || $0.isPictograph
            || isDefaultRemark($0)
    }
    let isAllBarred =
        hasBars
        && tokens.enumerated().allSatisfy { index, token in
            index % 2 == 0 ? !token.word.isEmpty && typeWord(token.word) == nil : token.isMark("|")
        }
    // "available / pending / sold": words as in code between slashes.
    let isAllSlashed =
        tokens.count >= 3
        && tokens.enumerated().allSatisfy { index, token in
            index % 2 == 0
                ? token.kind == .word && token.text == token.word && typeWord(token.word) == nil
                : token.isMark("/") && token.isSpaced
        }
    // "asc or desc": words that are nothing but values.
    let isOrder =
        tokens.count == 3 && tokens[1].word == "or" && tokens[0].isOrder && tokens[2].isOrder
    // "VISA, MC, AMEX or JCB": nothing but constants in capitals.
    let isAllConstant =
        tokens.count(where: { isConstant($0.text) }) >= 3
        && tokens.allSatisfy {
            $0.kind == .word && isConstant($0.text) || $0.isMark(",") || $0.word == "or"
        }
    guard isAllConstant || isAllMarked || isAllBarred || isAllSlashed || isOrder else { return nil }
    let reader = ValueListReader(
        text: text, allowsBare: isAllConstant || isAllBarred || isAllSlashed || isOrder)
    guard let list = reader.read(from: 0), list.count >= 2, !areBooleans(list) else { return nil }
    return EnumerationPhrase(values: list, cue: "")
}

extension PhraseToken {
    fileprivate var isOrder: Bool {
        ["asc", "desc", "ascending", "descending"].contains(word) && kind == .word
    }
}

extension MarkedText {
    /// The text up to the stop behind which another sentence goes on: "`a` or `b`. Default: `a`",
    /// "`a` or `b`, `a` by default".
    fileprivate var firstSentence: MarkedText {
        guard let stop = tokens.indices.dropLast().first(where: endsValues) else { return self }
        return upTo(tokens[stop].range.lowerBound)
    }

    /// "`hour`, `day` (default) or `week`": whether nothing but values stands behind the parentheses.
    ///
    /// "`asc` or `desc` (default), `sort` must be given" lists two.
    private func listGoesOn(behind open: Int) -> Bool {
        guard let close = matchingMark(tokens, from: open), close + 2 < tokens.count else {
            return false
        }
        var hasValue = false
        for token in tokens[(close + 1)...] {
            if token.isMarkedValue {
                hasValue = true
            } else if token.isMark(".") || token.isMark(";") || token.isMark("(") {
                break
            } else if token.word != "or",
                ![",", "|", "/", "\n"].contains(where: { token.isMark($0) })
            {
                return false
            }
        }
        return hasValue
    }

    private func endsValues(at index: Int) -> Bool {
        let token = tokens[index]
        let next = tokens.word(at: index + 1)
        if token.isMark(".") || token.isMark(";") { return tokens[index + 1].isSpaced }
        let opensDefault = next == "default" || next == "defaults"
        if token.isMark("(") { return index > 2 && opensDefault && !listGoesOn(behind: index) }
        guard token.isMark(",") else { return false }
        return opensDefault
            || tokens.word(at: index + 2) == "by" && tokens.word(at: index + 3) == "default"
    }
}
