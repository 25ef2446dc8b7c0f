/// Whether a word may make a sentence one on security: most texts hold none.
func concernsAccess(_ token: PhraseToken) -> Bool {
    switch token.word {
    case "authentication", "authenticate", "authenticated", "authorization", "auth", "credentials",
        "login", "bearer", "basic", "digest", "key", "token", "keys", "tokens", "header", "headers",
        "query", "cookie", "public":
        true
    default: token.kind == .code && token.text.contains(": ")
    }
}

/// Verbs with which documentation demands or describes what is sent.
func states(_ word: String) -> Bool {
    switch word {
    case "use", "uses", "using", "require", "requires", "required", "need", "needs", "authenticate",
        "authenticates", "authenticated", "authenticating", "send", "sent", "sending", "pass",
        "passed", "passing", "include", "included", "including", "includes", "provide", "provided",
        "providing", "supply", "supplied", "add", "adding", "set", "setting", "put", "present",
        "expects", "accepts", "accepted", "supports", "supported", "specify", "must", "secured",
        "protected", "contain", "carry", "append", "accompanied":
        true
    default: false
    }
}

/// What forbids, remembers, supposes, compares, or tells of answers.
func raisesDoubt(_ word: String) -> Bool {
    switch word {
    case "not", "never", "no", "cannot", "nor", "neither", "without", "longer", "deprecated",
        "formerly", "previously", "earlier", "version", "versions", "prior", "before", "older",
        "old", "legacy", "former", "was", "were", "had", "did", "been", "removed", "dropped",
        "replaced", "replaces", "retired", "discontinued", "discouraged", "instead", "unlike",
        "rather", "than", "except", "unless", "if", "until", "might", "could", "would", "will",
        "soon", "planned", "future", "upcoming", "missing", "invalid", "fails", "failed", "error",
        "errors", "expired", "returned", "returns", "responds", "response", "configured",
        "configure", "enable", "enabled", "disabled", "webhook", "webhooks", "callback",
        "callbacks", "proxy", "registry", "upstream", "dashboard", "console", "login":
        true
    default: denies(word) || isRelease(word)
    }
}

/// `v0.24`: what holds for one release holds for others no more, or not yet.
private func isRelease(_ word: String) -> Bool {
    word.utf8.first == 0x76 && word.utf8.dropFirst().first.map(isDigit) == true
}

/// Whether a name is what a caller is known by: by itself, or where the sentence says so.
func isKeyName(_ name: String, spokenOf: Bool) -> Bool {
    let parts = words(of: name)
    let others = [
        "idempotency", "csrf", "xsrf", "signature", "subject", "partition", "request", "trace",
        "correlation", "content", "accept", "agent", "date", "host", "type", "id", "version",
    ]
    guard !parts.isEmpty, !parts.contains(where: others.contains) else { return false }
    return spokenOf || isCredentialName(name)
}

/// A token as RFC 9110 §5.6.2 has it, of letters, digits, hyphens and underscores.
func isHeaderName(_ name: String) -> Bool {
    guard let first = name.utf8.first, isNameByte(first), name.utf8.count <= 60 else {
        return false
    }
    return name.utf8.allSatisfy { isNameByte($0) || $0 == 0x2D }
}

/// "not", "never", "doesn't", "don’t", whose typographic apostrophe parts it.
func denies(_ word: String) -> Bool {
    switch word {
    case "not", "never", "don", "doesn", "isn", "aren", "needn": true
    default: word.hasSuffix("n't")
    }
}
