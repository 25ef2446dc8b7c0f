import APIModel
import PageTree
import SourceText

/// A message whose parts stand behind labels: `Code: 200`, `Content: {"id": 12}`.
///
/// What stands below a line with a code belongs to it, so that a fence under "Content" is known to
/// be the body of that response.
let labelledMessage = Recognizer(construct: "labelled-message") { node, reading in
    let page = reading.page
    if case .list = page.kind(node) { return reading.sayMessage(inItemsOf: node) }
    guard case .paragraph = page.kind(node) else { return false }
    let text = page.marked(node).text
    guard text.utf8.count <= 4000, let first = messageLabel(text[...]) else { return false }
    var code: StatusPhrase?
    for line in text.split(separator: "\n") {
        guard case .code(let value)? = messageLabel(line) else { continue }
        code = readStatus(MarkedText(value))
        break
    }
    let body = reading.body(in: node)
    // "Content:" alone titles the block below it.
    if case .content = first, body == nil { return false }
    guard code != nil || body != nil else { return false }
    let range = page.range(node)
    if let code { reading.open(code, at: range) }
    if var body {
        if case .content(let direction) = first { body.direction = direction }
        if body.direction == .response, code == nil { body.status = reading.status(in: node) }
        reading.say(.sample(body), at: range)
    }
    return true
}

enum MessageLabel {
    case code(String)
    /// With the way it goes, where the label says that.
    case content(Direction?)
}

/// What a line is labelled as, by at most two words before a colon.
func messageLabel(_ line: Substring) -> MessageLabel? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let words = MarkedText(String(line[..<colon])).tokens.filter { token in
        !token.word.isEmpty && presence(token.word) == nil
    }
    guard words.count <= 2 else { return nil }
    switch words.map(\.word).joined(separator: " ") {
    case "code", "http code", "status code", "response code":
        return .code(line[line.index(after: colon)...].trimmedASCII)
    case "content", "content example", "content examples", "example": return .content(nil)
    case "body", "request body", "payload", "request payload", "request", "data", "data params",
        "input":
        return .content(.request)
    case "response body", "response", "returns", "output": return .content(.response)
    default: return nil
    }
}

extension Reading {
    /// `* **Code:** 200 OK` and `* **Body**: a [book](#book)`, bullets of one answer.
    fileprivate mutating func sayMessage(inItemsOf list: NodeID) -> Bool {
        let items = Array(page.children(list))
        guard items.count <= 6, around.last?.role == .response else { return false }
        let labels = items.map { item in
            page.firstChild(item).flatMap { messageLabel(page.marked($0).text[...]) }
        }
        let hasCode = labels.contains { label in
            if case .code? = label { return true }
            return false
        }
        guard hasCode, labels.allSatisfy({ $0 != nil }) else { return false }
        scope(as: .response, at: page.range(list)) { inner in
            for item in items where !inner.sayWhole(item) { inner.blocks(of: item) }
        }
        return true
    }

    /// `**Body**: an array of [book](#book) resources`.
    private mutating func sayWhole(_ item: NodeID) -> Bool {
        guard let paragraph = page.firstChild(item), page.next(paragraph) == nil,
            let type = labelledType(
                page.marked(paragraph).text[...], page.linkedTexts(of: paragraph))
        else { return false }
        sayWhole(type, .responseFields, at: page.range(item), construct: "labelled-message")
        return true
    }

    /// The type that "Body:" labels in a line on what comes back.
    func labelledType(
        _ line: Substring, _ links: [(text: String, target: String)]
    ) -> TypeExpression? {
        guard case .content? = messageLabel(line), let colon = line.firstIndex(of: ":") else {
            return nil
        }
        return readSoleMessage(MarkedText(String(line[line.index(after: colon)...])), links: links)
    }

    /// A code span of the paragraph that is a JSON object or list.
    fileprivate func body(in paragraph: NodeID) -> Sample? {
        page.codeSpans(of: paragraph).lazy
            .compactMap { sample(inCode: $0, construct: "labelled-message") }.first
    }

    /// The status in code beside a body: "Returns: `201` with `{"id": 2}`".
    fileprivate func status(in paragraph: NodeID) -> Int? {
        for code in page.codeSpans(of: paragraph) {
            if let token = MarkedText(page.plainText(code)).tokens.first,
                case .code(let status)? = assignedStatus(token)
            {
                return status
            }
        }
        // "Returns: 202 and": right behind the label.
        let tokens = page.marked(paragraph).tokens
        guard let colon = tokens.prefix(4).firstIndex(where: { $0.isMark(":") }),
            colon + 1 < tokens.count, case .code(let code)? = assignedStatus(tokens[colon + 1])
        else { return nil }
        return code
    }

    fileprivate mutating func open(_ code: StatusPhrase, at range: ByteRange) {
        say(.statuses([line(code, range, .declared, "labelled-message")]), at: range)
        // Deeper than headings, above labels: labels below it tell the parts of this message.
        openLabel(.response, code.status, level: labelLevel - 1, at: range)
    }
}
