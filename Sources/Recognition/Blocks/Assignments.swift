import PageTree

/// `<% @list = "/books" %>`, `{% assign list = "/books" %}`: what holes further down stand for.
let assignment = Recognizer(construct: "assignment") { node, reading in
    let page = reading.page
    guard case .directive(let name, let syntax) = page.kind(node),
        syntax == .erb || syntax == .liquid
    else { return false }
    var words = page.arguments(of: node).map(\.value)
    switch page.raw(name) {
    case "assign", "set": break
    case let name: words.insert(name, at: 0)
    }
    guard words.count == 3, words[1] == "=" else { return false }
    reading.assigned[words[0]] = words[2]
    reading.items.append(.furniture(page.span(node)))
    return true
}

extension Reading {
    /// A text with its holes filled that name what the page assigned before.
    func filled(_ text: String) -> String {
        guard !assigned.isEmpty else { return text }
        var result = ""
        var rest = text[...]
        while let hole = firstHole(in: rest) {
            result += rest[..<hole.range.lowerBound]
            result += assigned[hole.name] ?? String(rest[hole.range])
            rest = rest[hole.range.upperBound...]
        }
        return result + rest
    }
}

/// `<%= name %>` or `{{ name }}`. A hole that nothing closes ends the search.
private func firstHole(in text: Substring) -> (name: String, range: Range<String.Index>)? {
    let bytes = text.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex {
        let byte = bytes[index]
        guard byte == 0x3C || byte == 0x7B else {
            bytes.formIndex(after: &index)
            continue
        }
        let rest = text[index...]
        let marks =
            rest.hasPrefix("<%=") ? ("<%=", "%>") : rest.hasPrefix("{{") ? ("{{", "}}") : nil
        if let marks {
            let start = bytes.index(index, offsetBy: marks.0.utf8.count)
            guard let close = firstPair(marks.1, in: bytes[start...]) else { return nil }
            let end = bytes.index(close, offsetBy: 2)
            return (text[start..<close].trimmedASCII, index..<end)
        }
        bytes.formIndex(after: &index)
    }
    return nil
}

private func firstPair(_ pair: String, in bytes: Substring.UTF8View) -> String.Index? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
        if bytes[index...].starts(with: pair.utf8) { return index }
        bytes.formIndex(after: &index)
    }
    return nil
}
