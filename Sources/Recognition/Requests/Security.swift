import APIModel
import PageTree
import SourceText

/// What a sentence says of who may call, wherever it stands: "The API uses HTTP Basic
/// authentication", "**Authorization**: Bearer token". The sentence stays prose.
let securitySentence = Recognizer(construct: "security-sentence") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node), !reading.isWithinMessage else { return false }
    if reading.sayNeededSchemes(in: node) { return true }
    let text = page.marked(node)
    let range = page.range(node)
    let label = text.securityLabel
    let isNote = reading.around.last?.role == .security && text.tokens.count <= 6
    let phrases =
        label.map { readSecurity($0, isLabel: true) } ?? readSecurity(text, isLabel: isNote)
    reading.say(phrases, at: range)
    return label != nil && !phrases.isEmpty
}

/// `Authorization: Token …` line by line in a code block of a section about security.
let credentialLines = Recognizer(construct: "credential-lines") { node, reading in
    let page = reading.page
    guard case .codeBlock = page.kind(node), reading.isWithinSecurity else { return false }
    let code = page.code(node)
    guard code.utf8.count <= 2000 else { return false }
    var kinds: [SecurityScheme.Kind] = []
    for line in code.split(separator: "\n") where !line.allSatisfy({ $0.isWhitespace }) {
        guard let colon = line.firstIndex(of: ":") else { return false }
        let name = line[..<colon].trimmedASCII
        guard isHeaderName(name) else { return false }
        let value = line[line.index(after: colon)...].trimmedASCII
        guard isKeyName(name, spokenOf: words(of: name).last.map(namesKey) ?? false) else {
            continue
        }
        kinds.append(securityKind(ofHeader: name, value: value))
    }
    guard let kind = kinds.first, kinds.count == 1 else { return false }
    let range = page.range(node)
    let said = reading.said(kind, range, .exemplified, "credential-lines")
    reading.say(.security(.use(said, .unsaid)), at: range)
    return true
}

/// Bullets under a security heading: `**BearerAuth**: Bearer token …`, `**Permissions**: …`.
let securityBullets = Recognizer(construct: "security-bullets") { node, reading in
    let page = reading.page
    guard case .list = page.kind(node), reading.isWithinSecurity else { return false }
    if reading.sayTitledScheme(by: node) { return true }
    var found = false
    for item in page.children(node) {
        let text = page.marked(item)
        let range = page.range(item)
        guard let colon = text.text.firstIndex(of: ":") else {
            found = reading.say(readSecurity(text, isLabel: true), at: range) || found
            continue
        }
        let name = text.text[..<colon].trimmedASCII
        let rest = text.dropFirst(name.utf8.count + 1)
        let permissions = readPermissions(rest).map(\.name)
        if !permissions.isEmpty {
            reading.say(
                .permissions(
                    permissions.map {
                        reading.said(
                            Permission(name: $0, description: rest.text), range, .declared,
                            "security-bullets")
                    }), at: range)
            found = true
        } else if let kind = securityKind(named: name, text: rest.text) {
            let said = reading.said(kind, range, .declared, "security-bullets")
            reading.say(
                .security(.scheme(name: name, kind: said, description: rest.text)), at: range)
            found = true
        } else {
            found = reading.say(readSecurity(text), at: range) || found
        }
    }
    return found
}

extension Reading {
    fileprivate var isWithinSecurity: Bool { around.contains { $0.role == .security } }

    /// Whether a part of a message stands around: what is told there is told of its fields.
    fileprivate var isWithinMessage: Bool {
        around.contains { section in
            switch section.role {
            case .response, .responseFields, .responseExample, .responseHeaders, .errors,
                .statusCodes, .enumeratedValues, .member, .requestBody, .object:
                true
            default: false
            }
        }
    }

    @discardableResult
    fileprivate mutating func say(_ phrases: [SecurityPhrase], at range: ByteRange) -> Bool {
        for phrase in phrases {
            guard let kind = phrase.kind else {
                say(.security(.none(evidence(range, .described, "security-sentence"))), at: range)
                continue
            }
            let said = said(kind, range, .described, "security-sentence")
            say(.security(.use(said, phrase.reach)), at: range)
        }
        return !phrases.isEmpty
    }
}

extension MarkedText {
    /// What stands behind "Authentication:".
    fileprivate var securityLabel: MarkedText? {
        guard let colon = tokens.prefix(4).first(where: { $0.isMark(":") }) else { return nil }
        let label = tokens.prefix { !$0.isMark(":") }.map(\.word).joined(separator: " ")
        switch label {
        case "authentication", "authorization", "auth", "security", "authentication required",
            "requires authentication", "auth required", "authentication method",
            "authentication type", "requires auth":
            return dropFirst(colon.range.upperBound)
        default: return nil
        }
    }
}

/// The scheme that a name and a sentence describe.
func securityKind(named name: String, text: String) -> SecurityScheme.Kind? {
    let words = (name + " " + text).lowercased()
    guard !MarkedText(text).tokens.contains(where: { denies($0.word) || $0.word == "longer" })
    else { return nil }
    if words.contains("bearer") { return .bearer }
    if words.contains("digest") { return .digest }
    if words.contains("basic") { return .basic }
    if words.contains("oauth") || words.contains("openid") { return .other(name) }
    return nil
}

/// The scheme that a header shows, by what stands before the credential in it.
package func securityKind(ofHeader name: String, value: String) -> SecurityScheme.Kind {
    guard name.lowercased() == "authorization" else { return .header(name: name, prefix: "") }
    let parts = value.split(separator: " ", maxSplits: 1)
    switch parts.first?.lowercased() {
    case "bearer": return .bearer
    case "basic": return .basic
    case "digest": return .digest
    default: break
    }
    // `$TYPE $TOKEN` has a hole where the scheme goes.
    guard parts.count == 2, let first = parts[0].first, !"$<{[".contains(first) else {
        return .header(name: name, prefix: "")
    }
    return .header(name: name, prefix: parts[0] + " ")
}

/// `X-Harbor-Key`, in a section on keys.
private func namesKey(_ word: String) -> Bool {
    ["key", "token", "apikey", "authorization", "auth", "secret"].contains(word)
}
