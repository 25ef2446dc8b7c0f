import APIModel
import PageTree
import SourceText

/// "Base path: `/api/boats`", "All routes below start with `/api/boats`": where paths begin, without a
/// server. Either stays text.
let basePath = Recognizer(construct: "base-path") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node) else { return false }
    let text = page.marked(node)
    guard text.tokens.count <= 60, text.text.contains("/") else { return false }
    let range = page.range(node)
    if let path = pathBehindLabel(text) {
        reading.say(.basePath(reading.said(path, range, .declared, "base-path")), at: range)
    } else if let path = pathInSentence(text) {
        reading.say(.basePath(reading.said(path, range, .described, "base-path")), at: range)
    }
    return false
}

/// "Base path: `/api/boats`", "Base URL `/api/boats`".
private func pathBehindLabel(_ text: MarkedText) -> PathTemplate? {
    let tokens = text.tokens
    guard let first = tokens.first, first.kind == .word else { return nil }
    var end = 0
    while end < tokens.count, tokens[end].kind == .word, !tokens[end].word.isEmpty { end += 1 }
    guard namesBasePath(tokens[..<end].map(\.word)) else { return nil }
    if tokens.isMark(":", at: end) { end += 1 }
    guard end < tokens.count else { return nil }
    return base(text.slice(tokens[end].range.lowerBound..<text.text.utf8.count))
}

private func namesBasePath(_ words: [String]) -> Bool {
    switch words.joined(separator: " ") {
    case "base path", "base url", "base uri", "base route", "base endpoint", "api base path",
        "api base url", "route prefix", "path prefix", "url prefix", "mounted at",
        "mount path", "mount point":
        true
    default: false
    }
}

/// "All URLs are relative to `/api`", "All routes are prefixed with `/api/boats`.".
private func pathInSentence(_ text: MarkedText) -> PathTemplate? {
    let tokens = text.tokens
    let others = ["file", "files", "folder", "folders", "directory", "directories"]
    guard !tokens.contains(where: { others.contains($0.word) }),
        let words = tokens.indices.first(where: { opensBasePath(tokens, $0) }),
        let code = tokens[words...].prefix(5).first(where: { $0.kind == .code })
    else { return nil }
    return base(code.text)
}

private func opensBasePath(_ tokens: [PhraseToken], _ index: Int) -> Bool {
    if opensAddress(tokens, index) { return true }
    let subjects = ["endpoints", "paths", "urls", "uris", "routes"]
    return ["prefixed", "mounted"].contains(tokens[index].word)
        && ["with", "by", "at", "under", "on"].contains(tokens.word(at: index + 1))
        && tokens[..<index].contains { subjects.contains($0.word) }
}

/// A path that is more than a slash, and nothing behind it.
private func base(_ text: String) -> PathTemplate? {
    let text = text.trimmedASCII
    let bare = text.hasSuffix(".") ? String(text.dropLast()) : text
    guard bare.hasPrefix("/"), bare.utf8.count > 1, !bare.contains(" "),
        let phrase = readPath(bare), phrase.range.upperBound == bare.utf8.count,
        phrase.server == nil, phrase.query.isEmpty, !isFolderOfSystem(phrase.template),
        !(phrase.template.text.split(separator: "/").last?.contains(".") ?? true)
            || phrase.template.text.hasSuffix("/")
    else { return nil }
    return phrase.template
}
