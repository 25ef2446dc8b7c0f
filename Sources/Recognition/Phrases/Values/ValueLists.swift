/// Reads `a`, `b` or `c`, with or without words about each value.
struct ValueListReader {
    let text: MarkedText
    let allowsBare: Bool

    func read(from start: Int) -> [EnumerationPhrase.Value]? {
        var values: [EnumerationPhrase.Value] = []
        var index = start
        while values.count < 500, let end = valueEnd(at: index) {
            let range = tokens.span(index..<end)
            let value = unquotedValue(tokens[index].text)
            let about = description(from: end)
            if value != "null", !values.contains(where: { $0.value == value }) {
                values.append(
                    EnumerationPhrase.Value(
                        value: value, description: about?.text, range: range,
                        isMarked: tokens[index].isMarkedValue))
            }
            index = about?.end ?? end
            if index == end, isMarked(at: end - 1), isMarked(at: end) { continue }
            guard let next = skipSeparator(from: index) else { break }
            index = next
        }
        return values.isEmpty ? nil : values
    }

    private var tokens: [PhraseToken] { text.tokens }

    /// "`queued` `ringing` `done`": code beside code, and quotes beside quotes, need no mark between.
    private func isMarked(at index: Int) -> Bool {
        index < tokens.count && tokens[index].isMarkedValue
    }

    /// One value: a marked token, or one bare word that looks like a wire value.
    private func valueEnd(at index: Int) -> Int? {
        guard index < tokens.count else { return nil }
        if tokens[index].isMarkedValue { return isValue(tokens[index].text) ? index + 1 : nil }
        let isCounted = tokens.isMark(anyOf: [",", "|", "/"], at: index + 1)
        guard allowsBare, tokens[index].kind == .word,
            isBareValue(tokens[index])
                || isCounted && ["all", "any"].contains(tokens[index].word)
        else { return nil }
        guard endsBareValue(at: index + 1) else { return nil }
        return index + 1
    }

    /// URLs, request lines and members of objects are examples of something, never values.
    private func isValue(_ text: String) -> Bool {
        let value = unquotedValue(text)
        guard value.utf8.count <= 60, !value.contains("://"), !value.contains("\"") else {
            return false
        }
        return !(value.contains(" ") && value.contains("/"))
    }

    private func endsBareValue(at index: Int) -> Bool {
        guard index < tokens.count else { return true }
        let marks: [Unicode.Scalar] = [
            ",", ".", ";", "|", "/", "\n", ")", "]", "}", "-", ":", "(", "=",
        ]
        if tokens.isMark(anyOf: marks, at: index) { return true }
        return tokens.word(at: index) == "or" || tokens.word(at: index) == "and"
    }

    private func isBareValue(_ token: PhraseToken) -> Bool {
        switch token.word {
        case "the", "an", "etc", "others", "more", "any", "all", "and", "or", "if", "see", "this",
            "for", "these",
            "either", "following", "below", "above", "various", "e.g", "default", "defaults":
            return false
        default: return true
        }
    }

    private func skipSeparator(from start: Int) -> Int? {
        var index = start
        var hasSeparator = false
        while index < tokens.count, index < start + 6 {
            if tokens.isMark(anyOf: [",", ";", "|", "/", "\n", "-", "*", "&", ")"], at: index) {
                hasSeparator = true
            } else if tokens.isMark(".", at: index),
                startsDescribedValue(at: nextValue(after: index))
            {
                hasSeparator = true
            } else if tokens[index].word == "or" || tokens[index].word == "and"
                || tokens[index].isPictograph
            {
                hasSeparator = true
            } else {
                break
            }
            index += 1
        }
        return hasSeparator || startsNumberedValue(at: index) ? index : nil
    }

    private func startsBulletValue(at index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index].isMarkedValue else { return false }
        return tokens.isMark(anyOf: [":", "(", ".", "-", "="], at: index + 1)
    }

    private func nextValue(after index: Int) -> Int {
        var next = index + 1
        while tokens.isMark(anyOf: ["\n", "-", "*"], at: next) { next += 1 }
        return next
    }

    /// `- text`, `: text`, `(text)`, `= text`, "for text" behind a value.
    private func description(from start: Int) -> (text: String, end: Int)? {
        guard opensDescription(at: start) else { return nil }
        if tokens.isMark("(", at: start) {
            guard let close = matchingMark(tokens, from: start), close > start + 1 else {
                return nil
            }
            // "`asc` (default) for ascending order or `desc` for …".
            if isDefaultRemark(tokens[start + 1]), close == start + 2, close + 1 < tokens.count,
                tokens[close + 1].kind == .word, let more = description(from: close + 1)
            {
                return more
            }
            let range = tokens.span(start + 1..<close)
            return (text.slice(range), close + 1)
        }
        let isMark = tokens[start].word.isEmpty
        let first = isMark ? start + 1 : start
        var end = first
        while end < tokens.count, end < first + 80, !endsDescription(at: end) { end += 1 }
        guard end > first else { return nil }
        let range = tokens.span(first..<end)
        return (text.slice(range), end)
    }

    private func opensDescription(at index: Int) -> Bool {
        if tokens.isMark(":", at: index) || tokens.isMark("=", at: index) { return true }
        if tokens.isMark("(", at: index) { return true }
        // "- `AUTO`. The service decides": in a list of bullets, sentences are descriptions.
        if tokens.isMark(".", at: index), isBullet(at: index - 2) { return true }
        if tokens.isMark("-", at: index) {
            // A dash before the next value is a bullet, not the start of words about this one.
            return index + 1 < tokens.count && !tokens[index + 1].isMarkedValue
        }
        switch tokens.word(at: index) {
        case "for", "if", "when", "means", "meaning", "to", "indicates", "means:", "where":
            return tokens[index].kind == .word
        default: return false
        }
    }

    private func isBullet(at index: Int) -> Bool {
        tokens.isMark("-", at: index) || tokens.isMark("*", at: index)
    }

    /// `0: none 1: some`: a number and a colon begin a value, whatever stood between.
    private func startsNumberedValue(at index: Int) -> Bool {
        allowsBare && index < tokens.count && isNumberWord(tokens[index].word)
            && tokens.isMark(":", at: index + 1)
    }

    /// A separator before the next value, or the end of the line.
    private func endsDescription(at index: Int) -> Bool {
        if tokens.isMark("\n", at: index) { return true }
        if startsNumberedValue(at: index) { return true }
        // Bullets of a flattened list: "- `a`: one - `b`: two".
        if isBullet(at: index), tokens[index].isSpaced, startsBulletValue(at: index + 1) {
            return true
        }
        if tokens.isMark(anyOf: [",", ";", "."], at: index) {
            var next = nextValue(after: index)
            if tokens.word(at: next) == "or" || tokens.word(at: next) == "and" { next += 1 }
            if startsDescribedValue(at: next) { return true }
            return tokens.isMark(".", at: index) && !hasLaterValue(after: index)
        }
        let isConjunction = tokens[index].word == "or" || tokens[index].word == "and"
        return isConjunction && startsDescribedValue(at: index + 1)
    }

    private func startsDescribedValue(at index: Int) -> Bool {
        guard index < tokens.count, tokens[index].isMarkedValue else { return false }
        return index + 1 >= tokens.count || opensDescription(at: index + 1)
            || endsBareValue(at: index + 1)
    }

    private func hasLaterValue(after index: Int) -> Bool {
        var next = index + 1
        while next < tokens.count, next < index + 30 {
            if startsDescribedValue(at: next) { return opensDescription(at: next + 1) }
            next += 1
        }
        return false
    }
}

/// `"system"` in code is the value `system`, and blanks beside it belong to the markup.
func unquotedValue(_ value: String) -> String {
    var bytes = Array(value.utf8)[...]
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    if bytes.count > 2, let first = bytes.first, first == bytes.last,
        first == 0x22 || first == 0x27
    {
        bytes = bytes.dropFirst().dropLast()
    }
    return String(decoding: bytes, as: UTF8.self)
}
