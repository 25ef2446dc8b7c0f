import APIModel

/// A request target as a page writes it, taken apart.
package struct PathPhrase: Sendable {
    package var template: PathTemplate
    package let query: [QueryItem]
    /// Types that stand inside of placeholders: `(int:id)`.
    package let types: [PlaceholderType]
    /// What stood before the path: a base URL, or the placeholder of one (`<REST API URL>`).
    package let server: String?
    /// The target's text.
    package let range: Range<Int>

    package struct PlaceholderType: Sendable {
        package let name: String
        package let type: TypeExpression
    }

    /// `name=value` of the query part; the value is an example, a placeholder or a type word.
    package struct QueryItem: Sendable {
        package let name: String
        package let value: String?
    }
}

/// A request line: `GET /users/{id} HTTP/1.1`.
package struct RequestLine: Sendable {
    package let method: Method
    package let methodRange: Range<Int>
    package let path: PathPhrase
}

/// Reads a whole text as a method and a target; prose that begins with a verb is none.
package func readRequestLine(_ text: String) -> RequestLine? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
        var start = bracketedLine(buffer) ?? skipBlank(buffer, from: 0)
        while start < buffer.count, buffer[start] == 0x60 || buffer[start] == 0x5B { start += 1 }
        var end = start
        while end < buffer.count, isCapital(buffer[end]) { end += 1 }
        guard end - start >= 3, end < buffer.count else { return nil }
        let word = String(
            decoding: UnsafeBufferPointer(rebasing: buffer[start..<end]), as: UTF8.self)
        guard let method = Method(rawValue: word) else { return nil }
        var target = end
        while target < buffer.count, isBlankOrColon(buffer[target], at: target, after: end) {
            target += 1
        }
        guard target > end, target < buffer.count else { return nil }
        var reader = PathReader(bytes: buffer)
        guard let path = reader.read(from: target), reader.consumesRest(from: path.range.upperBound)
        else { return nil }
        return RequestLine(method: method, methodRange: start..<end, path: path)
    }
}

/// A line that is plainly a request and whose method is none that we know: `SUBSCRIBE /ships`.
package func foreignMethod(inLine text: String) -> String? {
    let text = text.trimmedASCII
    guard let gap = text.firstIndex(of: " "), text.utf8.count <= 120 else { return nil }
    let word = text[..<gap]
    let target = text[gap...].drop { $0 == " " }
    let opener = target.dropFirst().utf8.first ?? 0
    guard word.utf8.count >= 2, word.utf8.count <= 20, target.utf8.first == 0x2F,
        word.utf8.allSatisfy({ isCapital($0) || $0 == 0x2D }),
        Method(rawValue: String(word)) == nil, isWordByte(opener) || [0x7B, 0x3A].contains(opener),
        let path = readPath(String(target)), path.range.upperBound == target.utf8.count,
        !isOfSystem(word, path.template)
    else { return nil }
    return String(word)
}

/// `RUN /bin/sh`, `NOTE /etc/hosts`: of files, or a remark.
private func isOfSystem(_ word: Substring, _ path: PathTemplate) -> Bool {
    let others = [
        "ADD", "CD", "CMD", "ENTRYPOINT", "ENV", "FROM", "NOTE", "RUN", "SEE", "USER",
        "VOLUME", "WORKDIR",
    ]
    return isFolderOfSystem(path) || others.contains(String(word))
}

/// `/etc/hosts`: where systems keep files, and no path of an API.
func isFolderOfSystem(_ path: PathTemplate) -> Bool {
    let folders = [
        "bin", "boot", "dev", "etc", "home", "lib", "media", "mnt", "opt", "proc", "root", "run",
        "sbin", "srv", "sys", "tmp", "usr", "var",
    ]
    return folders.contains(path.text.split(separator: "/").first.map(String.init) ?? "")
}

/// Reads a request target at the head of a text; trailing punctuation is not part of it.
///
/// Placeholders come as `{a}`, `:a`, `<a>`, `&lt;a&gt;`, `&lta&gt`, `(a)`, `(int:a)`, `[a]`.
package func readPath(_ text: String) -> PathPhrase? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
        var start = skipBlank(buffer, from: 0)
        while start < buffer.count, buffer[start] == 0x60 || buffer[start] == 0x22 { start += 1 }
        guard start < buffer.count else { return nil }
        var reader = PathReader(bytes: buffer)
        return reader.read(from: start)
    }
}

/// Whether a text begins as paths and addresses do.
func opensTarget(_ text: some StringProtocol) -> Bool {
    text.hasPrefix("/") || text.hasPrefix("http")
}

/// Reads a text that is a path or an address and nothing else; `{{base}}/loans` is one too.
func readTarget(_ text: String) -> PathPhrase? {
    guard opensTarget(text) || text.hasPrefix("{{"), let path = readPath(text),
        path.range.upperBound == text.utf8.count
    else { return nil }
    return path
}

/// `List users [GET /users]`: the line stands in brackets at the end of a title.
private func bracketedLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let last = bytes.last, last == 0x5D else { return nil }
    var index = bytes.count - 2
    while index > 0, bytes[index] != 0x5B { index -= 1 }
    let isLine =
        index > 0 && bytes[index - 1] == 0x20 && isCapital(bytes[index + 1])
    return isLine ? index : nil
}

private func skipBlank(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0A
    {
        index += 1
    }
    return index
}

private func isBlankOrColon(_ byte: UInt8, at index: Int, after end: Int) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x60 || (byte == 0x3A && index == end)
}
