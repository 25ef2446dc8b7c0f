import APIModel

/// Reads the request that a program makes through any library: a call named after the method
/// (`requests.get(`, `RestClient.get`), a method beside a URL (`request('GET', url`), an options
/// object (`hostname:`, `path:`, `method:`), or `fetch(`.
func readProgram(_ bytes: UnsafeBufferPointer<UInt8>, usesHash: Bool) -> CodeRequest? {
    var reader = ProgramReader(code: CodeText(bytes, usesHash: usesHash))
    return reader.read()
}

/// For blocks without a language: only calls that nothing else is named like.
func readProgramByItsCalls(_ bytes: UnsafeBufferPointer<UInt8>) -> CodeRequest? {
    guard mentionsLibrary(bytes) else { return nil }
    var reader = ProgramReader(code: CodeText(bytes, usesHash: false))
    return reader.read()
}

/// `fetch(`, `requests.` or `axios`, cheaply: most blocks are JSON.
private func mentionsLibrary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    contains(bytes, "fetch(") || contains(bytes, "requests.") || contains(bytes, "axios")
}

private func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    let first = word.utf8Start[0]
    var index = 0
    while index + length <= bytes.count {
        if bytes[index] == first {
            var offset = 1
            while offset < length, bytes[index + offset] == word.utf8Start[offset] { offset += 1 }
            if offset == length { return true }
        }
        index += 1
    }
    return false
}

struct ProgramReader {
    let code: CodeText
    var request = CodeRequest(construct: "program")

    init(code: CodeText) {
        self.code = code
    }

    mutating func read() -> CodeRequest? {
        readOptionsObject()
        if request.url == nil { readURL() }
        guard request.url != nil else { return nil }
        readMethod()
        readHeaders()
        readParameters()
        readBody()
        return request
    }

    /// `hostname: 'x', path: '/y'` of one object.
    private mutating func readOptionsObject() {
        var host: Int?
        var index = 0
        while index + 2 < code.tokens.count {
            let isHost = code.isKey("hostname", index) || code.isKey("host", index)
            if isHost, code.isMark(":", index + 1), code.isString(index + 2) { host = index + 2 }
            if let host, code.isKey("path", index), code.isMark(":", index + 1),
                code.isString(index + 2)
            {
                request.url = "https://" + code.text(host) + code.text(index + 2)
                request.urlRange = code.tokens[index + 2].content
                return
            }
            index += 1
        }
    }

    /// The first string that is a URL; inside a call, a path will do.
    private mutating func readURL() {
        for (index, token) in code.tokens.enumerated() where token.kind == .string {
            guard isURL(token.content) || isCalledPath(index) else { continue }
            let url = withoutCredentials(code.string(token.content))
            if url.hadCredentials { request.credentials = .basic }
            request.url = url.text
            request.urlRange = token.content
            return
        }
    }

    private func isURL(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        let limit = min(range.upperBound, index + 8)
        while index + 2 < limit {
            if code.bytes[index] == 0x3A, code.bytes[index + 1] == 0x2F,
                code.bytes[index + 2] == 0x2F
            {
                return code.bytes[range.lowerBound] | 0x20 == 0x68
            }
            index += 1
        }
        return false
    }

    /// `client.get('/a')`, `fetch("/a")`.
    private func isCalledPath(_ index: Int) -> Bool {
        let range = code.tokens[index].content
        guard !range.isEmpty, code.bytes[range.lowerBound] == 0x2F, code.isMark("(", index - 1)
        else {
            return false
        }
        return code.isName("fetch", index - 2) || callMethod(index - 2) != nil
    }

    private mutating func readMethod() {
        for (index, token) in code.tokens.enumerated() {
            if token.kind == .string, token.content.count <= 7,
                let method = Method(rawValue: code.string(token.content)), isMethodPlace(index)
            {
                request.method = method
                request.methodRange = token.content
                return
            }
            if token.kind == .name, let method = callMethod(index), opensCall(index + 1) {
                request.method = method
                request.methodRange = token.range
                return
            }
        }
        // `fetch(url)` alone is a GET by definition.
        let fetches = code.tokens.indices.contains { code.isName("fetch", $0) }
        if fetches { request.method = .get }
    }

    /// `method: 'GET'`, `request('GET',`, `NewRequest("GET",`, `setRequestMethod("GET")`.
    private func isMethodPlace(_ index: Int) -> Bool {
        if code.isMark("(", index - 1) { return true }
        let isAssigned =
            code.isMark(":", index - 1) || code.isMark("=", index - 1)
            || code.isMark(">", index - 1)
        guard isAssigned else { return false }
        let key = code.isMark(">", index - 1) ? index - 3 : index - 2
        return code.isKey("method", key) || code.isKey("Method", key)
            || code.isKey("httpMethod", key)
    }

    /// `.get`, `->post`, `::delete`: a member named after a method.
    private func callMethod(_ index: Int) -> Method? {
        guard index > 0, code.tokens[index].range.count <= 7 else { return nil }
        let isMember =
            code.isMark(".", index - 1) || code.isMark(">", index - 1)
            || code.isMark(":", index - 1)
        guard isMember else { return nil }
        return Method(written: code.text(index))
    }

    /// Arguments follow that hold the URL: first, or by the name `url`.
    private func opensCall(_ index: Int) -> Bool {
        let first = code.isMark("(", index) ? index + 1 : index
        if code.isString(first) {
            return code.tokens[first].content == request.urlRange
        }
        if code.isName("f", first), code.isString(first + 1) { return true }
        return code.isName("url", first) || code.isName("uri", first) || code.isName("URL", first)
    }
}
