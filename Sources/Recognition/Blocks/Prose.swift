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
        reading.say(.deprecation(reading.said(text.text, range, .described, "prose")), at: range)
    }
    reading.sayReturn(of: node, text)
    if let type = readFormPhrase(text) {
        let said = reading.said(type, range, .described, "form-sentence")
        reading.say(.mediaTypes([said], direction: .request), at: range)
    }
    let statuses = readStatusSentence(text)
    if !statuses.isEmpty {
        reading.say(
            .statuses(
                statuses.map { phrase in
                    var line = StatusLine(
                        status: reading.said(phrase.status, range, .described, "status-sentence"))
                    line.meaning = phrase.reason.map {
                        reading.said($0, range, .described, "status-sentence")
                    }
                    return line
                }), at: range)
    }
    for field in reading.mentions(in: text, at: range) { reading.say(.mention(field), at: range) }
    if case .member(let name)? = reading.around.last?.role, let section = reading.around.last {
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
    return true
}

extension Reading {
    /// "Returns a [book object](#book)": the type of the response as a whole.
    fileprivate mutating func sayReturn(of paragraph: NodeID, _ text: MarkedText) {
        guard text.tokens.count <= 40,
            let type = readReturn(
                text, link: page.firstLinkedText(paragraph), described: objects)
        else { return }
        let range = page.range(paragraph)
        var field = Field(name: said("", range, .described, "return-sentence"))
        field.part = .nameless
        field.type = said(type, range, .described, "return-sentence")
        let evidence = evidence(range, .described, "return-sentence")
        let list = FieldList(fields: [field], role: .responseFields, evidence: evidence)
        say(.fields(list), at: range)
    }
}

extension Page {
    /// The words and the target of the first link of a paragraph.
    fileprivate func firstLinkedText(_ paragraph: NodeID) -> (text: String, target: String)? {
        for child in children(paragraph) {
            guard case .link(let destination, _) = kind(child) else { continue }
            return (plainText(child), raw(destination))
        }
        return nil
    }
}

extension MarkedText {
    /// "Deprecated: use …", "This endpoint is deprecated".
    fileprivate var announcesDeprecation: Bool {
        if tokens.first?.word == "deprecated" { return true }
        guard tokens.count <= 40, tokens.word(at: 0) == "this" else { return false }
        let subjects = ["endpoint", "operation", "method", "api", "call", "route", "resource"]
        return subjects.contains(tokens.word(at: 1))
            && tokens.prefix(8).contains { $0.word == "deprecated" }
    }
}

/// "Normal response codes: 200, 202" and "Error response codes: unauthorized(401)".
let statusParagraph = Recognizer(construct: "status-prose") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node) else { return false }
    let text = page.marked(node)
    let lowered = text.text.prefix(40).lowercased()
    guard lowered.contains("response code") || lowered.contains("status code"),
        let colon = text.text.firstIndex(of: ":")
    else { return false }
    let list = MarkedText(String(text.text[text.text.index(after: colon)...]))
    let statuses = readStatusList(list)
    guard !statuses.isEmpty else { return false }
    let range = page.range(node)
    reading.say(
        .statuses(
            statuses.map { phrase in
                var line = StatusLine(
                    status: reading.said(phrase.status, range, .described, "status-prose"))
                line.meaning = phrase.reason.map {
                    reading.said($0, range, .described, "status-prose")
                }
                return line
            }), at: range)
    return true
}
