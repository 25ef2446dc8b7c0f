import APIModel

extension TypeReader {
    /// Leaves of `models::Boat`, `\Harbour\Model\Boat` and `java.time.LocalDate` the last word: where a
    /// program keeps a type is no part of its name.
    mutating func dropQualifiers() {
        guard tokens.count > 2 || tokens.contains(where: { $0.text.contains(".") }) else { return }
        var result: [PhraseToken] = []
        var position = 0
        while position < tokens.count {
            let token = tokens[position]
            if token.kind == .word, let next = qualified(from: position) {
                position = next
                continue
            }
            result.append(token.withoutKnownNamespace)
            position += 1
        }
        tokens = result
    }

    /// The word that `word::` or `word\` qualifies.
    private func qualified(from position: Int) -> Int? {
        func touches(_ index: Int) -> Bool { index < tokens.count && !tokens[index].isSpaced }
        if tokens.isMark("\\", at: position + 1), touches(position + 1), touches(position + 2),
            !tokens.word(at: position + 2).isEmpty
        {
            return position + 2
        }
        guard tokens.isMark(":", at: position + 1), tokens.isMark(":", at: position + 2),
            touches(position + 1), touches(position + 2), touches(position + 3),
            !tokens.word(at: position + 3).isEmpty
        else { return nil }
        return position + 3
    }

    /// `NullableString`, `[NullableBoat](Boat.md)`: that it may be `null`, in its name.
    mutating func readNullableName() -> TypeExpression? {
        let text = index < tokens.count ? tokens[index].text : ""
        guard text.hasPrefix("Nullable"), text.utf8.count > 8 else { return nil }
        let name = String(text.dropFirst(8))
        if let target = target(at: index), target.hasSuffix("/\(name).md") || target == name + ".md"
        {
            index += 1
            return TypeExpression(.reference(name: name, target: target), isNullable: true)
        }
        guard target(at: index) == nil else { return nil }
        if name == "Time" {
            index += 1
            return TypeExpression(.string(.dateTime), isNullable: true)
        }
        guard case .kind(let kind) = typeWord(lowercasedASCII(name)) else { return nil }
        index += 1
        return TypeExpression(kind, isNullable: true)
    }

    /// `[List](Boat.md)`: where the elements are documented, the link says what they are.
    func linkedElement(at target: String) -> TypeExpression? {
        guard target.hasSuffix(".md"), tokens.count == 1 else { return nil }
        let file = target.split(separator: "/").last ?? ""
        let name = String(file.dropLast(3))
        guard name.first?.isUppercase == true, typeWord(name.lowercased()) == nil else {
            return nil
        }
        return TypeExpression(.reference(name: name, target: target))
    }
}

extension PhraseToken {
    /// `String` of `kotlin.String`; names of objects may have dots.
    fileprivate var withoutKnownNamespace: PhraseToken {
        guard kind == .word, let dot = text.lastIndex(of: ".") else { return self }
        let last = String(text[text.index(after: dot)...])
        guard typeWord(lowercasedASCII(last)) != nil || isCollection(lowercasedASCII(last)),
            typeWord(word) == nil
        else { return self }
        return PhraseToken(
            kind: kind, range: range, text: last, word: lowercasedASCII(last), isSpaced: isSpaced)
    }
}

/// Words that say so beside what is collected only: `Set<string>`.
func isCollection(_ word: String) -> Bool {
    ["set", "collection", "sequence", "vector", "hashset", "vec", "iterable"].contains(word)
}

extension String {
    /// `Boat` of `Harbour.Model.Boat` and `Harbour::Boat`: where a program keeps what a page is about is
    /// no part of its name. What has a digit before it is a version, and tells things apart.
    package var withoutNamespace: String {
        guard utf8.allSatisfy({ isNameByte($0) || [0x2E, 0x3A, 0x5C].contains($0) }),
            let mark = utf8.lastIndex(where: { !isNameByte($0) })
        else { return self }
        let last = self[index(after: mark)...]
        let front = self[..<mark]
        guard let first = last.utf8.first, isCapital(first),
            last.utf8.contains(where: isSmallLetter),
            !front.utf8.contains(where: isDigit)
        else { return self }
        return String(last)
    }
}
