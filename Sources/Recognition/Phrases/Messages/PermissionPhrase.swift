/// A permission, role or scope that a text demands.
package struct PermissionPhrase: Sendable {
    package enum Kind: Sendable {
        case permission, role, scope
    }

    package let name: String
    package let kind: Kind
    package let range: Range<Int>
    /// "or higher": the name is the least that will do.
    package let isMinimum: Bool
}

/// Reads "must be assigned the 'view_org_users' permission", "(WORKSPACES role or higher)",
/// "Required roles: `admin`", "requires the `users:read` scope".
///
/// Only names that stand as names are read: in quotation marks, in code, in capitals or in
/// snake case. A sentence that lists none gives nothing.
package func readPermissions(_ text: MarkedText) -> [PermissionPhrase] {
    let tokens = joinedScopes(text.tokens)
    guard demandsSomething(tokens) else { return [] }
    var result: [PermissionPhrase] = []
    for (index, token) in tokens.enumerated() {
        guard let kind = permissionKind(token.word), token.kind == .word else { continue }
        for name in namesBefore(tokens, index) + namesAfter(tokens, index) {
            if result.contains(where: { $0.name == name.text }) { continue }
            result.append(
                PermissionPhrase(
                    name: name.text, kind: kind, range: name.range,
                    isMinimum: saysOrHigher(tokens, after: index)))
        }
    }
    return result
}

/// `users:read` is one name: a colon without blanks joins its words.
private func joinedScopes(_ tokens: [PhraseToken]) -> [PhraseToken] {
    var result: [PhraseToken] = []
    var index = 0
    while index < tokens.count {
        let joins =
            tokens[index].isMark(":") && !tokens[index].isSpaced && index + 1 < tokens.count
            && !tokens[index + 1].isSpaced && tokens[index + 1].kind == .word
        guard joins, let last = result.last, last.kind == .word,
            last.text.utf8.count < 100
        else {
            result.append(tokens[index])
            index += 1
            continue
        }
        let next = tokens[index + 1]
        result[result.count - 1] = PhraseToken(
            kind: .word, range: last.range.lowerBound..<next.range.upperBound,
            text: last.text + ":" + next.text, word: last.word + ":" + next.word,
            isSpaced: last.isSpaced)
        index += 2
    }
    return result
}

private func permissionKind(_ word: String) -> PermissionPhrase.Kind? {
    switch word {
    case "permission", "permissions", "privilege", "privileges", "capability", "right", "rights":
        return .permission
    case "role", "roles": return .role
    case "scope", "scopes": return .scope
    default: return nil
    }
}

/// "requires", "must be assigned", "Required roles: …": a text that only mentions a role
/// ("databases have the `_admin` role") demands nothing.
private func demandsSomething(_ tokens: [PhraseToken]) -> Bool {
    for (index, token) in tokens.enumerated() {
        switch token.word {
        case "requires", "require", "required", "must", "need", "needs", "needed", "only",
            "requiring":
            return true
        default:
            let isLabel = permissionKind(token.word) != nil && tokens.isMark(":", at: index + 1)
            if isLabel, index <= 2 { return true }
        }
    }
    return false
}

/// "the `a` and `b` permissions", "WORKSPACES role".
private func namesBefore(_ tokens: [PhraseToken], _ index: Int) -> [PhraseToken] {
    var names: [PhraseToken] = []
    var position = index - 1
    while position >= 0, position >= index - 12 {
        let token = tokens[position]
        if isPermissionName(token) {
            names.append(token)
        } else if !isListGlue(token) {
            break
        }
        position -= 1
    }
    return names.reversed()
}

/// "scopes: `a`, `b`", "the role `admin`", "roles are `a` or `b`".
private func namesAfter(_ tokens: [PhraseToken], _ index: Int) -> [PhraseToken] {
    var names: [PhraseToken] = []
    var position = index + 1
    var isAnnounced = false
    while position < tokens.count, position <= index + 40 {
        let token = tokens[position]
        if token.isMark(":") { isAnnounced = true }
        if token.isMark(","), position == index + 1 { break }
        let isBare = isAnnounced && isBareName(token) && endsName(tokens, at: position + 1)
        if isPermissionName(token) || isBare {
            names.append(token)
        } else if !isListGlue(token), !token.isMark(":"), !isCopula(token.word) {
            break
        }
        position += 1
    }
    return names
}

/// "Roles: admin, developer" lists names; "role: Filter the results" is a sentence.
private func endsName(_ tokens: [PhraseToken], at index: Int) -> Bool {
    index >= tokens.count || isListGlue(tokens[index]) || tokens[index].isMark(".")
}

private func isListGlue(_ token: PhraseToken) -> Bool {
    if token.isMark(",") || token.isMark("\n") || token.isMark("/") || token.isMark("*") {
        return true
    }
    return token.word == "and" || token.word == "or"
}

private func isCopula(_ word: String) -> Bool {
    switch word {
    case "are", "is", "named", "called", "required", "needed", "one", "of", "the", "following":
        return true
    default: return false
    }
}

private func isPermissionName(_ token: PhraseToken) -> Bool {
    if token.isMarkedValue { return !token.text.contains(" ") || token.kind == .quoted }
    guard token.kind == .word, !isAbbreviation(token.word) else { return false }
    var letters = 0
    var capitals = 0
    var hasUnderscore = false
    for byte in token.text.utf8 {
        if byte == 0x5F || byte == 0x2E || byte == 0x3A { hasUnderscore = true }
        if isCapital(byte) { capitals += 1 }
        if isLetter(byte) { letters += 1 }
    }
    if hasUnderscore { return letters > 2 }
    return letters >= 4 && capitals == letters
}

/// Words in capitals that name no permission.
private func isAbbreviation(_ word: String) -> Bool {
    switch word {
    case "uuid", "guid", "json", "http", "https", "rest", "oauth", "oauth2", "rbac", "post",
        "delete", "patch", "saml", "ldap", "note", "e.g", "i.e":
        return true
    default: return false
    }
}

/// A bare name of a list behind a colon.
private func isBareName(_ token: PhraseToken) -> Bool {
    guard token.kind == .word else { return false }
    switch token.word {
    case "and", "or", "the", "a", "an", "any", "none", "all", "requires", "required", "you",
        "this", "see", "user", "for", "to", "must", "read", "only":
        return false
    default: return true
    }
}

private func saysOrHigher(_ tokens: [PhraseToken], after index: Int) -> Bool {
    guard tokens.word(at: index + 1) == "or" else { return false }
    switch tokens.word(at: index + 2) {
    case "higher", "above", "greater", "better", "more": return true
    default: return false
    }
}
