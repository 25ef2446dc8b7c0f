import APIModel

/// Reads a type cell, a parenthesised type or the text of a type link.
///
/// `link` is where the text leads, if it is a link: a linked type is a reference whatever its
/// words, unless they are a type everyone knows. Nothing is returned for cells that say nothing
/// (`-`, `none`, `n/a`, `Inline`).
package func readType(_ text: String, link: String? = nil) -> TypeExpression? {
    readType(MarkedText(text), link: link)
}

package func readType(_ marked: MarkedText, link: String? = nil) -> TypeExpression? {
    guard marked.tokens.count <= maximumTypeTokens else { return nil }
    if let values = readLiteralUnion(marked) ?? readLengthNotation(marked.text) { return values }
    var reader = TypeReader(text: marked.withOpenedCode, link: link)
    reader.dropQualifiers()
    reader.dropEmphasis()
    reader.dropNamespace()
    guard !reader.saysNothing else { return nil }
    guard let type = reader.readAlternatives(depth: 0) else { return nil }
    return type
}

extension MarkedText {
    /// `Array<string>` in code taken apart like the same outside of it.
    fileprivate var withOpenedCode: MarkedText {
        let isNotation = tokens.contains { token in
            token.kind == .code
                && token.text.utf8.contains { [0x28, 0x3C, 0x3F, 0x5B, 0x7C].contains($0) }
        }
        guard isNotation else { return unmarked }
        var bytes = Array(text.utf8)
        for index in bytes.indices where bytes[index] == 0x60 { bytes[index] = 0x20 }
        return MarkedText(String(decoding: bytes, as: UTF8.self))
    }
}

/// Reads a type of a page that links every type of its own: a linked word is a name, whatever else
/// it could mean, and a name without a link leads nowhere.
func readStatedType(_ marked: MarkedText) -> TypeExpression? {
    guard marked.tokens.count <= maximumTypeTokens else { return nil }
    var reader = TypeReader(text: marked.unmarked, link: nil)
    reader.linksAreNames = true
    reader.dropEmphasis()
    return reader.readAlternatives(depth: 0)
}

/// No type is longer, lists of values included; a whole paragraph in a Type column is no type.
private let maximumTypeTokens = 400

/// A recursive descent over the tokens of a type; its depth is bounded.
struct TypeReader {
    let text: MarkedText
    let link: String?
    var tokens: [PhraseToken]
    var index = 0
    var linksAreNames = false
    /// Targets of links written out in the text (`[Error](#error)`), by the text's token index.
    var targets: [(index: Int, target: String)] = []

    init(text: MarkedText, link: String?) {
        self.text = text
        self.link = link
        tokens = text.tokens
    }

    /// A word wholly in underscores or asterisks is emphasized, not spelled so.
    mutating func dropEmphasis() {
        tokens.removeAll { $0.isMark("*") || $0.isMark("_") || $0.isMark("\\") || $0.isMark("\n") }
        tokens = tokens.map { token in
            guard token.kind == .word, token.text.hasPrefix("_") || token.text.hasSuffix("_") else {
                return token
            }
            let bytes = Array(token.text.utf8)
            var start = 0
            var end = bytes.count
            while start < end, bytes[start] == 0x5F { start += 1 }
            while end > start, bytes[end - 1] == 0x5F { end -= 1 }
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            return PhraseToken(
                kind: .word, range: token.range, text: text, word: lowercasedASCII(text),
                isSpaced: token.isSpaced)
        }
        tokens.removeAll { $0.kind == .word && $0.text.isEmpty }
        takeWrittenLinks()
    }

    /// `xsd:int` is an integer, wherever the word comes from.
    mutating func dropNamespace() {
        guard tokens.count == 3, tokens[0].kind == .word, tokens[1].isMark(":"),
            !tokens[1].isSpaced, !tokens[2].isSpaced, typeWord(tokens[0].word) == nil,
            typeWord(tokens[2].word) != nil
        else { return }
        tokens.removeFirst(2)
    }

    var saysNothing: Bool {
        guard let first = tokens.first else { return true }
        if tokens.count == 1, case .mark = first.kind { return true }
        let words = tokens.filter { !$0.word.isEmpty }
        if words.isEmpty { return !tokens.contains { $0.isMark("[") || $0.isMark("{") } }
        guard words.count <= 2 else { return false }
        switch words[0].word {
        case "none", "inline", "n", "n/a", "void", "empty", "nothing", "undefined":
            return words.count == 1 || words[1].word == "a"
        case "no":
            return words.count == 2 && (words[1].word == "content" || words[1].word == "body")
        default: return false
        }
    }

    /// Turns `[text](target)` into `text`; the outer brackets of `[[text](target)]` stay.
    private mutating func takeWrittenLinks() {
        var result: [PhraseToken] = []
        var open: [Int] = []
        var position = 0
        while position < tokens.count {
            let token = tokens[position]
            if token.isMark("]"), let start = open.last,
                tokens.isMark("(", at: position + 1), !tokens[position + 1].isSpaced,
                let close = linkEnd(from: position + 2)
            {
                open.removeLast()
                let from = tokens[position + 1].range.upperBound
                result.remove(at: start)
                let word = named(in: result, from: start)
                targets.append((word, text.slice(from..<tokens[close].range.lowerBound)))
                position = close + 1
                continue
            }
            if token.isMark("[") { open.append(result.count) }
            if token.isMark("]"), !open.isEmpty { open.removeLast() }
            result.append(token)
            position += 1
        }
        tokens = result
    }

    /// The word that a link on `List<Boat>` leads to: of what is made of parts, the last; of "the
    /// boat" the one behind the article.
    private func named(in linked: [PhraseToken], from start: Int) -> Int {
        guard linked.count > start + 1 else { return start }
        if isArticle(linked[start].word) { return start + 1 }
        guard
            linked[start...].contains(where: { $0.isMark("[") || $0.isMark("<") }),
            let last = linked.indices.last(where: { $0 >= start && !linked[$0].word.isEmpty })
        else { return start }
        return last
    }

    /// A target is one run without white space that holds `#`, `/` or a file ending.
    private func linkEnd(from start: Int) -> Int? {
        var position = start
        var looksLikeTarget = false
        while position < tokens.count, position < start + 40 {
            if position > start, tokens[position].isSpaced { return nil }
            if tokens[position].isMark(")") { return looksLikeTarget ? position : nil }
            let token = tokens[position]
            let isFile = [".md", ".html", ".htm"].contains { token.word.hasSuffix($0) }
            if token.isMark("#") || token.isMark("/") || isFile { looksLikeTarget = true }
            position += 1
        }
        return nil
    }
}
