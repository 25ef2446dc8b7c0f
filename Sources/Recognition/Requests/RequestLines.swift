import APIModel
import PageTree
import SourceText

/// An inline code line `` `GET /users` ``, alone or with a remark behind it; several below each
/// other are alternatives.
let requestParagraph = Recognizer(construct: "request-line") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node), !reading.tellsOfFormerRequest(node) else {
        return false
    }
    if reading.sayEnclosedRoute(in: node) { return true }
    var found = false
    var above: [NodeID] = []
    for line in reading.inlineLines(of: node) {
        for (place, child) in line.nodes.enumerated() {
            guard case .codeSpan = page.kind(child),
                reading.standsAlone(place, in: line, below: above)
            else { continue }
            let isDeprecated = reading.isFollowedByDeprecation(child)
            let isRequest = reading.sayRequest(
                in: MarkedText(page.marked(child).text), at: page.range(child),
                construct: "request-line", isDeprecated: isDeprecated)
            found = found || isRequest
        }
        above = line.nodes
    }
    let text = page.marked(node)
    if found {
        // "`DELETE /loans/{id}` answers `204`, or `404`": more than the line.
        if text.tokens.count > 3 { _ = reading.sayWhatIsTold(by: text, of: node) }
        if reading.opensWithRequestLine(node) { reading.saySpokenFields(of: node, text) }
        if text.tokens.count > 5, let role = reading.announcedFields(by: text, at: node) {
            reading.openLabel(role, at: page.range(node))
        }
        return true
    }
    let range = page.range(node)
    if reading.sayMethodOverPath(text, node) || reading.sayUncapitalizedRequest(node) {
        return true
    }
    if reading.opensWithMethod(node), reading.sayMethodBelowPath(text, at: range) { return true }
    if reading.isTitle(node) {
        return reading.sayTitledRequest(in: text, at: range, construct: "request-line")
    }
    let start = reading.items.count
    guard reading.sayRequest(in: text.withoutPictographs, at: range, construct: "request-line")
    else { return false }
    if case .say(.request(let request), _)? = reading.items.last {
        reading.note(request, ofContentsIn: node, saidFrom: start)
    }
    return true
}

/// What a selector chooses: `list`, `crossings.search`; no word for a type.
private func isPlainWord(_ value: String) -> Bool {
    guard let first = value.utf8.first, value.utf8.count <= 40, isSmallLetter(first) else {
        return false
    }
    return value.utf8.allSatisfy { isNameByte($0) || $0 == 0x2D || $0 == 0x2E }
        && readType(value).map { $0.kind == .reference(name: value, target: nil) } ?? true
        || value == "list" || value.utf8.contains(0x2E)
}

/// What stands between two line breaks of a paragraph.
struct InlineLine {
    var nodes: [NodeID] = []
    var end: NodeID?
}

extension Reading {
    /// Whether a block may declare an operation here, and is no example of one.
    var mayDeclare: Bool {
        switch around.last?.role {
        case .requestExample, .responseExample, .example, .codeSamples, .response, .requestBody:
            false
        default: true
        }
    }

    /// Says a request if the whole text is one; true if it was.
    @discardableResult
    mutating func sayRequest(
        in text: MarkedText, at range: ByteRange, construct: Construct, isDeprecated: Bool = false
    ) -> Bool {
        guard let line = readRequestLine(filled(text.text)) else {
            return sayForeignMethod(in: text.text, at: range)
        }
        closeShownAnswer(at: range)
        let method = said(line.method, range, .declared, construct)
        var claim = request(method, line.path, at: range, construct: construct)
        claim.isDeprecated = isDeprecated
        say(.request(claim), at: range)
        return true
    }

    /// A status line in code speaks of what stands below it, up to the line of a request.
    private mutating func closeShownAnswer(at range: ByteRange) {
        guard let last = around.last, last.title.isEmpty, last.role == .response,
            last.level < scopeLevel
        else { return }
        openLabel(at: range)
    }

    /// Says the request that a title gives beside a name for it; true if there is one.
    @discardableResult
    mutating func sayTitledRequest(
        in text: MarkedText, at range: ByteRange, construct: Construct, isHeading: Bool = false
    ) -> Bool {
        let filled = filled(text.text)
        let text = filled == text.text ? text : MarkedText(filled)
        guard let title = readRequestTitle(text, isHeading: isHeading) else {
            return sayRequest(in: text, at: range, construct: construct)
        }
        let method = said(title.line.method, range, .declared, construct)
        var claim = request(method, title.line.path, at: range, construct: construct)
        claim.isDeprecated = title.isDeprecated
        say(.request(claim), at: range)
        if let name = title.name { say(.name(said(name, range, .described, construct)), at: range) }
        return true
    }

    /// Whether a paragraph begins with a method in bold or code.
    fileprivate func opensWithMethod(_ paragraph: NodeID) -> Bool {
        guard let first = page.firstChild(paragraph) else { return false }
        switch page.kind(first) {
        case .strong, .codeSpan: return Method(rawValue: page.plainText(first)) != nil
        default: return false
        }
    }

    /// Whether a paragraph titles what follows: it opens a fold, or with its request in bold or code.
    fileprivate func isTitle(_ paragraph: NodeID) -> Bool {
        if let parent = page.parent(paragraph), case .directive(let name, _) = page.kind(parent),
            page.raw(name).lowercased() == "summary"
        {
            return true
        }
        guard let first = page.firstChild(paragraph) else { return false }
        switch page.kind(first) {
        case .strong, .codeSpan:
            return page.plainText(first).utf8.first.map(isCapital) ?? false
                && readRequestTitle(page.marked(paragraph))?.line.methodRange.lowerBound == 0
        default: return false
        }
    }

    func request(
        _ method: Said<Method>, _ path: PathPhrase, at range: ByteRange, construct: Construct
    ) -> RequestClaim {
        let template = titledTemplate(of: path.template) ?? path.template
        var claim = RequestClaim(
            method: method, path: said(template, range, .declared, construct))
        // The placeholder of a base (`<REST API URL>`) stands for a server and is none.
        claim.server = path.server.flatMap { server in
            server.hasPrefix("http") ? said(server, range, .declared, construct) : nil
        }
        claim.spelledQuery = path.query.map { item in
            item.name + (item.value.map { "=" + $0 } ?? "")
        }.joined(separator: "&")
        claim.placeholders = path.types.map { placeholder in
            var field = Field(name: said(placeholder.name, range, .declared, construct))
            field.type = said(placeholder.type, range, .declared, construct)
            return field
        }
        claim.query = path.query.map { item in
            var field = Field(name: said(item.name, range, .declared, construct))
            let isChoice = isSelector(item.name) && item.value.map(isPlainWord) == true
            if let value = item.value, !isChoice, value != "list",
                let type = readType(value)?.unlessName
            {
                field.type = said(type, range, .declared, construct)
            } else if let value = item.value, let kind = shownKind(value, of: item.name) {
                field.type = said(TypeExpression(kind), range, .implied, construct)
            }
            takeAlternatives(of: item, for: &field, at: range, .declared, construct)
            field.becomeList(in: path.query)
            if let value = item.value, isChoice {
                field.values = [
                    ValueRow(field: item.name, value: said(value, range, .declared, construct))
                ]
                field.required = said(true, range, .implied, construct)
            }
            return field
        }
        return claim
    }

    /// The lines of a paragraph, each with the break that ends it.
    func inlineLines(of paragraph: NodeID) -> [InlineLine] {
        var lines = [InlineLine()]
        for child in page.children(paragraph) {
            if isLineEnd(child) {
                lines[lines.count - 1].end = child
                lines.append(InlineLine())
            } else {
                lines[lines.count - 1].nodes.append(child)
            }
        }
        return lines
    }

    /// Whether a code span is the matter of its line: few words before it, few behind.
    ///
    /// A request in the middle of a sentence is mentioned there, not documented. Lines of many
    /// parts are sentences; to look at all of each for each of its spans would take time that
    /// grows with their square.
    fileprivate func standsAlone(_ place: Int, in line: InlineLine, below above: [NodeID]) -> Bool {
        let before = line.nodes[..<place]
        let behind = line.nodes[(place + 1)...]
        guard before.count <= 16, behind.count <= 32 else { return false }
        if behind.isEmpty, let end = line.end, isWrapped(above, end) { return false }
        if before.isEmpty, continuesSentence(above, behind) { return false }
        let head = page.marked(inlines: Array(before))
        let tail = page.marked(inlines: Array(behind))
        // "`GET /x` now returns", "`POST /x` is going away" tell what changed.
        if tellsOfChange(tail.tokens) { return false }
        // "`GET /x` returns the state, `POST /x` sets it": one after the other.
        if tellsWhatIsDone(tail),
            head.tokens.isEmpty
                || head.tokens[0].kind == .code && readRequestLine(head.tokens[0].text) != nil
                    && tellsWhatIsDone(head.dropFirst(head.tokens[0].range.upperBound))
                    && (head.tokens.last?.isMark(",") == true
                        || ["and", "while"].contains(head.tokens.last?.word ?? "")),
            line.nodes.count(where: { page.kind($0) == .codeSpan && isRequest($0) }) == 2,
            !hasRequest(before: line.nodes[0])
        {
            return true
        }
        // "`POST /x` and `PUT /x/{id}` take:": lines side by side over what they share.
        if tail.tokens.last?.isMark(":") == true, head.isListOfRequestLines {
            return tail.tokens.count <= 12
        }
        // "URL: `GET /x`" names it; "use `GET /x`" sends elsewhere.
        let isAnnounced =
            head.tokens.last.map { $0.isMark(":") || $0.isMark("-") || $0.isPictograph } ?? true
        // "`PATCH /x` with any of `a`, `b`; answers with the link": a line of its own, and what it does.
        let limit = head.tokens.isEmpty && opensStatement(tail.tokens.first) ? 40 : 12
        return isAnnounced && head.tokens.count <= 5 && tail.tokens.count <= limit
    }

    /// Whether a request stands below the heading around, before this paragraph.
    private func hasRequest(before node: NodeID) -> Bool {
        let start = page.range(node).start
        for item in items.reversed() {
            switch item {
            case .say(.request, let span) where span.range.start < start: return true
            case .heading, .open: return false
            default: continue
            }
        }
        return false
    }

    private func isRequest(_ code: NodeID) -> Bool {
        readRequestLine(page.marked(code).text) != nil
    }

    private func opensStatement(_ token: PhraseToken?) -> Bool {
        ["with", "takes", "accepts", "expects", "answers", "responds", "→"].contains(token?.word)
    }

    /// "you make a / `GET /x` / request": a sentence that was broken around the span.
    private func isWrapped(_ above: [NodeID], _ lineEnd: NodeID) -> Bool {
        guard case .softBreak = page.kind(lineEnd), let next = page.next(lineEnd),
            case .text = page.kind(next), let last = page.marked(inlines: above).tokens.last,
            last.kind == .word, !last.word.isEmpty,
            let first = page.marked(next).text.utf8.first
        else { return false }
        return isSmallLetter(first)
    }

    /// "…as the / `GET /x` call shows": a sentence whose line was broken before the span.
    private func continuesSentence(_ above: [NodeID], _ behind: ArraySlice<NodeID>) -> Bool {
        guard let last = page.marked(inlines: above).tokens.last, last.kind == .word,
            let next = page.marked(inlines: Array(behind)).tokens.first, next.kind == .word,
            let first = next.text.utf8.first
        else { return false }
        return isSmallLetter(first)
    }

    private func isLineEnd(_ node: NodeID) -> Bool {
        switch page.kind(node) {
        case .lineBreak: true
        // In HTML blanks beside elements are such too.
        case .softBreak: page.raw(page.range(node)) != " "
        case .htmlInline: page.raw(page.range(node)).lowercased().hasPrefix("<br")
        default: false
        }
    }

    fileprivate func isFollowedByDeprecation(_ node: NodeID) -> Bool {
        for next in page.siblings(behind: node) {
            if case .codeSpan = page.kind(next) { return false }
            if page.plainText(next).lowercased().contains("deprecated") { return true }
            if case .lineBreak = page.kind(next) { return false }
        }
        return false
    }
}
