import APIModel
import PageTree
import SourceText

extension Reading {
    /// The request that a bullet's sentence begins with: "`GET /rooms/1.json` returns the room with
    /// an ID of `1`". Numbers that the sentence calls IDs are placeholders.
    func spokenRequest(_ paragraph: NodeID) -> RequestClaim? {
        guard let code = page.firstChild(paragraph), case .codeSpan = page.kind(code),
            let next = page.next(code), case .text = page.kind(next),
            let line = readRequestLine(page.plainText(code)),
            tellsWhatIsDone(page.marked(next))
        else { return nil }
        let range = page.range(code)
        let construct: Construct = "request-bullets"
        var path = line.path
        path.template = path.template.withPlaceholders(for: exampleIDs(page.marked(paragraph)))
        let method = said(line.method, range, .declared, construct)
        return request(method, path, at: range, construct: construct)
    }
}

/// "returns …", "will return …", "allows changing …": a verb that a request is the subject of.
private func tellsWhatIsDone(_ text: MarkedText) -> Bool {
    guard let first = text.tokens.first, first.kind == .word, first.text == first.word else {
        return false
    }
    switch first.word {
    case "is", "has", "was", "does", "now", "supports", "accepts", "requires", "needs", "uses",
        "endpoints", "requests", "calls", "responses", "returns:":
        return false
    case "will": return true
    default: return first.word.hasSuffix("s") && first.word.utf8.count > 3
    }
}

/// The numbers that a sentence calls an ID: "with an ID of `3`", "ID `3`".
private func exampleIDs(_ text: MarkedText) -> Set<String> {
    let tokens = text.tokens
    var found: Set<String> = []
    for (index, token) in tokens.enumerated() where token.kind == .code || token.kind == .word {
        guard isNumberWord(token.text), token.text.utf8.allSatisfy({ $0 != 0x2E }) else { continue }
        let before = tokens.word(at: index - 1)
        let word = before == "of" || before == "is" ? tokens.word(at: index - 2) : before
        if word == "id" { found.insert(token.text) }
    }
    return found
}

extension PathTemplate {
    /// Segments that are such an ID become placeholders, called as the segment before them.
    fileprivate func withPlaceholders(for ids: Set<String>) -> PathTemplate {
        guard !ids.isEmpty else { return self }
        var result: [Part] = []
        for part in parts {
            guard case .literal(let text) = part else {
                result.append(part)
                continue
            }
            result += literal(text, ids)
        }
        return PathTemplate(result)
    }

    private func literal(_ text: String, _ ids: Set<String>) -> [Part] {
        var result: [Part] = []
        var open = ""
        var before: Substring = ""
        for (index, segment) in text.split(separator: "/", omittingEmptySubsequences: false)
            .enumerated()
        {
            if index > 0 { open += "/" }
            let number = segment.prefix { $0 >= "0" && $0 <= "9" }
            let tail = segment.dropFirst(number.count)
            // Where a sentence calls one of them an ID, the others are too.
            guard !number.isEmpty, tail.isEmpty || tail.hasPrefix("."),
                !before.isEmpty
            else {
                open += segment
                before = segment
                continue
            }
            result += [.literal(open), .placeholder(singularForm(String(before)) + "_id")]
            open = String(tail)
            before = ""
        }
        return open.isEmpty ? result : result + [.literal(open)]
    }
}
