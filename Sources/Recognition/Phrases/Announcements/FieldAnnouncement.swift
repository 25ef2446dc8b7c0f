import APIModel

/// Reads a sentence that announces the fields listed below it: "The request body is an object with
/// the following fields:", "Each track has:", "Accepts these query parameters:".
///
/// Its subject says whose fields they are; its end says that fields follow at all.
package func readFieldAnnouncement(_ text: MarkedText) -> SectionRole? {
    let clause = lastSentence(text.tokens)
    if let name = definedThing(text.tokens) { return .object(name: name, isList: false) }
    if let location = settingPlace(clause) { return .parameters(location: location, required: nil) }
    if let role = readParameterAnnouncement(clause) ?? partOfLines(clause) { return role }
    let speaksOfKeys = clause.first?.kind == .code && namesKeys(text)
    guard let first = clause.first, clause.count >= 3,
        announcesList(clause, ofValues: speaksOfKeys),
        let verb = clause.indices.prefix(11).first(where: { index in
            listingVerb(clause[index]) != nil && !isRelative(clause, at: index)
        }),
        let kind = listingVerb(clause[verb])
    else { return nil }
    let subject = clause[..<verb]
    let rest = clause[(verb + 1)...]
    switch kind {
    case .returns: return headersOrFields(rest)
    case .accepts: return accepted(rest)
    case .holds: break
    }
    let words = subject.map(\.word)
    if words.contains(where: isAnswer) { return headersOrFields(clause[...]) }
    if words.contains("body") || words.contains("payload") { return .requestBody }
    if words.contains(where: isOperationNoun) { return accepted(rest) }
    // "`origin` is itself an object with keys:" speaks of that member; "an object whose keys are
    // … and values an object with" of each of its values.
    if first.kind == .code, verb == clause.startIndex + 1 {
        guard isMemberName(first.text) else { return nil }
        return .object(name: first.text, isList: speaksOfKeys)
    }
    // "Tickets are represented as JSON objects which have the following keys:".
    if verb == clause.startIndex + 1, rest.first?.word == "represented", first.kind == .word {
        return .object(name: singularForm(first.word), isList: false)
    }
    guard ["each", "every", "a", "an", "the"].contains(first.word) else { return nil }
    return object(in: subject.dropFirst())
}

/// "Parameters for `POST /x` and `PUT /x/{id}`:": what several requests take.
private func partOfLines(_ clause: ArraySlice<PhraseToken>) -> SectionRole? {
    guard clause.last?.isMark(":") == true,
        let of = clause.firstIndex(where: { $0.word == "for" || $0.word == "of" })
    else { return nil }
    let lines = MarkedText.isListOfRequestLines(clause[(of + 1)...].dropLast())
    let part = clause[..<of].map(\.word).filter { $0 != "the" && $0 != "request" }
    let parts = [
        ["parameters"], ["query", "parameters"], ["fields"], ["body"], ["body", "fields"],
    ]
    guard lines, parts.contains(part) else { return nil }
    return accepted(clause[..<of])
}

/// "A valve is" and nothing else, right above what it is.
private func definedThing(_ tokens: [PhraseToken]) -> String? {
    var words = tokens[...]
    if words.last?.isMark(":") == true { words.removeLast() }
    guard (3...4).contains(words.count), words.allSatisfy({ $0.kind == .word }),
        ["a", "an"].contains(words.first?.word),
        ["is", "has", "contains"].contains(words.last?.word)
    else { return nil }
    let name = words.dropFirst().dropLast().map(\.word)
    let others = ["response", "request", "body", "call", "list", "result", "reply", "message"]
    return name.contains(where: { others.contains($0) }) ? nil : name.joined(separator: " ")
}

/// "The following parameters should be set in the URL:": where the parameters listed below go.
private func settingPlace(_ clause: ArraySlice<PhraseToken>) -> Parameter.Location? {
    guard clause.count <= 16, clause.last?.isMark(":") == true else { return nil }
    let words = clause.map(\.word)
    guard words.contains(where: isFieldWord),
        let verb = words.firstIndex(where: { ["set", "given", "passed", "sent"].contains($0) }),
        let place = words[verb...].firstIndex(of: "in"), place + 2 < words.count
    else { return nil }
    switch words[place + (words[place + 1] == "the" ? 2 : 1)] {
    case "url", "query", "querystring": return .query
    case "header", "headers": return .header
    default: return nil
    }
}

/// "Every endpoint that returns a list accepts": what tells which.
private func isRelative(_ clause: ArraySlice<PhraseToken>, at verb: Int) -> Bool {
    verb > clause.startIndex && ["that", "which"].contains(clause[verb - 1].word)
}

private enum ListingVerb {
    case returns, accepts, holds
}

private func listingVerb(_ token: PhraseToken) -> ListingVerb? {
    guard token.kind == .word else { return nil }
    switch token.word {
    case "returns", "responds": return .returns
    case "accepts", "takes", "expects", "supports", "pass", "send", "specify", "provide", "supply",
        "accept", "take", "expect", "support":
        return .accepts
    case "is", "are", "has", "have", "contains", "contain", "consists", "includes", "include",
        "holds",
        "carries":
        return .holds
    default: return nil
    }
}

/// The words of the last sentence, its closing colon included.
private func lastSentence(_ tokens: [PhraseToken]) -> ArraySlice<PhraseToken> {
    var end = tokens.count
    while end > 0, tokens.isMark(anyOf: [".", "\n"], at: end - 1) { end -= 1 }
    var start = end
    while start > 0, !tokens[start - 1].isMark(".") { start -= 1 }
    return ArraySlice(tokens[start..<end].filter { !$0.isMark("\n") })
}

/// Whether the sentence ends in words for fields: "with:", "the following keys", "these members:",
/// "a JSON object:".
private func announcesList(_ clause: ArraySlice<PhraseToken>, ofValues: Bool) -> Bool {
    let endsInColon =
        clause.last?.isMark(":") == true || ["with", "of"].contains(clause.last?.word)
    let words = clause.map(\.word)
    guard endsInColon || words.contains("following") || words.contains("these") else {
        return false
    }
    let others = ofValues ? ["steps", "codes", "events"] : ["values", "steps", "codes", "events"]
    guard !words.contains(where: others.contains) else { return false }
    if words.contains(where: isFieldWord) { return true }
    guard endsInColon, let last = words.last(where: { !$0.isEmpty }) else { return false }
    switch last {
    case "has", "have", "contains", "includes", "with", "of", "object", "holds", "objects", "takes",
        "take", "accepts", "accept", "expects", "expect":
        return true
    case "returns", "return": return !words.contains("example")
    default: return words.contains("options") && words.contains(where: isAccepting)
    }
}

private func isAccepting(_ word: String) -> Bool {
    ["accepts", "accept", "takes", "take", "supports", "support"].contains(word)
}

private func headersOrFields(_ clause: ArraySlice<PhraseToken>) -> SectionRole {
    clause.contains { $0.word == "headers" } ? .responseHeaders : .responseFields
}

/// "the following query parameters", "a JSON body with these fields".
func accepted(_ rest: ArraySlice<PhraseToken>) -> SectionRole {
    let words = rest.map(\.word)
    if words.contains("body") || words.contains("json") || words.contains("payload") {
        return .requestBody
    }
    let places: [(String, Parameter.Location)] = [
        ("query", .query), ("path", .path), ("url", .path), ("headers", .header),
        ("header", .header), ("cookie", .cookie),
    ]
    let location = places.first { words.contains($0.0) }?.1
    let isQuery = words.contains("query") || words.contains("querystring") || words.contains("get")
    let required = words.contains("optional") ? false : words.contains("required") ? true : nil
    return .parameters(location: isQuery ? .query : location, required: required)
}

/// No status, no path and no text of several words.
private func isMemberName(_ text: String) -> Bool {
    guard let name = readNameMarks(MarkedText(text))?.name else { return false }
    return !name.isEmpty && !name.hasPrefix("/") && !name.utf8.contains(0x20)
        && name.utf8.contains { $0 > 0x40 }
}

/// "track", "`tracks` element", "address object": the name without the words for what it is.
private func object(in subject: ArraySlice<PhraseToken>) -> SectionRole? {
    if let code = subject.first(where: { $0.kind == .code }) {
        return .object(name: code.text, isList: false)
    }
    var words = subject.map(\.text)
    let kinds = [
        "object", "objects", "element", "item", "entry", "record", "resource", "structure",
    ]
    while words.count > 1, let last = words.last, kinds.contains(last.lowercased()) {
        words.removeLast()
    }
    guard !words.isEmpty, words.count <= 3, subject.allSatisfy({ $0.kind == .word }),
        !subject.contains(where: { isFieldWord($0.word) || $0.word == "following" })
    else { return nil }
    return .object(name: words.joined(separator: " "), isList: false)
}
