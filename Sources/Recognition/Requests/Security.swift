import APIModel
import PageTree
import SourceText

/// Bullets under a security heading: `**BearerAuth**: Bearer token …`, `**Permissions**: …`.
let securityBullets = Recognizer(construct: "security-bullets") { node, reading in
    let page = reading.page
    guard case .list = page.kind(node), reading.around.contains(where: { $0.role == .security })
    else { return false }
    var found = false
    for item in page.children(node) {
        let text = page.marked(item)
        guard let colon = text.text.firstIndex(of: ":") else { continue }
        let name = String(text.text[..<colon]).trimmedASCII
        let range = page.range(item)
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
        }
    }
    return found
}

/// The scheme that a name and a sentence describe.
func securityKind(named name: String, text: String) -> SecurityScheme.Kind? {
    let words = (name + " " + text).lowercased()
    if words.contains("bearer") { return .bearer }
    if words.contains("digest") { return .digest }
    if words.contains("basic") { return .basic }
    if words.contains("oauth") || words.contains("openid") { return .other(name) }
    return nil
}
