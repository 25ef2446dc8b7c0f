import APIModel

/// Reads the first `Invoke-RestMethod` or `Invoke-WebRequest` of a block.
///
/// A body may be text or a table in the language's own notation, there or in a variable above.
func readPowerShell(_ bytes: UnsafeBufferPointer<UInt8>) -> CodeRequest? {
    var text = Array(bytes)
    // A backtick at the end of a line lets the command go on.
    for index in text.indices.dropLast() where text[index] == 0x60 {
        if text[index + 1] == 0x0A || text[index + 1] == 0x0D { text[index] = 0x20 }
    }
    return text.withUnsafeBufferPointer { bytes in
        let reader = PowerShellReader(code: CodeText(bytes, usesHash: true))
        return reader.read()
    }
}

private struct PowerShellReader {
    let code: CodeText

    func read() -> CodeRequest? {
        guard let call = code.tokens.indices.first(where: isCall) else { return nil }
        var request = CodeRequest(construct: "powershell")
        var index = call + 1
        while index + 1 < code.tokens.count {
            if code.isMark("-", index), code.tokens[index + 1].kind == .name {
                let name = lowercasedASCII(code.text(index + 1))
                adopt(name, at: index + 2, into: &request)
                index += 2
            } else {
                if request.url == nil, code.isString(index), isAddress(index) {
                    takeURL(index, &request)
                }
                index += 1
            }
        }
        guard request.url != nil else { return nil }
        if request.method == nil { request.method = .get }
        return request
    }

    private func isCall(_ index: Int) -> Bool {
        (code.isName("RestMethod", index) || code.isName("WebRequest", index))
            && code.isMark("-", index - 1) && code.isName("Invoke", index - 2)
    }

    private func isAddress(_ index: Int) -> Bool {
        opensTarget(code.text(index))
    }

    private func takeURL(_ index: Int, _ request: inout CodeRequest) {
        request.url = code.text(index)
        request.urlRange = code.tokens[index].content
    }

    private func adopt(_ name: String, at value: Int, into request: inout CodeRequest) {
        guard value < code.tokens.count, code.tokens[value].kind != .mark || code.isMark("(", value)
        else { return }
        switch name {
        case "method":
            request.method = Method(written: code.text(value))
            request.methodRange = code.tokens[value].content
        case "uri", "url": if code.isString(value) { takeURL(value, &request) }
        case "body": request.body = body(at: value)
        case "contenttype":
            request.headers.append(
                CodeRequest.Header(
                    name: "Content-Type", value: code.text(value), range: code.tokens[value].range))
        default: break
        }
    }

    /// Text, a table, or a variable that is given either above.
    private func body(at index: Int, depth: Int = 0) -> CodeBody? {
        guard depth < 2 else { return nil }
        if code.isString(index) {
            let range = code.tokens[index].content
            let (bytes, isVerbatim) = code.unescapedString(index)
            return bytes.first == 0x7B || bytes.first == 0x5B
                ? CodeBody(bytes: bytes, range: range, isVerbatim: isVerbatim) : nil
        }
        let start = code.isMark("(", index) ? index + 1 : index
        if code.isName("@", start), let close = code.closing(start + 1),
            let bytes = json(at: start, depth: 0)
        {
            let range = code.tokens[start].range.lowerBound..<code.tokens[close].range.upperBound
            return CodeBody(bytes: bytes, range: range, isVerbatim: false)
        }
        let name = code.text(start)
        guard name.hasPrefix("$"),
            let given = code.tokens.indices.first(where: {
                code.tokens[$0].kind == .name && code.text($0) == name && code.isMark("=", $0 + 1)
            })
        else { return nil }
        return body(at: given + 2, depth: depth + 1)
    }

    /// `@{ user = "ann"; tries = 3; on = $true }` as JSON; nil where a value is computed.
    private func json(at index: Int, depth: Int) -> [UInt8]? {
        guard depth < 20 else { return nil }
        if code.isName("@", index), code.isMark("{", index + 1), let close = code.closing(index + 1)
        {
            return table(from: index + 2, to: close, depth: depth)
        }
        if code.isName("@", index), code.isMark("(", index + 1), let close = code.closing(index + 1)
        {
            return list(from: index + 2, to: close, depth: depth)
        }
        if code.isString(index) { return quoted(code.unescapedString(index).bytes) }
        switch lowercasedASCII(code.text(index)) {
        case "$true": return Array("true".utf8)
        case "$false": return Array("false".utf8)
        case "$null": return Array("null".utf8)
        case let word:
            guard !word.isEmpty, word.utf8.allSatisfy(isDigit) else {
                return nil
            }
            guard code.isMark(".", index + 1), index + 2 < code.tokens.count else {
                return Array(word.utf8)
            }
            return Array((word + "." + code.text(index + 2)).utf8)
        }
    }

    private func table(from start: Int, to end: Int, depth: Int) -> [UInt8]? {
        var bytes: [UInt8] = [0x7B]
        var index = start
        while index < end {
            if code.isMark(";", index) {
                index += 1
                continue
            }
            guard code.tokens[index].kind != .mark, code.isMark("=", index + 1),
                let value = json(at: index + 2, depth: depth + 1)
            else { return nil }
            if bytes.count > 1 { bytes.append(0x2C) }
            bytes += quoted(Array(code.text(index).utf8)) + [0x3A] + value
            index = behind(index + 2)
        }
        return bytes + [0x7D]
    }

    private func list(from start: Int, to end: Int, depth: Int) -> [UInt8]? {
        var bytes: [UInt8] = [0x5B]
        var index = start
        while index < end {
            if code.isMark(",", index) {
                index += 1
                continue
            }
            guard let value = json(at: index, depth: depth + 1) else { return nil }
            if bytes.count > 1 { bytes.append(0x2C) }
            bytes += value
            index = behind(index)
        }
        return bytes + [0x5D]
    }

    /// The token behind a value.
    private func behind(_ index: Int) -> Int {
        if code.isName("@", index), let close = code.closing(index + 1) { return close + 1 }
        return code.isMark(".", index + 1) ? index + 3 : index + 1
    }

    private func quoted(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0x22]
        for byte in text {
            if byte == 0x22 || byte == 0x5C { bytes.append(0x5C) }
            bytes.append(byte == 0x0A ? 0x20 : byte)
        }
        return bytes + [0x22]
    }
}
