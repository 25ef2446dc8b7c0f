/// The type that a description implies by how it begins: "Number of items", "Whether…", "Flag
/// that indicates…", "List of…", "If true, …", "Unix timestamp".
///
/// The weakest of evidence, for lists without a column of types; a sample outweighs it. Only the
/// head of the text is looked at, since later words may speak of anything.
package func readImpliedType(
    _ text: MarkedText, in location: FieldLocation? = nil
) -> TypeExpression? {
    let tokens = text.tokens
    if location == .form, saysFile(tokens) { return TypeExpression(.string(.binary)) }
    if let type = statedFormat(tokens) { return type }
    var index = 0
    while isOpener(tokens.word(at: index)) || tokens.isMark("(", at: index) { index += 1 }
    if let kind = headKind(tokens, at: index) { return TypeExpression(kind) }
    if namesBooleanValues(text) { return TypeExpression(.boolean) }
    if startsByTruth(tokens, at: index) { return TypeExpression(.boolean) }
    if let moment = momentType(tokens) { return TypeExpression(moment) }
    if endsInSpan(tokens) || saysInteger(tokens) { return TypeExpression(.integer) }
    return namesSeparator(tokens) ? TypeExpression(.array(TypeExpression(.string(.plain)))) : nil
}

/// "Page number, integer, from 1", "Integer. Rows of a page".
private func saysInteger(_ tokens: [PhraseToken]) -> Bool {
    guard let place = tokens.prefix(24).firstIndex(where: { $0.word == "integer" }) else {
        return false
    }
    let marks: [Unicode.Scalar] = [",", ".", ";"]
    return (place == 0 || tokens.isMark(",", at: place - 1))
        && (place + 1 == tokens.count || tokens.isMark(anyOf: marks, at: place + 1))
        && !isOneOfTypes(tokens, at: place)
}

/// "A string, integer, or boolean": whether a clause beside this one is another type.
private func isOneOfTypes(_ tokens: [PhraseToken], at place: Int) -> Bool {
    if place > 1, typeWord(tokens.word(at: place - 2)) != nil {
        let before = tokens.word(at: place - 3)
        if before.isEmpty || before == "a" || before == "an" { return true }
    }
    var next = place + 2
    while ["or", "and", "a", "an"].contains(tokens.word(at: next)) { next += 1 }
    return typeWord(tokens.word(at: next)) != nil && tokens.word(at: next + 1).isEmpty
}

/// "Number of the book format: int64": what a format is one of.
private func statedFormat(_ tokens: [PhraseToken]) -> TypeExpression? {
    let index = tokens.count - 3
    guard index >= 0, tokens.word(at: index) == "format", tokens.isMark(":", at: index + 1),
        let type = readType(tokens[index + 2].text), type.isKnown, !type.isName
    else { return nil }
    return type
}

/// "Separate multiple names with a comma": several values in one parameter.
private func namesSeparator(_ tokens: [PhraseToken]) -> Bool {
    for index in tokens.indices where tokens.word(at: index) == "separate" {
        guard tokens.word(at: index + 1) == "multiple" else { continue }
        for end in index + 2..<min(index + 9, tokens.count)
        where tokens.word(at: end) == "comma" || tokens.word(at: end) == "commas" {
            return true
        }
    }
    return false
}

/// "A binary zip file containing the pack", "The file to upload": what a field of a form holds.
private func saysFile(_ tokens: [PhraseToken]) -> Bool {
    guard ["a", "an", "the"].contains(tokens.word(at: 0)),
        let file = (1..<5).first(where: { tokens.word(at: $0) == "file" }),
        !tokens.prefix(file).contains(where: { $0.word == "of" || $0.word == "to" })
    else { return false }
    switch tokens.word(at: file + 1) {
    case "", "containing", "with", "to", "that", "which", "holding": return true
    default: return false
    }
}

private func isOpener(_ word: String) -> Bool {
    switch word {
    case "a", "an", "the", "optional", "optionally", "required", "maximum", "minimum", "total",
        "current", "max", "min", "average":
        return true
    default: return false
    }
}

private func headKind(_ tokens: [PhraseToken], at index: Int) -> TypeExpression.Kind? {
    let next = tokens.word(at: index + 1)
    switch tokens.word(at: index) {
    case "number", "count":
        // "Number of the invoice" is a name; things that are counted come in the plural.
        guard next == "of", endsInPlural(tokens, after: index + 2) else { return nil }
        return .integer
    case "list", "array":
        return next == "of" && endsInPlural(tokens, after: index + 2) ? .array(nil) : nil
    case "map", "mapping":
        return next == "of" && endsInPlural(tokens, after: index + 2) ? .dictionary(nil) : nil
    // "A set of key-value pairs".
    case "set", "collection", "hash", "key-value", "key/value":
        let isPairs = (index..<index + 6).contains { tokens.word(at: $0) == "pairs" }
        return isPairs ? .dictionary(nil) : nil
    case "whether": return .boolean
    case "flag":
        return next == "indicating" || next == "that" || next == "to" || next == "for"
            || next == "which" ? .boolean : nil
    case "indicates", "determines", "specifies", "controls", "toggles", "defines", "says",
        "indicate", "specify":
        guard next == "whether" || next == "if" else { return nil }
        // "Specify if `u` is a `user_id` or a `username`" asks for one of two words.
        let isChoice = tokens.contains { $0.word == "or" } && tokens.count { $0.kind == .code } > 2
        return isChoice ? nil : .boolean
    case "boolean", "bool": return .boolean
    default: return nil
    }
}

/// "number of seconds to wait": a plural within two words.
private func endsInPlural(_ tokens: [PhraseToken], after start: Int) -> Bool {
    var index = start
    while index < start + 3, index < tokens.count, tokens[index].kind != .mark(0x2E) {
        let word = tokens[index].word
        if word == "the" || word == "this" { return false }
        if word.utf8.count > 3, singularForm(word) != word || word == "people" { return true }
        index += 1
    }
    return false
}

/// "If true, …", "Set to `true` to…", "True if…", "When set to true".
private func startsByTruth(_ tokens: [PhraseToken], at start: Int) -> Bool {
    let first = tokens.word(at: start)
    if first == "true" || first == "false" {
        let next = tokens.word(at: start + 1)
        return next == "if" || next == "when" || next == "to" || next == "by" || next == "otherwise"
    }
    guard first == "if" || first == "set" || first == "when" else { return false }
    var index = start + 1
    while index < start + 4 {
        switch tokens.word(at: index) {
        case "true", "false": return true
        case "set", "to", "specified", "is", "this": index += 1
        default: return false
        }
    }
    return false
}
