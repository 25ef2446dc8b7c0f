import APIModel
import SourceText

/// A message that a sentence calls by the name of a thing, which some page may document: "Responds
/// with `200` and the letter", "The body is an array of letters".
package struct ToldThing: Hashable, Sendable {
    package var direction: Direction
    /// What it may be called, in small letters, the longest first; none where the sentence tells of
    /// what is around all answers.
    package var names: [String]
    package var isList = false
    /// The members that it is told to be without.
    package var without: [String] = []
    /// The member of the message that holds it.
    package var holder: String?
    /// The status that is named with it.
    package var status: Response.Status?
    package var evidence: Evidence

    package init(_ direction: Direction, names: [String], evidence: Evidence) {
        self.direction = direction
        self.names = names
        self.evidence = evidence
    }
}

extension ToldThing {
    /// What it may be called, and what holds it, for people.
    var words: String { (names + [holder].compactMap(\.self)).joined(separator: ", ") }
}

/// Reads what a sentence says is sent or comes back, where it calls that by a name.
///
/// Whether anything is documented by that name is for the site to tell: a name alone gives no fact.
func readToldThing(
    _ direction: Direction, _ text: MarkedText, at evidence: Evidence
) -> ToldThing? {
    let tokens = text.tokens
    for index in tokens.indices.prefix(60) where tokens.mayTell(at: index) {
        let start =
            direction == .request
            ? sentStart(tokens, at: index)
            : returnStart(tokens, at: index) ?? passiveStart(tokens, at: index)
                ?? (tokens.isArrow(before: index) ? behindStatus(tokens, at: index) : nil)
        guard let start else { continue }
        guard
            var thing = namedThing(tokens, from: start, direction, evidence)
                ?? thingAsBody(tokens, behind: start, direction, evidence)
        else { continue }
        if direction == .response {
            thing.status = tokens[index..<start].lazy.compactMap(assignedStatus).first
        }
        return thing
    }
    return nil
}

/// "All responses are wrapped in an object with a single key, `data`": the member that holds what
/// every answer is told to be.
func readEnvelope(_ text: MarkedText, at evidence: Evidence) -> ToldThing? {
    let tokens = text.tokens
    guard tokens.count <= 60,
        let verb = tokens.firstIndex(where: { ["wrapped", "enclosed"].contains($0.word) }),
        let head = tokens[..<verb].lastIndex(where: { ["every", "all", "each"].contains($0.word) }),
        !tokens[head..<verb].contains(where: { ["error", "errors", "failed"].contains($0.word) }),
        tokens[head..<verb].contains(where: { token in
            ["response", "responses", "answer", "answers", "results", "reply", "replies"]
                .contains(token.word)
        }),
        let name = tokens[verb...].prefix(12).first(where: { $0.kind == .code }),
        name.text.utf8.allSatisfy({ isWordByte($0) && $0 < 0x80 })
    else { return nil }
    var thing = ToldThing(.response, names: [], evidence: evidence)
    thing.holder = name.text
    return thing
}

extension [PhraseToken] {
    /// Whether words on a message may begin here: a sentence, or one that goes on about who answers.
    fileprivate func mayTell(at index: Int) -> Bool {
        startsSentence(at: index) || isArrow(before: index)
            || ["it", "server", "api", "and", "then", "which"].contains(word(at: index - 1))
    }
}

/// Behind "The body is", "Body:", "Takes", "Send".
private func sentStart(_ tokens: [PhraseToken], at index: Int) -> Int? {
    if let start = bodyStart(tokens, at: index) { return start }
    switch tokens.word(at: index) {
    case "takes", "accepts", "expects", "send": break
    default: return nil
    }
    return isArticle(tokens.word(at: index + 1)) ? index + 1 : nil
}

private func namedThing(
    _ tokens: [PhraseToken], from start: Int, _ direction: Direction, _ evidence: Evidence
) -> ToldThing? {
    var index = start
    var isList = false
    while index < tokens.count, index < start + 8 {
        if ["list", "array", "collection"].contains(tokens.word(at: index)) {
            // "the new list" is one.
            guard tokens.word(at: index + 1) == "of" else { break }
            isList = true
        } else if !tellsWhich(tokens.word(at: index)), !qualifies(tokens, at: index) {
            break
        }
        index += 1
    }
    guard index > start, index < tokens.count, tokens[index].kind == .word else { return nil }
    var names: [String] = []
    var end = index
    for last in [index + 2, index + 1] where last <= tokens.count && endsName(tokens, at: last) {
        let words = tokens[index..<last]
        guard words.indices.allSatisfy({ !endsName(tokens, at: $0) }) else { continue }
        let name = words.map(\.word).joined(separator: " ")
        // "the letters" are several, of which only a word for a list says how they come.
        guard isList || singularForm(name) == name else { return nil }
        if names.isEmpty { end = last }
        names.append(singularForm(name))
    }
    guard !names.isEmpty else { return nil }
    var thing = ToldThing(direction, names: names, evidence: evidence)
    thing.isList = isList
    if ["object", "objects", "resource"].contains(tokens.word(at: end)) { end += 1 }
    if tokens.isMark("(", at: end), let close = matchingMark(tokens, from: end) { end = close + 1 }
    thing.without = excluded(tokens, at: end).sorted()
    thing.holder = holder(tokens, at: end)
    guard thing.holder != nil || !thing.without.isEmpty || isWhole(tokens, at: end) else {
        return nil
    }
    return thing
}

/// "`201`, a `Location` header, and the letter as the body": the last of what comes back.
private func thingAsBody(
    _ tokens: [PhraseToken], behind start: Int, _ direction: Direction, _ evidence: Evidence
) -> ToldThing? {
    let clause = tokens.indices[start...].prefix(24).prefix { !tokens[$0].isMark(".") }
    guard
        let end = clause.first(where: {
            tokens.hasWords(["as", "the", "body"], at: $0)
                || tokens.hasWords(["in", "the", "body"], at: $0)
        }),
        let article = tokens[start..<end].suffix(3).firstIndex(where: { isArticle($0.word) })
    else { return nil }
    return namedThing(tokens, from: article, direction, evidence)
}

/// "the surviving contact", "the sent file": a word that says which.
private func qualifies(_ tokens: [PhraseToken], at index: Int) -> Bool {
    let word = tokens.word(at: index)
    guard word.hasSuffix("ing") || word.hasSuffix("ed"), word.utf8.count > 4,
        index + 1 < tokens.count, tokens[index + 1].kind == .word
    else { return false }
    return !endsName(tokens, at: index + 1)
}

/// Whether a name cannot go on here.
private func endsName(_ tokens: [PhraseToken], at index: Int) -> Bool {
    if isBoundary(tokens, at: index) { return true }
    return ["below", "under", "inside", "to", "for", "from", "again", "is", "has", "itself"]
        .contains(tokens.word(at: index))
}

/// "below `data`", "under the key `data`", "in `data`".
private func holder(_ tokens: [PhraseToken], at end: Int) -> String? {
    guard ["below", "under", "in", "inside", "as"].contains(tokens.word(at: end)) else {
        return nil
    }
    var index = end + 1
    while ["the", "a", "key", "member", "field", "property"].contains(tokens.word(at: index)) {
        index += 1
    }
    guard index < tokens.count, tokens[index].kind == .code,
        tokens[index].text.utf8.allSatisfy({ isWordByte($0) && $0 < 0x80 })
    else { return nil }
    return tokens[index].text
}

/// Whether the thing is all of the message: "the link, its owner and its hits" is more than a link.
private func isWhole(_ tokens: [PhraseToken], at end: Int) -> Bool {
    guard end < tokens.count else { return true }
    let next = tokens[(end + 1)...].prefix(4)
    let tellsStatus = next.contains { assignedStatus($0) != nil }
    switch tokens.word(at: end) {
    case "and", "with", "or", "but": return tellsStatus
    case "to", "is", "has", "itself", "whose", "including", "excluding", "except", "without":
        return tokens.word(at: end) == "itself"
    case "": break
    default: return true
    }
    if tokens.isMark(",", at: end) {
        return tellsStatus
            || ["if", "or", "when", "at", "up", "newest", "oldest", "sorted", "each"]
                .contains(next.first?.word)
    }
    return tokens.isMark(anyOf: [".", ";", "(", "\n", ":"], at: end)
}
