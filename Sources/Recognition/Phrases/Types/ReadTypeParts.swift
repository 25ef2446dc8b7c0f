import APIModel

extension TypeReader {
    var word: String { tokens.word(at: index) }

    func isMark(_ character: Unicode.Scalar) -> Bool { tokens.isMark(character, at: index) }

    func target(at position: Int) -> String? {
        for entry in targets where entry.index == position { return entry.target }
        return nil
    }

    mutating func skip(to character: Unicode.Scalar) {
        var position = index
        while position < tokens.count, position < index + 40,
            !tokens.isMark(character, at: position)
        {
            position += 1
        }
        if tokens.isMark(character, at: position) { index = position + 1 }
    }

    mutating func skipBrackets() {
        if isMark("[") { skip(to: "]") } else if isMark("(") { skip(to: ")") }
    }

    /// What an array holds: `of X`, `[X]`, `<X>`, `(X)`.
    mutating func readElement(depth: Int) -> TypeExpression? {
        if word == "of" {
            index += 1
            return readAlternatives(depth: depth + 1)
        }
        if isMark("["), !tokens.isMark("]", at: index + 1) {
            index += 1
            let element = readAlternatives(depth: depth + 1)
            skip(to: "]")
            return element
        }
        guard isMark("<") || isMark("(") else { return nil }
        let closing: Unicode.Scalar = isMark("<") ? ">" : ")"
        let start = index
        index += 1
        let element = readAlternatives(depth: depth + 1)
        skip(to: closing)
        // "(multi)", "(optional)": a remark, not a type.
        guard let element, !element.isProse else {
            index = closing == ")" ? start : index
            return nil
        }
        return element
    }

    /// What a dictionary's keys lead to: `[string]X`, `<string, X>`, `of X`, `of X to Y`.
    mutating func readValueType(depth: Int) -> TypeExpression? {
        let isPair = tokens.isMark(",", at: index + 2)
        if isMark("["), !isPair {
            skip(to: "]")
            return readAlternatives(depth: depth + 1)
        }
        if isMark("<") || isMark("(") || isMark("[") {
            let closing: Unicode.Scalar = isMark("<") ? ">" : isMark("(") ? ")" : "]"
            index += 1
            var last = readAlternatives(depth: depth + 1)
            if case .union(let members)? = last?.kind { last = members.last }
            // `(string => integer)`.
            if isMark("=") || isMark(":") || isMark("-") {
                while isMark("=") || isMark(":") || isMark("-") || isMark(">") { index += 1 }
                last = readAlternatives(depth: depth + 1) ?? last
            }
            skip(to: closing)
            return last?.isProse == true ? nil : last
        }
        guard word == "of" || word == "from" else { return nil }
        index += 1
        // "Map of key=value" names neither.
        if word == "key" || word == "keys", tokens.isMark("=", at: index + 1) {
            index = min(index + 3, tokens.count)
            return nil
        }
        // "of names to integers": what the keys are matters to people only.
        if let to = (index..<min(index + 4, tokens.count)).first(where: { tokens[$0].word == "to" })
        {
            index = to + 1
            return readAlternatives(depth: depth + 1)
        }
        let first = readAlternatives(depth: depth + 1)
        if isMark(":") {
            index += 1
            return readAlternatives(depth: depth + 1)
        }
        return first
    }

    /// `{string: integer}`, `{[key: string]: integer}`: a type in the place of a key.
    mutating func readPair(depth: Int) -> TypeExpression? {
        let isIndexed = tokens.isMark("[", at: index + 1)
        let key = isIndexed ? index + 4 : index + 1
        let colon = isIndexed ? index + 6 : index + 2
        guard case .kind? = typeWord(tokens.word(at: key)), tokens.isMark(":", at: colon),
            !isIndexed || tokens.isMark(":", at: index + 3)
        else { return nil }
        let start = index
        index = colon + 1
        guard let value = readAlternatives(depth: depth + 1), isMark("}") else {
            index = start
            return nil
        }
        index += 1
        return TypeExpression(.dictionary(value))
    }

    mutating func readObject(depth: Int) -> TypeExpression {
        if isMark("<") || isMark("["), !tokens.isMark("]", at: index + 1) {
            return TypeExpression(.dictionary(readValueType(depth: depth)))
        }
        if isMark("("), !tokens[index].isSpaced, index + 2 < tokens.count,
            tokens.isMark(")", at: index + 2), typeWord(tokens.word(at: index + 1)) == nil,
            tokens[index + 1].text.first?.isUppercase == true
        {
            let name = tokens[index + 1].text
            index += 3
            return TypeExpression(.reference(name: name, target: link))
        }
        return TypeExpression(.object)
    }

    mutating func readJSON(depth: Int) -> TypeExpression {
        switch typeWord(word) {
        case .object:
            index += 1
            return TypeExpression(.object)
        case .array:
            index += 1
            return TypeExpression(.array(readElement(depth: depth)))
        case .kind(let kind):
            index += 1
            return TypeExpression(kind)
        case .dictionary, .enumeration, .null, .json, .composition, nil:
            return TypeExpression(.any)
        }
    }

    /// `enum (a, b)`, `enum: a | b`, `enum of strings`.
    mutating func readEnumeration(depth: Int) -> TypeExpression {
        if word == "of" {
            index += 1
            return readAlternatives(depth: depth + 1) ?? TypeExpression(.enumeration([]))
        }
        if typeWord(word) == .kind(.string(.plain)) { index += 1 }
        if opensSoleType {
            index += 1
            let element = readAlternatives(depth: depth + 1)
            index = min(index + 1, tokens.count)
            return element ?? TypeExpression(.enumeration([]))
        }
        guard isMark("(") || isMark("[") || isMark("<") || isMark("{") || isMark(":") else {
            return TypeExpression(.enumeration([]))
        }
        index += 1
        var values: [String] = []
        while index < tokens.count {
            let token = tokens[index]
            index += 1
            if token.isMark(")") || token.isMark("]") || token.isMark(">") || token.isMark("}") {
                break
            }
            if !token.word.isEmpty, token.word != "or", !values.contains(token.text) {
                values.append(token.text)
            }
        }
        return TypeExpression(.enumeration(values))
    }

    /// `<string>`, `[integer]`: one type word in brackets says what the values are.
    private var opensSoleType: Bool {
        guard isMark("<") || isMark("[") || isMark("("), index + 2 < tokens.count,
            tokens.isMark(anyOf: [">", "]", ")"], at: index + 2)
        else { return false }
        return typeWord(tokens.word(at: index + 1)) != nil
    }

    /// The words up to the next mark, as one name.
    mutating func readReference(target: String?) -> TypeExpression? {
        let start = index
        if let rule = readRule(target: target) { return rule }
        index += 1
        while index < tokens.count, !word.isEmpty, word != "or",
            target == nil || tokens[index].isSpaced
        {
            if word == "list" || word == "array" || word == "null" { break }
            index += 1
        }
        let range = tokens.span(start..<index)
        let words = tokens[start..<index].map(\.text)
        let name =
            words.count == 1
            ? words[0]
            : target == nil ? trimmed(text.slice(range)) : words.joined(separator: " ")
        let goal = target ?? link ?? (linksAreNames ? "" : nil)
        if goal == nil, let remark = prose(from: start, to: index) {
            return TypeExpression(.unknown(remark))
        }
        return TypeExpression(.reference(name: name, target: goal))
    }

    /// `max(64)` and `regex(HEX)` behind a type: rules of a program that checks values.
    private mutating func readRule(target: String?) -> TypeExpression? {
        guard target == nil, link == nil, index > 0, tokens.isMark("(", at: index + 1),
            !tokens[index + 1].isSpaced, tokens[index].text.utf8.first.map(isSmallLetter) == true,
            let end = matchingMark(tokens, from: index + 1),
            !["oneof", "one_of", "in", "enum", "valid", "values", "allow", "choice"].contains(word)
        else { return nil }
        let start = index
        index = end + 1
        return TypeExpression(.unknown(text.slice(tokens.span(start..<index))))
    }

    /// Names have at most three words; what has more, or begins like a remark, is prose.
    private func prose(from start: Int, to end: Int) -> String? {
        let range = tokens.span(start..<end)
        let isLong = end - start > 3
        switch tokens[start].word {
        case "multi", "optional", "required", "default", "see", "if", "not", "format", "max", "min",
            "length", "e.g", "same", "varies", "as", "this", "one", "alphanumeric", "read-only",
            "repeatable", "comma-separated", "csv", "unix", "iso", "in", "query", "path", "body",
            "header", "http", "up", "between", "with":
            return text.slice(range)
        default: return isLong ? text.slice(range) : nil
        }
    }

    private func trimmed(_ text: String) -> String {
        var bytes = Array(text.utf8)
        while let last = bytes.last, last == 0x5F || last == 0x2A || last == 0x20 {
            bytes.removeLast()
        }
        while let first = bytes.first, first == 0x5F || first == 0x2A || first == 0x20 {
            bytes.removeFirst()
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
