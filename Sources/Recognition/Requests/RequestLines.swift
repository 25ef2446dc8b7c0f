import APIModel
import PageTree
import SourceText

/// An inline code line `` `GET /users` ``, alone or with a remark behind it; several below each
/// other are alternatives.
let requestParagraph = Recognizer(construct: "request-line") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node) else { return false }
    var found = false
    for child in page.children(node) {
        switch page.kind(child) {
        case .codeSpan where reading.standsAlone(child):
            let isDeprecated = reading.isFollowedByDeprecation(child)
            if reading.sayRequest(
                in: MarkedText(page.plainText(child)), at: page.range(child),
                construct: "request-line", isDeprecated: isDeprecated)
            {
                found = true
            }
        default:
            break
        }
    }
    if found { return true }
    let text = page.marked(node)
    return reading.sayRequest(in: text, at: page.range(node), construct: "request-line")
}

/// A code block whose first line is method and path, with or without a body below.
let codeRequest = Recognizer(construct: "code-request") { node, reading in
    let page = reading.page
    guard case .codeBlock = page.kind(node) else { return false }
    let code = page.placedCode(node)
    let source = code.source
    let lines = source.lines().filter { !source.text($0.range).trimmedASCII.isEmpty }
    guard let first = lines.first else { return false }
    let text = source.text(first.range)
    // A protocol version makes it a recorded message: a sample of the request, not its template.
    guard !text.contains(" HTTP/") else { return false }
    guard lines.count <= 3 || reading.around.last?.role == .request else { return false }
    let place = code.place(first.range)
    var found = false
    for line in lines {
        let line = MarkedText(source.text(line.range).trimmedASCII)
        guard reading.sayRequest(in: line, at: place, construct: "code-request") else { break }
        found = true
    }
    return found
}

/// Any tag or directive with a method and a path, such as `<Route method="GET" path="/x" />`.
let routeDirective = Recognizer(construct: "route-tag") { node, reading in
    let page = reading.page
    guard case .directive = page.kind(node), let method = page.attribute("method", of: node),
        let target = page.attribute("path", of: node) ?? page.attribute("url", of: node)
            ?? page.attribute("endpoint", of: node),
        let known = Method(rawValue: method.value.uppercased()), let path = readPath(target.value)
    else { return false }
    let said = reading.said(known, method.range, .declared, "route-tag")
    let base = page.attribute("baseUrl", of: node) ?? page.attribute("host", of: node)
    if let summary = page.attribute("summary", of: node) {
        reading.say(
            .name(reading.said(summary.value, summary.range, .declared, "route-tag")),
            at: summary.range)
    }
    let claim = reading.request(said, path, at: target.range, construct: "route-tag")
    reading.say(.request(claim), at: page.range(node))
    if let base, base.value.hasPrefix("http") {
        reading.say(
            .server(reading.said(base.value, base.range, .declared, "route-tag")), at: base.range)
    }
    reading.blocks(of: node)
    return true
}

extension Reading {
    /// Says a request if the whole text is one; true if it was.
    @discardableResult
    mutating func sayRequest(
        in text: MarkedText, at range: ByteRange, construct: String, isDeprecated: Bool = false
    ) -> Bool {
        guard let line = readRequestLine(filled(text.text)) else { return false }
        let method = said(line.method, range, .declared, construct)
        var claim = request(method, line.path, at: range, construct: construct)
        claim.isDeprecated = isDeprecated
        say(.request(claim), at: range)
        return true
    }

    func request(
        _ method: Said<Method>, _ path: PathPhrase, at range: ByteRange, construct: String
    ) -> RequestClaim {
        var claim = RequestClaim(
            method: method, path: said(path.template, range, .declared, construct))
        // The placeholder of a base (`<REST API URL>`) stands for a server and is none.
        claim.server = path.server.flatMap { server in
            server.hasPrefix("http") ? said(server, range, .declared, construct) : nil
        }
        claim.placeholders = path.types.map { placeholder in
            var field = Field(name: said(placeholder.name, range, .declared, construct))
            field.type = said(placeholder.type, range, .declared, construct)
            return field
        }
        claim.query = path.query.map { item in
            var field = Field(name: said(item.name, range, .declared, construct))
            if let value = item.value, let type = readType(value), type.isKnown,
                type.kind != .reference(name: value, target: nil)
            {
                field.type = said(type, range, .declared, construct)
            }
            return field
        }
        return claim
    }

    /// Whether a code span is the matter of its line: few words before it, few behind.
    ///
    /// A request in the middle of a sentence is mentioned there, not documented.
    fileprivate func standsAlone(_ span: NodeID) -> Bool {
        guard let paragraph = page.parent(span) else { return false }
        var before: [NodeID] = []
        var behind: [NodeID] = []
        var above: [NodeID] = []
        var isBehind = false
        for child in page.children(paragraph) {
            if child == span {
                isBehind = true
            } else if isLineEnd(child) {
                if isBehind {
                    if behind.isEmpty, isWrapped(above, child) { return false }
                    break
                }
                above = before
                before = []
            } else if isBehind {
                behind.append(child)
            } else {
                before.append(child)
            }
        }
        let (head, tail) = (page.marked(inlines: before), page.marked(inlines: behind))
        // "URL: `GET /x`" names it; "use `GET /x`" sends elsewhere.
        let isAnnounced = head.tokens.last.map { $0.isMark(":") || $0.isMark("-") } ?? true
        return isAnnounced && head.tokens.count <= 5 && tail.tokens.count <= 12
    }

    /// "you make a / `GET /x` / request": a sentence that was broken around the span.
    private func isWrapped(_ above: [NodeID], _ lineEnd: NodeID) -> Bool {
        guard case .softBreak = page.kind(lineEnd), let next = page.next(lineEnd),
            case .text = page.kind(next), let last = page.marked(inlines: above).tokens.last,
            last.kind == .word, !last.word.isEmpty,
            let first = page.marked(next).text.utf8.first
        else { return false }
        return first >= 0x61 && first <= 0x7A
    }

    private func isLineEnd(_ node: NodeID) -> Bool {
        switch page.kind(node) {
        case .lineBreak, .softBreak: true
        case .htmlInline: page.raw(page.range(node)).lowercased().hasPrefix("<br")
        default: false
        }
    }

    fileprivate func isFollowedByDeprecation(_ node: NodeID) -> Bool {
        var next = page.next(node)
        while let current = next {
            if case .codeSpan = page.kind(current) { return false }
            if page.plainText(current).lowercased().contains("deprecated") { return true }
            if case .lineBreak = page.kind(current) { return false }
            next = page.next(current)
        }
        return false
    }
}
