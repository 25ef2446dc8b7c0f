import APIModel
import SourceText

/// A heading that names an operation and gives its request line: `Create a note: POST /notes`.
package struct RequestTitle: Sendable {
    package let line: RequestLine
    /// The words beside the line, without the marks that set them off.
    package let name: String?
    package let isDeprecated: Bool
}

/// Reads a title that holds a request line among few other words.
///
/// `GET /notes - List notes`, `List notes (GET /notes)`, `GET /notes Deprecated`. A title is short
/// and stands for what it names; in running text only a whole line counts (`readRequestLine`).
/// A heading may write the method small (`Get /notes`) or behind the path (`/notes [GET]`).
package func readRequestTitle(_ text: MarkedText, isHeading: Bool = false) -> RequestTitle? {
    guard text.text.utf8.count <= 200 else { return nil }
    if isHeading, let annotated = annotatedTitle(text.text) { return annotated }
    let text = text.dropFirst(sectionNumberLength(text.text)).withoutLastPictographs
    if isHeading, let swapped = methodInFront(text), swapped.text != text.text {
        return readRequestTitle(swapped)
    }
    let bytes = Array(text.text.utf8)
    for (index, token) in text.tokens.enumerated() {
        let start = token.range.lowerBound
        guard token.kind != .quoted,
            isSetOff(text.tokens, at: index) || isHeading && tellsState(text.tokens[..<index]),
            let found = requestLine(bytes, from: start)
        else { continue }
        let head = String(decoding: bytes[..<start], as: UTF8.self)
        let tail = String(decoding: bytes[found.end...], as: UTF8.self)
        guard index == 0 || isClosed(tail), isRemark(tail, afterPathOnly: index == 0) else {
            continue
        }
        return RequestTitle(
            line: found.line, name: name(in: head) ?? name(in: tail),
            isDeprecated: speaksOfDeprecation(head) || speaksOfDeprecation(tail))
    }
    return nil
}

/// "[Deprecated] ", "🔒 ", "⚠️ DEPRECATED ": pictures, marks and words on the state before a line.
private func tellsState(_ tokens: ArraySlice<PhraseToken>) -> Bool {
    tokens.count <= 6
        && tokens.allSatisfy { $0.word.isEmpty || $0.isPictograph || namesState($0.word) }
}

/// `Create a note {{ tag: 'POST', label: '/notes' }}`: an annotation gives both.
private func annotatedTitle(_ text: String) -> RequestTitle? {
    guard text.holds("{{"), let open = text.firstRange(of: "{{"),
        let close = text.firstRange(of: "}}"),
        open.upperBound < close.lowerBound
    else { return nil }
    let quoted = text[open.upperBound..<close.lowerBound].split(separator: "'")
    guard
        let method = quoted.first(where: { Method(rawValue: String($0)) != nil }),
        let path = quoted.first(where: { $0.hasPrefix("/") }),
        let line = readRequestLine(method + " " + path)
    else { return nil }
    let name = String(text[..<open.lowerBound]).trimmedMarks
    return RequestTitle(line: line, name: name.isEmpty ? nil : name, isDeprecated: false)
}

/// `Get /notes` and `/notes (GET)` as `GET /notes`; nothing where no path stands beside a method.
private func methodInFront(_ text: MarkedText) -> MarkedText? {
    let words = text.text.split(separator: " ")
    guard words.count >= 2, words.count <= 12 else { return nil }
    func method(_ word: Substring) -> String? {
        Method(written: word.filter { !"[]()`*:".contains($0) })?.rawValue
    }
    let opensPath = { (word: Substring) in word.hasPrefix("/") || word.hasPrefix("`/") }
    if let name = method(words[0]), opensPath(words[1]) {
        return MarkedText(([name[...]] + words[1...]).joined(separator: " "))
    }
    guard words.count == 2, opensPath(words[0]), let name = method(words[1]) else { return nil }
    return MarkedText(name + " " + words[0])
}

/// Whether a line begins here: at the head, behind a mark, or in code.
private func isSetOff(_ tokens: [PhraseToken], at index: Int) -> Bool {
    if index == 0 || tokens[index].kind == .code { return true }
    return tokens.isMark(anyOf: [":", "-", "(", "[", "|", ">", "%", "\n"], at: index - 1)
}

/// The request line from a place on, and where it ends.
private func requestLine(
    _ bytes: [UInt8], from start: Int
) -> (line: RequestLine, end: Int)? {
    bytes.withUnsafeBufferPointer { buffer in
        var index = start
        while index < buffer.count, buffer[index] == 0x60 { index += 1 }
        let word = index
        while index < buffer.count, isCapital(buffer[index]) { index += 1 }
        let name = String(
            decoding: UnsafeBufferPointer(rebasing: buffer[word..<index]), as: UTF8.self)
        guard let method = Method(rawValue: name) else { return nil }
        let methodEnd = index
        while index < buffer.count, isGap(buffer[index]) { index += 1 }
        // Words are no path here: "GET a/b" could be any text.
        guard index > methodEnd, index < buffer.count, opensPath(buffer, at: index) else {
            return nil
        }
        var reader = PathReader(bytes: buffer)
        guard let path = reader.read(from: index) else { return nil }
        return (
            RequestLine(method: method, methodRange: word..<methodEnd, path: path),
            path.range.upperBound
        )
    }
}

private func isGap(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x60 || byte == 0x3A || byte == 0x0A
}

private func opensPath(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    if bytes[index] == 0x2F || bytes[index] == 0x7B || bytes[index] == 0x3C { return true }
    let head = UnsafeBufferPointer(rebasing: bytes[index..<min(index + 8, bytes.count)])
    let text = String(decoding: head, as: UTF8.self)
    return text.hasPrefix("http://") || text.hasPrefix("https://")
}

/// Whether nothing of the line goes on behind a title that named it first.
private func isClosed(_ tail: String) -> Bool {
    let rest = tail.trimmedMarks
    return rest.isEmpty || speaksOfState(rest)
}

/// What may stand behind a line: a name set off by a mark, or a word on its state.
private func isRemark(_ tail: String, afterPathOnly: Bool) -> Bool {
    let rest = tail.trimmedMarks
    if rest.isEmpty || speaksOfState(rest) { return true }
    guard afterPathOnly, rest.utf8.count <= 80 else { return false }
    let bytes = Array(tail.utf8)
    var index = 0
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x60 { index += 1 }
    guard index < bytes.count else { return true }
    switch bytes[index] {
    case 0x2D, 0x3A, 0x28, 0x5B, 0x7C: return true
    // En and em dash.
    case 0xE2: return true
    default: return false
    }
}

/// One to three words that say how far an operation is: "Deprecated", "beta".
private func speaksOfState(_ text: String) -> Bool {
    let words = MarkedText(text).tokens.filter { !$0.word.isEmpty }
    guard words.count <= 3 else { return false }
    return words.contains { namesState($0.word) }
}

private func namesState(_ word: String) -> Bool {
    switch word {
    case "deprecated", "beta", "alpha", "preview", "experimental", "new", "legacy", "obsolete",
        "internal", "admin", "private", "public", "unstable":
        true
    default: false
    }
}

/// A title without the word that says that its operation is deprecated, where that is set off from
/// the others: "Add a boat (deprecated)", "[Deprecated] Add a boat", "Add a boat - deprecated".
package func titleWithoutDeprecation(_ title: String) -> String? {
    let words = title.split(separator: " ")
    guard words.count > 1, let first = words.first, let last = words.last else { return nil }
    func isSetOff(_ word: Substring) -> Bool {
        let letters = word.filter(\.isLetter)
        return letters.count < word.count && letters.lowercased() == "deprecated"
    }
    let isDashed = last.lowercased() == "deprecated" && words[words.count - 2].count == 1
    let kept: ArraySlice<Substring>
    if isSetOff(first) {
        kept = words.dropFirst()
    } else if isSetOff(last) || isDashed {
        kept = words.dropLast()
    } else {
        return nil
    }
    let name = kept.joined(separator: " ").trimmedMarks
    return name.isEmpty ? nil : name
}

private func speaksOfDeprecation(_ text: String) -> Bool {
    MarkedText(text).tokens.contains { $0.word == "deprecated" || $0.word == "obsolete" }
}

private func name(in text: String) -> String? {
    let words = text.trimmedMarks
    let isPicture = MarkedText(words).tokens.allSatisfy(\.isPictograph)
    return words.isEmpty || isPicture || speaksOfState(words) ? nil : words
}

extension String {
    /// Without white space, dashes, colons, bars and brackets at either end.
    fileprivate var trimmedMarks: String {
        func isMark(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case " ", "\t", "\n", "-", ":", "(", ")", "[", "]", "|", "`", "%", "*", "~", ",", ".",
                ">",
                "\u{2013}", "\u{2014}":
                true
            default: false
            }
        }
        var view = unicodeScalars[...]
        while let first = view.first, isMark(first) { view.removeFirst() }
        while let last = view.last, isMark(last) { view.removeLast() }
        return String(view)
    }
}
