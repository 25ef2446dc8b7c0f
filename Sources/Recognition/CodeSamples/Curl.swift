import APIModel

/// Reads the first `curl` command of a block, or the first from a line on.
func readCurl(_ bytes: UnsafeBufferPointer<UInt8>, from line: Int = 0) -> CodeRequest? {
    readCommand(bytes, from: line, names: ["curl", "curl.exe"], construct: "curl")
}

/// The same of `wget`, whose long options say what those of curl do.
func readWget(_ bytes: UnsafeBufferPointer<UInt8>, from line: Int = 0) -> CodeRequest? {
    readCommand(bytes, from: line, names: ["wget"], construct: "wget")
}

private func readCommand(
    _ bytes: UnsafeBufferPointer<UInt8>, from line: Int, names: [String], construct: Construct
) -> CodeRequest? {
    guard let start = commandStart(bytes, from: line, names: names) else { return nil }
    let (words, end) = shellWords(bytes, from: start)
    var reader = CurlReader(words: words, construct: construct)
    var request = reader.read()
    request?.end = end
    return request
}

/// Where the words after a command's name begin, if a line of the block calls it.
///
/// A prompt, variable settings and a tool's name may stand before it (`$ curl`, `cf curl`). Behind
/// another command, where an answer may stand, only what the shell itself knows.
func commandStart(
    _ bytes: UnsafeBufferPointer<UInt8>, from line: Int = 0, names: [String]
) -> Int? {
    let mayBeAnswer = line > 0
    var line = line
    while line < bytes.count {
        var index = line
        var wordsBefore = 0
        while index < bytes.count, bytes[index] != 0x0A, wordsBefore < 3 {
            while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
            let start = index
            while index < bytes.count, bytes[index] > 0x20 { index += 1 }
            if start == index || bytes[start] == 0x23 { break }
            let word = String(
                decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
            if names.contains(word) { return index }
            if mayBeAnswer, !["$", ">", "%", "|", "&&"].contains(word), !word.contains("=") {
                break
            }
            // Another command of a pipe: `cat file | curl …`.
            wordsBefore = word == "|" || word == "&&" ? 0 : wordsBefore + 1
        }
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        line = index + 1
    }
    return nil
}

private struct CurlReader {
    let words: [ShellWord]
    var index = 0
    var request: CodeRequest
    var hasData = false
    var isGet = false
    var data: [ShellWord] = []

    init(words: [ShellWord], construct: Construct) {
        self.words = words
        request = CodeRequest(construct: construct)
    }

    mutating func read() -> CodeRequest? {
        while index < words.count {
            let word = words[index]
            index += 1
            let bytes = word.bytes
            if bytes.count > 1, bytes[0] == 0x2D, !word.isQuoted || bytes[1] == 0x2D {
                if bytes[1] == 0x2D { readLong(word) } else { readCluster(word) }
            } else if request.url == nil, !bytes.isEmpty {
                takeURL(word)
            }
        }
        guard request.url != nil else { return nil }
        settle()
        return request
    }

    /// `--request PUT`, `--request=PUT`.
    private mutating func readLong(_ word: ShellWord) {
        let text = word.text
        let name = String(text.prefix { $0 != "=" })
        guard takesArgument(name) else {
            apply(flag: name, argument: nil)
            return
        }
        if name.utf8.count < text.utf8.count {
            let bytes = Array(word.bytes.dropFirst(name.utf8.count + 1))
            apply(
                flag: name,
                argument: ShellWord(bytes: bytes, range: word.range, verbatim: nil, isQuoted: false)
            )
        } else {
            apply(flag: name, argument: nextWord())
        }
    }

    /// `-X`, `-XPOST`, `-sH 'a: b'`.
    private mutating func readCluster(_ word: ShellWord) {
        var position = 1
        while position < word.bytes.count {
            let flag = "-" + String(decoding: [word.bytes[position]], as: UTF8.self)
            position += 1
            guard takesArgument(flag) else {
                apply(flag: flag, argument: nil)
                continue
            }
            if position < word.bytes.count {
                let rest = Array(word.bytes[position...])
                let isPlain = word.verbatim?.count == word.bytes.count
                let from = word.range.lowerBound + position
                let range = isPlain ? from..<word.range.upperBound : word.range
                apply(
                    flag: flag,
                    argument: ShellWord(
                        bytes: rest, range: range, verbatim: isPlain ? range : nil, isQuoted: false)
                )
            } else {
                apply(flag: flag, argument: nextWord())
            }
            return
        }
    }

    private mutating func nextWord() -> ShellWord? {
        guard index < words.count else { return nil }
        index += 1
        return words[index - 1]
    }

    private mutating func apply(flag: String, argument: ShellWord?) {
        switch flag {
        case "-G", "--get": isGet = true
        case "-I", "--head": request.method = request.method ?? .head
        case "--digest": request.credentials = .digest
        case "--basic", "-u", "--user": request.credentials = request.credentials ?? .basic
        default:
            guard let argument else { return }
            apply(flag: flag, to: argument)
        }
    }

    private mutating func apply(flag: String, to argument: ShellWord) {
        switch flag {
        case "-X", "--request", "--method":
            guard let method = Method(written: argument.text) else { return }
            request.method = method
            request.methodRange = argument.range
        case "-H", "--header":
            if let header = header(of: argument) { request.headers.append(header) }
        case "--oauth2-bearer":
            request.headers.append(
                CodeRequest.Header(
                    name: "Authorization", value: "Bearer " + argument.text, range: argument.range))
        case "-b", "--cookie":
            guard argument.bytes.contains(0x3D) else { return }
            request.headers.append(
                CodeRequest.Header(name: "Cookie", value: argument.text, range: argument.range))
        case "--url": takeURL(argument)
        case "-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--json",
            "--data-urlencode", "--body-data", "--post-data":
            if flag == "--json" { addJSONHeaders(argument) }
            hasData = true
            data.append(argument)
        case "-F", "--form", "--form-string":
            hasData = true
            if let field = formPart(argument) { request.form.append(field) }
            if request.header("Content-Type") == nil {
                request.headers.append(
                    CodeRequest.Header(
                        name: "Content-Type", value: "multipart/form-data", range: argument.range))
            }
        case "-T", "--upload-file":
            request.method = request.method ?? .put
            request.sendsFile = true
        default: break
        }
    }

    private mutating func addJSONHeaders(_ argument: ShellWord) {
        for name in ["Content-Type", "Accept"] where request.header(name) == nil {
            request.headers.append(
                CodeRequest.Header(name: name, value: "application/json", range: argument.range))
        }
    }

    private mutating func takeURL(_ word: ShellWord) {
        let url = withoutCredentials(word.text)
        if url.hadCredentials { request.credentials = request.credentials ?? .basic }
        request.url = url.text
        request.urlRange = word.verbatim ?? word.range
    }

    /// Data makes a POST, unless the sample says otherwise; with `-G` it is the query.
    private mutating func settle() {
        if isGet {
            for word in data { request.query += queryItems(word.text) }
            request.method = request.method ?? .get
            return
        }
        request.method = request.method ?? (hasData ? .post : .get)
        let fields = data.map { formFields($0.bytes, at: $0.range) }
        if !fields.contains(where: { $0 == nil }) { request.form += fields.flatMap { $0 ?? [] } }
        guard let first = data.first, data.count == 1 else { return }
        guard first.bytes.first != 0x40 else { return request.sendsFile = true }
        request.body = CodeBody(
            bytes: first.bytes, range: first.verbatim ?? first.range,
            isVerbatim: first.verbatim != nil)
    }

    private func takesArgument(_ flag: String) -> Bool {
        switch flag {
        case "-X", "--request", "-H", "--header", "-d", "--data", "--data-raw", "--data-binary",
            "--data-ascii", "--data-urlencode", "--json", "-u", "--user", "-F", "--form",
            "--form-string", "-A", "--user-agent", "-e", "--referer", "-b", "--cookie", "-c",
            "--cookie-jar", "-o", "--output", "-w", "--write-out", "--url", "-T", "--upload-file",
            "--oauth2-bearer", "--cacert", "--cert", "--key", "-E", "-m", "--max-time",
            "--connect-timeout", "-x", "--proxy", "--unix-socket", "--retry", "--resolve", "-D",
            "--dump-header", "-K", "--config", "-r", "--range", "-y", "-Y", "-z", "-C", "-U",
            "--aws-sigv4", "--max-redirs", "--capath", "--limit-rate", "--method", "--body-data",
            "--post-data", "--output-document":
            return true
        case "-O": return request.construct == "wget"
        default: return false
        }
    }
}

private func header(of word: ShellWord) -> CodeRequest.Header? {
    guard let colon = word.bytes.firstIndex(of: 0x3A), colon > 0 else { return nil }
    return CodeRequest.Header(
        name: trimmedText(word.bytes[..<colon]), value: trimmedText(word.bytes[(colon + 1)...]),
        range: word.verbatim ?? word.range)
}
