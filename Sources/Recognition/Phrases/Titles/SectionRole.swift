import APIModel

/// What a heading or a label line announces.
package enum SectionRole: Hashable, Sendable {
    /// `Query parameters`, `URL Parameters:`, `Required parameters`.
    case parameters(location: Parameter.Location?, required: Bool?)
    case requestBody
    /// The request itself: its line, its syntax.
    case request
    case requestExample
    /// `Response`, `Responses`, `Response: 200 OK`.
    case response
    case responseFields
    case responseHeaders
    case responseExample
    case statusCodes
    case errors
    case security
    case permissions
    case enumeratedValues
    /// `Person Object:`, `Permissions Object List:`, `User:`, with the name's own words.
    case object(name: String, isList: Bool)
    /// `Properties`, `Fields`, `Attributes`: of what encloses the heading.
    case properties
    /// A heading that is one name in code: the member it describes.
    case member(String)
    case codeSamples
    case example
    case consumes
    case produces
    case description
    case operation(Method)
    case other
}

/// A heading, read.
package struct SectionHeading: Sendable {
    package let role: SectionRole
    /// `200` of `Response: 200 OK`, `> 200 Response`, `##### 404: Not Found`.
    package let status: StatusPhrase?

    package init(_ role: SectionRole, status: StatusPhrase? = nil) {
        self.role = role
        self.status = status
    }
}

/// Reads what a heading, a bold label, a tab's name or a line ending in a colon announces.
///
/// A label is no heading: only the latter names an operation by words around a request line.
package func classifyHeading(_ text: MarkedText, isHeading: Bool = false) -> SectionHeading {
    let text = withoutVersion(
        withoutMediaType(
            text.attributeWords
                ?? text.withoutPictographs.dropFirst(sectionNumberLength(text.text)).inThePlural
        ))
    let tokens = text.tokens
    let line = isHeading ? readRequestTitle(text, isHeading: true)?.line : nil
    let first = requestSeries(text.text).first.flatMap { readRequestLine($0) }
    if let line = readRequestLine(text.text) ?? line ?? first {
        return SectionHeading(.operation(line.method))
    }
    let words = tokens.filter { !$0.word.isEmpty }
    guard let first = words.first else { return SectionHeading(.other) }
    // A path in code names a resource, not a member.
    if words.count == 1 || text.fieldRemark != nil, first.kind == .code,
        !first.text.contains(" "), !first.text.hasPrefix("/"), assignedStatus(first) == nil
    {
        return SectionHeading(.member(first.text))
    }
    if ownerOfConstants(text) != nil { return SectionHeading(.enumeratedValues) }
    if let role = holderRole(words) { return SectionHeading(role) }
    if let role = typedBodyRole(text) ?? clauseRole(words) { return SectionHeading(role) }
    let plain = text.unmarked
    let plainWords = plain.tokens.filter { !$0.word.isEmpty }
    if let heading = statusHeading(plain, words: plainWords) { return heading }
    if namesObject(words), let object = objectRole(text) { return SectionHeading(object) }
    let spelling = HeadingWords(words.map(\.word))
    if words.count <= 7, let role = spelling.role { return SectionHeading(role) }
    if let role = spelling.titledExampleRole { return SectionHeading(role) }
    if let object = objectRole(text) { return SectionHeading(object) }
    return SectionHeading(.other)
}

/// `Request body (application/json)` and `Response schema: application/json` without the media type;
/// `Request (application/json)` stays.
private func withoutMediaType(_ text: MarkedText) -> MarkedText {
    let tokens = text.tokens
    if let colon = text.text.lastIndex(of: ":"), colon != text.text.startIndex,
        registeredMediaType(String(text.text[text.text.index(after: colon)...]).trimmedASCII) != nil
    {
        return MarkedText(String(text.text[..<colon]))
    }
    guard headingMediaType(text.text) != nil,
        let open = tokens.lastIndex(where: { $0.isMark("(") }), open > 0,
        open > 1 || tokens[0].word != "request"
    else { return text }
    return MarkedText(text.slice(0..<tokens[open - 1].range.upperBound))
}

/// `Response example (v2.31)` without the version it is of.
private func withoutVersion(_ text: MarkedText) -> MarkedText {
    let tokens = text.tokens
    guard tokens.count > 3, tokens[tokens.count - 1].isMark(")"),
        let open = tokens.lastIndex(where: { $0.isMark("(") }), open > 0,
        tokens.count - open <= 5, isVersion(tokens[tokens.count - 2].text)
    else { return text }
    return MarkedText(text.slice(0..<tokens[open - 1].range.upperBound))
}

/// `v2.31`, `2.1`: digits with a dot or a letter before.
private func isVersion(_ word: String) -> Bool {
    var digits = word.utf8[...]
    let hasLetter = digits.first.map { $0 | 0x20 == 0x76 } ?? false
    if hasLetter { digits = digits.dropFirst() }
    guard digits.first.map(isDigit) ?? false else { return false }
    return (hasLetter || digits.contains(0x2E))
        && digits.allSatisfy { isDigit($0) || $0 == 0x2E }
}

/// "where `Point` is:" describes that object.
private func clauseRole(_ words: [PhraseToken]) -> SectionRole? {
    guard words.count == 3, words[0].word == "where", words[1].kind == .code,
        ["is", "has", "are", "contains"].contains(words[2].word)
    else { return nil }
    return .object(name: words[1].text, isList: false)
}

/// `Request (application/json)`: the title of a body.
private func typedBodyRole(_ text: MarkedText) -> SectionRole? {
    guard text.tokens.word(at: 0) == "request", text.tokens.isMark("(", at: 1),
        headingMediaType(text.text) != nil
    else { return nil }
    return .requestExample
}

/// "Objects in `data`", "Each entry of `lines`", "`venue` attributes": what that member holds.
private func holderRole(_ words: [PhraseToken]) -> SectionRole? {
    guard words.count > 1, words.count <= 6,
        let name = words.first(where: { $0.kind == .code }), !name.text.contains(" "),
        !name.text.hasPrefix("/"), words.filter({ $0.kind == .code }).count == 1,
        words.contains(where: { isWordOfMembers($0.word) })
    else { return nil }
    let rest = words.filter { $0.kind != .code }.map(\.word)
    let fillers = ["in", "of", "the", "each", "every", "a", "an", "array", "list", "field", "key"]
    guard rest.allSatisfy({ isWordOfMembers($0) || fillers.contains($0) }) else { return nil }
    return .object(name: name.text, isList: false)
}

func isWordOfMembers(_ word: String) -> Bool {
    switch word {
    case "object", "objects", "entry", "entries", "element", "elements", "item", "items", "fields",
        "attributes", "properties", "members", "structure", "contents":
        true
    default: false
    }
}

/// `200 OK`, `Response: 200 OK`, `200 Response`, `Status Code 403`, `Example 404 response`.
private func statusHeading(_ text: MarkedText, words: [PhraseToken]) -> SectionHeading? {
    // "Returns 200 OK if the…" is a sentence; a label is short.
    guard words.count <= 12, !words.contains(where: { $0.word == "codes" }) else { return nil }
    if text.text.hasSuffix("."), ["returns", "responds", "answers"].contains(words[0].word) {
        return nil
    }
    if words.count == 2, words.contains(where: { $0.word == "default" }),
        words.contains(where: { $0.word == "response" }), let only = words.first
    {
        return SectionHeading(
            .response, status: StatusPhrase(status: .default, reason: nil, range: only.range))
    }
    let first = words.enumerated().prefix(8).first { index, word in
        statusCode(word) != nil && word.word != "default"
            // "Example response with status 201".
            && (index < 4 || ["status", "code", "http"].contains(words[index - 1].word))
    }?.element
    guard let code = first, let status = statusCode(code) else { return nil }
    if let phrase = readStatus(text) {
        let isExample =
            phrase.reason.map { lowercasedASCII($0).hasPrefix("response") } == true
            || words[0].word == "example" || words[0].word == "sample"
        return SectionHeading(isExample ? .responseExample : .response, status: phrase)
    }
    guard
        words.contains(where: {
            $0.word.hasPrefix("response") || isAnswer($0.word) || isOutcome($0.word)
        })
    else { return nil }
    let phrase = StatusPhrase(status: status, reason: nil, range: code.range)
    let isExample = words.contains { $0.word == "example" || $0.word == "sample" }
    return SectionHeading(isExample ? .responseExample : .response, status: phrase)
}

/// "On success (201):", "On error (409):".
private func isOutcome(_ word: String) -> Bool {
    ["success", "error", "failure", "throws", "raises", "fails"].contains(word)
}

/// `Permissions Object List:` is an object, whatever `Permissions` alone would announce.
private func namesObject(_ words: [PhraseToken]) -> Bool {
    switch words[0].word {
    case "request", "response", "body", "error", "json", "object", "objects", "example", "sample":
        return false
    default: return words.contains { $0.word == "object" || $0.word == "objects" }
    }
}

/// "A JSON object:", "An array of objects:" tell how they come, and name none.
private func tellsOfForm(_ words: [PhraseToken]) -> Bool {
    if words.count == 2, words[0].word == "json" { return true }
    return words.count > 1 && ["array", "list"].contains(words[0].word) && words[1].word == "of"
}

/// `Person Object:`, `The user object`, `User object fields`, `Permissions Object List:`, `User:`.
private func objectRole(_ text: MarkedText) -> SectionRole? {
    var words = text.tokens.filter { !$0.word.isEmpty }
    guard text.tokens.first?.word.isEmpty == false || text.tokens.first?.isMark("*") == true else {
        return nil
    }
    var isList = false
    var namesObject = false
    // "Elements of the loan object".
    if words.count > 2, ["elements", "fields", "attributes", "properties"].contains(words[0].word),
        words[1].word == "of"
    {
        words.removeFirst(2)
    }
    words = behindExample(words)
    if let first = words.first, isArticle(first.word) {
        words.removeFirst()
    }
    if tellsOfForm(words) { return nil }
    while let last = words.last?.word {
        switch last {
        case "object", "objects", "model", "entity", "resource":
            // "Register entity" and "Creating config objects" are what a call does.
            if words.count == 2, isOperationVerb(words[0].word) { return nil }
            if words.count > 1, words.count < 4, tellsOfCalls(words[0].word) { return nil }
            namesObject = true
        // "Loan data type".
        case "type" where words.count == 3 && words[1].word == "data":
            words.removeLast()
            namesObject = true
        case "list", "array", "lists":
            guard words.count > 1 else { return nil }
            isList = true
        // "Localized attributes object" is called so; "user object attributes" are those of a user.
        case _ where !namesObject && isWordForParts(last):
            namesObject = namesObject || words.count == 2 || words.dropLast().last?.word == "object"
        default:
            let endsInColon = text.tokens.last?.isMark(":") == true && last != "details"
            guard namesObject || (endsInColon && isTitle(words)) else { return nil }
            guard words.count <= 8, let first = words.first, let end = words.last else {
                return nil
            }
            let name = text.slice(first.range.lowerBound..<end.range.upperBound)
            return .object(name: unquoted(name).withoutNamespace, isList: isList)
        }
        words.removeLast()
    }
    return nil
}

private func isWordForParts(_ word: String) -> Bool {
    switch word {
    case "fields", "attributes", "properties", "schema", "structure", "members", "keys",
        "definition":
        true
    default: false
    }
}

/// `User:`, `Approved By:`; not `Credential based login:`.
private func isTitle(_ words: [PhraseToken]) -> Bool {
    words.count <= 3
        && words.allSatisfy { word in
            guard let first = word.text.utf8.first else { return false }
            return word.kind == .code || !isSmallLetter(first)
        }
}

private func unquoted(_ name: String) -> String {
    String(name.filter { $0 != "`" && $0 != "\"" && $0 != "*" })
}

/// "Creating", "querying": what calls are for, in the titles of guides.
func tellsOfCalls(_ word: String) -> Bool {
    switch word {
    case "creating", "adding", "registering", "getting", "listing", "querying", "reading",
        "fetching", "retrieving", "finding", "searching", "updating", "modifying", "changing",
        "editing", "replacing", "deleting", "removing":
        true
    default: false
    }
}
