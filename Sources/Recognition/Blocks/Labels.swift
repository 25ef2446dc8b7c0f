import PageTree
import SourceText

/// A line that titles what follows: bold, quoted, or ending in a colon.
let label = Recognizer(construct: "label") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node) else { return false }
    let text = page.marked(node)
    guard text.memberThatIsOneOf == nil else { return false }
    let announced = reading.announcedFields(by: text, at: node)
    if let role = announced ?? reading.announcedAnswer(by: text, at: node) {
        if announced == nil {
            let range = page.range(node)
            for field in reading.mentions(in: text, at: range) {
                reading.say(.mention(field), at: range)
            }
        }
        var section = reading.section(text, level: labelLevel, at: page.range(node))
        section.role = role
        let statuses = readStatusSentence(text)
        if role == .responseExample, statuses.count == 1 { section.status = statuses[0].status }
        reading.openHeading(section)
        reading.sayReturn(of: node, text)
        reading.saySameness(of: node, text)
        return true
    }
    guard text.text.utf8.count <= 80, !text.text.contains("\n"), !text.announcesDeprecation else {
        return false
    }
    let (title, part) = text.withoutPart
    if part == nil, reading.sayPresence(inLabel: text, at: page.range(node)) { return true }
    var section = reading.section(title, level: labelLevel, at: page.range(node))
    var titlesList = false
    if section.role.mayTitleHolder, let role = reading.holder(titledBy: title) {
        section.role = role
        titlesList = page.isEmphasized(node) && page.next(node).map(page.listsParts) ?? false
    }
    if section.role == .other, text.text.hasSuffix(":"), memberOfValues(title) != nil {
        section.role = .enumeratedValues
    }
    var isLabel = titlesList || page.onlyChild(node).map { page.kind($0) == .strong } ?? false
    if case .blockQuote? = page.parent(node).map({ page.kind($0) }), section.role != .other {
        isLabel = true
    }
    if text.text.hasSuffix(":"), section.role != .other { isLabel = true }
    if section.status != nil, section.role != .other, readStatusSentence(text).count < 2 {
        isLabel = true
    }
    if reading.isPlainLabel(title, section.role, at: node) { isLabel = true }
    var statuses: [StatusPhrase] = []
    if !isLabel || text.asksToSend, let role = reading.announcedSample(by: text, at: node) {
        section.role = role
        if role == .responseExample {
            statuses = readStatusSentence(text)
            section.status = text.tellsFailureLast ? nil : statuses.first?.status
        }
        isLabel = true
    }
    guard isLabel else { return false }
    let rest = statuses.dropFirst(section.status == nil ? 0 : 1)
    reading.say(rest, at: page.range(node))
    section.role = reading.placed(section.role, text)
    if let part = reading.announcedPart(text) {
        reading.readPart(part, titledBy: section, text, below: node)
        return true
    }
    reading.openHeading(section, part: part)
    let links = page.linkedTexts(of: node)
    let message = section.status == nil ? nil : text.behindStatusLabel
    let isTold = message.flatMap { readSoleMessage($0, links: links) } != nil
    reading.sayReturn(of: node, isTold ? message ?? text : text)
    reading.saySameness(of: node, text)
    if let status = readStatus(text.withoutPictographs), section.role == .response {
        reading.saySample(inSentence: node, text, [status])
    }
    return true
}

extension Page {
    fileprivate func isEmphasized(_ node: NodeID) -> Bool {
        onlyChild(node).map { kind($0) == .emphasis } ?? false
    }

    fileprivate func listsParts(_ node: NodeID) -> Bool {
        switch kind(node) {
        case .table, .list, .definitionList: true
        default: false
        }
    }
}

extension MarkedText {
    /// "the [shelf](#shelf)" of "Answer (`200`): the [shelf](#shelf).".
    fileprivate var behindStatusLabel: MarkedText? {
        guard let colon = tokens.prefix(6).firstIndex(where: { $0.isMark(":") }),
            tokens[..<colon].contains(where: { assignedStatus($0) != nil }),
            colon + 1 < tokens.count
        else { return nil }
        return dropFirst(tokens[colon].range.upperBound)
    }

    /// "Send `user`:" names no member whose value follows, but what is sent.
    fileprivate var asksToSend: Bool {
        ["send", "post", "submit", "provide"].contains(tokens.word(at: 0))
            && tokens.count > 1 && tokens[1].kind == .code
    }

    /// "Returns the state. Returns 404 if there is none." over a block that shows the state.
    fileprivate var tellsFailureLast: Bool {
        !text.hasSuffix(":") && speaksOfReturning(tokens.word(at: 0))
            && lastSentence.startIndex > 0
            && readStatusSentence(self).allSatisfy { $0.status.isError }
    }
}

extension Reading {
    /// "The `data` section has the following format:" speaks of the code below it and of the lists
    /// right behind that; a call or a sample further down shows the whole.
    fileprivate mutating func readPart(
        _ part: String, titledBy title: Section, _ text: MarkedText, below paragraph: NodeID
    ) {
        var blocks: [NodeID] = []
        behind: for block in page.siblings(behind: paragraph) {
            switch page.kind(block) {
            case .codeBlock where blocks.isEmpty: blocks.append(block)
            case .table, .list, .definitionList, .fieldList: blocks.append(block)
            default: break behind
            }
        }
        var section = title
        if text.tokens.contains(where: { isAnswer($0.word) }) { section.role = .responseExample }
        openHeading(section, part: part)
        for block in blocks { self.block(block) }
        taken.formUnion(blocks)
        // A label without words ends the one before.
        openLabel(at: page.range(paragraph))
    }

    /// "Input: all optional." labels what stands below, and says of all of it whether it must be there.
    fileprivate mutating func sayPresence(inLabel text: MarkedText, at range: ByteRange) -> Bool {
        guard let colon = text.tokens.firstIndex(where: { $0.isMark(":") }), colon > 0, colon <= 3,
            colon + 1 < text.tokens.count
        else { return false }
        let rest = text.tokens[(colon + 1)...].map(\.word).filter { !$0.isEmpty }
        let all = rest.first == "all" ? rest.dropFirst() : rest[...]
        guard rest.count <= 3, all.count == 1, let required = all.first.flatMap(presence)
        else { return false }
        let title = MarkedText(text.slice(0..<text.tokens[colon].range.lowerBound))
        let section = section(title, level: labelLevel, at: range)
        switch section.role {
        case .parameters, .requestBody: break
        default: return false
        }
        openHeading(section)
        let said = said(required, range, .described, "general-requiredness")
        generalRequiredness = (said, labelLevel)
        return true
    }

    /// "Required:" below "URL parameters:" speaks of these; the labels stand side by side.
    fileprivate func placed(_ role: SectionRole, _ text: MarkedText) -> SectionRole {
        guard let above = around.last, above.level == labelLevel else { return role }
        if case .object = role, isArticle(text.tokens.word(at: 0)) {
            // "A `note` object:" below "Returns" says what is returned.
            switch above.role {
            case .response, .responseFields, .requestBody: return above.role
            default: return role
            }
        }
        guard case .parameters(location: nil, let required?) = role else { return role }
        switch above.role {
        case .parameters(let location, _):
            return .parameters(location: location, required: required)
        default: return role
        }
    }
}
