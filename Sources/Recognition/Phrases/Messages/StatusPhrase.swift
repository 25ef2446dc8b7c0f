import APIModel

/// A status code as a page writes it, with the words beside it.
package struct StatusPhrase: Sendable {
    package let status: Response.Status
    /// `OK` of `200 OK`; the words as written, without marks.
    package let reason: String?
    /// The code's own text.
    package let range: Range<Int>
}

/// Reads `200`, `200 OK`, `200 – ok`, `4XX`, `default`, `HTTP/1.1 200 OK`, `Status Code 403`,
/// `Response: 200 Ok`, `Status: 201 Created`, `code 200`.
package func readStatus(_ text: MarkedText) -> StatusPhrase? {
    let text = text.unmarked
    let tokens = text.tokens
    var index = skipStatusWords(tokens)
    guard index < tokens.count, let status = statusCode(tokens[index]) else { return nil }
    // "200 items" is no status, but "200 OK", "200 - ok" and "200:" are.
    let code = index
    index += 1
    while tokens.isMark(anyOf: ["-", ":", "*", "(", ",", "."], at: index) { index += 1 }
    var end = index
    var depth = 0
    while end < tokens.count, !tokens[end].isMark("\n") {
        // The bracket that closes `(200 OK)`, and none of the words' own.
        if tokens[end].isMark("(") { depth += 1 }
        if tokens[end].isMark(")") { depth -= 1 }
        if depth < 0 { break }
        end += 1
    }
    var reason: String?
    if end > index {
        let range = tokens.span(index..<end)
        reason = text.slice(range)
        while let last = reason?.last, last == "." || last == "*" || last == ":" {
            reason?.removeLast()
        }
    }
    return StatusPhrase(status: status, reason: reason, range: tokens[code].range)
}

/// Reads "Normal response codes: 200, 202" and "unauthorized(401), forbidden(403)".
package func readStatusList(_ text: MarkedText) -> [StatusPhrase] {
    let text = text.unmarked
    let tokens = text.tokens
    var result: [StatusPhrase] = []
    var wordsStart = 0
    for (index, token) in tokens.enumerated() {
        if token.isMark(",") || token.isMark(":") || token.isMark(";") || token.isMark(")") {
            wordsStart = index + 1
        }
        guard let status = statusCode(token), status != .default else { continue }
        var reason: String?
        if tokens.isMark("(", at: index - 1), index - 1 > wordsStart {
            let start = tokens[wordsStart].range.lowerBound
            reason = text.slice(start..<tokens[index - 2].range.upperBound)
        }
        if !result.contains(where: { $0.status == status }) {
            result.append(StatusPhrase(status: status, reason: reason, range: token.range))
        }
    }
    return result
}

/// Reads "400 (bad name), 409 when the name is taken; 422": two statuses or more, and each part of
/// the list begins with one. None where the list begins otherwise.
package func readStatusItems(_ text: MarkedText) -> [StatusPhrase] {
    let text = text.unmarked
    let tokens = text.tokens
    guard tokens.count <= 120 else { return [] }
    let starts = tokens.indices.filter { index in
        assignedStatus(tokens[index]) != nil
            && (index == 0
                || tokens.isMark(anyOf: [",", ";", ".", "*", "|", "/"], at: index - 1)
                || ["and", "or"].contains(tokens.word(at: index - 1)))
    }
    guard starts.count > 1, starts[0] == 0 else { return [] }
    var result: [StatusPhrase] = []
    for (start, next) in zip(starts, starts.dropFirst() + [tokens.count]) {
        guard let status = statusCode(tokens[start]),
            !result.contains(where: { $0.status == status })
        else { continue }
        let reason = reason(of: tokens, in: (start + 1)..<next, text)
        result.append(StatusPhrase(status: status, reason: reason, range: tokens[start].range))
    }
    return result
}

/// The words of one part without the marks around them.
private func reason(of tokens: [PhraseToken], in range: Range<Int>, _ text: MarkedText) -> String? {
    var range = range
    while let last = range.last,
        tokens.isMark(anyOf: [",", ";", ".", "*", "|", "/"], at: last)
            || ["and", "or"].contains(tokens[last].word)
    {
        range = range.dropLast()
    }
    while let first = range.first, tokens.isMark(anyOf: [":", "-"], at: first) {
        range = range.dropFirst()
    }
    if let first = range.first, let last = range.last, tokens.isMark("(", at: first),
        tokens.isMark(")", at: last), range.count > 2
    {
        range = (first + 1)..<last
    }
    guard let first = range.first, let last = range.last else { return nil }
    return text.slice(tokens.span(first..<last + 1))
}

/// `HTTP/1.1`, "Status Code", "Response:", brackets and bold marks before the code.
private func skipStatusWords(_ tokens: [PhraseToken]) -> Int {
    var index = 0
    while index < tokens.count, index < 8 {
        switch tokens[index].word {
        case "http":
            index += 1
            if tokens.isMark("/", at: index) { index += 2 }
        case "status", "code", "response", "responses", "returns", "error", "success", "example":
            index += 1
        case "":
            guard tokens.isMark(anyOf: ["*", ":", "[", "(", "-", ">", "_"], at: index) else {
                return index
            }
            index += 1
        default: return index
        }
    }
    return index
}

/// `200`, `4XX`, `5xx`, `default`.
func statusCode(_ token: PhraseToken) -> Response.Status? {
    let bytes = Array(token.word.utf8)
    if token.word == "default" { return .default }
    guard bytes.count == 3, bytes[0] >= 0x31, bytes[0] <= 0x35 else { return nil }
    let first = Int(bytes[0] - 0x30)
    if bytes[1] == 0x78, bytes[2] == 0x78 { return .range(first) }
    guard isDigit(bytes[1]), isDigit(bytes[2]) else { return nil }
    return .code(first * 100 + Int(bytes[1] - 0x30) * 10 + Int(bytes[2] - 0x30))
}

/// A code that is in use, and no number of something.
func assignedStatus(_ token: PhraseToken) -> Response.Status? {
    guard let status = statusCode(token), case .code = status, status.isAssigned else { return nil }
    return status
}
