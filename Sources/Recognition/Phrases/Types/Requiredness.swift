/// What a page says of whether a value must be there.
package struct Requiredness: Sendable {
    /// Missing where it depends ("Required if…").
    package let required: Bool?
    /// The words that say so.
    package let range: Range<Int>
    /// The sentence of the condition, where there is one.
    package let condition: String?

    package init(_ required: Bool?, _ range: Range<Int>, condition: String? = nil) {
        self.required = required
        self.range = range
        self.condition = condition
    }
}

/// Reads a cell of a Required column: `true`, `Yes`, `Required.`, `optional`, `conditional`.
package func readRequiredness(cell text: MarkedText) -> Requiredness? {
    let tokens = text.tokens
    guard let first = tokens.first else { return nil }
    let range = first.range
    // `0..1`, `1..*`: how often it may stand there.
    if text.text.hasPrefix("0..") || text.text == "0" { return Requiredness(false, range) }
    if text.text.hasPrefix("1..") || text.text == "1" { return Requiredness(true, range) }
    // A picture may say how it is to be drawn.
    switch first.word.filter({ $0 != "\u{FE0F}" }).unicodeScalars.first.map({ scalar in
        scalar.value > 0x2000 ? String(scalar) : first.word
    }) ?? first.word {
    case "true", "yes", "y", "required", "mandatory", "always", "must", "x", "✓", "✔", "✅", "☑",
        "●":
        if first.word == "required", let conditional = condition(text, at: 0) { return conditional }
        if tokens.count > 1, tokens.isMark("(", at: 1) || isConjunction(tokens.word(at: 1)) {
            return Requiredness(nil, range, condition: text.text)
        }
        return Requiredness(true, range)
    case "false", "no", "n", "optional", "never", "❌", "✗", "✘", "not":
        return Requiredness(false, range)
    case "conditional", "conditionally", "depends", "sometimes":
        return Requiredness(nil, range, condition: text.text)
    // "M/O": mandatory or optional.
    case "m" where tokens.count == 1: return Requiredness(true, range)
    case "o" where tokens.count == 1: return Requiredness(false, range)
    default:
        if tokens.count == 1, first.isMark("*") { return Requiredness(true, range) }
        return readRequiredness(text)
    }
}

/// Reads the word in running text, only where it is a remark of its own.
///
/// "Required." at the head or the foot of a description, `(required)`, `<optional>`, "Required
/// if…", "this field is required"; never "the required scopes".
///
/// In what describes `port`, "the `path` field is required" tells of a member or of another field.
package func readRequiredness(_ text: MarkedText, of name: String? = nil) -> Requiredness? {
    let tokens = text.tokens
    var index = 0
    while index < tokens.count {
        if let found = requirednessRemark(text, at: index, of: name) { return found }
        index += 1
    }
    return nil
}

private func requirednessRemark(
    _ text: MarkedText, at index: Int, of name: String?
) -> Requiredness? {
    let tokens = text.tokens
    guard var value = presence(tokens[index].word) else { return nil }
    if let conditional = condition(text, at: index) { return conditional }
    var start = index
    if tokens.word(at: index - 1) == "not" {
        value.toggle()
        start -= 1
    }
    guard opensRemark(tokens, at: start), !tellsOfAnother(tokens, before: start, than: name),
        closesRemark(tokens, at: index + 1)
    else { return nil }
    return Requiredness(
        value, tokens.span(start..<index + 1))
}

/// "Required if", "required when", "Required for POST".
private func condition(_ text: MarkedText, at index: Int) -> Requiredness? {
    let tokens = text.tokens
    guard isConjunction(tokens.word(at: index + 1)), opensRemark(tokens, at: index) else {
        return nil
    }
    var end = index + 1
    while end < tokens.count, !tokens[end].isMark("."), !tokens[end].isMark("\n"),
        !tokens[end].isMark(")")
    {
        end += 1
    }
    let sentence = tokens.span(index..<end)
    let required: Bool? = tokens[index].word == "optional" ? false : nil
    return Requiredness(required, tokens[index].range, condition: text.slice(sentence))
}

private func isConjunction(_ word: String) -> Bool {
    switch word {
    case "if", "when", "unless", "for", "only", "on", "in", "with", "without", "except": return true
    default: return false
    }
}

/// A sentence, a bracket, a comma-separated remark, or "is" may open it.
private func opensRemark(_ tokens: [PhraseToken], at index: Int) -> Bool {
    if tokens.startsSentence(at: index) { return true }
    if tokens.isMark(anyOf: ["(", "[", "<", "{", ",", "*", "_", "|", "-", "/"], at: index - 1) {
        return true
    }
    switch tokens.word(at: index - 1) {
    case "a", "an":
        return tokens.word(at: index - 2) == "is" && namesValue(tokens.word(at: index + 1))
    case "both", "all": return tokens.startsSentence(at: index - 1)
    case "is", "are", "always", "and", "also": return isSubject(tokens, before: index - 1)
    default: return false
    }
}

/// "This field is required", "Value is optional": the sentence must speak of the value itself.
private func isSubject(_ tokens: [PhraseToken], before index: Int) -> Bool {
    var position = index - 1
    let limit = max(0, index - 4)
    while position >= limit {
        let word = tokens.word(at: position)
        if namesValue(word) || word == "it" || word == "this" { return true }
        position -= 1
    }
    return false
}

/// "The `path` field is" before the word.
private func tellsOfAnother(
    _ tokens: [PhraseToken], before index: Int, than name: String?
) -> Bool {
    guard let name, index > 2, namesValue(tokens.word(at: index - 2)) else { return false }
    return tokens[index - 3].kind == .code && tokens[index - 3].text != name
}

private func namesValue(_ word: String) -> Bool { isFieldNoun(word) || word == "value" }

private func closesRemark(_ tokens: [PhraseToken], at index: Int) -> Bool {
    guard index < tokens.count else { return true }
    let marks: [Unicode.Scalar] = [
        ".", ")", "]", ">", "}", ",", ";", ":", "\n", "*", "_", "|", "-", "!", "/",
    ]
    if tokens.isMark(anyOf: marks, at: index) { return true }
    return isFieldNoun(tokens.word(at: index))
        || tokens[index].isSpaced && index == 1 && tokens[index].text.first?.isUppercase == true
}

/// Reads a sentence on all fields that follow: "All parameters to this endpoint are optional",
/// "All fields are required unless marked otherwise".
package func readGeneralRequiredness(_ text: MarkedText) -> Bool? {
    let tokens = text.tokens
    for start in tokens.indices
    where tokens[start].word == "all" && tokens.startsSentence(at: start) {
        var index = start + 1
        while index < start + 6, isQualifyingWord(tokens.word(at: index)) { index += 1 }
        guard isFieldWord(tokens.word(at: index)) else { continue }
        let end = min(index + 8, tokens.count)
        guard let verb = (index..<end).first(where: { tokens[$0].word == "are" }),
            tokens[index..<verb].allSatisfy({ $0.kind != .mark(0x2E) })
        else { continue }
        if let required = presence(tokens.word(at: verb + 1)) { return required }
    }
    return nil
}

/// Reads "Required parameters are in bold", "Some must be set. These are marked in **bold**": that
/// names in bold must be there.
package func saysBoldIsRequired(_ text: MarkedText) -> Bool {
    let words = text.tokens.prefix(60).map(\.word)
    guard words.contains("bold") else { return false }
    let isDemand =
        words.contains { ["required", "mandatory"].contains($0) }
        || zip(words, words.dropFirst()).contains { $0 == "must" && $1 == "be" }
    return isDemand && words.contains { isFieldWord($0) || $0 == "params" || $0 == "ones" }
        && !words.contains { ["optional", "not", "replace", "replaced"].contains($0) }
}

private func isQualifyingWord(_ word: String) -> Bool {
    ["of", "the", "these", "query", "body", "json", "request", "following", "form", "other"]
        .contains(word)
}
