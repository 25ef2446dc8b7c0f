import APIModel
import PageTree
import SourceText

/// Running text that tells of requests and their fields: "To add a book, send a `POST` request to
/// `/books`. Send `title` (string, required) and `pages` (integer)."
///
/// Such a request is a call in words: it opens an operation where calls do, on pages without lines of
/// their own. The sentence stays prose, or a label, for those that are asked next.
let requestSentence = Recognizer(construct: "request-sentence") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node) else { return false }
    let text = page.marked(node)
    reading.sayRequestBelow(node, text)
    guard
        !page.codeSpans(of: node).isEmpty || text.text.contains(" /")
            || text.text.contains("://"), readRequestLine(text.text) == nil
    else {
        return false
    }
    let range = page.range(node)
    let construct: Construct = "request-sentence"
    for spoken in readSpokenRequests(text) {
        let call = SampleCall(
            method: reading.said(spoken.method, range, .described, construct),
            url: reading.said(spoken.target, range, .described, construct))
        reading.say(.call(call), at: range)
    }
    // What a line of its own takes is said behind it.
    if !reading.opensWithRequestLine(node) { reading.saySpokenFields(of: node, text) }
    return false
}

/// "(`markdown` or `html`)" behind a name: its values.
private func readChoice(_ remark: MarkedText) -> EnumerationPhrase? {
    guard remark.tokens.count > 2,
        remark.tokens.allSatisfy({ token in
            token.isMarkedValue || token.word == "or"
                || [",", "(", ")"].contains { token.isMark($0) }
        })
    else { return nil }
    let lead = "one of "
    let shift = lead.utf8.count
    let code = remark.code.map { $0.lowerBound + shift..<$0.upperBound + shift }
    return readEnumeration(MarkedText(lead + remark.text, code: code))
}

extension Reading {
    /// "Make a *GET* request to the following resource:" over a path alone in code.
    fileprivate mutating func sayRequestBelow(_ node: NodeID, _ text: MarkedText) {
        guard text.text.hasSuffix(":"), let next = page.next(node),
            case .codeBlock = page.kind(next), let method = readRequestAnnouncement(text)
        else { return }
        let path = page.code(next).trimmedASCII
        guard !path.contains("\n"), readTarget(path) != nil else { return }
        let line = MarkedText(method.rawValue + " " + path)
        if sayRequest(in: line, at: page.range(next), construct: "request-sentence") {
            taken.insert(next)
        }
    }

    /// The fields that a sentence lists.
    mutating func saySpokenFields(of node: NodeID, _ text: MarkedText) {
        let range = page.range(node)
        let construct: Construct = "request-sentence"
        let reach = readParameterReach(text.text)
        for spoken in readSpokenFields(text, ofMany: reach == .lists) {
            let fields = spoken.items.map { item in
                var field = Field(name: said(item.name, range, .described, construct))
                if let remark = item.remark {
                    let cell = Cell(text: remark, range: range, node: node)
                    describe(&field, by: cell, construct: construct)
                    field.description = nil
                    if field.type == nil, field.values.isEmpty, let list = readChoice(remark) {
                        field.values = rows(list, of: item.name, range, .described, construct)
                    }
                }
                return field
            }
            guard reach == .lists else {
                say(fields, spoken.role, at: range, .described, construct)
                continue
            }
            // "Pass `page` to any list endpoint": the sentence says whose they are, as a label would.
            var label = section(text, level: labelLevel, at: range)
            label.role = .parameters(location: .query, required: nil)
            scope(label) { $0.say(fields, spoken.role, at: range, .described, construct) }
        }
    }

    /// Whether the paragraph begins with a request line in code.
    func opensWithRequestLine(_ paragraph: NodeID) -> Bool {
        guard let first = page.firstChild(paragraph), case .codeSpan = page.kind(first) else {
            return false
        }
        return readRequestLine(page.plainText(first)) != nil
    }
}
