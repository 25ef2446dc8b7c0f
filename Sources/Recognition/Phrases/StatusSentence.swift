import APIModel

/// Reads the statuses that a sentence tells of: "Returns `204 No Content` on success and
/// `409 Conflict` if the name is taken".
///
/// Only sentences on what is returned count, and in them numbers that nothing but a status is: in
/// code with a reason, or behind the word.
package func readStatusSentence(_ text: MarkedText) -> [StatusPhrase] {
    guard text.tokens.count <= 60,
        tellsOutcome(text.tokens) || text.tokens.contains(where: { speaksOfReturning($0.word) })
    else {
        return []
    }
    var found: [StatusPhrase] = []
    for (index, token) in text.tokens.enumerated() {
        guard let phrase = status(token, in: text, at: index),
            !found.contains(where: { $0.status == phrase.status })
        else { continue }
        found.append(phrase)
    }
    return found
}

/// "On success: `204`", "On failure: 403 Forbidden".
private func tellsOutcome(_ tokens: [PhraseToken]) -> Bool {
    tokens.word(at: 0) == "on" && tokens.isMark(":", at: 2)
        && ["success", "failure", "error"].contains(tokens.word(at: 1))
}

func speaksOfReturning(_ word: String) -> Bool {
    switch word {
    case "returns", "return", "returned", "responds", "respond", "response", "answers", "answer",
        "status", "result", "http",
        "yields", "replies":
        true
    default: false
    }
}

private func status(_ token: PhraseToken, in text: MarkedText, at index: Int) -> StatusPhrase? {
    if token.kind == .code {
        let digits = token.text.prefix { $0 >= "0" && $0 <= "9" }
        let rest = token.text.dropFirst(digits.count)
        let isReason = rest.first == " " && rest.dropFirst().first?.isUppercase == true
        guard digits.count == 3, isReason || (rest.isEmpty && isAnnounced(text.tokens, index))
        else {
            return nil
        }
        guard let phrase = readStatus(MarkedText(token.text)) else { return nil }
        return StatusPhrase(status: phrase.status, reason: phrase.reason, range: token.range)
    }
    guard token.kind == .word, let code = statusCode(token), code != .default,
        case .code = code, code.isAssigned, isAnnounced(text.tokens, index)
    else { return nil }
    return StatusPhrase(status: code, reason: nil, range: token.range)
}

extension Response.Status {
    /// Whether a code lies where codes are in use: 150 is a number of something.
    var isAssigned: Bool {
        guard case .code(let code) = self else { return true }
        switch code {
        case 100...103, 200...226, 300...308, 400...499, 500...530: return true
        default: return false
        }
    }
}

/// "status 204", "a 404", "HTTP 200", "Returns 204 No Content".
private func isAnnounced(_ tokens: [PhraseToken], _ index: Int) -> Bool {
    switch tokens.word(at: index - 1) {
    case "status", "code", "http": return true
    // "The return code is 200 if…", "HTTP code for this should be 202".
    case "is", "be":
        return tokens[max(0, index - 8)..<index].contains {
            $0.word == "code" || $0.word == "status"
        }
    case "a", "an", "returns", "with", "return", "responds", "answers", "or":
        let next = index + 1
        guard next < tokens.count else { return true }
        if tokens[next].word.isEmpty { return true }
        return tokens[next].text.first?.isUppercase == true
            || [
                "response", "status", "error", "on", "if", "when", "code", "and", "with", "for",
                "empty",
            ].contains(tokens[next].word)
    case "" where index == 3 && tellsOutcome(tokens): return true
    // "…; 403 if you are no member".
    default: return tokens.isMark(anyOf: [";", ","], at: index - 1) && isCase(tokens, index + 1)
    }
}

private func isCase(_ tokens: [PhraseToken], _ index: Int) -> Bool {
    ["if", "when", "unless", "where"].contains(tokens.word(at: index))
}
