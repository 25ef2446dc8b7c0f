/// `Optional parameters for hired boats`, `Conditional parameters`, `Paging parameters`: below an
/// operation a list of parameters, whatever these are for; elsewhere such a title names a thing.
///
/// "Connection parameters" are none of an operation.
package func qualifiedParameters(_ title: String) -> SectionRole? {
    let words = words(of: title)
    guard words.count > 1, words.count <= 10, let end = words.firstIndex(where: isParameters)
    else { return nil }
    let (head, tail) = (words[..<end], words[(end + 1)...])
    guard !words.contains(where: { beginsNoList($0) || $0.hasPrefix("response") }) else {
        return nil
    }
    // "JSON params (group message)".
    let isBracketed = title.firstIndex(of: "(").map { open in
        title.hasSuffix(")") && Recognition.words(of: String(title[..<open])).count == end + 1
    }
    guard
        tail.isEmpty
            ? head.count <= 2
            : isBracketed == true || tail.count > 1 && qualifies(tail[end + 1])
    else { return nil }
    // What hired boats need, other boats do without.
    let kept = head.filter { isOfHeadings($0) && (tail.isEmpty || $0 != "required") }
    return HeadingWords(kept + ["parameters"]).role
}

private func isParameters(_ word: String) -> Bool {
    word == "parameters" || word == "params" || word == "arguments"
}

/// "… for managed boats", "… when hiring".
private func qualifies(_ word: String) -> Bool {
    switch word {
    case "for", "when", "if", "with", "specific", "used", "in", "of": true
    default: false
    }
}

private func isOfHeadings(_ word: String) -> Bool {
    switch word {
    case "required", "optional", "query", "path", "header", "body", "form", "uri": true
    default: false
    }
}

/// Words of titles that list no parameters of the operation.
private func beginsNoList(_ word: String) -> Bool {
    switch word {
    case "about", "using", "passing", "understanding", "validating", "configuration", "config",
        "connection", "environment", "client", "sdk", "server", "system", "object", "objects",
        "example", "examples", "errors", "invalid", "missing", "unknown", "template", "model",
        "function", "callback":
        true
    default: false
    }
}
