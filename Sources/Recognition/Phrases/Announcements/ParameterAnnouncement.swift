import APIModel

/// Reads a label or sentence that says of the list below it that it is of parameters, and has no
/// subject that takes them: "Query:", "The following query parameters are supported:", "You can
/// filter by:". What is said to be returned is fields of the answer.
func readParameterAnnouncement(_ clause: ArraySlice<PhraseToken>) -> SectionRole? {
    place(labelledBy: clause) ?? passive(clause) ?? listed(clause) ?? filtering(clause)
}

/// "Query:", "In the path".
private func place(labelledBy clause: ArraySlice<PhraseToken>) -> SectionRole? {
    guard clause.count <= 5, let first = clause.first,
        first.text.first?.isUppercase == true || clause.last?.isMark(":") == true,
        clause.dropLast().allSatisfy({ $0.kind == .word })
    else { return nil }
    let words = clause.map(\.word).filter { !["", "in", "the", "url", "string"].contains($0) }
    switch words {
    case ["query"], ["querystring"]: return .parameters(location: .query, required: nil)
    case ["path"]: return .parameters(location: .path, required: nil)
    default: return nil
    }
}

/// "The following query parameters are supported:", "These fields must be sent", "A JSON object with
/// these properties is required:".
private func passive(_ clause: ArraySlice<PhraseToken>) -> SectionRole? {
    let words = clause.map(\.word)
    guard clause.count <= 24,
        words.contains("following") || words.first == "these"
            || zip(words, words.dropFirst()).contains(where: { $0 == "with" && $1 == "these" }),
        let noun = words.prefix(6).firstIndex(where: { namesParameters($0) || isFieldWord($0) }),
        let verb = words[noun...].prefix(5).firstIndex(where: isAuxiliary)
    else { return nil }
    let rest = words[(verb + 1)...]
    if rest.contains(where: { isAnswer($0) || $0 == "returned" || $0 == "received" }) {
        return words.contains("headers") ? .responseHeaders : .responseFields
    }
    let isOfCall = namesParameters(words[noun])
    guard rest.contains(where: { isPlainlySent($0) || isOfCall && mayBeSent($0) }) else {
        return nil
    }
    return accepted(clause)
}

/// "The supported parameters are:", "The optional query parameters are the following:".
private func listed(_ clause: ArraySlice<PhraseToken>) -> SectionRole? {
    let words = clause.map(\.word).filter { !$0.isEmpty && $0 != "the" && $0 != "following" }
    guard clause.last?.isMark(":") == true, (2...5).contains(words.count), words.last == "are",
        words.dropLast().last.map(namesParameters) == true,
        words.first.map({ mayBeSent($0) || isPlainlySent($0) }) == true
    else { return nil }
    return accepted(clause)
}

private func namesParameters(_ word: String) -> Bool {
    switch word {
    case "parameters", "params", "arguments", "options", "filters", "headers", "variables": true
    default: false
    }
}

private func isAuxiliary(_ word: String) -> Bool {
    ["are", "is", "can", "may", "must", "should", "could", "will", "have"].contains(word)
}

private func isPlainlySent(_ word: String) -> Bool {
    switch word {
    case "sent", "passed", "supplied", "provided", "given", "specified", "accepted", "required",
        "expected", "mandatory":
        true
    default: false
    }
}

private func mayBeSent(_ word: String) -> Bool {
    switch word {
    case "supported", "allowed", "available", "recognized", "recognised", "optional", "used",
        "set", "understood", "valid", "possible", "applied", "combined", "taken":
        true
    default: false
    }
}

/// "You can filter by:", "The list can be filtered with the following:", "Use `a` and `b` to filter:".
private func filtering(_ clause: ArraySlice<PhraseToken>) -> SectionRole? {
    let words = clause.map(\.word).filter { !$0.isEmpty }
    if words.first == "use", words.count <= 14, clause.last?.isMark(":") == true,
        words.contains(where: { $0 == "filter" || $0 == "paginate" })
    {
        return .parameters(location: nil, required: nil)
    }
    guard words.count <= 14, words.contains(where: { $0 == "filter" || $0 == "filtered" }),
        let last = words.last,
        ["by", "with", "using", "on", "following", "parameters", "these"]
            .contains(last), clause.allSatisfy({ $0.kind != .code })
    else { return nil }
    return .parameters(location: nil, required: nil)
}

/// "Pagination", "Filtering and sorting", "Query": below an operation, what the list of it lists.
package func readSettingsTitle(_ title: String) -> SettingsTitle? {
    let words = words(of: title)
    if words == ["query"] || words == ["querystring"] { return .place(.query) }
    if words == ["path"] { return .place(.path) }
    guard words.count <= 5, words.allSatisfy({ isWordOfSettings($0) || isFillerOfSettings($0) })
    else { return nil }
    if words.contains(where: { $0 == "sorting" || $0 == "ordering" }) { return .sorting }
    return words.contains(where: isWordOfSettings) ? .filtering : nil
}

package enum SettingsTitle: Sendable {
    /// What stands here may be what one sorts by, and no parameter.
    case sorting
    case filtering
    case place(Parameter.Location)
}

private func isWordOfSettings(_ word: String) -> Bool {
    switch word {
    case "pagination", "paging", "paginating", "filtering", "sorting", "ordering", "searching":
        true
    default: false
    }
}

private func isFillerOfSettings(_ word: String) -> Bool {
    ["and", "the", "results", "lists", "list", "of", "or", "collections", "by", "responses"]
        .contains(word)
}

/// Which operations a label speaks of: "All endpoints accept:", "Every list operation takes:".
package enum ParameterReach: Sendable {
    case all, lists
}

package func readParameterReach(_ title: String) -> ParameterReach? {
    guard title.utf8.count <= 300 else { return nil }
    let words = words(of: title)
    if speaksOfLists(words) { return .lists }
    let exceptions = ["except", "apart", "but", "unless", "some", "most", "other"]
    guard !words.contains(where: exceptions.contains),
        let all = words.firstIndex(where: { ["all", "every", "any", "each"].contains($0) }),
        let call = words[all...].prefix(5).firstIndex(where: isOperationNoun)
    else { return nil }
    let kind = words[(all + 1)..<call]
    if kind.allSatisfy({ $0 == "api" || $0 == "the" || $0 == "of" }) {
        let rest = words[(call + 1)...].prefix(4)
        return rest.contains(where: isWordForLists) ? .lists : rest.contains("that") ? nil : .all
    }
    return kind.contains(where: isWordForLists) ? .lists : nil
}

/// "Lists take these parameters:", "List endpoints accept `page`".
private func speaksOfLists(_ words: [String]) -> Bool {
    let verbs = ["take", "accept", "support", "allow", "understand"]
    guard words.count > 2, words.count <= 20, let first = words.first, isWordForLists(first) else {
        return false
    }
    return first.hasSuffix("s") && verbs.contains(words[1])
        || isOperationNoun(words[1]) && verbs.contains(words[2])
}

private func isWordForLists(_ word: String) -> Bool {
    ["list", "lists", "listing", "collection", "collections", "paginated", "index", "paged"]
        .contains(word)
}
