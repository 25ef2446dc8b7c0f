extension MarkedText {
    /// "A link looks like this:", "An example track object:": the object that a block shows, and not
    /// an operation's message. "Errors look like this:" shows what all of them hold.
    var announcedObject: SectionRole? {
        guard lastSentence.last?.isMark(":") == true else { return nil }
        // "Errors look like this, always:".
        let clause = lastSentence.dropLast(
            lastSentence.dropLast(2).last?.isMark(",") == true ? 3 : 1)
        var words = clause.filter { $0.kind == .word }.map(\.word)[...]
        guard words.count == clause.count, words.count <= 10 else { return nil }
        guard let like = words.firstIndex(where: { ["look", "looks"].contains($0) }),
            like + 1 < words.count, words[like + 1] == "like", like > words.startIndex
        else { return nil }
        words = words[..<like]
        if ["a", "an", "the", "each", "every", "all", "single"].contains(words.first) {
            words.removeFirst()
        }
        if ["object", "objects", "resource"].contains(words.last) { words.removeLast() }
        guard !words.isEmpty, words.count <= 2 else { return nil }
        if words.contains(where: { $0 == "error" || $0 == "errors" }) { return .errors }
        guard !words.contains(where: speaksOfMessage), !words.contains("example") else {
            return nil
        }
        let name = words.dropLast() + [singularForm(words[words.endIndex - 1])]
        return .object(name: name.joined(separator: " "), isList: false)
    }
}

private func speaksOfMessage(_ word: String) -> Bool {
    switch word {
    case "request", "requests", "response", "responses", "answer", "answers", "body", "payload",
        "result", "results", "output", "call", "calls", "command", "file", "header", "headers",
        "configuration", "config", "it", "this", "that", "code", "query", "url", "message":
        true
    default: false
    }
}

/// "Here's an example of the loan object:" shows the loan object.
func behindExample(_ words: [PhraseToken]) -> [PhraseToken] {
    guard let example = words.prefix(4).firstIndex(where: { $0.word == "example" }),
        words.word(at: example + 1) == "of", example + 2 < words.count
    else { return words }
    return Array(words[(example + 2)...])
}
