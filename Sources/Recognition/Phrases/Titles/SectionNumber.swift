/// How many bytes of a title are its number and the blank behind it; 0 where it has none.
///
/// `2. Errors` and `3.1 Errors` announce errors, and the number is their place on the page, which
/// changes as the page does; `404. Not found` is a status.
package func sectionNumberLength(_ title: String) -> Int {
    // "(3) Parameters".
    if title.utf8.first == 0x28, title.utf8.dropFirst().first != 0x28 {
        let inner = sectionNumberLength(String(title.dropFirst()))
        return inner > 0 && inner <= 4 ? inner + 1 : 0
    }
    // `IV. Errors`.
    let letters = title.utf8.prefix { "IVX".utf8.contains($0) }
    if !letters.isEmpty, letters.count < 6, title.dropFirst(letters.count).hasPrefix(". "),
        title.utf8.count > letters.count + 2
    {
        return letters.count + 2
    }
    // `7 Errors`: "24 Hour Ticker" and "2 Factor Login" are names.
    let plain = title.utf8.prefix(while: isDigit)
    if (1...2).contains(plain.count), title.utf8.dropFirst(plain.count).first == 0x20,
        titlesAnySite(title.utf8.dropFirst(plain.count + 1))
    {
        return plain.count + 1
    }
    let number = title.utf8.prefix { isDigit($0) || $0 == 0x2E || $0 == 0x29 }
    let rest = title.utf8.dropFirst(number.count)
    guard number.first != 0x2E, number.count < 12, rest.first == 0x20, rest.count > 1,
        number.contains(0x2E) || number.last == 0x29, number.prefix(while: isDigit).count < 3
    else { return 0 }
    return number.count + 1
}

/// A title that documentation of anything may have.
private func titlesAnySite(_ title: Substring.UTF8View) -> Bool {
    guard title.count < 32 else { return false }
    return switch lowercasedASCII(String(decoding: title, as: UTF8.self)) {
    case "error", "errors", "error codes", "error handling", "overview", "introduction",
        "authentication", "authorization", "parameters", "request", "requests", "response",
        "responses", "examples", "endpoints", "resources", "methods", "operations", "objects",
        "data types", "status codes", "pagination", "rate limits", "changelog", "appendix":
        true
    default: false
    }
}

/// What a title names, without its number and the word for what it titles: `2. Add a boat`,
/// `Endpoint: Add a boat`.
package func nameInTitle(_ title: String) -> String {
    let title = String(title.dropFirst(sectionNumberLength(title)))
    guard let colon = title.utf8.prefix(16).firstIndex(of: 0x3A) else { return title }
    let name = String(title[title.index(after: colon)...]).trimmedASCII
    switch title[..<colon].lowercased() {
    case "endpoint", "end-point", "end point", "api", "operation":
        return name.isEmpty ? title : name
    default: return title
    }
}
