import APIModel

/// What a sentence states of who may call.
struct SecurityPhrase: Equatable, Sendable {
    /// `nil` where it says that nobody is asked.
    let kind: SecurityScheme.Kind?
    let reach: SecurityReach
}

/// The ways to authenticate that the sentences of a text state: "The API uses HTTP Basic
/// authentication", "Send your key in the header `X-Key`", "This endpoint needs no authentication".
///
/// A label says without a verb what a sentence says with one. What a sentence forbids, remembers,
/// compares or tells of how to come by a credential states nothing.
func readSecurity(_ text: MarkedText, isLabel: Bool = false) -> [SecurityPhrase] {
    guard isLabel || text.tokens.contains(where: { concernsAccess($0) }) else { return [] }
    var phrases: [SecurityPhrase] = []
    for sentence in text.sentences where sentence.count <= 60 {
        let read = SecuritySentence(sentence, isLabel: isLabel)
        for kind in read.statements {
            let phrase = SecurityPhrase(kind: kind, reach: read.reach)
            if !phrases.contains(phrase) { phrases.append(phrase) }
        }
    }
    return phrases
}

private struct SecuritySentence {
    let tokens: [PhraseToken]
    let words: [String]
    let isLabel: Bool

    init(_ tokens: [PhraseToken], isLabel: Bool) {
        // "…, where `TOKEN` is replaced by your key" tells of the sample, not of the service.
        let main = tokens.firstIndex { $0.word == "where" } ?? tokens.endIndex
        self.tokens = Array(tokens[..<main])
        words = self.tokens.map(\.word)
        self.isLabel = isLabel
    }

    /// `nil` among them is that none is needed.
    var statements: [SecurityScheme.Kind?] {
        if needsNone { return [nil] }
        guard !words.indices.contains(where: isDoubtful), !tellsOfComing else { return [] }
        if let line = headerLine { return [line] }
        let keys = namedKeys
        return keys.isEmpty ? namedSchemes : keys
    }

    /// "URIs will require Basic" demands as "require" does; "will be removed" does not.
    private func isDoubtful(_ index: Int) -> Bool {
        let next = index + 1 < words.count ? words[index + 1] : ""
        return raisesDoubt(words[index])
            && !(words[index] == "will" && ["require", "need", "expect", "serve"].contains(next))
    }

    // MARK: None

    /// "does not require authentication", "No authentication is needed", "a public endpoint".
    private var needsNone: Bool {
        guard !words.contains(where: { ["if", "unless", "when", "except", "but"].contains($0) })
        else { return false }
        if isLabel, ["none", "no", "public"].contains(words.first ?? "") {
            return words.count <= 4
        }
        if isLabel, words == ["not", "required"] || words == ["not", "needed"] { return true }
        if words.count <= 8, words.contains("public"), !has("not", "non"),
            has("endpoint", "operation", "route", "method")
        {
            return ["this", "public", "the"].contains(words.first ?? "")
        }
        guard let access = words.indices.first(where: isAccess) else { return false }
        let before = words[..<access].suffix(4)
        if let verb = before.last(where: isNeed) {
            return words[..<access].contains(where: denies) && ["require", "need"].contains(verb)
                || words[..<access].suffix(2).contains("no")
        }
        let after = words[(access + 1)...].prefix(4)
        guard after.contains(where: isNeed) || after.allSatisfy({ $0.isEmpty }) else {
            return false
        }
        return words[..<access].suffix(2).contains("no") || after.contains(where: denies)
    }

    private func isAccess(_ index: Int) -> Bool {
        switch words[index] {
        case "authentication", "authorization", "auth", "credentials", "login": true
        case "key", "token":
            index > 0 && ["api", "access", "bearer", "auth", "no"].contains(words[index - 1])
        default: false
        }
    }

    private func isNeed(_ word: String) -> Bool {
        ["require", "requires", "required", "need", "needs", "needed", "necessary"].contains(word)
    }

    // MARK: Keys

    /// `Authorization: Token …` as code or as words: the header, and what stands before the credential.
    private var headerLine: SecurityScheme.Kind? {
        guard isStatement else { return nil }
        for token in tokens where token.isMarkedValue {
            guard let colon = token.text.firstRange(of: ": ") else { continue }
            let name = String(token.text[..<colon.lowerBound])
            let isKey = has("header", "headers") && speaksOfKey
            guard isHeaderName(name), isKeyName(name, spokenOf: isKey) else { continue }
            let value = token.text[colon.upperBound...].trimmedASCII
            return securityKind(ofHeader: name, value: value)
        }
        return nil
    }

    /// Names in code that are said to be headers, query parameters or cookies, in a sentence on keys:
    /// "in the `X-Key` header or in the `api_key` query parameter".
    private var namedKeys: [SecurityScheme.Kind] {
        guard isStatement else { return [] }
        let clauses = tokens.split { $0.word == "or" }.map(Array.init)
        return clauses.compactMap { clause in namedKey(in: clause) }
    }

    private func namedKey(in clause: [PhraseToken]) -> SecurityScheme.Kind? {
        let codes = clause.filter { $0.isMarkedValue }
        if let query = codes.first(where: { $0.text.hasPrefix("?") && $0.text.contains("=") }) {
            let name = String(query.text.dropFirst().prefix { $0 != "=" })
            return isKeyName(name, spokenOf: speaksOfKey) ? .query(name: name) : nil
        }
        let names = codes.filter { isHeaderName($0.text) && !isScheme($0.word) }
        guard let name = names.first, names.count == 1,
            isKeyName(name.text, spokenOf: speaksOfKey)
        else { return nil }
        func has(_ word: String) -> Bool {
            clause.contains { $0.kind == .word && ($0.word == word || $0.word == word + "s") }
        }
        let isQuery = has("query") || has("querystring")
        let isHeader = has("header")
        guard [isHeader, isQuery, has("cookie")].filter({ $0 }).count == 1 else { return nil }
        if isQuery { return .query(name: name.text) }
        if !isHeader { return .cookie(name: name.text) }
        guard name.word == "authorization" else { return .header(name: name.text, prefix: "") }
        let schemes = Set(words.filter(isScheme))
        return schemes.count == 1
            ? schemes.first.map { securityKind(ofHeader: name.text, value: $0 + " ") }
            : .header(name: name.text, prefix: "")
    }

    /// Whether the sentence is on what a caller is known by.
    private var speaksOfKey: Bool {
        words.indices.contains { index in
            switch words[index] {
            case "authenticate", "authenticated", "authentication", "authorization", "credential",
                "credentials", "apikey", "api-key", "jwt":
                return true
            case "key", "token", "secret", "keys", "tokens":
                return words[..<index].suffix(3).contains { owner in
                    ["your", "api", "access", "auth", "secret", "personal", "session", "bearer"]
                        .contains(owner)
                }
            default: return false
            }
        }
    }

    // MARK: Schemes

    /// "HTTP Basic", "Digest authentication", "bearer token".
    private var namedSchemes: [SecurityScheme.Kind] {
        var kinds: [SecurityScheme.Kind] = []
        for (index, word) in words.enumerated() where isScheme(word) {
            guard isLabel || isStated(index) else { continue }
            let around = [words[max(0, index - 1)]] + words[(index + 1)...].prefix(2)
            let fits = around.contains { neighbour in
                switch neighbour {
                case "http", "auth", "authentication", "authorization", "scheme", "credentials":
                    true
                case "token", "tokens", "jwt", "jwts", "access": word == "bearer"
                default: false
                }
            }
            guard fits || isLabel && words.count <= 4 || has("authenticated", "authorization")
            else { continue }
            let kind: SecurityScheme.Kind =
                word == "bearer" ? .bearer : word == "digest" ? .digest : .basic
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        return kinds
    }

    private func isScheme(_ word: String) -> Bool {
        word == "bearer" || word == "digest" || word == "basic"
    }

    /// "uses HTTP Basic", "HTTP Basic is required"; a sentence on what such a scheme is says neither.
    private func isStated(_ index: Int) -> Bool {
        if words[..<index].contains(where: states) { return true }
        let behind = words[(index + 1)...].prefix(6)
        return behind.contains("is") || behind.contains("are")
            ? behind.contains {
                ["used", "required", "needed", "expected", "supported", "accepted"].contains($0)
            } : false
    }

    private var isStatement: Bool { isLabel || words.contains(where: states) }

    private func has(_ candidates: String...) -> Bool {
        words.contains { candidates.contains($0) }
    }
}

// MARK: Words

extension SecuritySentence {
    /// "This endpoint", "All requests"; most sentences do not say.
    var reach: SecurityReach {
        for (index, word) in words.enumerated() {
            let next = words[(index + 1)...].prefix(4)
            if word == "this" || word == "these", next.prefix(2).contains(where: isOperation) {
                return .operation
            }
            if ["section", "group"].contains(word) { return .operation }
            if ["all", "every", "each", "any", "subsequent"].contains(word),
                next.contains(where: isOperation)
            {
                return .api
            }
            if index < 5, word == "api", let verb = next.first, states(verb) { return .api }
            if index == 0, word == "requests" { return .api }
        }
        return .unsaid
    }

    private func isOperation(_ word: String) -> Bool {
        isOperationNoun(word) || word.hasPrefix("resource")
    }
}

extension SecuritySentence {
    /// "to obtain a token", "the token endpoint": how one comes by a credential.
    fileprivate var tellsOfComing: Bool {
        words.indices.contains { index in
            let next = index + 1 < words.count ? words[index + 1] : ""
            switch words[index] {
            case "to":
                return ["obtain", "get", "retrieve", "request", "create", "generate", "exchange"]
                    .contains(next)
            case "token", "login", "authorization": return next == "endpoint"
            default: return false
            }
        }
    }
}

extension MarkedText {
    /// The tokens of each sentence, without marks and line breaks.
    fileprivate var sentences: [[PhraseToken]] {
        var sentences: [[PhraseToken]] = []
        var open: [PhraseToken] = []
        for token in tokens {
            let ends = token.isMark(".") || token.isMark("!") || token.isMark("?")
            if ends || token.isMark(";") {
                if !open.isEmpty { sentences.append(open) }
                open = []
            } else if !token.word.isEmpty {
                open.append(token)
            }
        }
        if !open.isEmpty { sentences.append(open) }
        return sentences
    }
}
