import APIModel

/// The request a code sample makes, as far as the sample says so for certain.
///
/// Samples corroborate: a page that calls an operation in four languages says four times which
/// method and path it has. Nothing is guessed; what is not plain stays empty. All ranges are
/// offsets into the code.
package struct CodeRequest: Sendable {
    /// The construct that read it, such as `curl`.
    package let construct: Construct
    package var method: Method?
    /// Where the method stands; missing where the tool implies it (`curl -d` means POST). An
    /// implied method is weak evidence: pages show GET with a body and leave `-X` out.
    package var methodRange: Range<Int>?
    /// Without credentials; the query part stays.
    package var url: String?
    package var urlRange: Range<Int>?
    package var headers: [Header] = []
    /// Query parameters given apart from the URL.
    package var query: [PathPhrase.QueryItem] = []
    package var body: CodeBody?
    /// Whether the body is a file that the call names.
    package var sendsFile = false
    /// The fields of the body where it is a form.
    package var form: [CodeFormField] = []
    package var credentials: Credentials?
    /// Where a command ends, behind which a block may show what comes back.
    package var end: Int?

    package struct Header: Sendable {
        package let name: String
        package let value: String
        package let range: Range<Int>
    }

    /// Credentials given outside of headers: `-u user:key`, `--digest`, `user:key@host`.
    package enum Credentials: Sendable {
        case basic, digest
    }

    init(construct: Construct) {
        self.construct = construct
    }

    /// The value of a header, whatever the case of its name.
    package func header(_ name: String) -> String? {
        let wanted = lowercasedASCII(name)
        return headers.first { lowercasedASCII($0.name) == wanted }?.value
    }
}

/// The body of a sample's request.
package struct CodeBody: Sendable {
    /// With the escapes of the surrounding language taken away.
    package let bytes: [UInt8]
    package let range: Range<Int>
    /// Whether `bytes` are the very bytes under `range`, so that offsets in them are places.
    package let isVerbatim: Bool
}

/// Reads the request of a code block; `language` is the block's or tab's name for itself.
package func readCodeRequest(_ code: [UInt8], language: String?) -> CodeRequest? {
    var request = code.withUnsafeBufferPointer { bytes -> CodeRequest? in
        let name = language.map(lowercasedASCII) ?? ""
        if let request = readHTTPMessage(bytes) { return request }
        if isMarkupLanguage(name), !opensWithCommand(bytes) { return nil }
        if name == "powershell" || name == "ps1" || name == "pwsh" { return readPowerShell(bytes) }
        if isProgramLanguage(name) { return readProgram(bytes, usesHash: usesHashComments(name)) }
        if let request = readCurl(bytes) ?? readHTTPie(bytes) ?? readWget(bytes) {
            return request
        }
        return readProgramByItsCalls(bytes)
    }
    request?.readFormBody()
    return request
}

/// Reads what a block of commands calls behind its first: one after the other, by the same tool.
func readFurtherCommands(_ code: [UInt8], behind first: CodeRequest) -> [CodeRequest] {
    guard var end = first.end else { return [] }
    var requests: [CodeRequest] = []
    code.withUnsafeBufferPointer { bytes in
        while true {
            let line = code.nextLine(after: end)
            guard line < code.count else { return }
            let next: CodeRequest? =
                switch first.construct {
                case "curl": readCurl(bytes, from: line)
                case "httpie": readHTTPie(bytes, from: line)
                case "wget": readWget(bytes, from: line)
                default: nil
                }
            guard var request = next, let stop = request.end, stop > end else { return }
            request.readFormBody()
            requests.append(request)
            end = stop
        }
    }
    return requests
}

/// Names under which blocks and tabs announce a programming language.
private func isProgramLanguage(_ name: String) -> Bool {
    switch name {
    case "python", "py", "python3", "javascript", "js", "node", "nodejs", "node.js", "typescript",
        "ts", "ruby", "rb", "php", "java", "go", "golang", "swift", "kotlin", "csharp", "c#", "cs",
        "rust", "dart", "perl", "scala":
        return true
    default:
        return name.hasPrefix("python") || name.hasPrefix("node") || name.hasPrefix("javascript")
    }
}

/// Blocks that hold a value, not a call; a request line above the value has been read before.
private func isMarkupLanguage(_ name: String) -> Bool {
    switch name {
    case "json", "json5", "jsonc", "xml", "yaml", "yml", "html", "toml", "csv", "graphql", "sql":
        return true
    default: return false
    }
}

/// Whether a block begins at a prompt, as terminals show it: what came back gave it its language.
func opensWithCommand(_ code: some Collection<UInt8>) -> Bool {
    let line = code.drop { $0 <= 0x20 }
    return ["$ curl ", "$ http ", "$ wget ", "curl "].contains { line.starts(with: $0.utf8) }
}

private func usesHashComments(_ name: String) -> Bool {
    name.hasPrefix("py") || name == "ruby" || name == "rb" || name == "perl"
}
