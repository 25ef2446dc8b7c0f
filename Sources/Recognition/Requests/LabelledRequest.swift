import APIModel
import PageTree
import SourceText

/// A request given in parts, each behind a label: `URL: /notes/:id`, `Method: GET`; in lines, in
/// bullets, in rows of a table, or below headings of those names.
let labelledRequest = Recognizer(construct: "labelled-request") { node, reading in
    switch reading.page.kind(node) {
    case .paragraph:
        let found =
            reading.takeRequestPart(below: node) || reading.takeRequestParts(inLinesOf: node)
        return found
    case .codeBlock: return reading.takeRequestPart(below: node)
    case .list: return reading.takeRequestParts(inItemsOf: node)
    case .table: return reading.takeRequestParts(inRowsOf: node)
    default: return false
    }
}

/// The parts of a request line that labels have given since the last heading.
struct RequestParts {
    var method: Said<Method>?
    var target: (path: PathPhrase, range: ByteRange)?
}

/// What a label says that the text behind it is.
enum RequestPart {
    case method, target

    init?(label: String) {
        let words = MarkedText(label).tokens.filter { !$0.word.isEmpty }.map(\.word)
        switch words.joined(separator: " ") {
        case "method", "http method", "request method", "verb", "http verb", "request type",
            "method type", "http request method":
            self = .method
        case "url", "uri", "path", "endpoint", "route", "request url", "request uri",
            "request path", "endpoint url", "resource url", "api endpoint", "url path",
            "resource path", "http request", "api url", "full url", "resource uri", "endpoint path",
            "url endpoint", "http url":
            self = .target
        default: return nil
        }
    }
}

extension Reading {
    /// The block below a heading or label that says which part it is.
    fileprivate mutating func takeRequestPart(below node: NodeID) -> Bool {
        guard let title = around.last?.title, title.utf8.count < 24,
            let part = RequestPart(label: title)
        else { return false }
        let text = page.marked(node).text.trimmedASCII
        guard !text.contains("\n") else { return false }
        return take(part, text, at: page.range(node))
    }

    fileprivate mutating func takeRequestParts(inLinesOf paragraph: NodeID) -> Bool {
        let text = page.marked(paragraph, keepingBreaks: true).text
        guard text.utf8.count <= 600 else { return false }
        var found = false
        for line in text.split(separator: "\n") {
            guard let (part, value) = labelledPart(line) else { continue }
            found = take(part, value, at: page.range(paragraph)) || found
        }
        return found
    }

    /// Bullets that give a method and a target, among whatever else they label.
    fileprivate mutating func takeRequestParts(inItemsOf list: NodeID) -> Bool {
        var parts: Set<RequestPart> = []
        for item in page.children(list) {
            guard let first = page.firstChild(item) else { continue }
            let text = page.marked(first).text
            if let (part, value) = labelledPart(text[...]) {
                if holds(value, part) { parts.insert(part) }
            } else if let part = RequestPart(label: text), page.next(first) != nil {
                parts.insert(part)
            }
        }
        guard parts.count == 2 else { return false }
        for item in page.children(list) {
            let range = page.range(item)
            scope(section(MarkedText(""), level: scopeLevel, at: range)) { $0.blocks(of: item) }
        }
        return true
    }

    /// A table of two columns, a label and its value a row; the header may be such a row too.
    fileprivate mutating func takeRequestParts(inRowsOf node: NodeID) -> Bool {
        guard let table = table(node) else { return false }
        let rows = [table.header] + table.rows
        guard rows.count <= 20, rows.allSatisfy({ $0.count <= 2 }) else { return false }
        let labelled = rows.compactMap { row -> (part: RequestPart, cell: Cell)? in
            guard row.count == 2, let part = RequestPart(label: row[0].text.text) else {
                return nil
            }
            return (part, row[1])
        }
        guard Set(labelled.map(\.part)).count == 2 else { return false }
        var found = false
        for (part, cell) in labelled {
            found = take(part, cell.text.text, at: cell.range) || found
        }
        return found
    }

    private func holds(_ text: String, _ part: RequestPart) -> Bool {
        switch part {
        case .method: Method(rawValue: text.uppercased()) != nil
        case .target:
            (text.hasPrefix("/") || text.hasPrefix("http"))
                && readPath(text)?.range.upperBound == text.utf8.count
        }
    }

    /// Keeps a part; once there are both, they are a request line.
    private mutating func take(_ part: RequestPart, _ text: String, at range: ByteRange) -> Bool {
        switch part {
        case .method:
            guard let method = Method(rawValue: text.uppercased()) else { return false }
            requestParts.method = said(method, range, .declared, "labelled-request")
        case .target:
            guard text.hasPrefix("/") || text.hasPrefix("http"), let path = readPath(text),
                path.range.upperBound == text.utf8.count
            else { return false }
            requestParts.target = (path, range)
        }
        guard let method = requestParts.method, let target = requestParts.target else {
            return true
        }
        let claim = request(method, target.path, at: target.range, construct: "labelled-request")
        say(.request(claim), at: range)
        requestParts = RequestParts()
        return true
    }
}

/// `URL: /notes`, `Method - GET`, `Path /notes`: a label and what stands behind it.
private func labelledPart(_ line: Substring) -> (part: RequestPart, value: String)? {
    let tokens = MarkedText(String(line)).tokens
    var end = 0
    while end < 3, end < tokens.count, tokens[end].kind == .word { end += 1 }
    while end > 0 {
        let bytes = Array(line.utf8)
        let label = String(decoding: bytes[..<tokens[end - 1].range.upperBound], as: UTF8.self)
        if let part = RequestPart(label: label) {
            var start = tokens[end - 1].range.upperBound
            while start < bytes.count, isSeparator(bytes[start]) { start += 1 }
            let value = String(decoding: bytes[start...], as: UTF8.self).trimmedASCII
            return value.isEmpty ? nil : (part, value)
        }
        end -= 1
    }
    return nil
}

private func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x3A || byte == 0x2D || byte == 0x3D || byte == 0x60
}
