import APIModel
import PageTree
import SourceText

/// Bullets that begin with a request line: ``- `GET /notes` – lists notes``, with what belongs to
/// each nested in it.
///
/// Lines with nothing beside them, and links, list what is documented elsewhere.
let requestBullets = Recognizer(construct: "request-bullets") { node, reading in
    let page = reading.page
    guard case .list = page.kind(node), !reading.isBelowReferences else { return false }
    var titles: [NodeID: MarkedText] = [:]
    var spoken: [NodeID: RequestClaim] = [:]
    var items = 0
    for item in page.children(node) {
        items += 1
        guard let first = page.firstChild(item), case .paragraph = page.kind(first) else {
            continue
        }
        if let request = reading.spokenRequest(first) {
            spoken[item] = request
            continue
        }
        let text = page.marked(first).withoutPictographs
        guard let title = readRequestTitle(text), title.line.methodRange.lowerBound == 0,
            title.name != nil || page.next(first) != nil, page.firstLink(first) == nil
        else { continue }
        titles[item] = text
    }
    let found = titles.count + spoken.count
    guard found > 0, found * 2 >= items else { return false }
    for item in page.children(node) {
        guard let first = page.firstChild(item), titles[item] != nil || spoken[item] != nil else {
            reading.blocks(of: item)
            continue
        }
        let range = page.range(first)
        reading.scope(reading.section(MarkedText(""), level: scopeLevel, at: range)) { inner in
            if let text = titles[item] {
                inner.sayTitledRequest(in: text, at: range, construct: "request-bullets")
            } else if let request = spoken[item] {
                inner.say(.request(request), at: range)
                _ = prose.claim(first, &inner)
            }
            var block = page.next(first)
            while let current = block {
                inner.block(current)
                block = page.next(current)
            }
        }
    }
    return true
}

extension Reading {
    /// Below "See also" stand requests that other places document.
    fileprivate var isBelowReferences: Bool {
        switch around.last?.title.lowercased() ?? "" {
        case "see also", "related", "related endpoints", "see also:", "related:", "next steps": true
        default: false
        }
    }

    /// A definition list that gives each term's request: "Create a label" and `POST /labels`.
    mutating func sayRequests(inDetailsOf list: NodeID) -> Bool {
        var requests: [(name: MarkedText, line: MarkedText, range: ByteRange)] = []
        var name = MarkedText("")
        for child in page.children(list) {
            let text = page.marked(child)
            switch page.kind(child) {
            case .definitionTerm: name = text
            case .definitionDetails:
                guard readRequestLine(text.text) != nil else { return false }
                requests.append((name, text, page.range(child)))
            default: break
            }
        }
        let construct: Construct = "request-definitions"
        for (name, line, range) in requests {
            scope(section(MarkedText(""), level: scopeLevel, at: range)) { inner in
                inner.sayRequest(in: line, at: range, construct: construct)
                inner.say(
                    .name(inner.said(name.text, range, .described, construct)), at: range)
            }
        }
        return !requests.isEmpty
    }
}
