import APIModel

/// Fields that a sentence lists: "Send `title` (string, required), `author` and `pages` (integer)".
struct SpokenFields {
    /// A name, and what stands in parentheses behind it.
    struct Item {
        let name: String
        let remark: MarkedText?
    }

    let role: SectionRole
    let items: [Item]
}

/// Reads the lists of fields in running text.
///
/// A verb of sending or returning, or a noun such as "query parameters", stands right before them.
/// Where that is a verb alone, one of them at least says its type or whether it must be there, unless
/// the sentence speaks of many calls.
func readSpokenFields(_ text: MarkedText, ofMany: Bool = false) -> [SpokenFields] {
    let tokens = text.tokens
    guard tokens.count <= 200 else { return [] }
    var found: [SpokenFields] = []
    var index = 0
    while index < tokens.count {
        guard let lead = SpokenLead(tokens, at: index) else {
            index += 1
            continue
        }
        let verb = tokens[index].word
        let isDenied = tokens[max(0, index - 3)..<index].contains {
            ["not", "never", "don't"].contains($0.word)
        }
        let (items, end) = listedItems(in: text, from: lead.end)
        index = max(end, index + 1)
        let isQualified = items.contains { $0.remark.map(qualifies) ?? false }
        // "Use the `Link` header to find the next page" speaks of the answer.
        let isUse = verb == "use" || verb == "using"
        let isOfQuery =
            tokens.word(at: end) == "query" && tokens.word(at: end + 2) != "of" && !isDenied
        let place =
            lead.isAnswer || isUse && !isOfQuery ? nil : place(behind: items, tokens, at: end)
        guard !items.isEmpty, isQualified || lead.namesFields || place != nil || ofMany else {
            continue
        }
        found.append(SpokenFields(role: place ?? lead.role(of: items), items: items))
    }
    return found
}

/// What announces the fields of a sentence.
private struct SpokenLead {
    /// Where the first name stands.
    let end: Int
    /// Whether a noun says that names follow.
    let namesFields: Bool
    private let words: [String]
    /// Whether the sentence is about what comes back.
    let isAnswer: Bool
    /// Whether it says what the body sent has.
    private let isBody: Bool

    init?(_ tokens: [PhraseToken], at start: Int) {
        guard isListingVerb(tokens[start].word) || supportsHeader(tokens, at: start),
            tokens[start].word != "with" || followsMessage(tokens, at: start)
                || tokens.hasWords(["any", "of"], at: start + 1)
                    && tokens[..<start].last?.kind == .code
                || [start + 1, start + 2].contains(where: { tokens.word(at: $0) == "query" })
        else { return nil }
        var index = start + 1
        while index < tokens.count, index < start + 9, isLeadWord(tokens[index]) { index += 1 }
        guard index < tokens.count, tokens[index].kind == .code, isFieldName(tokens[index].text)
        else { return nil }
        end = index
        // "with some key, `a`" names it; "send, `a`" does not go on.
        let comma = tokens[start..<index].firstIndex { $0.isMark(",") }
        if let comma, comma != index - 1 || !namesField(tokens.word(at: comma - 1)) { return nil }
        words = tokens[start..<index].map(\.word)
        let noun = tokens[start..<index].last { !$0.word.isEmpty }?.word ?? ""
        // "The body has one key, `ids`": of a message, and of nothing else that has keys.
        let isHeld = ["has", "have", "contains"].contains(tokens[start].word)
        let isSent = isHeld && ["body", "payload", "request"].contains(tokens.word(at: start - 1))
        if isHeld {
            let subject = tokens[..<start].suffix(4).map(\.word)
            guard namesField(noun), isSent || subject.contains(where: namesAnswer) else {
                return nil
            }
        }
        isBody = isSent && !tokens[..<start].suffix(4).contains { namesAnswer($0.word) }
        namesFields = namesField(noun) || tokens.hasWords(["any", "of"], at: index - 2)
        isAnswer = tokens[..<(start + 1)].reversed().prefix { !$0.isMark(".") }.contains {
            speaksOfReturning($0.word)
        }
        // Where plain "parameters" go, a sentence does not say.
        let isPlain = ["parameter", "parameters", "argument", "arguments"].contains(noun)
        if isPlain, !words.contains("query"), !words.contains("form") { return nil }
        if isAnswer, words.contains(where: { $0.hasPrefix("header") }) { return nil }
    }

    func role(of items: [SpokenFields.Item]) -> SectionRole {
        func has(_ candidates: String...) -> Bool { words.contains { candidates.contains($0) } }
        let required = has("optional") ? false : has("required", "mandatory") ? true : nil
        if isBody { return .requestBody }
        if isAnswer, !has("query") { return .responseFields }
        if has("query") { return .parameters(location: .query, required: required) }
        if has("header", "headers") { return .parameters(location: .header, required: required) }
        if has("body", "json", "form"), required == nil { return .requestBody }
        return .parameters(location: nil, required: required)
    }
}

private func namesAnswer(_ word: String) -> Bool { isAnswer(word) }

/// "a JSON body with `a`", "responds with `a`"; not "spaces with the keys `a` and `b`".
private func followsMessage(_ tokens: [PhraseToken], at index: Int) -> Bool {
    let before = tokens.word(at: index - 1)
    return ["request", "body", "object", "form", "call", "responds", "json", "payload"]
        .contains(before)
}

/// "This endpoint supports the `X-Reason` header"; not what clients, answers or proxies support.
private func supportsHeader(_ tokens: [PhraseToken], at start: Int) -> Bool {
    guard tokens[start].word == "supports",
        ["endpoint", "operation", "request", "method", "call", "route", "it"]
            .contains(tokens.word(at: start - 1)) || tokens.word(at: start - 1) == "also"
    else { return false }
    return (start + 1...start + 3).contains {
        $0 < tokens.count && tokens[$0].kind == .code && tokens.word(at: $0 + 1) == "header"
    }
}

private func isListingVerb(_ word: String) -> Bool {
    switch word {
    case "send", "sends", "sending", "include", "including", "pass", "passing", "provide",
        "providing", "supply", "specify", "accepts", "accept", "takes", "take", "requires",
        "require", "expects", "expect", "using", "use", "with", "returns", "plus", "needs", "need",
        "give", "has", "have", "contains":
        true
    default: false
    }
}

/// What may stand between the verb and the first name.
private func isLeadWord(_ token: PhraseToken) -> Bool {
    if token.isMark(":") || token.isMark(",") { return true }
    guard token.kind == .word else { return false }
    switch token.word {
    case "a", "an", "the", "json", "object", "body", "with", "form", "query", "string", "request",
        "optional", "required", "mandatory", "also", "following", "at", "least", "containing", "of",
        "in",
        "header", "http", "its", "two", "three", "one", "these", "any":
        return true
    default: return namesField(token.word)
    }
}

private func namesField(_ word: String) -> Bool {
    isFieldNoun(word) || isFieldWord(word)
}

private func isFieldName(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 60,
        isLetter(first) || first == 0x5F,
        Method(rawValue: text) == nil
    else { return false }
    switch lowercasedASCII(text) {
    case "true", "false", "null", "none", "string", "integer", "int", "number", "float", "boolean",
        "bool", "object", "array":
        return false
    default: break
    }
    return text.utf8.allSatisfy { byte in
        isNameByte(byte) || [0x2D, 0x2E, 0x5B, 0x5D].contains(byte)
    }
}

/// Names one behind the other, and where they end: "`a` (string), `b` and `c` (optional)".
func listedItems(
    in text: MarkedText, from start: Int
) -> (items: [SpokenFields.Item], end: Int) {
    let tokens = text.tokens
    var items: [SpokenFields.Item] = []
    var index = start
    while index < tokens.count, tokens[index].kind == .code, isFieldName(tokens[index].text) {
        let name = tokens[index].text
        index += 1
        var remark: MarkedText?
        if tokens.isMark("(", at: index), let close = matchingMark(tokens, from: index) {
            let range = tokens.span(index..<close + 1)
            remark = text.upTo(range.upperBound).dropFirst(range.lowerBound)
            index = close + 1
        }
        if remark == nil, let end = apposition(tokens, at: index) {
            let last = tokens[end - 1].range.upperBound
            remark = MarkedText(text.slice(0..<last), code: []).dropFirst(
                tokens[index + 1].range.lowerBound)
            index = end
        }
        items.append(SpokenFields.Item(name: name, remark: remark))
        guard let next = nextItem(tokens, behind: index) else { break }
        index = next
    }
    return (items, index)
}

/// Where the next name stands, behind words that join it: ", and", "and, if you like,".
private func nextItem(_ tokens: [PhraseToken], behind index: Int) -> Int? {
    var next = index
    while next < min(index + 8, tokens.count), joins(tokens[next]) {
        // "`reason` if `cancelled`" is a condition.
        if tokens[next].word == "if", tokens.word(at: next + 1) != "you" { return nil }
        next += 1
    }
    return next > index ? next : nil
}

private func joins(_ token: PhraseToken) -> Bool {
    if token.isMark(",") { return true }
    switch token.word {
    case "and", "or", "optionally", "optional", "also", "if", "you", "like", "a", "an", "the":
        return token.kind == .word
    default: return false
    }
}

/// "send an `Idempotency-Key` header": where one name goes, by the noun behind it.
private func place(behind items: [SpokenFields.Item], _ tokens: [PhraseToken], at end: Int)
    -> SectionRole?
{
    if !items.isEmpty, tokens.word(at: end) == "query", namesField(tokens.word(at: end + 1)),
        !items.contains(where: { isCredentialName($0.name) })
    {
        return .parameters(location: .query, required: nil)
    }
    guard items.count == 1 else { return nil }
    let start = tokens.word(at: end) == "request" ? end + 1 : end
    guard tokens.word(at: start) == "header" else { return nil }
    return .parameters(location: .header, required: nil)
}

/// Where the words end that say behind a comma what a name is: "`letters`, an array of letters, and".
private func apposition(_ tokens: [PhraseToken], at index: Int) -> Int? {
    guard tokens.isMark(",", at: index), ["a", "an"].contains(tokens.word(at: index + 1)) else {
        return nil
    }
    var end = index + 2
    while end < min(index + 14, tokens.count), tokens[end].kind == .word {
        if tokens[end].word == "and", end + 1 < tokens.count, tokens[end + 1].kind == .code {
            break
        }
        end += 1
    }
    guard end < tokens.count else { return end }
    return end > index + 2
        && (tokens.isMark(anyOf: [",", ".", ";"], at: end) || tokens[end].word == "and")
        ? end : nil
}

/// `(string, required)`, `(optional)`: what says something of a field, and is no remark in passing.
private func qualifies(_ remark: MarkedText) -> Bool {
    readLeadingType(remark) != nil
        || remark.tokens.contains { presence($0.word) != nil }
}
