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
