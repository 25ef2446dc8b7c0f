import APIModel
import PageTree
import SourceText

/// Lines that keep their breaks (`| text`): running text, or nothing but space.
let lineBlock = Recognizer(construct: "line-block") { node, reading in
    let page = reading.page
    guard case .lineBlock = page.kind(node) else { return false }
    let range = page.range(node)
    let lines = reading.inlineLines(of: node).map { page.marked(inlines: $0.nodes) }
    let told = lines.filter { line in
        !reading.sayRequest(in: line, at: range, construct: "request-line")
    }
    let text = told.map(\.text).joined(separator: "\n").trimmedASCII
    if !text.isEmpty {
        reading.say(.prose(reading.said(text, range, .described, "line-block")), at: range)
    } else if told.count == lines.count {
        reading.items.append(.furniture(page.span(node)))
    }
    return true
}

/// `:tocdepth: 2`, `:orphan:` and what else a page tells the program that renders it.
let docinfo = Recognizer(construct: "docinfo") { node, reading in
    let page = reading.page
    guard case .fieldList = page.kind(node) else { return false }
    for child in page.children(node) {
        guard case .field(let name) = page.kind(child), isDocinfo(page.raw(name)) else {
            return false
        }
    }
    reading.items.append(.furniture(page.span(node)))
    return true
}

private func isDocinfo(_ name: String) -> Bool {
    switch name.lowercased() {
    case "tocdepth", "orphan", "nosearch", "maxdepth", "author", "authors", "date", "version",
        "revision", "status", "copyright", "organization", "contact", "dedication", "abstract":
        true
    default: false
    }
}

/// Code that no reader of samples knows: a function, a session of a shell, a configuration.
///
/// It tells a person how to go about things and says nothing of the API. What looks like JSON or
/// like a message is left to be listed, since a sample may be broken.
let program = Recognizer(construct: "program") { node, reading in
    let page = reading.page
    guard case .codeBlock = page.kind(node) else { return false }
    let first = page.codeLines(node).lazy.map { page.raw($0.range).trimmedASCII }
        .first { !$0.isEmpty }
    guard let first else {
        reading.items.append(.furniture(page.span(node)))
        return true
    }
    guard !first.hasPrefix("{"), !first.hasPrefix("["), !first.hasPrefix("HTTP/"),
        readRequestLine(first) == nil
    else { return false }
    reading.items.append(.furniture(page.span(node)))
    return true
}
