import APIModel

/// Reads the statuses that a sentence tells of: "Returns `204 No Content` on success and
/// `409 Conflict` if the name is taken".
///
/// Only numbers that nothing but a status is count: in a sentence on what is returned those in code
/// with a reason or behind the word, and anywhere those that a case follows ("404 if unknown").
package func readStatusSentence(_ text: MarkedText) -> [StatusPhrase] {
    guard text.tokens.count <= 120 else { return [] }
    let tells =
        tellsOutcome(text.tokens)
        || text.tokens.contains {
            speaksOfReturning($0.word) || speaksOfGetting($0.word) || opensWithStatus($0)
        }
        // "or `409` if the name is taken", behind a sample of what else comes.
        || text.tokens.word(at: 0) == "or" && opensCase(text.tokens.word(at: 2))
    let series = statusSeries(text.tokens)
    var announced: Set<Int> = []
    for statuses in series {
        let isAnnounced =
            statuses.tellCases(in: text.tokens)
            || tells
                && statuses.members.contains { status(text.tokens[$0], in: text, at: $0) != nil }
        if isAnnounced { announced.formUnion(statuses.members) }
    }
    var found: [StatusPhrase] = []
    for (index, token) in text.tokens.enumerated() {
        guard
            let phrase = (tells ? status(token, in: text, at: index) : nil)
                ?? (announced.contains(index) || !found.isEmpty && goesOn(text.tokens, index)
                    ? plainStatus(token) : nil),
            !found.contains(where: { $0.status == phrase.status })
        else { continue }
        found.append(phrase)
    }
    return found
}

/// A status that its neighbours announce.
private func plainStatus(_ token: PhraseToken) -> StatusPhrase? {
    statusCode(token).map { StatusPhrase(status: $0, reason: nil, range: token.range) }
}

/// "…, 404 if there is none and 409 if it is taken": behind another status.
private func goesOn(_ tokens: [PhraseToken], _ index: Int) -> Bool {
    assignedStatus(tokens[index]) != nil && ["and", "or"].contains(tokens.word(at: index - 1))
        && opensCase(tokens.word(at: index + 1))
}

/// `409 Conflict` in code: a status with its reason, as these are written.
func opensWithStatus(_ token: PhraseToken) -> Bool {
    guard token.kind == .code else { return false }
    let digits = token.text.prefix { $0 >= "0" && $0 <= "9" }
    let rest = token.text.dropFirst(digits.count)
    return digits.count == 3 && rest.first == " " && rest.dropFirst().first?.isUppercase == true
}

/// `401 unauthorized`: a status with its reason in small letters.
private func hasReason(_ token: PhraseToken) -> Bool {
    let words = MarkedText(token.text).tokens
    return (2...4).contains(words.count) && words.dropFirst().allSatisfy { $0.kind == .word }
        && words.first.flatMap(assignedStatus) != nil
}

/// "On success: `204`", "On failure: 403 Forbidden".
private func tellsOutcome(_ tokens: [PhraseToken]) -> Bool {
    tokens.word(at: 0) == "on" && tokens.isMark(":", at: 2)
        && ["success", "failure", "error"].contains(tokens.word(at: 1))
}

/// "You get a `400`", "fails with 409".
private func speaksOfGetting(_ word: String) -> Bool {
    [
        "get", "gets", "answered", "end", "gives", "receive", "fails", "fail", "throws", "ends",
        "rejected", "refused",
    ]
    .contains(word)
}

private func status(_ token: PhraseToken, in text: MarkedText, at index: Int) -> StatusPhrase? {
    if token.kind == .code {
        let isCode = token.text.utf8.count == 3 && Int(token.text) != nil
        guard
            opensWithStatus(token) || isCode && isAnnounced(text.tokens, index)
                || text.tokens.word(at: index + 1) == "status" && hasReason(token)
        else {
            return nil
        }
        guard let phrase = readStatus(MarkedText(token.text)) else { return nil }
        return StatusPhrase(status: phrase.status, reason: phrase.reason, range: token.range)
    }
    guard token.kind == .word, let code = assignedStatus(token), isAnnounced(text.tokens, index)
    else { return nil }
    return StatusPhrase(status: code, reason: nil, range: token.range)
}

extension Response.Status {
    /// Whether a code lies where codes are in use: 150 is a number of something. With 100, 102 and
    /// 103 no call ends; where pages list them they are numbers of their own.
    var isAssigned: Bool {
        guard case .code(let code) = self else { return true }
        switch code {
        case 101, 200...226, 300...308, 400...499, 500...530: return true
        default: return false
        }
    }
}

/// "status 204", "a 404", "HTTP 200", "Returns 204 No Content".
private func isAnnounced(_ tokens: [PhraseToken], _ index: Int) -> Bool {
    switch tokens.word(at: index - 1) {
    case "status", "code", "http", "→": return true
    // "Response 200: a loan. 404 when there is none."
    case "response": return tokens.isMark(":", at: index + 1)
    // "The return code is 200 if…", "HTTP code for this should be 202".
    case "is", "be":
        return tokens[max(0, index - 8)..<index].contains {
            ["code", "status", "answer", "response", "result"].contains($0.word)
        }
    case "in" where !["end", "ends", "result", "results"].contains(tokens.word(at: index - 2)):
        return false
    case "otherwise" where tokens[index].kind == .code: return true
    case "a", "an", "returns", "with", "return", "responds", "answers", "or", "get", "gives",
        "answered", "in":
        let next = index + 1
        guard next < tokens.count else { return true }
        if tokens[next].word.isEmpty { return true }
        return tokens[next].text.first?.isUppercase == true
            || [
                "response", "status", "error", "on", "if", "when", "code", "and", "with", "for",
                "empty", "everywhere", "always", "redirect",
            ].contains(tokens[next].word)
            // "a `204` is returned", "a 409 will be returned".
            || ["is", "will"].contains(tokens[next].word)
                && (next + 1...next + 2).contains { tokens.word(at: $0) == "returned" }
    case "" where index == 3 && tellsOutcome(tokens): return true
    // "…; 403 if you are no member".
    default:
        return tokens.isMark(anyOf: [";", ","], at: index - 1)
            && opensCase(tokens.word(at: index + 1))
    }
}
