import APIModel

/// A request that a sentence tells of.
struct SpokenRequest {
    let method: String
    let target: String
}

/// Reads the requests in running text: "send a `POST` request to `/books`", "A `PUT` request to
/// `/books/{id}` replaces a book", "call `GET /books`".
///
/// Where a text says what not to do, nothing is read.
func readSpokenRequests(_ text: MarkedText) -> [SpokenRequest] {
    let tokens = text.tokens
    guard tokens.count <= 200 else { return [] }
    var found: [SpokenRequest] = []
    for index in tokens.indices where tokens[index].text.first?.isUppercase == true {
        guard !isDenied(tokens, at: index), !isOfUs(tokens, at: index) else { continue }
        if let line = calledLine(tokens, at: index) {
            found.append(line)
        } else if Method(rawValue: tokens[index].text) != nil,
            let target = target(in: text, behind: index)
        {
            found.append(SpokenRequest(method: tokens[index].text, target: target))
        }
    }
    return found
}

/// "never send a `DELETE` request", "instead of `GET /books`".
private func isDenied(_ tokens: [PhraseToken], at index: Int) -> Bool {
    tokens[max(0, index - 5)..<index].contains { token in
        ["not", "never", "don't", "cannot", "can't", "instead", "no", "without"].contains(
            token.word)
    }
}

/// "When a book is lent, we send a `POST` request to": what the service calls.
private func isOfUs(_ tokens: [PhraseToken], at index: Int) -> Bool {
    tokens[max(0, index - 6)..<index].contains { $0.word == "we" || $0.word == "we'll" }
}

/// "calling `GET /books`", "with a `POST /books` request".
private func calledLine(_ tokens: [PhraseToken], at index: Int) -> SpokenRequest? {
    guard tokens[index].kind == .code, tokens[index].text.contains(" "),
        readRequestLine(tokens[index].text) != nil
    else { return nil }
    let isCalled = tokens[max(0, index - 3)..<index].contains { token in
        ["call", "calling", "send", "sending", "use", "using", "make", "issue", "perform"]
            .contains(token.word)
    }
    // "To lend a book, `POST /loans` with …".
    let start = tokens[..<index].lastIndex { $0.isMark(".") || $0.isMark("\n") }.map { $0 + 1 } ?? 0
    let isPurpose = tokens.isMark(",", at: index - 1) && tokens.word(at: start) == "to"
    let parts = tokens[index].text.split(separator: " ")
    // "Use `GET /books` instead" sends to where that is told of; "To find many, use …" and "… instead
    // of a query" tell of it.
    let isElsewhere =
        tokens.word(at: index + 1) == "instead" && tokens.word(at: index + 2) != "of"
        && !["to", "for"].contains(tokens.word(at: start))
    guard isCalled && !isElsewhere || isPurpose, parts.count == 2 else { return nil }
    return SpokenRequest(method: String(parts[0]), target: String(parts[1]))
}

/// How many words say that a request "can be sent", "is made", "must be issued".
private func passiveLength(_ tokens: [PhraseToken], from start: Int) -> Int {
    var index = start
    if ["can", "may", "must", "should"].contains(tokens.word(at: index)) {
        index += 1
        guard tokens.word(at: index) == "be" else { return 0 }
    } else if tokens.word(at: index) != "is" {
        return 0
    }
    let verbs = ["sent", "made", "issued", "submitted", "posted", "performed"]
    return verbs.contains(tokens.word(at: index + 1)) ? index + 2 - start : 0
}

/// "Make a *GET* request to the following resource:": the method of the path that stands below.
func readRequestAnnouncement(_ text: MarkedText) -> Method? {
    let clause = text.lastSentence
    guard clause.count <= 40, clause.last?.isMark(":") == true,
        let method = clause.lastIndex(where: { Method(rawValue: $0.text) != nil }),
        !isDenied(text.tokens, at: method),
        !clause.contains(where: { ["would", "older", "previous", "previously"].contains($0.word) })
    else { return nil }
    let words = clause[(method + 1)...].filter { !$0.word.isEmpty }.map(\.word)
    let places = ["url", "uri", "resource", "endpoint", "address", "path", "location"]
    guard ["request", "call", "method", "query"].contains(words.first), words.count <= 16,
        words.dropFirst().elementsEqual(["to"])
            || zip(words, words.dropFirst()).contains(where: { first, second in
                ["following", "this"].contains(first) && places.contains(second)
            })
    else { return nil }
    return Method(rawValue: clause[method].text)
}

/// What stands behind "request to", "to the", "on the endpoint".
private func target(in text: MarkedText, behind method: Int) -> String? {
    let tokens = text.tokens
    var index = method + 1
    // "`POST` an HTTPS request to".
    if isArticle(tokens.word(at: index)) { index += 1 }
    if ["http", "https"].contains(tokens.word(at: index)) { index += 1 }
    let nouns = ["request", "requests", "call", "method", "query"]
    if nouns.contains(tokens.word(at: index)) { index += 1 }
    let passive = passiveLength(tokens, from: index)
    index += passive
    guard ["to", "on", "at", "against"].contains(tokens.word(at: index)) else { return nil }
    index += 1
    let fillers = [
        "the", "this", "your", "our", "endpoint", "url", "path", "route", "resource", "following",
    ]
    while fillers.contains(tokens.word(at: index)) || tokens.isMark(":", at: index) { index += 1 }
    guard index < tokens.count else { return nil }
    // "A request is made to `/locks` by the client": what a program does.
    if passive > 0, tokens.word(at: index + 1) == "by" { return nil }
    let target: String
    if tokens[index].kind == .code {
        target = withJoinedPlaceholders(tokens[index].text)
    } else {
        let rest = text.dropFirst(tokens[index].range.lowerBound).text
        let word = rest.withoutWordsBehind[...]
        target = String(word.last == "." || word.last == ":" ? word.dropLast() : word)
    }
    return target.contains(" ") || readTarget(target) == nil ? nil : target
}

extension String {
    /// The address that a text begins with; words in brackets are a placeholder of it.
    fileprivate var withoutWordsBehind: String {
        let address = withJoinedPlaceholders(self).prefix { !" \n,;".contains($0) }
        let isClosed = address.count { $0 == "(" } == address.count { $0 == ")" }
        return String(isClosed ? address : address.prefix { $0 != ")" })
    }
}

/// `/receipts/(your receipt).json` with placeholders of one word: `/receipts/(your_receipt).json`.
private func withJoinedPlaceholders(_ target: String) -> String {
    guard target.utf8.contains(0x20), opensTarget(target) else { return target }
    var isOpen = false
    var joined = ""
    for character in target {
        if character == "(" || character == "{" { isOpen = true }
        if character == ")" || character == "}" { isOpen = false }
        joined.append(isOpen && character == " " ? "_" : character)
    }
    return joined
}
