/// Where the object of "As response a [Project](#project) entity is returned" and "On success, the sent
/// [Note](#note) is returned" begins.
///
/// What comes back as an error is no answer to what was asked.
func passiveStart(_ tokens: [PhraseToken], at index: Int) -> Int? {
    var start = index
    if ["as", "in"].contains(tokens.word(at: start)),
        ["response", "result", "answer"].contains(tokens.word(at: start + 1))
    {
        start += 2
    }
    if tokens.hasWords(["on", "success"], at: start) {
        start += tokens.isMark(",", at: start + 2) ? 3 : 2
    }
    let clause = tokens[start...].prefix(10).prefix { !$0.isMark(".") }
    guard let verb = clause.firstIndex(where: { $0.word == "returned" }), verb > start + 1,
        ["is", "are"].contains(tokens.word(at: verb - 1)),
        !clause.contains(where: { ["error", "errors", "problem"].contains($0.word) })
    else { return nil }
    return start
}

/// "a map is returned that maps names to [Project](#project) entries", "a map of names to …".
func readMapping(
    _ tokens: [PhraseToken], at index: Int, _ links: [(text: String, target: String)]
) -> TypeExpression? {
    let clause = tokens.indices[index...].prefix(20).prefix { !tokens[$0].isMark(".") }
    for place in clause where tokens[place].word == "to" && place + 1 < tokens.count {
        if let type = linkedType(tokens[place + 1], links) {
            return TypeExpression(.dictionary(type))
        }
    }
    return nil
}

/// "In the request body the new values can be given as [ProjectInput](#project-input)".
func readReferredBody(
    _ tokens: [PhraseToken], at index: Int, _ links: [(text: String, target: String)]
) -> TypeExpression? {
    guard tokens.hasWords(["in", "the", "request", "body"], at: index) else { return nil }
    let clause = tokens.indices[index...].dropFirst(4).prefix(16).prefix { !tokens[$0].isMark(".") }
    for place in clause where ["as", "a", "an"].contains(tokens.word(at: place - 1)) {
        if let type = linkedType(tokens[place], links) { return type }
    }
    return nil
}

/// The object that a link which begins with the token leads to.
func linkedType(
    _ token: PhraseToken, _ links: [(text: String, target: String)]
) -> TypeExpression? {
    guard let link = links.first(where: { $0.text.opens(token) && isExplained($0) }) else {
        return nil
    }
    let target = link.target.contains("#") ? link.target : nil
    return TypeExpression(.reference(name: link.text, target: target))
}
