import APIModel
import PageTree
import SourceText

extension Reading {
    /// The one method by which the page says that all calls are made: "All methods are GET requests".
    var methodOfAllCalls: Method? {
        mutating get {
            if let known = toldMethodOfAll { return known }
            var found: Method?
            for index in page.nodes.indices.prefix(400) {
                let node = NodeID(index)
                guard page.kind(node) == .paragraph, let method = methodOfAll(page.marked(node))
                else { continue }
                found = method
                break
            }
            toldMethodOfAll = .some(found)
            return found
        }
    }
}

/// "All methods are GET requests", "Every call is a `POST` request".
private func methodOfAll(_ text: MarkedText) -> Method? {
    let tokens = text.tokens
    guard tokens.count <= 150 else { return nil }
    for index in tokens.indices {
        // "Everything is `GET`".
        let isEverything = tokens.word(at: index) == "everything"
        let nouns = ["methods", "method", "requests", "request", "calls", "call", "endpoints"]
        let verb = isEverything ? index + 1 : index + 2
        guard isEverything || ["all", "every"].contains(tokens.word(at: index)),
            isEverything || nouns.contains(tokens.word(at: index + 1)),
            ["are", "is", "use", "uses"].contains(tokens.word(at: verb))
        else { continue }
        let sentence = tokens[(verb + 1)...].prefix { !$0.isMark(".") }
        let hasExceptions = sentence.indices.contains { place in
            switch sentence[place].word {
            case "unless", "except", "but", "when", "other", "otherwise": true
            case "if": tokens.word(at: place - 1) != "even"
            default: false
            }
        }
        guard !hasExceptions, tokens.word(at: index - 1) != "not" else { continue }
        let named = sentence.prefix { !$0.isMark(",") }
            .compactMap { Method(rawValue: $0.text) }
        if named.count == 1 { return named[0] }
    }
    return nil
}
