import APIModel

extension TypeReader {
    private static let maximumDepth = 8

    /// `A | B`, `A / null`, `A or B`.
    mutating func readAlternatives(depth: Int) -> TypeExpression? {
        guard depth < Self.maximumDepth else { return nil }
        var types: [TypeExpression] = []
        var isNullable = false
        if isMark("?") || (word == "nullable" && index + 1 < tokens.count) {
            isNullable = true
            index += 1
        }
        if word == "nullable" || word == "optional", let type = readWrapped(depth: depth) {
            return TypeExpression(type.kind, isNullable: true)
        }
        // `Option<String>` may be left out, which is not `null`.
        if word == "option", let type = readWrapped(depth: depth) { return type }
        if word == "nullable", index + 1 < tokens.count {
            isNullable = true
            index += 1
        }
        while index < tokens.count {
            let start = index
            if word == "null" || word == "nil" || word == "none" {
                isNullable = true
                index += 1
            } else if let type = readArray(depth: depth) {
                isNullable = isNullable || type.isNullable
                types.append(TypeExpression(type.kind))
            }
            readQualifiers(&isNullable)
            guard index > start, skipAlternativeSeparator() else { break }
        }
        return united(types, isNullable: isNullable)
    }

    /// `Optional[str]`, `Nullable<Integer>`.
    private mutating func readWrapped(depth: Int) -> TypeExpression? {
        guard tokens.isMark(anyOf: ["[", "<"], at: index + 1) else { return nil }
        let closing: Unicode.Scalar = tokens.isMark("[", at: index + 1) ? "]" : ">"
        let start = index
        index += 2
        let type = readAlternatives(depth: depth + 1)
        skip(to: closing)
        if type == nil { index = start }
        return type
    }

    private func united(_ types: [TypeExpression], isNullable: Bool) -> TypeExpression? {
        var distinct: [TypeExpression] = []
        for type in types where !distinct.contains(type) { distinct.append(type) }
        guard let first = distinct.first else {
            return isNullable ? TypeExpression(.any, isNullable: true) : nil
        }
        // "string, date": the second says how the first is written.
        if distinct.count == 2, first.kind == .string(.plain), case .string = distinct[1].kind {
            return TypeExpression(distinct[1].kind, isNullable: isNullable)
        }
        // "number, integer": the second narrows the first.
        if distinct.map(\.kind) == [.number, .integer], text.text.contains(",") {
            return TypeExpression(.integer, isNullable: isNullable)
        }
        if distinct.count == 1 { return TypeExpression(first.kind, isNullable: isNullable) }
        if distinct.allSatisfy(\.isProse) {
            return TypeExpression(first.kind, isNullable: isNullable)
        }
        // "string, alphanumeric" names a type and then talks about it.
        let known = distinct.filter { !$0.isProse }
        if known.count < distinct.count, let first = known.first {
            return TypeExpression(first.kind, isNullable: isNullable)
        }
        return TypeExpression(.union(distinct), isNullable: isNullable)
    }

    private mutating func skipAlternativeSeparator() -> Bool {
        let start = index
        if isMark("|") || isMark("/") || isMark(",") { index += 1 }
        if word == "or" || word == "and" { index += 1 }
        return index > start && index < tokens.count
    }

    /// A type and what may follow it to make it a list: `X[]`, `X list`, `<X> array`.
    private mutating func readArray(depth: Int) -> TypeExpression? {
        guard var type = readPrimary(depth: depth) else { return nil }
        while index < tokens.count {
            if isMark("["), tokens.isMark("]", at: index + 1) {
                type = TypeExpression(.array(type))
                index += 2
            } else if isMark("?"), !tokens[index].isSpaced {
                type.isNullable = true
                index += 1
            } else if typeWord(word) == .array, word != "sequence",
                tokens.word(at: index + 1) != "of"
            {
                type = TypeExpression(.array(type))
                index += 1
            } else {
                break
            }
        }
        return type
    }

    /// `(string | integer)[]`; in other parentheses a type says more than a type.
    private mutating func readGrouped(depth: Int) -> TypeExpression? {
        guard let end = matchingMark(tokens, from: index), tokens.isMark("[", at: end + 1),
            tokens.isMark("]", at: end + 2)
        else { return nil }
        let start = index
        let inner = tokens.span(index + 1..<end)
        if end > index + 1, let values = readLiteralUnion(MarkedText(text.slice(inner))) {
            index = end + 1
            return values
        }
        index += 1
        let type = readAlternatives(depth: depth + 1)
        guard type != nil, index == end else {
            index = start
            return nil
        }
        index += 1
        return type
    }

    private mutating func readPrimary(depth: Int) -> TypeExpression? {
        while word == "a" || word == "an" || word == "the" || word == "optional"
            || word == "required" || word == "mandatory"
        {
            index += 1
        }
        // "Pointer to string" may point nowhere, as what is optional does.
        if word == "pointer", tokens.word(at: index + 1) == "to" { index += 2 }
        if isMark("(") { return readGrouped(depth: depth) }
        if isMark("[") { return readBracketed(depth: depth) }
        if isMark("<") { return readAngled(depth: depth) }
        if isMark("{"), tokens.isMark("}", at: index + 1) {
            index += 2
            return TypeExpression(.object)
        }
        if isMark("{"), let type = readPair(depth: depth) { return type }
        guard index < tokens.count, !word.isEmpty else { return nil }
        if let type = readNullableName() { return type }
        if let target = target(at: index) {
            if let element = linkedElement(at: target), let kind = collection(of: element) {
                index += 1
                return TypeExpression(kind)
            }
            // `[timestamp](#timestamps)` leads to words about a type that everyone knows.
            guard !linksAreNames, case .kind(let kind) = typeWord(word), isGlue(at: index + 1)
            else {
                return readReference(target: target)
            }
            index += 1
            return readFormatted(kind, depth: depth)
        }
        if let kind = readTwoWordType() { return readFormatted(kind, depth: depth) }
        guard let known = knownWord() else { return readReference(target: nil) }
        index += 1
        switch known {
        case .kind(let kind): return readFormatted(kind, depth: depth)
        case .array: return TypeExpression(.array(readElement(depth: depth)))
        case .dictionary where isHashOfSomething: return TypeExpression(.unknown(text.text))
        case .dictionary: return TypeExpression(.dictionary(readValueType(depth: depth)))
        case .object: return readObject(depth: depth)
        case .enumeration: return readEnumeration(depth: depth)
        case .null: return TypeExpression(.any, isNullable: true)
        case .json: return readJSON(depth: depth)
        case .composition:
            skipBrackets()
            return TypeExpression(.any)
        }
    }

    /// "The hash of the next block", which is a text.
    private var isHashOfSomething: Bool {
        tokens.word(at: index - 1) == "hash" && tokens.word(at: index - 2) == "the"
    }

    /// A type word, unless a noun follows that makes it part of a name (`list options`).
    private func knownWord() -> TypeWord? {
        guard let known = typeWord(word) ?? wordOfCollections() ?? soleMisspelling() else {
            return nil
        }
        if link != nil, index == 0, tokens.count > 1, !isGlue(at: index + 1) { return nil }
        if tokens[index].text.first?.isUppercase == true, case .kind(.string(let format)) = known,
            format != .plain, tokens.count > index + 1, !isGlue(at: index + 1)
        {
            return nil
        }
        return known
    }

    /// `Set<string>`, `Collection of X`: words that say so beside what is collected only.
    private func wordOfCollections() -> TypeWord? {
        guard isCollection(word),
            tokens.isMark(anyOf: ["<", "["], at: index + 1) || tokens.word(at: index + 1) == "of"
        else { return nil }
        return .array
    }

    private func collection(of element: TypeExpression) -> TypeExpression.Kind? {
        switch typeWord(word) {
        case .array: .array(element)
        case .dictionary: .dictionary(element)
        default: nil
        }
    }

    private func soleMisspelling() -> TypeWord? {
        guard tokens.count == 1 || isGlue(at: index + 1) else { return nil }
        return misspelledTypeWord(word)
    }

    /// Words and marks that may stand right after a type without being a name's second word.
    private func isGlue(at position: Int) -> Bool {
        guard position < tokens.count else { return true }
        guard !tokens[position].word.isEmpty else { return true }
        switch tokens[position].word {
        case "of", "or", "and", "null", "list", "array", "format", "value", "string", "strings":
            return true
        default: return typeWord(tokens[position].word) != nil
        }
    }

    private mutating func readBracketed(depth: Int) -> TypeExpression? {
        index += 1
        if isMark("]") {
            index += 1
            // `[]Boat`, as Go writes it.
            guard index < tokens.count, !tokens[index].isSpaced, depth < Self.maximumDepth,
                !word.isEmpty || isMark("[")
            else { return TypeExpression(.array(nil)) }
            return TypeExpression(.array(readPrimary(depth: depth + 1)))
        }
        let element = readAlternatives(depth: depth + 1)
        skip(to: "]")
        guard let element else { return nil }
        return TypeExpression(.array(element))
    }

    /// `<string>`, `< string, object > map`.
    private mutating func readAngled(depth: Int) -> TypeExpression? {
        index += 1
        var types: [TypeExpression] = []
        while index < tokens.count, !isMark(">") {
            let start = index
            if let type = readArray(depth: depth + 1), depth + 1 < Self.maximumDepth {
                types.append(type)
            }
            var ignored = false
            readQualifiers(&ignored)
            if isMark(",") { index += 1 }
            if index == start { index += 1 }
        }
        skip(to: ">")
        if typeWord(word) == .dictionary {
            index += 1
            return TypeExpression(.dictionary(types.last))
        }
        return types.first
    }
}
