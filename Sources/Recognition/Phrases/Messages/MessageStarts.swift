import APIModel

/// Behind "Returns", "Responds with", "The response is", "Response:", "201 Created –".
func returnStart(_ tokens: [PhraseToken], at index: Int) -> Int? {
    if index == 0, let start = behindLeadingStatus(tokens) { return start }
    switch (tokens.word(at: index), tokens.word(at: index + 1)) {
    case ("responds", "with")
    where tokens.word(at: index + 3) == "and" && index + 2 < tokens.count
        && statusCode(tokens[index + 2]) != nil:
        return index + 4
    case ("returns", _), ("return", _):
        // "Returns 200: a `Pet`".
        if index + 2 < tokens.count, statusCode(tokens[index + 1]) != nil,
            tokens.isMark(":", at: index + 2)
        {
            return index + 3
        }
        // "Returns `201` and the created [Loan](#loan)", "Returns `201 Created` and a [Loan](#loan)".
        if index + 2 < tokens.count, ["and", "with"].contains(tokens.word(at: index + 2)),
            opensWithStatus(tokens[index + 1])
                || tokens[index + 1].text.utf8.count == 3 && Int(tokens[index + 1].text) != nil
        {
            return index + 3
        }
        return tokens.isMark(":", at: index + 1) ? index + 2 : index + 1
    case ("response", ""):
        return tokens.isMark(":", at: index + 1) ? behindStatus(tokens, at: index + 2) : nil
    case ("response", _):
        let isStatus = statusCode(tokens[index + 1]) != nil || tokens[index + 1].kind == .code
        return isStatus && tokens.isMark(":", at: index + 2) ? index + 3 : nil
    case ("responds", "with"), ("answers", "with"), ("replies", "with"), ("sends", "back"):
        return behindStatus(tokens, at: index + 2)
    // "Answers the question." tells what is done.
    case ("answers", _) where !tellsStatus(tokens, at: index + 1): return nil
    case ("gives", _), ("answers", _), ("yields", _):
        return behindStatus(tokens, at: index + 1)
    case ("the", "response"):
        let verb = tokens.word(at: index + 2)
        return verb == "is" || verb == "contains" || verb == "body" ? index + 3 : nil
    default: return nil
    }
}

/// Behind "201 and the item", "200 ([Loan](#loan)): OK", "201 Created –".
private func behindLeadingStatus(_ tokens: [PhraseToken]) -> Int? {
    guard case .code? = tokens.first.flatMap(statusCode) else { return nil }
    if ["and", "with"].contains(tokens.word(at: 1)) || tokens.isMark("(", at: 1) { return 2 }
    let dash = tokens.prefix(6).firstIndex { $0.isMark("-") && $0.isSpaced }
    return dash.map { $0 + 1 }
}

private func tellsStatus(_ tokens: [PhraseToken], at index: Int) -> Bool {
    index < tokens.count && (statusCode(tokens[index]) != nil || opensWithStatus(tokens[index]))
}

/// Behind "`201 Created` with", "200 and", "`201`,", or right there where no status stands.
func behindStatus(_ tokens: [PhraseToken], at index: Int) -> Int? {
    guard index < tokens.count,
        opensWithStatus(tokens[index]) || assignedStatus(tokens[index]) != nil
    else { return index }
    var end = index + 1
    while end < min(index + 4, tokens.count), tokens[end].text.first?.isUppercase == true {
        end += 1
    }
    let goesOn =
        ["and", "with"].contains(tokens.word(at: end))
        || tokens.isMark(anyOf: [",", ":", "-"], at: end)
    return goesOn ? end + 1 : nil
}

/// Behind "Body:", "Request body:", "The request body is".
func bodyStart(_ tokens: [PhraseToken], at index: Int) -> Int? {
    var end = index
    if tokens.word(at: end) == "the" { end += 1 }
    if tokens.word(at: end) == "request" { end += 1 }
    guard tokens.word(at: end) == "body" else { return nil }
    let goesOn = tokens.isMark(":", at: end + 1) || tokens.word(at: end + 1) == "is"
    // "**Body** [Loan](#loan)" and nothing else.
    if !goesOn, index == 0, tokens.count <= end + 4 { return end + 1 }
    return goesOn ? end + 2 : nil
}
