import APIModel

/// A message that has the fields of an object, but for some of them.
struct CopiedFields {
    let direction: Direction
    /// In small letters, without an article.
    let name: String
    let without: Set<String>
}

/// Reads "Returns a Player without `id`", "The body is a Player except `id` and `rating`",
/// "Returns the same fields as a Player plus:".
func readCopiedFields(_ text: MarkedText) -> CopiedFields? {
    let tokens = text.tokens
    for index in tokens.indices.prefix(60) where tokens.startsSentence(at: index) {
        guard let (direction, start) = copyingVerb(tokens, at: index) else { continue }
        var from = start
        let isSame = sameFields(tokens, at: start)
        if let end = isSame { from = end }
        if isArticle(tokens.word(at: from)) { from += 1 }
        guard let (name, end) = copiedName(tokens, at: from) else { continue }
        let without = excluded(tokens, at: end)
        guard isSame != nil || !without.isEmpty else { continue }
        return CopiedFields(direction: direction, name: name, without: without)
    }
    return nil
}

/// Where the words on a message begin, and which way it goes.
private func copyingVerb(
    _ tokens: [PhraseToken], at index: Int
) -> (direction: Direction, start: Int)? {
    var start = index
    if tokens.word(at: start) == "the" { start += 1 }
    if tokens.word(at: start) == "request" { start += 1 }
    switch (tokens.word(at: start), tokens.word(at: start + 1)) {
    case ("returns", _): return (.response, start + 1)
    case ("responds", "with"), ("response", "is"), ("response", "has"):
        return (.response, start + 2)
    case ("body", "is"), ("body", "has"), ("body", "takes"): return (.request, start + 2)
    case ("takes", _), ("accepts", _), ("expects", _), ("send", _): return (.request, start + 1)
    default: return nil
    }
}

/// Behind "the same fields as", "all fields of".
private func sameFields(_ tokens: [PhraseToken], at start: Int) -> Int? {
    var index = start
    while ["the", "same", "all"].contains(tokens.word(at: index)) { index += 1 }
    guard index > start,
        ["fields", "properties", "attributes", "members"].contains(tokens.word(at: index)),
        ["as", "of"].contains(tokens.word(at: index + 1))
    else { return nil }
    return index + 2
}

/// One word or two, capitalized or in code, and where they end.
private func copiedName(_ tokens: [PhraseToken], at start: Int) -> (name: String, end: Int)? {
    var end = start
    while end < tokens.count, end < start + 2,
        tokens[end].kind == .word || tokens[end].kind == .code,
        !isBoundary(tokens, at: end)
    {
        end += 1
    }
    guard end > start, isBoundary(tokens, at: end) else { return nil }
    let name = tokens[start..<end].map(\.word).joined(separator: " ")
    if ["object", "resource"].contains(tokens.word(at: end)) { end += 1 }
    return (name, end)
}

/// Whether a name cannot go on here: "a Player, if…", "a Player object", "a Player without `id`".
func isBoundary(_ tokens: [PhraseToken], at index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .word else { return true }
    switch tokens[index].word {
    case "with", "without", "except", "excluding", "as", "if", "when", "that", "including", "plus",
        "and", "on", "in", "whose", "object", "objects", "resource", "but", "or", "after", "before",
        "now":
        return true
    default: return false
    }
}

/// The names in code behind "without".
func excluded(_ tokens: [PhraseToken], at start: Int) -> Set<String> {
    guard ["without", "except", "excluding", "but"].contains(tokens.word(at: start)) else {
        return []
    }
    var names: Set<String> = []
    var index = start + 1
    while index < tokens.count {
        if tokens[index].kind == .code {
            names.insert(tokens[index].text)
        } else if tokens[index].kind == .word {
            guard
                ["the", "for", "without", "field", "fields", "and", "or"].contains(
                    tokens[index].word)
            else { break }
        } else if !tokens.isMark(",", at: index) {
            break
        }
        index += 1
    }
    return names
}
