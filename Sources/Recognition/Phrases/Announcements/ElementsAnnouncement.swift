import APIModel

/// That a message is a list whose elements have the fields listed below: "Returns an array of
/// ships:", "The response is a list of objects with these keys:".
package struct ElementsAnnouncement: Sendable {
    /// Whose list it is, where the sentence says so.
    package let direction: Direction?
}

/// Reads such a sentence, or two of them: "Returns a JSON list. Each item contains:".
///
/// What is in code there is a member, and the list is what that holds.
package func readElementsAnnouncement(_ text: MarkedText) -> ElementsAnnouncement? {
    let tokens = text.tokens
    guard tokens.count <= 40,
        let list = tokens.firstIndex(where: { $0.kind == .word && namesList($0.word) }),
        speaksOfEach(tokens, behind: list)
    else { return nil }
    let start = tokens[..<list].lastIndex { $0.isMark(".") }.map { $0 + 1 } ?? 0
    let lead = tokens[start..<list]
    let isReturned = tokens[list...].contains { $0.word == "returned" }
    let isMessage = isReturned || lead.contains { namesMessage($0.word) }
    let isWhole =
        tokens.word(at: list + 1) == "of"
        ? namesThings(tokens, from: list + 2)
        : endsClause(tokens, at: list + 1) && (isMessage || tokens[list].word == "array")
    guard isWhole, leads(lead) || isMessage && comes(lead) else { return nil }
    let words = lead.map(\.word)
    if isReturned || words.contains(where: isAnswer) || words.contains(where: tellsOfAnswer) {
        return ElementsAnnouncement(direction: .response)
    }
    let isSent = words.contains { ["request", "accepts", "expects", "takes", "send"].contains($0) }
    return ElementsAnnouncement(direction: isSent ? .request : nil)
}

private func namesList(_ word: String) -> Bool { word == "array" || word == "list" }

private func tellsOfAnswer(_ word: String) -> Bool {
    ["returns", "return", "responds", "answers", "returned"].contains(word)
}

private func namesMessage(_ word: String) -> Bool {
    isAnswer(word) || tellsOfAnswer(word)
        || ["body", "request", "payload", "accepts", "expects", "takes", "send", "json"]
            .contains(word)
}

/// Whether nothing stands before the list but what it is of a message.
private func leads(_ lead: ArraySlice<PhraseToken>) -> Bool {
    lead.allSatisfy { token in
        if token.isMark(":") || token.isMark(",") { return true }
        switch token.word {
        case "a", "an", "the", "is", "will", "be", "it", "this", "with", "contains", "consists",
            "of", "endpoint", "operation", "call", "method", "which", "paginated", "sorted",
            "ordered", "flat", "plain", "on", "success", "as", "back", "single", "top-level",
            "status", "200", "ok", "and":
            return true
        default: return namesMessage(token.word)
        }
    }
}

/// "Returns all ships as an array".
private func comes(_ lead: ArraySlice<PhraseToken>) -> Bool {
    lead.suffix(3).contains { $0.word == "as" }
        && !lead.contains { $0.kind == .code || $0.word.hasPrefix("object") || $0.word == "with" }
}

/// Whether things with members follow "of", and not texts, or the names of the fields themselves.
private func namesThings(_ tokens: [PhraseToken], from start: Int) -> Bool {
    var noun = start
    while ["the", "all", "matching", "its", "your", "found", "zero", "or", "more"]
        .contains(tokens.word(at: noun))
    {
        noun += 1
    }
    let rest = tokens[min(noun, tokens.count)...].prefix { !$0.isMark(".") }
    guard let first = rest.first else { return true }
    let isType = first.kind == .code && first.text.first?.isUppercase == true
    guard rest.dropFirst(isType ? 1 : 0).allSatisfy({ $0.kind != .code }) else { return false }
    return !rest.contains { token in
        switch token.word {
        case "string", "strings", "integer", "integers", "number", "numbers", "id", "ids", "uuids",
            "name", "names", "url", "urls", "float", "floats", "boolean", "booleans", "dates",
            "bytes", "values", "arrays", "lists", "key", "under", "called", "named", "parameters",
            "arguments", "options", "steps", "codes":
            true
        default: false
        }
    } && !isWordForFields(first.word)
}

private func isWordForFields(_ word: String) -> Bool {
    isFieldWord(word) || word == "following" || word == "these"
}

/// "a JSON list.", "an array with the following fields", "array, each element of which has".
private func endsClause(_ tokens: [PhraseToken], at index: Int) -> Bool {
    guard index < tokens.count else { return true }
    return tokens.isMark(anyOf: [".", ":", ","], at: index)
        || ["with", "where", "whose", "each", "in"].contains(tokens.word(at: index))
            && tokens.word(at: index + 1) != "a"
}

/// Whether a sentence behind that of the list goes on with its elements.
private func speaksOfEach(_ tokens: [PhraseToken], behind list: Int) -> Bool {
    guard let end = tokens[list...].firstIndex(where: { $0.isMark(".") }) else { return true }
    let next = tokens[(end + 1)...].first { !$0.isMark("\n") }
    guard let next else { return true }
    return ["each", "every", "an", "a"].contains(next.word)
}
