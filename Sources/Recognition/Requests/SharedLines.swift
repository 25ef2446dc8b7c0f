import APIModel

extension MarkedText {
    /// "`POST /x`, `PUT /x/{id}` and": request lines in code, and what joins them to another.
    var isListOfRequestLines: Bool {
        guard let first = tokens.first, let last = tokens.last else { return false }
        return first.kind == .code && joinsLines(last) && MarkedText.isOfRequestLines(tokens[...])
    }

    /// Two request lines in code or more, and what joins them.
    static func isListOfRequestLines(_ tokens: ArraySlice<PhraseToken>) -> Bool {
        tokens.count(where: { $0.kind == .code }) > 1 && isOfRequestLines(tokens)
    }

    private static func isOfRequestLines(_ tokens: ArraySlice<PhraseToken>) -> Bool {
        tokens.allSatisfy { token in
            token.kind == .code ? readRequestLine(token.text) != nil : joinsLines(token)
        }
    }
}

private func joinsLines(_ token: PhraseToken) -> Bool {
    token.isMark(",") || token.isMark("/") || token.isMark("&")
        || ["and", "or", "both"].contains(token.word) && token.kind == .word
}

/// Which operations a label says that what stands below it is of.
package enum SharingLabel: Sendable {
    /// "The request body for both `POST /x` and `PATCH /x/{id}`:".
    case named([RequestLine])
    /// "Both endpoints accept:", the two above.
    case both
}

/// Reads a label that speaks of several operations; one that excepts some is none.
package func readSharingLabel(_ title: String) -> SharingLabel? {
    guard title.utf8.count <= 300, title.hasSuffix(":") else { return nil }
    let words = words(of: title)
    guard !words.contains(where: ["except", "apart", "unlike", "unless"].contains) else {
        return nil
    }
    let lines = requestLines(in: title)
    if lines.count > 1 { return .named(lines) }
    guard lines.isEmpty, let both = words.prefix(6).firstIndex(of: "both") else { return nil }
    let next = words[(both + 1)...].prefix(3).drop { ["of", "these", "the"].contains($0) }
    return next.first.map(isOperationNoun) == true && next.first?.hasSuffix("s") == true
        ? .both : nil
}

/// The requests that running text spells: method and path one behind the other.
package func requestLines(in text: String) -> [RequestLine] {
    let words = text.split { " \n(),;".contains($0) }.map(String.init)
    return zip(words, words.dropFirst()).compactMap { method, path in
        guard path.utf8.first == 0x2F else { return nil }
        let isEnd = path.hasSuffix(":") || path.hasSuffix(".")
        return readRequestLine(method + " " + (isEnd ? String(path.dropLast()) : path))
    }
}
