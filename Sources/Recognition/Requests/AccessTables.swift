import APIModel
import PageTree
import SourceText

/// `Scheme | Credential` in a section about security: a way to authenticate a row.
let securityTable = Recognizer(construct: "security-table") { node, reading in
    guard reading.around.contains(where: { $0.role == .security }),
        let table = reading.table(node), table.has(.credential), table.roles[0] != .credential
    else { return false }
    var found = false
    for row in table.rows {
        guard let name = row.first, !name.isBlank, let credential = table.cell(.credential, in: row)
        else { continue }
        let kind = reading.said(
            readCredential(credential.text), credential.range, .declared, "security-table")
        let description = table.cell(.description, in: row)?.text.text
        let scheme = SecurityStatement.scheme(
            name: name.text.text, kind: kind, description: description)
        reading.say(.security(scheme), at: name.range)
        found = true
    }
    return found
}

/// `Permission | Description` in a section about permissions: what the caller needs.
let permissionTable = Recognizer(construct: "permission-table") { node, reading in
    guard reading.around.last?.role == .permissions, let table = reading.table(node),
        let column = table.index(of: .permission)
    else { return false }
    let permissions = table.rows.compactMap { row -> Said<Permission>? in
        guard column < row.count, !row[column].isBlank else { return nil }
        let description = table.cell(.description, in: row)?.text.text
        return reading.said(
            Permission(name: withoutQuotes(row[column].text.text), description: description),
            row[column].range, .declared, "permission-table")
    }
    guard !permissions.isEmpty else { return false }
    reading.say(.permissions(permissions), at: reading.page.range(node))
    return true
}

/// "bearer token", "header `X-Token`", "header `Authorization: Token …`", "cookie `session`".
func readCredential(_ text: MarkedText) -> SecurityScheme.Kind {
    let tokens = text.tokens
    let words = tokens.map(\.word)
    guard let code = tokens.first(where: { $0.kind == .code })?.text else {
        if words.contains("bearer") { return .bearer }
        if words.contains("digest") { return .digest }
        return words.contains("basic") ? .basic : .other(text.text)
    }
    switch words.first {
    case "query": return .query(name: code)
    case "cookie": return .cookie(name: code)
    case "header":
        guard let colon = code.firstRange(of: ": ") else { return .header(name: code, prefix: "") }
        let value = code[colon.upperBound...]
        return .header(
            name: String(code[..<colon.lowerBound]),
            prefix: String(value.hasSuffix("…") ? value.dropLast() : value))
    default: return .other(text.text)
    }
}
