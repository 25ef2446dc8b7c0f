/// Reads what a sentence says is returned: "Returns a list of [book objects](#book)".
///
/// Only an object that is linked, or called one that the page has described ("a book object"), is a
/// type; "Returns the books of a reader" is a description. The sentence may stand behind others.
///
/// With the role of a request's body, the same of "Body: a [book](#book)".
package func readMessage(
    _ role: SectionRole, _ text: MarkedText, links: [(text: String, target: String)],
    described: Set<String>
) -> TypeExpression? {
    let tokens = text.tokens
    for index in tokens.indices.prefix(60) where tokens.startsSentence(at: index) {
        if role == .requestBody, let type = readReferredBody(tokens, at: index, links) {
            return type
        }
        let found =
            role == .requestBody
            ? bodyStart(tokens, at: index)
            : returnStart(tokens, at: index) ?? passiveStart(tokens, at: index)
        guard let start = found else { continue }
        return returned(tokens, from: start, links: links, described: described)
            ?? linkedProperties(role, links)
    }
    return nil
}

/// "The created [Loan](#loan).", "A list of [loans](#loan)": where a message is described, its type
/// and nothing else. Beside a status that is a success, remarks may follow: "The [Loan](#loan) with
/// its new `due_at`".
package func readSoleMessage(
    _ text: MarkedText, links: [(text: String, target: String)], allowsRemarks: Bool = false
) -> TypeExpression? {
    if let type = typeBehindWords(text, links) { return type }
    guard text.tokens.count <= 12, links.count == 1, isExplained(links[0]) else { return nil }
    let linked = MarkedText(links[0].text).tokens.map(\.word)
    // "A [Loan](#loan), state `open`": what stands behind a comma tells more of it.
    let rest = text.tokens
        .prefix { !$0.isMark(",") && !(allowsRemarks && opensRemark($0.word)) }.map(\.word)
        .filter { !$0.isEmpty && !linked.contains($0) }
    guard
        rest.allSatisfy({ word in
            tellsWhich(word)
                || ["list", "array", "object", "objects", "resource", "resources"].contains(word)
        })
    else { return nil }
    return returned(text.tokens, from: 0, links: links, described: [])
}

/// "The loan was made [Loan](#Loan)": words, and behind them, no part of their sentence, a link to
/// what is called exactly so.
private func typeBehindWords(
    _ text: MarkedText, _ links: [(text: String, target: String)]
) -> TypeExpression? {
    guard links.count == 1, let link = links.first, let type = readType(link.text),
        text.text.trimmedASCII.hasSuffix(link.text), link.target.hasPrefix("#")
    else { return nil }
    let element: TypeExpression = if case .array(let element?) = type.kind { element } else { type }
    guard case .reference(let name, _) = element.kind, link.target.dropFirst() == name,
        name.first?.isUppercase == true
    else { return nil }
    let start = text.text.utf8.count - link.text.utf8.count
    guard let last = text.tokens.prefix(while: { $0.range.upperBound <= start }).last else {
        return nil
    }
    switch last.word {
    case "in", "of", "see", "the", "a", "an", "for", "with", "to", "by", "from", "and", "or", "as",
        "new", "this", "is", "are", "on":
        return nil
    default: break
    }
    let reference = TypeExpression(.reference(name: name, target: link.target))
    return element == type ? reference : TypeExpression(.array(reference))
}

private func opensRemark(_ word: String) -> Bool {
    ["with", "as", "that", "which", "including", "after"].contains(word)
}

func tellsWhich(_ word: String) -> Bool {
    switch word {
    case "a", "an", "the", "of", "all", "new", "newly", "updated", "created", "changed", "single",
        "paginated", "matching", "deleted", "full", "complete", "json", "requested", "cancelled",
        "canceled", "archived", "restored", "modified", "resulting", "saved", "stored", "sent",
        "edited", "copied", "uploaded", "posted", "published", "registered", "partial", "own",
        "current":
        true
    // "the user's own [Keeper](#keeper)".
    default: word.hasSuffix("'s")
    }
}

/// "Returns the properties listed [above](#message-properties)": what the anchor is called after.
private func linkedProperties(
    _ role: SectionRole, _ links: [(text: String, target: String)]
) -> TypeExpression? {
    guard role == .responseFields, links.count == 1, let link = links.first,
        let hash = link.target.lastIndex(of: "#")
    else { return nil }
    let anchor = link.target[link.target.index(after: hash)...].split(separator: "-")
    guard anchor.count > 1, let last = anchor.last?.lowercased(),
        ["properties", "attributes", "object", "fields", "resource", "model", "schema"]
            .contains(last)
    else { return nil }
    let name = anchor.dropLast().filter { $0 != "the" }.joined(separator: " ")
    return TypeExpression(.reference(name: name, target: link.target))
}

private func returned(
    _ tokens: [PhraseToken], from start: Int, links: [(text: String, target: String)],
    described: Set<String>
) -> TypeExpression? {
    var index = start
    var isList = false
    while index < tokens.count, index < start + 8 {
        switch tokens.word(at: index) {
        case let word where tellsWhich(word): index += 1
        case "list", "array", "collection":
            isList = true
            index += tokens.isMark("<", at: index + 1) ? 2 : 1
        case "map", "dictionary": return readMapping(tokens, at: index, links)
        default:
            if let list = declaredList(tokens[index]) { return list }
            // "Returns 201 with a `Location` header".
            guard !["header", "headers"].contains(tokens.word(at: index + 1)) else { return nil }
            let link = links.first { $0.text.opens(tokens[index]) && isExplained($0) }
            guard let name = objectName(tokens, at: index, link: link, described: described) else {
                return nil
            }
            let target = link.flatMap { $0.target.contains("#") ? $0.target : nil }
            let type = TypeExpression(.reference(name: name, target: target))
            return isList ? TypeExpression(.array(type)) : type
        }
    }
    return nil
}

/// `Fruit[]`, `Array<Fruit>`, `Promise<Fruit[]>` in code.
private func declaredList(_ token: PhraseToken) -> TypeExpression? {
    guard token.kind == .code, token.text.first?.isUppercase == true else { return nil }
    var text = token.text
    if text.hasPrefix("Promise<"), text.hasSuffix(">") {
        text = String(text.dropFirst(8).dropLast())
    }
    guard text != token.text || text.hasSuffix("[]") || text.hasPrefix("Array<") else { return nil }
    guard let type = readType(text) else { return nil }
    switch type.kind {
    case .array(let element?) where element.isName: return type
    case .reference: return type
    default: return nil
    }
}

/// "Returns an object with a `data` property that contains an array of [notes](#note)": the member,
/// and what it holds. Below an answer also "where `items` is an array of [notes](#note)".
func readHeldList(
    _ text: MarkedText, links: [(text: String, target: String)], isBelowAnswer: Bool
) -> (name: String, type: TypeExpression)? {
    let tokens = text.tokens
    guard tokens.count <= 40, let name = tokens.firstIndex(where: { $0.kind == .code }) else {
        return nil
    }
    let isReturned =
        ["returns", "return"].contains(tokens.word(at: 0))
        && (isFieldNoun(tokens.word(at: name + 1))
            || tokens.isMark(anyOf: [",", "(", ":"], at: name + 1))
    let isShown =
        isBelowAnswer && name < 2
        && ["is", "holds", "contains"].contains(tokens.word(at: name + 1))
        && (name + 2...name + 3).contains { ["array", "list"].contains(tokens.word(at: $0)) }
    guard isReturned || isShown,
        let list = tokens[name...].firstIndex(where: { $0.word == "array" || $0.word == "list" }),
        tokens.word(at: list + 1) == "of"
    else { return nil }
    for index in (list + 2)..<min(list + 6, tokens.count) {
        guard let element = linkedType(tokens[index], links) else { continue }
        return (tokens[name].text, TypeExpression(.array(element)))
    }
    return nil
}

extension String {
    /// Whether a link of this text begins with the token.
    func opens(_ token: PhraseToken) -> Bool {
        guard let first = MarkedText(self).tokens.first else { return false }
        return first.text == token.text || first.word == token.word
    }
}

/// Whether a link leads to a section, or is capitalized as types are: `[Note](entities/note)`.
func isExplained(_ link: (text: String, target: String)) -> Bool {
    link.target.contains("#") || link.text.first?.isUppercase == true
}

private func objectName(
    _ tokens: [PhraseToken], at index: Int, link: (text: String, target: String)?,
    described: Set<String>
) -> String? {
    if let link {
        let words = link.text.split(separator: " ").filter { word in
            !["object", "objects", "a", "an", "the"].contains(word.lowercased())
        }
        // "[How to delete what is old](…)" is a title and no name.
        return words.isEmpty || words.count > 4 ? nil : words.joined(separator: " ")
    }
    // "a `Pet`": types are written so.
    if index < tokens.count, tokens[index].kind == .code,
        tokens[index].text.first?.isUppercase == true,
        tokens[index].text.utf8.allSatisfy(isWordByte),
        tokens[index].text != tokens[index].text.uppercased()
    {
        return tokens[index].text
    }
    if let name = typeName(tokens, at: index, described: described) { return name }
    var end = index
    while end < tokens.count, end < index + 3, !tokens[end].word.isEmpty {
        if tokens[end].word == "object" || tokens[end].word == "objects", end > index {
            let name = tokens[index..<end].map(\.text).joined(separator: " ")
            return described.contains(name.lowercased()) ? name : nil
        }
        end += 1
    }
    return nil
}

/// "Returns the link, `404` if there is none".
private func isStatus(_ tokens: [PhraseToken], at index: Int) -> Bool {
    index < tokens.count && assignedStatus(tokens[index]) != nil
}

/// "a Player", "the created player": a word that is capitalized amid a sentence, as types are, or
/// stands behind an article, and that a heading of the page has over a list of fields.
private func typeName(
    _ tokens: [PhraseToken], at index: Int, described: Set<String>
) -> String? {
    guard index > 0, index < tokens.count, tokens[index].kind == .word,
        tokens[index].text.first?.isUppercase == true
            || tellsWhich(tokens.word(at: index - 1))
                && (!tokens.isMark(",", at: index + 1) || isStatus(tokens, at: index + 2))
    else { return nil }
    let before = tokens.word(at: index - 1)
    for end in [index + 2, index + 1] where end <= tokens.count && isBoundary(tokens, at: end) {
        let words = tokens[index..<end]
        guard words.allSatisfy({ $0.kind == .word }) else { continue }
        let name = words.map(\.word).joined(separator: " ")
        // "the players" are several, of which only a word for a list says how they come.
        let forms =
            tokens[index].text.first?.isUppercase == true || before == "of"
            ? [name, singularForm(name)] : [name]
        for form in forms where described.contains(form) { return form }
    }
    return nil
}
