import APIModel

/// Statuses beside each other in running text: "`401` or `404`", "400 (bad value), 404".
struct StatusSeries {
    /// The places of the codes among the tokens.
    var members: [Int]
    /// Where the text goes on.
    var end: Int

    /// Whether what stands around them says that they are answers: they begin a sentence or stand
    /// behind a label for errors, and a case follows, or nothing.
    func tellCases(in tokens: [PhraseToken]) -> Bool {
        guard let first = members.first else { return false }
        if tokens.listStatuses, tokens[first].kind == .code { return true }
        let isCase = opensCase(tokens.word(at: end))
        let isEnd =
            end >= tokens.count || tokens.isMark(anyOf: [".", ";"], at: end)
            || tokens.isMark(":", at: end) && members.count > 1
        if tokens.isArrow(before: first) || first > 0 && tokens[first - 1].isPictograph {
            return isCase || isEnd || goesOn(tokens)
        }
        if tokens.isMark(":", at: first - 1) {
            return (isCase || isEnd) && labelsAnswers(tokens.word(at: first - 2))
        }
        // "Wrong or missing key = `401`."
        if tokens.isMark("=", at: first - 1) {
            return isCase || isEnd || tokens.isMark(",", at: end)
        }
        if tokens.word(at: first - 1) == "always", isEnd { return true }
        // "It needs a key, otherwise `403`."
        if tokens.word(at: first - 1) == "otherwise", tokens[first].kind == .code, isEnd {
            return true
        }
        // "404 for unknown trees", and no "200 for each of them".
        let isPlain = members.allSatisfy { Int(tokens[$0].word).map { $0 % 100 == 0 } ?? true }
        if tokens.isMark(anyOf: [",", ";"], at: first - 1) { return isCase && !isPlain }
        guard first == 0 || tokens.isMark(anyOf: [".", "!", "?"], at: first - 1) else {
            return false
        }
        if isPlain, tokens.word(at: end) == "for" { return false }
        // "`302` to the target."
        if tokens[first].kind == .code, ["to", "with"].contains(tokens.word(at: end)) {
            return true
        }
        return isCase || isEnd && (!isPlain || members.count > 1)
    }

    /// "→ 201 and the item", "→ 404: unknown".
    private func goesOn(_ tokens: [PhraseToken]) -> Bool {
        ["and", "with"].contains(tokens.word(at: end))
            || tokens.isMark(anyOf: [":", "-", ","], at: end)
    }
}

/// The statuses of a text in groups, each of which is one list.
func statusSeries(_ tokens: [PhraseToken]) -> [StatusSeries] {
    var found: [StatusSeries] = []
    var index = 0
    while index < tokens.count {
        guard isPlainStatus(tokens[index]) else {
            index += 1
            continue
        }
        var series = StatusSeries(members: [index], end: index + 1)
        while let next = nextStatus(tokens, behind: &series.end) {
            series.members.append(next)
            series.end = next + 1
        }
        found.append(series)
        index = series.end
    }
    return found
}

/// The next status of a list, behind a remark in parentheses and a comma or "or".
private func nextStatus(_ tokens: [PhraseToken], behind end: inout Int) -> Int? {
    if tokens.isMark("(", at: end), let close = matchingMark(tokens, from: end) { end = close + 1 }
    var index = end
    if tokens.isMark(anyOf: [",", "/"], at: index) { index += 1 }
    if ["or", "and"].contains(tokens.word(at: index)) { index += 1 }
    guard index > end, index < tokens.count, isPlainStatus(tokens[index]) else { return nil }
    return index
}

/// A code that is in use, by itself or in code.
private func isPlainStatus(_ token: PhraseToken) -> Bool {
    (token.kind == .word || token.kind == .code) && assignedStatus(token) != nil
}

/// A word behind a status that begins the case in which it is answered.
func opensCase(_ word: String) -> Bool {
    switch word {
    case "if", "when", "unless", "where", "for", "while", "without", "once", "as", "means",
        "because":
        true
    default: false
    }
}

private func labelsAnswers(_ word: String) -> Bool {
    switch word {
    case "errors", "error", "failures", "returns", "response", "responses", "answers", "status",
        "statuses", "codes":
        true
    default: false
    }
}

extension PhraseToken {
    /// Whether it is an arrow, a tick or another picture, and no word of any language.
    var isPictograph: Bool {
        guard kind == .word, let first = text.unicodeScalars.first else { return false }
        switch first.value {
        case 0x2190...0x21FF, 0x2300...0x23FF, 0x2460...0x27BF, 0x2900...0x2BFF,
            0x1F000...0x1FAFF:
            return text.unicodeScalars.allSatisfy { $0.value >= 0x200D }
        default: return false
        }
    }
}

extension [PhraseToken] {
    /// "`201` with the link, `400` if it is none, or `409`.": every clause begins with a status.
    fileprivate var listStatuses: Bool {
        let codes = indices.filter { self[$0].kind == .code && isPlainStatus(self[$0]) }
        guard codes.count > 1, codes[0] == 0 else { return false }
        return codes.dropFirst().allSatisfy { code in
            isMark(anyOf: [",", ";", "/", "."], at: code - 1)
                || ["or", "and", "otherwise"].contains(word(at: code - 1))
        }
    }

    /// Whether `=>` or `->` stands there, drawn of two marks.
    func isArrow(before index: Int) -> Bool {
        index > 1 && isMark(">", at: index - 1) && isMark(anyOf: ["=", "-"], at: index - 2)
    }
}

extension MarkedText {
    /// Without the pictures that it ends with: "POST /loans 🔒".
    var withoutLastPictographs: MarkedText {
        guard let last = tokens.lastIndex(where: { !$0.isPictograph }), last + 1 < tokens.count
        else { return self }
        return upTo(tokens[last].range.upperBound)
    }

    /// Without the pictures that it begins with: "✅ 201 Created", "=> 201 and the item".
    var withoutPictographs: MarkedText {
        if tokens.isArrow(before: 2) {
            return dropFirst(tokens.count > 2 ? tokens[2].range.lowerBound : text.utf8.count)
        }
        guard let first = tokens.first, first.isPictograph else { return self }
        let start = tokens.first { !$0.isPictograph }?.range.lowerBound
        return dropFirst(start ?? text.utf8.count)
    }
}
