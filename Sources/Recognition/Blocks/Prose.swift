import APIModel
import PageTree
import SourceText

/// Running text: a description, and whatever a sentence says of permissions and parameters.
let prose = Recognizer(construct: "prose") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node) else { return false }
    let text = page.marked(node)
    let range = page.range(node)
    guard !text.text.isEmpty else {
        reading.includes(within: node)
        return true
    }
    let permissions = readPermissions(text).map(\.name)
    if !permissions.isEmpty {
        reading.say(
            .permissions(
                permissions.map { name in
                    reading.said(
                        Permission(name: name, description: text.text), range, .described, "prose")
                }), at: range)
    }
    if text.announcesDeprecation {
        let isBare = text.tokens.filter { !$0.word.isEmpty || $0.kind == .code }.count == 1
        let words = isBare ? "" : text.text
        reading.say(.deprecation(reading.said(words, range, .described, "prose")), at: range)
        // The word alone describes nothing.
        if isBare { return true }
    }
    let statuses = reading.sayWhatIsTold(by: text, of: node)
    if case .member(let name)? = reading.around.last?.role, let section = reading.around.last,
        !reading.holdsRequest(section), !reading.isBeforeRequest(node)
    {
        reading.sayMember(name, titledAt: section.span.range, by: reading.cell(node))
    } else if let only = page.onlyChild(node), case .emphasis = page.kind(only),
        text.text.utf8.count <= 80
    {
        reading.say(.name(reading.said(text.text, range, .described, "prose")), at: range)
    } else {
        reading.say(.prose(reading.said(text.text, range, .described, "prose")), at: range)
        reading.lastProse = node
    }
    reading.includes(within: node)
    reading.announce(statuses, by: text, at: node)
    if let required = readGeneralRequiredness(text) {
        let said = reading.said(required, range, .described, "general-requiredness")
        reading.generalRequiredness = (said, reading.around.last?.level ?? 0)
    }
    if saysBoldIsRequired(text) { reading.boldIsRequired = true }
    return true
}

extension Reading {
    /// Whether a request line stands below the heading of the section, which so names an operation.
    fileprivate func holdsRequest(_ section: Section) -> Bool {
        lastRequest.map { $0.path.evidence.span > section.span } ?? false
    }

    /// Whether a request line stands a few blocks below, before the next heading: a name over both
    /// is that of an operation.
    fileprivate func isBeforeRequest(_ paragraph: NodeID) -> Bool {
        for block in page.siblings(behind: paragraph).prefix(5) {
            switch page.kind(block) {
            case .heading: return false
            case .paragraph where opensWithRequestLine(block): return true
            case .codeBlock where isRequestLine(block): return true
            default: continue
            }
        }
        return false
    }

    /// What running text says of an operation: what it returns, its statuses, values and parameters.
    mutating func sayWhatIsTold(by text: MarkedText, of node: NodeID) -> [StatusPhrase] {
        let range = page.range(node)
        sayReturn(of: node, text)
        saySameness(of: node, text)
        let statuses = readStatusSentence(text)
        say(statuses[...], at: range)
        sayHeaders(in: text, statuses, at: range)
        saySample(inSentence: node, text, statuses)
        sayValues(in: text, at: range)
        sayKeys(in: text, at: range)
        sayToldParameters(in: text, at: range)
        sayTypedMentions(in: text, at: range)
        for field in mentions(in: text, at: range) { say(.mention(field), at: range) }
        return statuses
    }

    /// The statuses that a sentence tells of.
    mutating func say(
        _ statuses: ArraySlice<StatusPhrase>, at range: ByteRange,
        construct: Construct = "status-sentence"
    ) {
        guard !statuses.isEmpty else { return }
        say(.statuses(statuses.map { line($0, range, .described, construct) }), at: range)
    }

    /// "Returns a [book object](#book)", "Body: a [book](#book)": the type of a message as a whole.
    mutating func sayReturn(of paragraph: NodeID, _ text: MarkedText) {
        guard text.tokens.count <= 60 else { return }
        let links = page.linkedTexts(of: paragraph)
        if let (name, type) = readHeldList(text, links: links, isBelowAnswer: isWithinResponse) {
            sayHeld(type, by: name, at: page.range(paragraph))
            return
        }
        if let section = around.last, let role = section.roleOfMessage,
            let type = readSoleMessage(text, links: links)
        {
            sayWhole(type, role, at: page.range(paragraph))
            return
        }
        let copied = sayCopiedFields(of: paragraph, text)
        let place = evidence(page.range(paragraph), .described, "envelope")
        if let envelope = readEnvelope(text, at: place) {
            return say(.thing(envelope), at: page.range(paragraph))
        }
        // "Answers with the boat: `{"boat": …}`": what it shows says more than what it is called.
        let isShown = text.tokens.contains { $0.kind == .code && $0.text.utf8.first == 0x7B }
        let described = isShown ? [] : documentedNames()
        let text = text.withoutPictographs
        for role in [SectionRole.responseFields, .requestBody] where role != copied {
            let range = page.range(paragraph)
            let direction: Direction = role == .requestBody ? .request : .response
            let place = evidence(range, .described, "told-thing")
            let thing = isShown ? nil : readToldThing(direction, text, at: place)
            if thing?.holder == nil,
                let type = readMessage(role, text, links: links, described: described)
            {
                sayWhole(type, role, at: range)
            } else if let thing {
                say(.thing(thing), at: range)
            }
        }
    }

    /// "`202` with the new [Loan](#loan)": the type of what comes back with a status.
    mutating func returned(by cell: Cell) -> Said<TypeExpression>? {
        let links = page.linkedTexts(of: cell.node)
        let names = documentedNames()
        return readMessage(.responseFields, cell.text, links: links, described: names)
            .map { said($0, cell.range, .described, "return-sentence") }
    }

    /// "Lent. Body: a [Loan](#loan)", "The [Loan](#loan), closed": what comes back with a status, by the
    /// remark beside it.
    mutating func answered(by cell: Cell, with status: Response.Status) -> Said<TypeExpression>? {
        if let type = returned(by: cell) { return type }
        let links = page.linkedTexts(of: cell.node)
        guard !links.isEmpty else { return nil }
        var isSuccess = false
        if case .code(let code) = status { isSuccess = code >= 200 && code < 300 }
        let type =
            readMessage(.requestBody, cell.text, links: links, described: [])
            ?? readSoleMessage(cell.text, links: links, allowsRemarks: isSuccess)
        return type.map { said($0, cell.range, .described, "return-sentence") }
    }

    /// "Takes the same parameters as [Create a note](#create-a-note)".
    mutating func saySameness(of paragraph: NodeID, _ text: MarkedText) {
        guard let direction = readSameness(text, in: around.last?.role) else { return }
        let range = page.range(paragraph)
        let line = page.codeSpans(of: paragraph).map { page.plainText($0) }
            .first { readRequestLine($0) != nil }
        guard let target = line ?? linkedTarget(of: paragraph) ?? readSamenessTarget(text)
        else { return }
        let said = said(target, range, .described, "sameness")
        say(.same(Sameness(direction: direction, target: said)), at: range)
    }

    private func linkedTarget(of paragraph: NodeID) -> String? {
        page.linkedTexts(of: paragraph).map(\.target).first { $0.contains("#") }
    }

    /// "Returns 201 with a `Location` header": of the status that is named before it.
    fileprivate mutating func sayHeaders(
        in text: MarkedText, _ statuses: [StatusPhrase], at range: ByteRange
    ) {
        for name in readAnswerHeaders(text, isBelowAnswer: isWithinResponse) {
            let field = Field(name: said(name.text, range, .described, "header-sentence"))
            let evidence = evidence(range, .described, "header-sentence")
            var list = FieldList(fields: [field], role: .responseHeaders, evidence: evidence)
            let before = statuses.last { $0.range.upperBound <= name.range.lowerBound }
            if case .code(let code)? = before?.status { list.status = code }
            say(.fields(list), at: range)
        }
    }

    private mutating func sayHeld(_ type: TypeExpression, by name: String, at range: ByteRange) {
        var field = Field(name: said(name, range, .described, "return-sentence"))
        field.type = said(type, range, .described, "return-sentence")
        say([field], .responseFields, at: range, .described, "return-sentence")
    }

    mutating func sayWhole(
        _ type: TypeExpression, _ role: SectionRole, at range: ByteRange,
        construct: Construct = "return-sentence"
    ) {
        var field = Field(name: said("", range, .described, construct))
        field.part = .nameless
        field.type = said(type, range, .described, construct)
        let evidence = evidence(range, .described, construct)
        let list = FieldList(fields: [field], role: role, evidence: evidence)
        say(.fields(list), at: range)
    }
}

extension Section {
    /// The role of a message that it holds, and nothing but that.
    fileprivate var roleOfMessage: SectionRole? {
        switch role {
        case .responseFields, .requestBody: role
        case .response: .response
        default: nil
        }
    }
}

extension Page {
    /// The words and the targets of the links of a paragraph.
    func linkedTexts(of paragraph: NodeID) -> [(text: String, target: String)] {
        children(paragraph).compactMap { child in
            switch kind(child) {
            case .link(let destination, _): return (plainText(child), raw(destination))
            // `:ref:` leads to a label, as a link does that stays on its page.
            case .role(let name):
                guard let link = firstChild(child), case .link(let label, _) = kind(link) else {
                    return nil
                }
                return (plainText(link), (raw(name) == "ref" ? "#" : "") + raw(label))
            default: return nil
            }
        }
    }
}
