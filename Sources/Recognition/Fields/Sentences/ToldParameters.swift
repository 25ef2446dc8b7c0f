import APIModel
import SourceText

extension Reading {
    /// "The `id` is a string", "`refund` (bool) asks for the money": what a sentence says of the type
    /// of a parameter that the request line above it names.
    mutating func sayToldParameters(in text: MarkedText, at range: ByteRange) {
        guard let request = lastRequest, text.tokens.count <= 120 else { return }
        let construct: Construct = "told-parameter"
        if let presence = toldPresenceOfAll(text.tokens, of: request.query.count) {
            let fields = request.query.map { query in
                var field = Field(name: said(query.name.value, range, .described, construct))
                field.required = said(presence, range, .described, construct)
                return field
            }
            say(
                fields, .parameters(location: .query, required: nil), at: range, .described,
                construct)
        }
        for (index, token) in text.tokens.enumerated() where mayName(text.tokens, at: index) {
            let name = token.text.filter { !"{}:<>".contains($0) }
            guard let location = request.location(of: name) else { continue }
            let rest = text.dropFirst(token.range.upperBound)
            let type = toldType(rest)
            let presence = toldPresence(text.tokens, at: index)
            guard type != nil || presence != nil else { continue }
            var field = Field(name: said(name, range, .described, construct))
            field.type = type.map { said($0, range, .described, construct) }
            field.required = presence.map { said($0, range, .described, construct) }
            if let list = readEnumeration(rest.upToStop), list.values.count > 1 {
                field.values = rows(list, of: name, range, .described, construct)
            }
            let role = SectionRole.parameters(location: location, required: nil)
            say([field], role, at: range, .described, construct)
        }
    }

    /// In code anywhere; a plain word only at the head of a sentence.
    private func mayName(_ tokens: [PhraseToken], at index: Int) -> Bool {
        tokens[index].kind == .code
            || tokens[index].kind == .word && tokens.startsSentence(at: index)
                && !tokens[index].word.isEmpty
    }
}

extension MarkedText {
    /// The text to the end of the sentence.
    fileprivate var upToStop: MarkedText {
        guard let stop = tokens.first(where: { $0.isMark(".") || $0.isMark("\n") }) else {
            return self
        }
        return upTo(stop.range.lowerBound)
    }
}

extension RequestClaim {
    /// Where the line has a parameter of this name.
    fileprivate func location(of name: String) -> Parameter.Location? {
        if path.value.placeholders.contains(name) { return .path }
        return query.contains { $0.name.value == name } ? .query : nil
    }
}

/// "The optional `copies` parameter …", "`owner` is a mandatory parameter".
private func toldPresence(_ tokens: [PhraseToken], at name: Int) -> Bool? {
    let isNamed = ["parameter", "argument"].contains(tokens.word(at: name + 1))
    if isNamed, let presence = presence(tokens.word(at: name - 1)) { return presence }
    guard tokens.word(at: name + 1) == "is", isArticle(tokens.word(at: name + 2)),
        ["parameter", "argument"].contains(tokens.word(at: name + 4))
    else { return nil }
    return presence(tokens.word(at: name + 3))
}

/// "Both parameters are required.", "All parameters must be given": of each that a line has in its
/// query, under no condition.
private func toldPresenceOfAll(_ tokens: [PhraseToken], of count: Int) -> Bool? {
    guard count > 0,
        let start = tokens.indices.prefix(40).first(where: { index in
            tokens.startsSentence(at: index)
                && (tokens[index].word == "all" || tokens[index].word == "both" && count == 2)
        })
    else { return nil }
    let words = tokens[(start + 1)...].prefix(8).map(\.word)
    guard let noun = words.prefix(5).firstIndex(where: { $0 == "parameters" || $0 == "arguments" }),
        words[..<noun].allSatisfy({ ["of", "the", "these", "query"].contains($0) }),
        words.count > noun + 2
    else { return nil }
    let verb = words[noun + 1]
    let isOrder = verb == "must" && words[noun + 2] == "be" && words.count > noun + 3
    let last = start + 1 + noun + (isOrder ? 3 : 2)
    let end = last + 1
    guard end >= tokens.count || tokens.isMark(anyOf: [".", ";", "!"], at: end) else { return nil }
    if isOrder {
        return ["given", "present", "sent", "provided", "specified", "supplied", "set"]
            .contains(tokens.word(at: last)) ? true : nil
    }
    return verb == "are" ? presence(tokens.word(at: last)) : nil
}

/// The type behind a name: "(bool)", ": string.", "is an int", "is the integer from the list".
private func toldType(_ rest: MarkedText) -> TypeExpression? {
    let tokens = rest.tokens
    guard let first = tokens.first else { return nil }
    if first.isMark("(") { return readLeadingType(rest)?.type.unlessName }
    if first.isMark(":") || first.isMark("-") {
        // "(`id`: integer)": to the end of the parentheses around.
        let end = tokens.first { $0.isMark(")") }?.range.lowerBound ?? rest.text.utf8.count
        return readLeadingType(rest.upTo(end).dropFirst(first.range.upperBound))?.type.unlessName
    }
    guard first.word == "is", isArticle(tokens.word(at: 1)), tokens.count > 2,
        tokens[2].kind == .word, case .kind(let kind)? = typeWord(tokens[2].word)
    else { return nil }
    switch kind {
    case .integer, .boolean, .string: return TypeExpression(kind)
    // "is the number of the house".
    case .number where tokens.word(at: 1) == "a": return TypeExpression(kind)
    default: return nil
    }
}
