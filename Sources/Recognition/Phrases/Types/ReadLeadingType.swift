import APIModel

/// A type at the head of a description, and where the description goes on.
package struct LeadingType: Sendable {
    package let type: TypeExpression
    /// What else stood in the same parentheses: `required` of `(string, required)`.
    package let required: Bool?
    /// `query` of `(query, boolean)`.
    package var location: FieldLocation?
    /// `30` of `(int: 30)`.
    package var defaultValue: String?
    /// The type's own text.
    package let range: Range<Int>
    /// Where the rest of the description begins.
    package let rest: Int
}

/// Reads `(string) Name of…`, `String. Name of…`, `Integer, …`, `A boolean that…`.
///
/// A leading word is a type only where the sentence cannot go on from it, since descriptions
/// also begin "Date of birth", "Object storage".
package func readLeadingType(_ text: MarkedText) -> LeadingType? {
    let tokens = text.tokens
    guard let first = tokens.first else { return nil }
    if first.isMark("(") || first.isMark("[") || first.isMark("<") || first.isMark("{") {
        return leadingBracketedType(text)
    }
    if first.kind == .code {
        // "`strings`, `brass` or `winds`": values.
        if tokens.isMark(",", at: 1), tokens.count > 2, tokens[2].kind == .code { return nil }
        return leadingTypeWord(text, from: 0)
    }
    // "The number." is one that is known already, and no type.
    if first.word == "the" { return nil }
    if first.word == "a" || first.word == "an" { return leadingArticleType(text) }
    return leadingTypeWord(text, from: 0)
}

/// `(string)`, `(array, optional)`, `[integer]`, `<string>`, `{string}`.
private func leadingBracketedType(_ text: MarkedText) -> LeadingType? {
    let tokens = text.tokens
    guard let close = matchingMark(tokens, from: 0), close > 1 else { return nil }
    if tokens.isMark("(", at: close + 1), !tokens[close + 1].isSpaced { return nil }
    var colon = (1..<close).first { tokens.isMark(":", at: $0) } ?? close
    let holdsDefault = colon < close
    // `(required, number, `1`)`: the value that comes last is an example.
    if colon == close, close > 4, tokens[close - 1].kind == .code, tokens.isMark(",", at: close - 2)
    {
        colon = close - 2
    }
    guard colon > 1 else { return nil }
    var from = 1
    let location = tokens.isMark(",", at: 2) ? fieldLocation(tokens[1].text) : nil
    if location != nil, colon > 3 { from = 3 }
    let inner = tokens.span(from..<colon)
    let required = tokens[1..<close].lazy.compactMap { presence($0.word) }.last
    // `(array[Stop], fixed-type)`: how closely it is held to that.
    let attribute = text.slice(inner).firstRange(of: ", fixed")
    let content = attribute.map { String(text.slice(inner)[..<$0.lowerBound]) } ?? text.slice(inner)
    guard var type = readType(content), type.isKnown else { return nil }
    // "(string, for people)", "(string, unique)": a type, and a remark.
    if case .union(let parts) = type.kind, let first = parts.first, !first.isName,
        content.contains(","), !content.contains("|"), parts.dropFirst().contains(where: \.isRemark)
    {
        type = first
    }
    if case .reference(let name, _) = type.kind, !looksLikeTypeName(name) { return nil }
    // "(`day` | `week`)": values.
    if case .union(let types) = type.kind, types.allSatisfy(\.isName),
        !types.contains(where: \.looksLikeTypeName)
    {
        return nil
    }
    if case .any = type.kind, lowercasedASCII(content) != "any" { return nil }
    var next = close + 1
    if tokens.isMark(anyOf: ["-", ":", "."], at: next) { next += 1 }
    return LeadingType(
        type: type, required: required, location: location,
        defaultValue: holdsDefault
            ? bracketedDefault(tokens, from: colon + 1, to: close) : nil,
        range: tokens.span(0..<close + 1), rest: text.start(of: next))
}

extension TypeExpression {
    /// Whether it would be a name that no type has.
    fileprivate var isRemark: Bool {
        guard case .reference(let name, nil) = kind else { return false }
        return name.first?.isUppercase == false
    }
}

/// What alone stands behind the colon of `(int: 30)`, unless it says whether the field must be there.
private func bracketedDefault(_ tokens: [PhraseToken], from start: Int, to end: Int) -> String? {
    guard start + 1 == end, tokens[start].text.utf8.count <= 60 else { return nil }
    let value = unquotedValue(tokens[start].text)
    guard tokens[start].kind == .word else { return tokens[start].isMarkedValue ? value : nil }
    switch tokens[start].word {
    case "required", "optional", "nil", "null", "none": return nil
    default: return fieldLocation(value) == nil ? value : nil
    }
}

/// `(query)`, `(path, required)`: where a parameter goes, without a type.
func readLeadingPlace(_ text: MarkedText) -> (location: FieldLocation, rest: Int)? {
    let tokens = text.tokens
    // "(in path): string".
    if tokens.first?.isMark("(") == true, tokens.word(at: 1) == "in", tokens.isMark(")", at: 3),
        let location = fieldLocation(tokens[2].text)
    {
        return (location, text.start(of: tokens.isMark(":", at: 4) ? 5 : 4))
    }
    guard tokens.first?.isMark("(") == true, let close = matchingMark(tokens, from: 0), close > 1,
        close <= 4, let location = fieldLocation(tokens[1].text),
        close == 2 || presence(tokens.word(at: 3)) != nil
    else { return nil }
    // The word on presence is read from the text as a whole.
    let rest = close == 2 && close + 1 < tokens.count ? tokens[close + 1].range.lowerBound : 0
    return (location, rest)
}

extension TypeExpression {
    fileprivate var looksLikeTypeName: Bool {
        guard case .reference(let name, _) = kind else { return false }
        return Recognition.looksLikeTypeName(name)
    }
}

/// One word in upper camel case, as types are named and remarks are not.
private func looksLikeTypeName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, isCapital(first), bytes.count > 2 else {
        return false
    }
    var hasLower = false
    for byte in bytes {
        if isSmallLetter(byte) { hasLower = true }
        if byte == 0x20 { return false }
    }
    switch lowercasedASCII(text) {
    case "required", "optional", "deprecated", "readonly", "default", "beta", "preview", "note",
        "experimental", "new", "path", "query", "body", "header", "admin", "legacy":
        return false
    default: return hasLower
    }
}

/// `String. …`, `Integer, …`, `Array of strings. …`, `string - …`.
private func leadingTypeWord(_ text: MarkedText, from start: Int) -> LeadingType? {
    let tokens = text.tokens
    // "Map of names to lists of integers".
    let isNested =
        typeWord(tokens.word(at: start)) == .dictionary || tokens.word(at: start + 1) == "of"
    var end = start
    while end < tokens.count, end < start + (isNested ? 9 : 6) {
        let token = tokens[end]
        if token.isMark(".") || token.isMark(",") || token.isMark(":") || token.isMark(";")
            || token.isMark("-") || token.isMark("\n") || token.isMark("(")
        {
            break
        }
        end += 1
    }
    guard end > start, end < tokens.count || end <= start + (isNested ? 9 : 3) else { return nil }
    // "Array, …" but not "Date (UTC) of …": a parenthesis may only hold a format.
    if tokens.isMark("(", at: end), end + 2 < tokens.count, tokens.isMark(")", at: end + 2),
        stringFormat(tokens[end + 1].word) != nil || isNumericFormat(tokens[end + 1].word)
    {
        end += 3
    } else if tokens.isMark("(", at: end), !isPlainType(tokens[start..<end]) {
        return nil
    }
    guard isTypePhrase(Array(tokens[start..<end])) else { return nil }
    let range = tokens.span(start..<end)
    guard let type = readType(text.slice(range)), type.isKnown else { return nil }
    // "URL", "Date": the whole of a description names the subject, not its type.
    if end == tokens.count, case .string(let format) = type.kind, format != .plain { return nil }
    var next = end
    if tokens.isMark(anyOf: [".", ",", ":", ";", "-", "\n"], at: next) { next += 1 }
    return LeadingType(type: type, required: nil, range: range, rest: text.start(of: next))
}

/// `A boolean that…`, `An array of strings with…`; the whole sentence stays the description.
private func leadingArticleType(_ text: MarkedText) -> LeadingType? {
    let tokens = text.tokens
    var end = 1
    if tokens.word(at: 1) == "json" || tokens.word(at: 1) == "optional" { end += 1 }
    // "A short note", "a long name".
    let isAdjective = ["short", "long", "double"].contains(tokens.word(at: end))
    guard !isAdjective, let first = typeWord(tokens.word(at: end)) else { return nil }
    end += 1
    if first == .array, tokens.word(at: end) == "of", end + 1 < tokens.count {
        end += 1
        if tokens.word(at: end) == "json" { end += 1 }
        guard typeWord(tokens.word(at: end)) != nil else {
            return LeadingType(
                type: TypeExpression(.array(nil)), required: nil,
                range: 0..<tokens[end - 2].range.upperBound, rest: 0)
        }
        end += 1
    }
    switch first {
    case .kind(.string(let format)) where format != .plain:
        // "A date", "a file": nouns of the subject; only UUIDs and URLs are types beyond doubt.
        guard format == .uuid || format == .uri else { return nil }
    case .kind, .array, .dictionary, .object, .enumeration, .null, .json, .composition: break
    }
    switch tokens.word(at: end) {
    case "of", "id", "name", "key":
        guard first == .array else { return nil }
    default: break
    }
    let range = tokens.span(1..<end)
    guard let type = readType(text.slice(range)), type.isKnown else { return nil }
    return LeadingType(type: type, required: nil, range: range, rest: 0)
}

/// `integer (seconds)`, `string (max 20)`: type words in lower case that no sentence begins with.
private func isPlainType(_ tokens: ArraySlice<PhraseToken>) -> Bool {
    tokens.allSatisfy { token in
        switch typeWord(token.word) {
        case .kind(.string(.plain)), .kind(.integer), .kind(.number), .kind(.boolean), .object,
            .array:
            token.text == token.word
        default: token.word == "of"
        }
    }
}

/// Whether every word belongs to the language of types.
private func isTypePhrase(_ tokens: [PhraseToken]) -> Bool {
    guard tokens.contains(where: { typeWord($0.word) != nil }) else { return false }
    for token in tokens where !token.word.isEmpty {
        switch token.word {
        case "of", "or", "and", "a", "an", "the", "positive", "non-negative": continue
        case "to",
            "from" where tokens.contains(where: { typeWord($0.word) == .dictionary }):
            continue
        default: guard typeWord(token.word) != nil else { return false }
        }
    }
    return true
}

/// The closing mark of the bracket at `start`, brackets of the same kind nested.
func matchingMark(_ tokens: [PhraseToken], from start: Int) -> Int? {
    guard start < tokens.count, case .mark(let open) = tokens[start].kind else { return nil }
    let close: UInt8
    switch open {
    case 0x28: close = 0x29
    case 0x5B: close = 0x5D
    case 0x3C: close = 0x3E
    case 0x7B: close = 0x7D
    default: return nil
    }
    var depth = 0
    var index = start
    while index < tokens.count, index < start + 200 {
        if case .mark(let byte) = tokens[index].kind {
            if byte == open { depth += 1 }
            if byte == close { depth -= 1 }
            if depth == 0 { return index }
        }
        index += 1
    }
    return nil
}

extension TypeExpression {
    /// "array" in one place, "List of strings" in another.
    func isSaidCloser(by other: TypeExpression) -> Bool {
        switch (kind, other.kind) {
        case (.array(nil), .array(.some)), (.dictionary(nil), .dictionary(.some)),
            (.object, .dictionary(.some)):
            true
        default: false
        }
    }
}

extension MarkedText {
    /// Whether a part at its head is closed by a full stop or a bracket, and more follows.
    func isSentence(upTo end: Int) -> Bool {
        let bytes = Array(text.utf8)
        guard end < bytes.count else { return false }
        return [0x2E, 0x29, 0x5D, 0x3E, 0x7D].contains(bytes[..<end].last { $0 != 0x20 } ?? 0)
    }
}
