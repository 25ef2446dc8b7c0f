import APIModel
import PageTree
import SourceText

/// "Base URL: `https://api.example.com`": where every path begins.
let serverParagraph = Recognizer(construct: "base-url") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node) else { return false }
    let text = page.marked(node).text
    guard text.utf8.count <= 300, let colon = text.firstIndex(of: ":") else { return false }
    switch text[..<colon].lowercased() {
    case "base url", "base uri", "base path", "server", "server url", "api url", "api base url":
        break
    default: return false
    }
    let url = String(text[text.index(after: colon)...]).trimmedASCII
    guard url.hasPrefix("https://") || url.hasPrefix("http://"),
        url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x7B })
    else { return false }
    let range = page.range(node)
    reading.say(.server(reading.said(url, range, .declared, "base-url")), at: range)
    return true
}
