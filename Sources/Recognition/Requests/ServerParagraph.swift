import APIModel
import PageTree
import SourceText

/// "Base URL: `https://api.example.com`", "Sandbox: https://…", "The base URL is https://…", or an
/// address alone below a heading of those words: where paths begin.
let serverParagraph = Recognizer(construct: "base-url") { node, reading in
    let page = reading.page
    let range = page.range(node)
    switch page.kind(node) {
    case .paragraph:
        let text = page.marked(node).text
        guard text.utf8.count <= 300 else { return false }
        if let server = reading.server(behindLabelOf: text)
            ?? address(inMetadata: page.raw(range)).map({ Server(url: $0) })
            ?? reading.addressAlone(text)
        {
            reading.say(.server(reading.said(server, range, .declared, "base-url")), at: range)
            return true
        }
        // The sentence stays prose.
        if let url = address(inSentence: text) {
            let server = Server(url: url)
            reading.say(.server(reading.said(server, range, .described, "base-url")), at: range)
        }
        return false
    case .codeBlock:
        guard let server = reading.addressAlone(page.code(node).trimmedASCII) else { return false }
        reading.say(.server(reading.said(server, range, .declared, "base-url")), at: range)
        return true
    default: return false
    }
}

/// `Environment | Base URL`: a server a row, with what it is for.
let serverTable = Recognizer(construct: "base-url") { node, reading in
    guard let table = reading.table(node), !table.rows.isEmpty,
        let column = table.header.firstIndex(where: { namesServer($0.text.text) })
            ?? table.header.indices.first(where: { index in
                table.roles[index] == .path
                    && (reading.isBelowServers || namesEnvironment(table.header[0].text.text))
            })
    else { return false }
    let servers = table.rows.map { row -> Said<Server>? in
        guard column < row.count, let url = address(row[column].text.text.trimmedASCII) else {
            return nil
        }
        let others = row.indices.filter { $0 != column && !row[$0].isBlank }
        let words = others.first.map { row[$0].text.text }
        return reading.said(
            Server(url: url, description: words), row[column].range, .declared, "base-url")
    }
    guard !servers.contains(nil) else { return false }
    for case .some(let server) in servers {
        reading.say(.server(server), at: server.evidence.span.range)
    }
    return true
}

extension Reading {
    /// The text as an address, where the heading above says whose.
    ///
    /// Below "API endpoint" it is as often the one operation's own.
    fileprivate func addressAlone(_ text: String) -> Server? {
        guard let title = around.last?.title, title.lowercased() != "api endpoint" else {
            return nil
        }
        if namesServer(title) { return server(in: text) }
        guard namesEnvironment(title), var server = server(in: text) else { return nil }
        server.description = server.description ?? title
        return server
    }

    /// Whether the section lists where the API is to be found.
    fileprivate var isBelowServers: Bool {
        guard let title = around.last(where: { $0.level > 0 })?.title else { return false }
        return namesServer(title)
            || ["servers", "environments", "hosts", "base urls and environments"].contains(
                title.lowercased())
    }

    /// The address behind a label that says what it is, or for whom.
    fileprivate func server(behindLabelOf text: String) -> Server? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let label = text[..<colon].trimmedASCII
        let rest = text[text.index(after: colon)...].trimmedASCII
        if namesServer(label) { return server(in: rest) }
        guard isBelowServers || namesEnvironment(label), var server = server(in: rest) else {
            return nil
        }
        server.description = server.description ?? label
        return server
    }

    /// "https://api.example.com – live", "https://api.example.com (live)".
    private func server(in text: String) -> Server? {
        if let url = address(text) { return Server(url: url) }
        guard let space = text.firstIndex(of: " "), let url = address(String(text[..<space])) else {
            return nil
        }
        let rest = text[space...].dropFirst()
        if rest.hasPrefix("("), rest.hasSuffix(")"), rest.dropLast().firstIndex(of: ")") == nil {
            return Server(url: url, description: String(rest.dropFirst().dropLast()))
        }
        for dash in ["– ", "- "] where rest.hasPrefix(dash) {
            return Server(url: url, description: rest.dropFirst(dash.count).trimmedASCII)
        }
        return nil
    }
}

/// `HOST: https://…` among lines that are all metadata, their keys in capitals.
private func address(inMetadata text: String) -> String? {
    var host: String?
    for line in text.split(separator: "\n") {
        guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
            line[..<colon].utf8.allSatisfy({ isCapital($0) || $0 == 0x5F })
        else { return nil }
        if line[..<colon] == "HOST" {
            host = address(line[line.index(after: colon)...].trimmedASCII)
        }
    }
    return host
}

/// "The base URL of the API is https://…", "All paths are relative to https://…": the one address of
/// a sentence on it.
private func address(inSentence text: String) -> String? {
    let tokens = MarkedText(text).tokens
    guard tokens.count <= 60, let words = tokens.indices.first(where: { opensAddress(tokens, $0) }),
        let start = text.firstRange(of: "http")?.lowerBound,
        tokens[words].range.lowerBound < text[..<start].utf8.count
    else { return nil }
    let url = text[start...].prefix { !" \n`\"'),<".contains($0) }
    // "The base URL is …. Pictures go to …": the next sentence is of something else.
    let rest = text[start...].dropFirst(url.count)
    let end = rest.firstRange(of: ". ")?.lowerBound ?? rest.endIndex
    let isLast = url.last == "." && rest.hasPrefix(" ")
    guard isLast || rest[..<end].firstRange(of: "http") == nil else { return nil }
    return address(String(url.last == "." ? url.dropLast() : url))
}

/// "base URL", "root endpoint", "the root of the API", "endpoints are relative to".
func opensAddress(_ tokens: [PhraseToken], _ index: Int) -> Bool {
    switch tokens[index].word {
    case "base", "root":
        return ["url", "uri", "address", "endpoint"].contains(tokens.word(at: index + 1))
            || tokens.word(at: index + 1) == "of"
                && tokens[index...].prefix(5).contains { $0.word == "api" }
    case "relative":
        let subjects = ["endpoints", "paths", "urls", "uris", "requests", "operations", "routes"]
        return tokens.word(at: index + 1) == "to"
            && tokens[..<index].contains { subjects.contains($0.word) }
    // "All URLs start with https://…".
    case "start", "begin":
        let subjects = ["urls", "paths", "addresses", "endpoints", "uris"]
        return tokens.word(at: index + 1) == "with" && tokens.word(at: index - 2) == "all"
            && subjects.contains(tokens.word(at: index - 1))
    // "The API lives at https://…", "All requests go to https://…".
    case "lives", "available", "located", "reachable", "hosted", "found", "served":
        return ["at", "under"].contains(tokens.word(at: index + 1))
            && isSubject(tokens, before: index, nouns: ["api"], others: ["the", "our", "this"])
    case "go", "sent", "made":
        return tokens.word(at: index + 1) == "to" && tokens[..<index].contains { $0.word == "all" }
            && isSubject(
                tokens, before: index, nouns: ["requests", "calls"],
                others: ["all", "api", "http", "https", "the"])
    default: return false
    }
}

/// Whether the sentence says this of one of the nouns, and of nothing that only has to do with it: "the
/// API docs are available at".
private func isSubject(
    _ tokens: [PhraseToken], before verb: Int, nouns: [String], others: [String]
) -> Bool {
    let start = tokens[..<verb].lastIndex { $0.isMark(".") || $0.isMark("\n") }.map { $0 + 1 } ?? 0
    var words = tokens[start..<verb].map(\.word)
    while let last = words.last, ["is", "are", "be", "must", "should", "can"].contains(last) {
        words.removeLast()
    }
    guard let noun = words.popLast(), nouns.contains(noun) else { return false }
    return words.allSatisfy(others.contains)
}

private func namesServer(_ words: String) -> Bool {
    switch words.lowercased().filter({ $0 != ":" }).trimmedASCII {
    case "base url", "base uri", "base path", "server", "server url", "api url", "api base url",
        "root url", "root endpoint", "base endpoint", "api root", "base urls", "api endpoint",
        "api host", "base address", "server urls":
        true
    default: false
    }
}

/// "Production", "Sandbox environment", "Staging server": what there may be one server each for.
private func namesEnvironment(_ words: String) -> Bool {
    let words = MarkedText(words).tokens.map(\.word)
    guard let first = words.first, words.count <= 3 else { return false }
    let names = [
        "production", "prod", "live", "staging", "stage", "sandbox", "test", "testing",
        "development", "dev", "environment", "env",
    ]
    let kinds = ["server", "environment", "url", "api", "base", "host"]
    return names.contains(first) && words.dropFirst().allSatisfy { kinds.contains($0) }
}

/// An address whose host may have placeholders: `https://{tenant}.example.com`.
private func address(_ url: String) -> String? {
    guard url.hasPrefix("https://") || url.hasPrefix("http://"), url.utf8.count > 10,
        url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x24 }),
        hasWholePlaceholders(url)
    else { return nil }
    return url
}

/// Whether each brace opens or closes a name.
private func hasWholePlaceholders(_ url: String) -> Bool {
    var open: Int?
    for (index, byte) in url.utf8.enumerated() {
        switch byte {
        case 0x7B:
            if open != nil { return false }
            open = index
        case 0x7D:
            guard let start = open, index > start + 1 else { return false }
            open = nil
        default: if open != nil, !isWordByte(byte), byte != 0x2D { return false }
        }
    }
    return open == nil
}
