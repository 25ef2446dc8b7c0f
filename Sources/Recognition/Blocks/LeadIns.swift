import PageTree
import SourceText

extension Reading {
    /// What a short sentence right above a code block says that the block shows: "Responds with",
    /// "You will get something like:", "Send a body like this:".
    func announcedSample(by text: MarkedText, at paragraph: NodeID) -> SectionRole? {
        guard let next = page.next(paragraph), case .codeBlock = page.kind(next),
            !isRequestLine(next),
            text.lastSentence.count <= 20 || text.lastSentence.tellsOfAnswer
                || text.lastSentence.tellsOfSending
        else { return nil }
        let words = text.lastSentence.map(\.word)
        if let part = announcedPart(text) { return .object(name: part, isList: false) }
        if lastRequest == nil, let object = text.announcedObject { return object }
        func has(_ candidates: String...) -> Bool { words.contains { candidates.contains($0) } }
        let speaksOfAnswer =
            has(
                "returns", "responds", "response", "responses", "response's", "answers", "receive",
                "returned") || text.lastSentence.tellsOfGettingBack
        let speaksOfSending =
            has("send", "request", "payload", "post", "sends", "body", "call")
            || text.lastSentence.tellsOfSending
        let opens = ["returns", "responds", "answers"].contains(words.first ?? "")
        if ["expects", "accepts", "takes"].contains(words.first), text.text.hasSuffix(":") {
            return .requestExample
        }
        let isLeadIn = opens || text.text.hasSuffix(":")
        // "The following example counts them:" ends what a label before it said.
        if text.text.hasSuffix(":"), !speaksOfAnswer, !speaksOfSending, has("example") {
            return .example
        }
        guard isLeadIn, speaksOfAnswer || speaksOfSending else { return nil }
        if text.lastSentence.tellsOfFailure, readStatusSentence(text).isEmpty { return .errors }
        if opens || text.lastSentence.tellsOfAnswer { return .responseExample }
        // A GET sends nothing that could be shown.
        if readSpokenRequests(text).last.map({ ["GET", "DELETE", "HEAD"].contains($0.method) })
            == true
        {
            return .responseExample
        }
        if speaksOfAnswer == speaksOfSending { return nil }
        return speaksOfAnswer ? .responseExample : .requestExample
    }

    /// The same of the last sentence of a text that is too long for a label, where it tells of what
    /// comes back and is no error, or plainly of what is sent.
    func announcedAnswer(by text: MarkedText, at paragraph: NodeID) -> SectionRole? {
        guard text.text.utf8.count > 80 else { return nil }
        let role = announcedSample(by: text, at: paragraph)
        switch role {
        case .errors: return role
        case .requestExample: return text.lastSentence.tellsOfSending ? role : nil
        case .responseExample:
            let isError = text.lastSentence.contains { $0.word == "error" || $0.word == "errors" }
            return isError ? nil : role
        default: return nil
        }
    }

    /// "The `data` section of the result has the following format:" shows that member alone.
    func announcedPart(_ text: MarkedText) -> String? {
        let tokens = text.tokens
        guard tokens.word(at: 0) == "the", tokens.count > 4, tokens[1].kind == .code,
            ["section", "field", "property", "key", "member", "attribute", "part"]
                .contains(tokens.word(at: 2)), text.text.hasSuffix(":")
        else { return nil }
        return tokens[1].text
    }

    /// What a sentence right above a table or list says that it lists: "The response is an object
    /// with the following fields:", "Each track has:".
    func announcedFields(by text: MarkedText, at paragraph: NodeID) -> SectionRole? {
        guard let next = page.next(paragraph), text.tokens.count <= 40 else { return nil }
        switch page.kind(next) {
        case .table, .list, .definitionList, .fieldList: return readFieldAnnouncement(text)
        case .paragraph where text.tokens.count <= 3 && opensWithCode(next):
            return readFieldAnnouncement(text)
        default: return nil
        }
    }

    /// The same of a heading below a request, where that says whose list it is: "Query", "In the path".
    func announcedList(by title: MarkedText, at heading: NodeID) -> SectionRole? {
        guard let lastRequest, !around.contains(where: \.collectsObjects) else { return nil }
        // "Data" of what sends some.
        if title.tokens.count == 1, title.tokens[0].word == "data", listsFields(below: heading),
            lastRequest.method.value.sendsBody, around.last?.role != .response
        {
            return .requestBody
        }
        switch announcedFields(by: title, at: heading) {
        case .parameters(let location, let required)?:
            return .parameters(location: location, required: required)
        case .responseHeaders?: return .responseHeaders
        default: return nil
        }
    }

    private func listsFields(below heading: NodeID) -> Bool {
        guard let next = page.next(heading) else { return false }
        switch page.kind(next) {
        case .table, .list: return true
        default: return false
        }
    }

    /// Whether a line of few words, without any marks, titles the table, list or code right below it.
    func isPlainLabel(_ text: MarkedText, _ role: SectionRole, at paragraph: NodeID) -> Bool {
        if case .object = role, text.tokens.first?.word == "where" { return true }
        guard text.tokens.count <= 4, text.tokens.allSatisfy({ $0.kind == .word }),
            text.text.first?.isUppercase == true, let next = page.next(paragraph)
        else { return false }
        switch page.kind(next) {
        case .table, .list, .codeBlock, .definitionList: break
        // A saved page has headings that only its style sheet makes such.
        case .paragraph where page.dialect == .html && text.tokens.count <= 3: break
        case .paragraph where text.tokens.count <= 2 && role == .response: break
        case .paragraph where text.tokens.count <= 3 && opensWithName(next): break
        default: return false
        }
        switch role {
        case .parameters, .requestBody, .response, .responseFields, .responseExample,
            .requestExample, .statusCodes, .errors, .responseHeaders:
            return true
        default: return false
        }
    }

    /// "`name` (string) – text".
    private func opensWithCode(_ paragraph: NodeID) -> Bool {
        guard let first = page.firstChild(paragraph), case .codeSpan = page.kind(first),
            let next = page.next(first), case .text = page.kind(next)
        else { return false }
        return page.marked(next).text.trimmedASCII.hasPrefix("(")
    }

    /// "**name** `string`": a paragraph that a field in bold may begin.
    private func opensWithName(_ paragraph: NodeID) -> Bool {
        guard let first = page.firstChild(paragraph), case .strong = page.kind(first),
            page.next(first) != nil
        else { return false }
        let title = page.marked(first).text
        return !title.contains(" ") && !title.hasSuffix(":") && !isRemarkTitle(title)
    }

    /// "Returns information on the garden." right above bullets, outside of any label: what comes
    /// back, unless the sentence speaks of parameters.
    var tellsOfAnswer: Bool {
        guard case .say(.prose(let prose), _)? = items.last, around.last?.role != .example,
            prose.value.hasPrefix("Returns ")
        else { return false }
        switch around.last?.role {
        case .operation, .other, nil: break
        default: return false
        }
        let asking = [
            "parameter", "parameters", "filter", "filters", "filtered", "options", "query",
            "arguments", "takes", "accepts", "by",
        ]
        return !MarkedText(prose.value).tokens.contains { asking.contains($0.word) }
    }

    /// "Supported commands are:" lists what may be asked for, and no fields.
    var announcesCommands: Bool {
        guard case .say(.prose(let prose), _)? = items.last, prose.value.hasSuffix(":") else {
            return false
        }
        return MarkedText(prose.value).tokens.suffix(8).contains { token in
            ["commands", "actions", "events", "modes", "operations"].contains(token.word)
        }
    }

    /// "The following steps are taken:" lists no fields, even below a label for them.
    var announcesSteps: Bool {
        guard case .say(.prose(let prose), _)? = items.last, prose.value.hasSuffix(":") else {
            return false
        }
        let tokens = MarkedText(prose.value).tokens
        // "Sort by:" lists what one sorts by.
        if tokens.contains(where: { $0.word == "sort" || $0.word == "sorted" }),
            !tokens.contains(where: { isFieldWord($0.word) })
        {
            return true
        }
        return tokens.contains { token in
            ["steps", "rules", "events", "happens", "conditions", "checks", "reasons"]
                .contains(token.word)
        }
    }

    /// Whether the sentence or label right above announces something else than fields: "Before you
    /// call this:" lists what must be so.
    ///
    /// Bare request lines stay with it: they list what other places document.
    func announcesNoFields(_ list: NodeID) -> Bool {
        let listsRequests = page.children(list).contains { item in
            readRequestLine(page.marked(item).text) != nil
        }
        guard !listsRequests else { return false }
        var words = ""
        if case .say(.prose(let prose), _)? = items.last { words = prose.value }
        if case .heading(let section)? = items.last, section.level == labelLevel {
            words = section.title
        }
        guard words.hasSuffix(":") else { return false }
        return !MarkedText(words).tokens.contains { namesFields($0.word) }
    }
}

extension MarkedText {
    /// The tokens of the last sentence, with the mark that ends it.
    var lastSentence: ArraySlice<PhraseToken> {
        var start = tokens.count
        while start > 0, !(tokens[start - 1].isMark(".") && start < tokens.count) { start -= 1 }
        return tokens[start...]
    }
}

extension ArraySlice<PhraseToken> {
    /// "You can set a header and post a JSON body in the following format:", "The body must contain
    /// a JSON object of the form:".
    fileprivate var tellsOfSending: Bool {
        guard count <= 30, last?.isMark(":") == true else { return false }
        let words = map(\.word)
        let subject = words.drop { $0 == "the" || $0 == "request" }
        if let noun = subject.first, noun == "body" || noun == "payload",
            !words.contains(where: { isAnswer($0) || $0 == "returned" })
        {
            return true
        }
        // "The role must be described by a JSON file:".
        let readers = ["client", "clients", "program", "server", "you", "able", "application"]
        if zip(words, words.dropFirst()).contains(where: { $0 == "must" && $1 == "be" }),
            words.contains("json"), !words.contains(where: readers.contains),
            !words.contains(where: { isAnswer($0) || $0 == "returned" })
        {
            return true
        }
        guard
            let verb = words.lastIndex(where: {
                ["post", "send", "submit", "need", "provide"].contains($0)
            })
        else {
            return false
        }
        return words[verb...].contains { $0 == "body" || $0 == "payload" }
    }

    /// "You get back a token:", "You will get this back:".
    fileprivate var tellsOfGettingBack: Bool {
        guard let back = firstIndex(where: { $0.word == "back" }) else { return false }
        return self[..<back].suffix(4).contains { ["get", "gets", "receive"].contains($0.word) }
    }

    /// "An example JSON error response for when the shelf is empty:".
    fileprivate var tellsOfFailure: Bool {
        indices.dropLast().contains { index in
            guard ["error", "failed", "failure", "unsuccessful"].contains(self[index].word) else {
                return false
            }
            let next = self[index + 1].word == "json" ? index + 2 : index + 1
            return next < endIndex
                && ["response", "responses", "answer", "reply"].contains(self[next].word)
        }
    }

    /// "It starts and returns at once with a JSON body:": a clause whose end says what comes back.
    fileprivate var tellsOfAnswer: Bool {
        guard count <= 30, last?.isMark(":") == true else { return false }
        let words = map(\.word)
        guard let verb = words.lastIndex(where: { $0 == "returns" || $0 == "responds" }) else {
            return false
        }
        return words[verb...].contains { ["json", "body", "response", "with"].contains($0) }
            && !words[verb...].contains { ["error", "send", "errors", "if"].contains($0) }
    }
}

/// Words of sentences that announce fields of a message.
private func namesFields(_ word: String) -> Bool {
    switch word {
    case "parameter", "parameters", "param", "params", "field", "fields", "attribute",
        "attributes", "argument", "arguments", "body", "query", "property", "properties", "option",
        "options", "header", "headers", "accepts", "takes", "returns", "contains", "includes",
        "keys", "key", "members", "values", "request", "response", "json", "payload", "object",
        "data", "required", "optional", "form", "filter", "filters", "with", "input", "output",
        "has", "supports", "where", "variables", "using", "provide", "specify", "by":
        true
    default: false
    }
}
