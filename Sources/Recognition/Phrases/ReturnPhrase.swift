/// Reads what a sentence says is returned: "Returns a list of [book objects](#book)".
///
/// Only an object that is linked, or called one that the page has described ("a book object"), is a
/// type; "Returns the books of a reader" is a description.
package func readReturn(
    _ text: MarkedText, link: (text: String, target: String)?, described: Set<String>
) -> TypeExpression? {
    let tokens = text.tokens
    guard tokens.count <= 40, let start = returnStart(tokens) else { return nil }
    var index = start
    var isList = false
    while index < tokens.count, index < start + 8 {
        switch tokens.word(at: index) {
        case "a", "an", "the", "of", "all", "new", "newly", "updated", "created", "single",
            "paginated", "matching", "deleted", "full", "complete", "json", "requested":
            index += 1
        case "list", "array", "collection":
            isList = true
            index += 1
        default:
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

/// Behind "Returns", "Responds with", "The response is", "Response:".
private func returnStart(_ tokens: [PhraseToken]) -> Int? {
    switch (tokens.word(at: 0), tokens.word(at: 1)) {
    case ("returns", _), ("return", _): return tokens.isMark(":", at: 1) ? 2 : 1
    case ("response", ""): return tokens.isMark(":", at: 1) ? 2 : nil
    case ("responds", "with"): return 2
    case ("the", "response"):
        let verb = tokens.word(at: 2)
        return verb == "is" || verb == "contains" || verb == "body" ? 3 : nil
    default: return nil
    }
}

private func objectName(
    _ tokens: [PhraseToken], at index: Int, link: (text: String, target: String)?,
    described: Set<String>
) -> String? {
    if let link, link.target.contains("#"), let first = MarkedText(link.text).tokens.first,
        first.text == tokens[index].text || first.word == tokens.word(at: index)
    {
        let words = link.text.split(separator: " ").filter { word in
            !["object", "objects", "a", "an", "the"].contains(word.lowercased())
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
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
