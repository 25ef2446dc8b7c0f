import APIModel
import PageTree
import SourceText

/// A request given in parts, each behind a label: `URL: /notes/:id`, `Method: GET`; in lines, in
/// bullets, in rows of a table, or below headings of those names.
let labelledRequest = Recognizer(construct: "labelled-request") { node, reading in
    switch reading.page.kind(node) {
    case .paragraph:
        let found =
            reading.takeRequestPart(below: node) || reading.sayRequestAmongLabels(in: node)
            || reading.takeRequestParts(inLinesOf: node)
            || reading.takeRequestPart(labelledBy: node)
        return found
    case .lineBlock: return reading.takeRequestParts(inLinesOf: node)
    case .codeBlock:
        let found =
            reading.takeRequestPart(below: node) || reading.takeRequestParts(inCode: node)
        return found
    case .list:
        let found =
            reading.takeRequestParts(inItemsOf: node)
            || reading.takeRequestPart(below: node)
        return found
    case .table:
        guard let table = reading.table(node) else { return false }
        return reading.takeRequestCard([table.header] + table.rows)
    default: return false
    }
}

/// The parts of a request line that labels have given since the last heading.
struct RequestParts {
    var methods: [Said<Method>] = []
    var targets: [(path: PathPhrase, range: ByteRange)] = []
}

/// What a label says that the text behind it is.
enum RequestPart {
    case method, target

    init?(label: String) {
        let words = MarkedText(label).tokens.filter { !$0.word.isEmpty }.map(\.word)
        switch words.joined(separator: " ") {
        case "method", "http method", "request method", "verb", "http verb", "request type",
            "method type", "http request method", "methods", "verbs", "http methods",
            "supported methods", "http operations supported", "supported http methods",
            "allowed methods",
            "http methods supported", "methods supported", "preferred http method":
            self = .method
        case "url", "uri", "path", "endpoint", "route", "request url", "request uri",
            "request path", "endpoint url", "resource url", "api endpoint", "url path",
            "resource path", "http request", "api url", "full url", "resource uri", "endpoint path",
            "url endpoint", "http url", "urls", "uris", "uri template", "resource", "method url",
            "syntax", "api call":
            self = .target
        default: return nil
        }
    }
}

/// Whether a heading is but the label of a request's method or path, and names nothing.
package func labelsRequestPart(_ title: String) -> Bool {
    guard title.utf8.count < 30 else { return false }
    if RequestPart(label: title) != nil { return true }
    // `Method: GET`.
    guard let (part, value) = labelledPart(title[...]) else { return false }
    return part == .method && Method(written: value) != nil
}

extension Reading {
    /// The block below a heading or label that says which part it is.
    fileprivate mutating func takeRequestPart(below node: NodeID) -> Bool {
        guard let title = around.last?.title, labelsRequestPart(title),
            let part = RequestPart(label: title)
        else { return false }
        var lines: [String]
        switch page.kind(node) {
        case .list: lines = page.children(node).map { page.marked($0).text.trimmedASCII }
        case .codeBlock:
            lines = page.code(node).split(separator: "\n").map { line in
                line.drop { $0 == " " || $0 == "*" || $0 == "-" }.trimmedASCII
            }
        default: lines = [page.marked(node).text.trimmedASCII]
        }
        lines.removeAll(where: \.isEmpty)
        if part == .method, sayMethods(lines, ofPathAbove: page.range(node)) { return true }
        guard lines.count == 1 || lines.count < 10 && lines.allSatisfy({ holds($0, part) }) else {
            return false
        }
        return take(part, lines, at: page.range(node))
    }

    /// `### Method: GET`: a title that is a label and what it labels.
    mutating func takeRequestPart(inTitle title: MarkedText, at range: ByteRange) -> Bool {
        guard title.tokens.count <= 8, let (part, value) = labelledPart(title.text[...]),
            holds(value, part)
        else { return false }
        return take(part, value, at: range)
    }

    /// `Method: POST` over `URL: {{base}}/boats` in code, and the address alone below such a title.
    fileprivate mutating func takeRequestParts(inCode block: NodeID) -> Bool {
        let lines = page.code(block).split(separator: "\n").map(\.trimmedASCII)
            .filter { !$0.isEmpty }
        guard let first = lines.first, lines.count <= 6 else { return false }
        let range = page.range(block)
        if lines.count == 1, requestParts.methods.count == 1, requestParts.targets.isEmpty,
            around.last.flatMap({ labelledPart($0.title[...]) })?.part == .method
        {
            return holds(first, .target) && take(.target, first, at: range)
        }
        let parts = lines.compactMap { labelledPart($0[...]) }.filter { holds($0.value, $0.part) }
        guard parts.count == 2, parts[0].part != parts[1].part,
            lines.allSatisfy({ $0.contains(":") })
        else { return false }
        var found = false
        for (part, value) in parts { found = take(part, value, at: range) || found }
        return found
    }

    /// `GET - Retrieve one` and `DELETE`, a line each, below a heading that is their path.
    private mutating func sayMethods(_ lines: [String], ofPathAbove range: ByteRange) -> Bool {
        let methods = lines.compactMap { methodTitle(MarkedText($0))?.method }
        guard requestParts.targets.isEmpty, !methods.isEmpty, methods.count == lines.count,
            lines.count < 10, let path = pathAbove
        else { return false }
        for method in methods {
            let method = said(method, range, .declared, "labelled-request")
            say(
                .request(request(method, path, at: range, construct: "labelled-request")), at: range
            )
        }
        return true
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
            scope(at: page.range(item)) { $0.blocks(of: item) }
        }
        return true
    }

    func holds(_ text: String, _ part: RequestPart) -> Bool {
        switch part {
        case .method: Method(written: text) != nil
        case .target: readTarget(text) != nil
        }
    }

    /// Keeps a part; once there are both, they are request lines.
    mutating func take(_ part: RequestPart, _ text: String, at range: ByteRange) -> Bool {
        take(part, [text], at: range)
    }

    private mutating func take(_ part: RequestPart, _ texts: [String], at range: ByteRange) -> Bool
    {
        switch part {
        case .method:
            let methods = texts.compactMap { Method(written: $0) }
            guard !methods.isEmpty, methods.count == texts.count else { return false }
            requestParts.methods = methods.map { said($0, range, .declared, "labelled-request") }
        case .target:
            let targets = texts.compactMap(readTarget).map { (path: $0, range: range) }
            guard !targets.isEmpty, targets.count == texts.count else { return false }
            if requestParts.methods.isEmpty, targets.count == 1, respell(targets[0].path, at: range)
            {
                return true
            }
            requestParts.targets = targets
        }
        guard !requestParts.methods.isEmpty, !requestParts.targets.isEmpty else {
            if requestParts.targets.count == 1, part == .target {
                keep(requestParts.targets[0].path, at: range)
            }
            return true
        }
        barePath = nil
        for target in requestParts.targets {
            for method in requestParts.methods {
                let claim = request(
                    method, target.path, at: target.range, construct: "labelled-request")
                say(.request(claim), at: range)
            }
        }
        requestParts = RequestParts()
        return true
    }
}

/// `URL: /notes`, `Method - GET`, `Path /notes`: a label and what stands behind it.
private func labelledPart(_ line: Substring) -> (part: RequestPart, value: String)? {
    let line = String(line).dropFirst(sectionNumberLength(String(line)))
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
    byte == 0x20 || byte == 0x09 || byte == 0x3A || byte == 0x2D || byte == 0x3D || byte == 0x60
}
