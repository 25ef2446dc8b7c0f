import SourceText

/// What a page says is as elsewhere: "Takes the same parameters as [Create a note](#create)".
package struct Sameness: Sendable {
    package let direction: Direction
    /// The heading it links to, a request line in code, words of the other operation's name, or
    /// "above".
    package let target: Said<String>

    package init(direction: Direction, target: Said<String>) {
        self.direction = direction
        self.target = target
    }
}

/// Which message a sentence says is the same as another operation's; in a section that is about
/// one, the word alone does.
func readSameness(_ text: MarkedText, in role: SectionRole?) -> Direction? {
    let tokens = text.tokens
    if let direction = referral(tokens, in: role) ?? laterReferral(text) { return direction }
    // "Answers like `POST /jobs`".
    if ["answers", "responds", "returns"].contains(tokens.word(at: 0)), tokens.count > 2,
        tokens.word(at: 1) == "like", tokens[2].kind == .code
    {
        return .response
    }
    guard tokens.count <= 40, let same = tokens.firstIndex(where: { $0.word == "same" }) else {
        return nil
    }
    guard tokens[same...].contains(where: { ["as", "like", "for"].contains($0.word) }) else {
        return nil
    }
    if let direction = message(tokens[(same + 1)...].prefix(3)) { return direction }
    // "The response is the same as for …", and below a heading "Same as …".
    let head = tokens[..<same].map(\.word)
    if head.contains("response") || head.contains("output") { return .response }
    guard tokens.word(at: same + 1) == "as", same <= 3 else { return nil }
    switch role {
    case .parameters, .requestBody: return .request
    case .response, .responseFields: return .response
    default: return nil
    }
}

/// What a text without links says is the other place: "above", or the words behind "same … as":
/// "Same arguments as for planting, all optional".
///
/// Where something is left out or taken apart, the message is another one.
func readSamenessTarget(_ text: MarkedText) -> String? {
    let tokens = text.tokens
    guard let same = tokens.firstIndex(where: { $0.word == "same" }),
        let start = tokens[same...].firstIndex(where: { ["as", "like"].contains($0.word) }),
        start - same <= 4, !tokens[same..<start].contains(where: { $0.kind == .code })
    else { return nil }
    var end = start + 1
    while end < tokens.count, end <= start + 6, tokens[end].kind != .mark(0x2E),
        !tokens[end].isMark(","), !tokens[end].isMark("("), !tokens[end].isMark(";"),
        !["but", "plus", "and", "without", "except"].contains(tokens[end].word)
    {
        end += 1
    }
    let rest = tokens[end...].prefix { !$0.isMark(".") }
    let isPart = rest.contains { ["without", "except", "but", "only", "minus"].contains($0.word) }
    guard !isPart else { return nil }
    let words = tokens[(start + 1)..<end].map(\.word)
        .filter { !["in", "for", "with", "the", "a", "an", "on", "when", "at", ""].contains($0) }
    return words.isEmpty ? nil : words.joined(separator: " ")
}

/// "See [Create a note](#create) for the response.", or without its end where a heading says that.
private func referral(_ tokens: [PhraseToken], in role: SectionRole?) -> Direction? {
    guard tokens.count <= 16, tokens.first?.word == "see" else { return nil }
    guard let end = tokens.lastIndex(where: { $0.word == "for" }) else {
        switch role {
        case .response, .responseExample, .responseFields:
            return tokens.count <= 8 ? .response : nil
        default: return nil
        }
    }
    return message(tokens[(end + 1)...].prefix(4))
}

/// "Returns `201` with the note. See the [Get a note](#get) endpoint for more info on the payload.":
/// the sentence before says which message that is.
private func laterReferral(_ text: MarkedText) -> Direction? {
    let tokens = text.tokens.last?.isMark(".") == true ? text.tokens.dropLast() : text.tokens[...]
    guard tokens.count <= 80, let stop = tokens.lastIndex(where: { $0.isMark(".") }),
        tokens[..<stop].contains(where: { speaksOfReturning($0.word) })
    else { return nil }
    let last = tokens[(stop + 1)...]
    guard last.count <= 20, last.first?.word == "see",
        let end = last.lastIndex(where: { $0.word == "for" }), end + 1 < last.endIndex
    else { return nil }
    let empty = ["202", "204"]
    guard !tokens[..<stop].contains(where: { empty.contains($0.text) }),
        let about = last.last?.word,
        ["payload", "response", "body", "representation"].contains(about)
    else { return nil }
    let fillers = [
        "more", "info", "information", "details", "detail", "on", "about", "the", "its", "full",
        "complete", "returned", "json",
    ]
    return last[(end + 1)...].dropLast().allSatisfy { fillers.contains($0.word) } ? .response : nil
}

private func message(_ tokens: ArraySlice<PhraseToken>) -> Direction? {
    for token in tokens {
        switch token.word {
        case "parameters", "parameter", "fields", "body", "attributes", "options", "arguments",
            "properties", "input", "payload", "params":
            return .request
        case "response", "responses", "output", "result", "object": return .response
        default: continue
        }
    }
    return nil
}
