import APIModel
import PageTree
import SourceText

/// "Normal response codes: 200, 202", "Error response codes: unauthorized(401)", "Errors: 400 (bad
/// name), 409 (name taken)".
let statusParagraph = Recognizer(construct: "status-prose") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node) else { return false }
    let text = page.marked(node)
    guard let colon = text.text.firstIndex(of: ":") else { return false }
    let label = text.text[..<colon]
    guard label.utf8.count <= 40 else { return false }
    let place = text.text.utf8.distance(from: text.text.startIndex, to: colon) + 1
    let list = MarkedText(String(text.text[text.text.index(after: colon)...]))
    let words = MarkedText(String(label)).tokens.map(\.word).filter { !$0.isEmpty }
    let isBare = list.tokens.allSatisfy {
        statusCode($0) != nil || $0.word.isEmpty || $0.word == "or" || $0.word == "and"
    }
    var statuses: [StatusPhrase] = []
    if namesCodes(words) || isBare && namesStatuses(words) {
        statuses = readStatusList(list)
    } else if namesStatuses(words) {
        statuses = readStatusItems(list)
    }
    guard !statuses.isEmpty else { return false }
    let range = page.range(node)
    reading.say(statuses[...], at: range, construct: "status-prose")
    reading.sayReturn(of: node, text.dropFirst(place))
    if isBare, statuses.count == 1, words.contains("status") {
        reading.announce(alone: statuses[0].status, at: node)
    }
    return true
}

/// "Normal response codes", "Status codes".
private func namesCodes(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { first, second in
        ["response", "status"].contains(first) && second.hasPrefix("code")
    }
}

/// "Errors", "Possible responses": a label of statuses and of nothing else.
private func namesStatuses(_ words: [String]) -> Bool {
    let nouns: Set = ["error", "errors", "responses", "status", "statuses", "codes"]
    let others: Set = [
        "possible", "expected", "returned", "common", "other", "http", "response", "the",
    ]
    return words.count <= 4 && words.contains { nouns.contains($0) }
        && words.allSatisfy { nouns.contains($0) || others.contains($0) }
}
