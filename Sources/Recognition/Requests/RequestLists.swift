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
    var labels: [NodeID: LabelledBullet] = [:]
    /// What goes on behind the clause that titles an item.
    var told: [NodeID: MarkedText] = [:]
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
        if let labelled = reading.labelledRequest(first) {
            labels[item] = labelled
            continue
        }
        let whole = page.marked(first).withoutPictographs
        let text = readRequestTitle(whole) == nil ? whole.firstClause : whole
        guard let title = readRequestTitle(text), title.line.methodRange.lowerBound == 0,
            title.name != nil || page.next(first) != nil, page.firstLink(first) == nil
        else { continue }
        titles[item] = text
        if text.text.utf8.count < whole.text.utf8.count { told[item] = whole }
    }
    let found = titles.count + spoken.count + labels.count
    guard found > 0, found * 2 >= items else { return false }
    for item in page.children(node) {
        guard let first = page.firstChild(item),
            titles[item] != nil || spoken[item] != nil || labels[item] != nil
        else {
            reading.blocks(of: item)
            continue
        }
        let range = page.range(first)
        reading.scope(at: range) { inner in
            if let text = titles[item] {
                inner.sayTitledRequest(in: text, at: range, construct: "request-bullets")
                if let whole = told[item] {
                    inner.sayWhatGoesOn(in: whole, behind: text, of: first)
                }
            } else if let request = spoken[item] {
                inner.say(.request(request), at: range)
                _ = prose.claim(first, &inner)
            } else if let bullet = labels[item] {
                inner.say(bullet, at: range)
            }
            for block in page.siblings(behind: first) { inner.block(block) }
        }
    }
    return true
}

/// A bullet that names a request before it gives it.
private struct LabelledBullet {
    let name: MarkedText
    let request: RequestClaim
    /// What stands behind the request.
    let rest: [NodeID]
}

extension Reading {
    /// ``**List**: `GET /notes` → `200` ``: a label of few words, and a request line in code.
    fileprivate func labelledRequest(_ paragraph: NodeID) -> LabelledBullet? {
        let inlines = Array(page.children(paragraph).prefix(32))
        guard let place = inlines.firstIndex(where: isCode), place > 0,
            let line = readRequestLine(page.plainText(inlines[place]))
        else { return nil }
        let head = page.marked(inlines: Array(inlines[..<place]))
        let tokens = head.tokens
        guard let mark = tokens.last, mark.isMark(":") || mark.isMark("-") || mark.text == "→",
            (2...7).contains(tokens.count)
        else { return nil }
        let range = page.range(inlines[place])
        let method = said(line.method, range, .declared, "request-bullets")
        let request = request(method, line.path, at: range, construct: "request-bullets")
        let name = MarkedText(head.slice(0..<mark.range.lowerBound).trimmedASCII)
        return LabelledBullet(
            name: name, request: request, rest: Array(inlines[(place + 1)...]))
    }

    fileprivate mutating func say(_ bullet: LabelledBullet, at range: ByteRange) {
        let construct: Construct = "request-bullets"
        say(.request(bullet.request), at: range)
        say(.name(said(bullet.name.text, range, .described, construct)), at: range)
        let text = page.marked(inlines: bullet.rest)
        let statuses = readStatusSentence(text)
        say(statuses[...], at: range, construct: construct)
        guard let code = bullet.rest.first(where: isCode),
            var sample = sample(inCode: code, construct: construct)
        else {
            if statuses.isEmpty, !text.text.isEmpty {
                say(.prose(said(text.text, range, .described, construct)), at: range)
            }
            return
        }
        sample.direction = .response
        if case .code(let status)? = statuses.first?.status { sample.status = status }
        say(.sample(sample), at: range)
    }
}

extension MarkedText {
    /// Up to the first stop or semicolon that a blank follows.
    fileprivate var firstClause: MarkedText {
        let end = tokens.indices.dropLast().first { index in
            (tokens[index].isMark(";") || tokens[index].isMark("."))
                && tokens[index + 1].isSpaced
        }
        return end.map { MarkedText(slice(0..<tokens[$0].range.lowerBound)) } ?? self
    }
}

extension Reading {
    /// "…; the request body is an object with…" behind the line and the name of a request.
    fileprivate mutating func sayWhatGoesOn(
        in whole: MarkedText, behind title: MarkedText, of paragraph: NodeID
    ) {
        let rest = whole.dropFirst(min(title.text.utf8.count + 1, whole.text.utf8.count))
        let range = page.range(paragraph)
        say(.prose(said(rest.text.trimmedASCII, range, .described, "prose")), at: range)
        _ = sayWhatIsTold(by: rest, of: paragraph)
    }

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
            scope(at: range) { inner in
                inner.sayRequest(in: line, at: range, construct: construct)
                inner.say(
                    .name(inner.said(name.text, range, .described, construct)), at: range)
            }
        }
        return !requests.isEmpty
    }
}
