import APIModel
import PageTree
import SourceText

/// "Base URL: `https://api.example.com`", "The base URL is https://…", or an address alone below a
/// heading of those words: where every path begins.
let serverParagraph = Recognizer(construct: "base-url") { node, reading in
    let page = reading.page
    let range = page.range(node)
    switch page.kind(node) {
    case .paragraph:
        let text = page.marked(node).text
        guard text.utf8.count <= 300 else { return false }
        if let url = address(behindLabelOf: text) ?? address(inMetadata: page.raw(range))
            ?? reading.addressAlone(text)
        {
            reading.say(.server(reading.said(url, range, .declared, "base-url")), at: range)
            return true
        }
        // The sentence stays prose.
        if let url = address(inSentence: text) {
            reading.say(.server(reading.said(url, range, .described, "base-url")), at: range)
        }
        return false
    case .codeBlock:
        guard let url = reading.addressAlone(page.code(node).trimmedASCII) else { return false }
        reading.say(.server(reading.said(url, range, .declared, "base-url")), at: range)
        return true
    default: return false
    }
}

extension Reading {
    /// The text as an address, where the heading above says whose.
    ///
    /// Below "API endpoint" it is as often the one operation's own.
    fileprivate func addressAlone(_ text: String) -> String? {
        guard let title = around.last?.title, namesServer(title),
            title.lowercased() != "api endpoint"
        else { return nil }
        return address(text)
    }
}

private func address(behindLabelOf text: String) -> String? {
    guard let colon = text.firstIndex(of: ":"), namesServer(String(text[..<colon])) else {
        return nil
    }
    return address(String(text[text.index(after: colon)...]).trimmedASCII)
}

/// `HOST: https://…` among lines that are all metadata, their keys in capitals.
private func address(inMetadata text: String) -> String? {
    var host: String?
    for line in text.split(separator: "\n") {
        guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
            line[..<colon].utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A || $0 == 0x5F })
        else { return nil }
        if line[..<colon] == "HOST" {
            host = address(String(line[line.index(after: colon)...]).trimmedASCII)
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
    guard text[start...].dropFirst(url.count).firstRange(of: "http") == nil else { return nil }
    return address(String(url.last == "." ? url.dropLast() : url))
}

/// "base URL", "root endpoint", "the root of the API", "endpoints are relative to".
private func opensAddress(_ tokens: [PhraseToken], _ index: Int) -> Bool {
    switch tokens[index].word {
    case "base", "root":
        return ["url", "uri", "address", "endpoint"].contains(tokens.word(at: index + 1))
            || tokens.word(at: index + 1) == "of"
                && tokens[index...].prefix(5).contains { $0.word == "api" }
    case "relative":
        let subjects = ["endpoints", "paths", "urls", "uris", "requests", "operations", "routes"]
        return tokens.word(at: index + 1) == "to"
            && tokens[..<index].contains { subjects.contains($0.word) }
    default: return false
    }
}

private func namesServer(_ words: String) -> Bool {
    switch words.lowercased().filter({ $0 != ":" }).trimmedASCII {
    case "base url", "base uri", "base path", "server", "server url", "api url", "api base url",
        "root url", "root endpoint", "base endpoint", "api root", "base urls", "api endpoint":
        true
    default: false
    }
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
