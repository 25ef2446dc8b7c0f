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
func tellsWhatIsDone(_ text: MarkedText) -> Bool {
    guard let first = text.tokens.first, first.kind == .word, first.text == first.word else {
        return false
    }
    switch first.word {
    case "is", "has", "was", "does", "now", "supports", "accepts", "requires", "needs", "uses",
        "endpoints", "requests", "calls", "responses":
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

/// `5b7ada404f87d200b5b1f9c8`: so many hexadecimal digits, some of them numbers, that it is no word.
private func isHexadecimalID(_ segment: Substring) -> Bool {
    let digits = segment.utf8
    return digits.count >= 24 && digits.count <= 64 && digits.contains { $0 <= 0x39 }
        && digits.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
        }
}

extension PathTemplate {
    /// Numbers and UUIDs below the name of many become placeholders, called as that is: in a call
    /// they are examples.
    package var withShownIDs: PathTemplate { withPlaceholders(forAll: []) }

    /// Segments that are such an ID become placeholders, called as the segment before them.
    fileprivate func withPlaceholders(for ids: Set<String>) -> PathTemplate {
        ids.isEmpty ? self : withPlaceholders(forAll: ids)
    }

    private func withPlaceholders(forAll ids: Set<String>) -> PathTemplate {
        var result: [Part] = []
        var names = Set(placeholders)
        for part in parts {
            guard case .literal(let text) = part else {
                result.append(part)
                continue
            }
            result += withPlaceholders(in: text, ids, &names)
        }
        return PathTemplate(result)
    }

    private func withPlaceholders(
        in text: String, _ ids: Set<String>, _ names: inout Set<String>
    ) -> [Part] {
        var result: [Part] = []
        var open = ""
        var before: Substring = ""
        for (index, segment) in text.split(separator: "/", omittingEmptySubsequences: false)
            .enumerated()
        {
            if index > 0 { open += "/" }
            let isLong = isHexadecimalID(segment) || stringFormat(of: String(segment)) == .uuid
            let number = isLong ? segment : segment.prefix { $0 >= "0" && $0 <= "9" }
            guard isID(segment, number, below: before, ids) else {
                open += segment
                before = segment
                continue
            }
            let name = unique(singularForm(String(before)) + "_id", among: &names)
            result += [.literal(open), .placeholder(name)]
            open = String(segment.dropFirst(number.count))
            before = ""
        }
        return open.isEmpty ? result : result + [.literal(open)]
    }

    /// Where a sentence calls one number an ID, others are too that stand below the name of many:
    /// `rooms/1`, and not the `2.0` of `api/2.0/rooms`.
    private func isID(
        _ segment: Substring, _ number: Substring, below before: Substring, _ ids: Set<String>
    ) -> Bool {
        let ending = segment.dropFirst(number.count)
        guard !number.isEmpty, !before.isEmpty,
            ending.isEmpty || ending.hasPrefix(".") && ending.dropFirst().allSatisfy(\.isLetter)
        else { return false }
        return ids.contains(String(number)) || singularForm(String(before)) != before
    }

    private func unique(_ name: String, among names: inout Set<String>) -> String {
        var unique = name
        var number = 2
        while !names.insert(unique).inserted {
            unique = name + String(number)
            number += 1
        }
        return unique
    }
}
