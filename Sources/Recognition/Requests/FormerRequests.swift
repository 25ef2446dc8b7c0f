import PageTree

extension Reading {
    /// "`GET /old/users` is now `GET /users`": what opens the paragraph is documented no more.
    func tellsOfFormerRequest(_ paragraph: NodeID) -> Bool {
        guard let first = page.firstChild(paragraph), case .codeSpan = page.kind(first),
            let next = page.next(first)
        else { return false }
        let words = MarkedText(page.plainText(next)).tokens.map(\.word)
        switch words.first {
        case "is": return words.dropFirst().first == "now"
        case "became", "becomes": return true
        case "was", "has", "have":
            return words.dropFirst().prefix(3).contains { word in
                ["replaced", "renamed", "moved", "removed"].contains(word)
            }
        default: return false
        }
    }
}

/// "is", "was", "now" behind a request: words of sentences about it, which is documented elsewhere.
///
/// "`POST /loans` will make a loan" tells what it does.
func tellsOfChange(_ tokens: [PhraseToken]) -> Bool {
    switch tokens.word(at: 0) {
    case "will": ["be", "become", "no", "soon", "not", "stop"].contains(tokens.word(at: 1))
    case "now", "is", "was", "are", "has", "had", "have", "gets", "got", "no", "needs": true
    default: false
    }
}
