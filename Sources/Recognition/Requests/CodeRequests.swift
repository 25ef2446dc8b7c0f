import APIModel
import PageTree
import SourceText

/// A code block whose first line is method and path, with or without a body below.
let codeRequest = Recognizer(construct: "code-request") { node, reading in
    let page = reading.page
    guard case .codeBlock = page.kind(node) else { return false }
    let code = page.placedCode(node)
    let source = code.source
    let lines = source.lines().filter { !source.text($0.range).trimmedASCII.isEmpty }
    guard let first = lines.first else { return false }
    let text = source.text(first.range)
    if lines.count == 2, reading.sayMethodOverPath(in: code, lines.map(\.range)) { return true }
    if page.dialect == .html, lines.count == 1, text.contains(" /"),
        reading.sayUncapitalizedRequest(text, at: code.place(first.range))
    {
        return true
    }
    // A protocol version makes it a recorded message: a sample of the request, not its template.
    guard !text.contains(" HTTP/") else { return false }
    // What stands below a line of its own, and below headers, is what is sent.
    let headers = lines.dropFirst().prefix { isHeader(source.text($0.range)) }.count
    let opening = lines.dropFirst(1 + headers).first.flatMap {
        source.text($0.range).trimmedASCII.first
    }
    let isCall = reading.isCallOfLastRequest(text)
    if lines.count > 1, isCall, opening == "{" || opening == "[" {
        return jsonSample.claim(node, &reading)
    }
    if lines.count == 1, isCall, !reading.mayDeclare { return false }
    if lines.count > 1, reading.mayDeclare, opening == "{" || opening == "[" {
        let line = MarkedText(text.trimmedASCII)
        let place = code.place(first.range)
        guard reading.sayRequest(in: line, at: place, construct: "code-request") else {
            return false
        }
        let said = reading.items.count
        let isRead = jsonSample.claim(node, &reading)
        if headers == 0, source.hasGap(behind: first.range, before: lines[1].range) {
            reading.takeForAnswers(from: said)
        }
        return isRead
    }
    guard lines.count <= 3 + headers || reading.around.last?.role == .request else { return false }
    let place = code.place(first.range)
    var found = false
    for line in lines {
        let line = MarkedText(source.text(line.range).trimmedASCII)
        guard reading.sayRequest(in: line, at: place, construct: "code-request") else { break }
        found = true
    }
    return found
}

/// `Content-Type: application/json`: a name of words joined by hyphens, and a value.
private func isHeader(_ line: String) -> Bool {
    guard let colon = line.firstIndex(of: ":"), line[line.index(after: colon)...].hasPrefix(" "),
        let first = line.first, first.isUppercase
    else { return false }
    return line[..<colon].utf8.allSatisfy { isWordByte($0) || $0 == 0x2D }
}

extension SourceFile {
    /// Whether blank lines stand between two lines: what indented code is above and below them was
    /// written as two blocks.
    fileprivate func hasGap(behind line: ByteRange, before next: ByteRange) -> Bool {
        bytes[Int(line.end)..<Int(next.start)].lazy.filter { $0 == 0x0A }.count > 1
    }
}

extension Reading {
    /// Whether a block is a request line and shows no message: what stands before it tells of all
    /// that the operation does.
    func isRequestLine(_ code: NodeID) -> Bool {
        let lines = page.code(code).split(separator: "\n").map(\.trimmedASCII)
            .filter { !$0.isEmpty }
        return lines.count == 1 && !lines[0].contains(" HTTP/") && readRequestLine(lines[0]) != nil
    }

    /// `GET` alone over `/people?name=Ada`.
    fileprivate mutating func sayMethodOverPath(in code: PlacedCode, _ lines: [ByteRange]) -> Bool {
        let texts = lines.map { code.source.text($0).trimmedASCII }
        let path = texts[1].filter { $0 != "\"" }
        guard Method(rawValue: texts[0]) != nil, readTarget(path) != nil else { return false }
        return sayRequest(
            in: MarkedText(texts[0] + " " + path), at: code.place(lines[1]),
            construct: "code-request")
    }

    /// `GET /files/lib/1.0/lib.pom` below the line `GET /files/{path}` and a label for examples: a
    /// call of that, and what stands below it is a message of the call.
    fileprivate func isCallOfLastRequest(_ text: String) -> Bool {
        guard !mayDeclare, let request = lastRequest, let line = readRequestLine(text),
            line.method == request.method.value
        else { return false }
        let form = request.path.value
        let shown = line.path.template.text
        if shown == form.text || matchURL(shown, to: form) != nil { return true }
        // The last placeholder may stand for a path of its own.
        guard case .placeholder? = form.parts.last, case .literal(let head)? = form.parts.first
        else { return false }
        return shown.hasPrefix(head) && shown.utf8.count > head.utf8.count
            && shown.split(separator: "/").count > form.text.split(separator: "/").count
    }

    /// Turns what a block shows below a GET into what comes back: nothing is sent with it.
    fileprivate mutating func takeForAnswers(from position: Int) {
        guard let method = lastRequest?.method.value, [.get, .head, .delete].contains(method)
        else { return }
        for index in items.indices[position...] {
            guard case .say(.sample(var sample), let span) = items[index],
                sample.direction == .request
            else { continue }
            sample.direction = .response
            items[index] = .say(.sample(sample), span)
        }
    }
}
