import APIModel
import PageTree
import SourceText

extension Reading {
    /// "HTTP method" over "GET", a paragraph each, and the address alone that such a label follows.
    mutating func takeRequestPart(labelledBy node: NodeID) -> Bool {
        let text = page.marked(node).text.trimmedASCII
        guard text.utf8.count <= 200, let next = page.next(node), case .paragraph = page.kind(next)
        else { return false }
        if labelsRequestPart(text), let part = RequestPart(label: text) {
            let value = page.marked(next).text.trimmedASCII
            guard holds(value, part), part == .target || !requestParts.targets.isEmpty,
                take(part, value, at: page.range(next))
            else { return false }
            taken.insert(next)
            return true
        }
        guard text.hasPrefix("http"), holds(text, .target), labelsMethod(behind: node) else {
            return false
        }
        return take(.target, text, at: page.range(node))
    }

    /// Whether one of the paragraphs behind a block is the label of a method.
    private func labelsMethod(behind node: NodeID) -> Bool {
        for block in page.siblings(behind: node).prefix(6) {
            guard case .paragraph = page.kind(block) else { return false }
            let text = page.marked(block).text
            if labelsRequestPart(text), RequestPart(label: text) == .method { return true }
        }
        return false
    }

    /// `GET boats/show` in a title, and below "Resource URL" what that is short for:
    /// `https://api.example.com/2/boats/show.json`.
    mutating func respell(_ target: PathPhrase, at range: ByteRange) -> Bool {
        guard let short = lastRequest?.path.value.text, let first = short.first, first != "/",
            let place = items.indices.suffix(200).last(where: { items[$0].isRequest }),
            case .say(.request(let title), let span) = items[place],
            title.path.value.text == short, title.server == nil
        else { return false }
        let whole = target.template.text
        let name = whole.split(separator: "/").last ?? ""
        let ending = name.lastIndex(of: ".").map { name[$0...] } ?? ""
        let isSpelled = [whole, String(whole.dropLast(ending.count))].contains { text in
            text.hasSuffix("/" + short)
        }
        guard isSpelled else { return false }
        var claim = request(title.method, target, at: range, construct: "labelled-request")
        claim.isDeprecated = title.isDeprecated
        items[place] = .say(.request(claim), span)
        lastRequest = claim
        return true
    }
}
