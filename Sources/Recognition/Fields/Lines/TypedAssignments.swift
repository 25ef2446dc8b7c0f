import APIModel
import PageTree
import SourceText

/// `id=[integer]`, a parameter a line: its name, and the type in brackets in the place of a value.
///
/// A label may stand before them on their line: "URL parameters: `id=[integer]` where …".
let typedAssignments = Recognizer(construct: "typed-assignments") { node, reading in
    let page = reading.page
    var lines: [String] = []
    var role: SectionRole?
    switch page.kind(node) {
    case .codeBlock:
        let code = page.code(node)
        guard code.utf8.count <= 2000 else { return false }
        lines = code.split(separator: "\n").map(String.init)
    case .paragraph:
        let text = page.marked(node).text
        guard text.utf8.count <= 2000, text.contains("=[") else { return false }
        if let colon = text.firstIndex(of: ":"),
            case .strong? = page.firstChild(node).map(page.kind)
        {
            role = classifyHeading(MarkedText(String(text[..<colon]))).role
            lines = text[text.index(after: colon)...].split(separator: "\n").map(String.init)
        } else {
            lines = text.split(separator: "\n").map(String.init)
        }
        lines = lines.flatMap(\.assignmentsInARow)
    case .list: return reading.sayTypedBullets(of: node)
    default: return false
    }
    let range = page.range(node)
    let fields = lines.compactMap { reading.typedAssignment($0, at: range) }
    guard !fields.isEmpty, fields.count == lines.count else { return false }
    switch role {
    case nil, .parameters, .requestBody: break
    default: return false
    }
    reading.say(fields, role, at: range, .declared, "typed-assignments")
    return true
}

extension Reading {
    /// "- Required: `id=[integer]`", "- Optional: `since=[date]`, `limit=[integer]`".
    fileprivate mutating func sayTypedBullets(of list: NodeID) -> Bool {
        let range = page.range(list)
        var fields: [Field] = []
        for item in page.children(list) {
            guard let first = page.firstChild(item), page.next(first) == nil else { return false }
            var text = page.marked(first).text
            guard text.utf8.count <= 500, text.contains("=[") else { return false }
            var required: Bool?
            if let colon = text.firstIndex(of: ":"), let sign = text.firstIndex(of: "="),
                colon < sign
            {
                let label = classifyHeading(MarkedText(String(text[..<colon]))).role
                guard case .parameters(_, let presence) = label else { return false }
                required = presence
                text = String(text[text.index(after: colon)...])
            }
            for part in text.assignments {
                guard var field = typedAssignment(part, at: range) else { return false }
                field.required = required.map { said($0, range, .declared, "typed-assignments") }
                fields.append(field)
            }
        }
        guard !fields.isEmpty else { return false }
        say(fields, at: range, .declared, "typed-assignments")
        return true
    }

    func typedAssignment(_ line: String, at range: ByteRange) -> Field? {
        let text = line.filter { $0 != "`" }.trimmedASCII
        guard let equals = text.firstIndex(of: "="), let close = text.firstIndex(of: "]") else {
            return nil
        }
        let name = text[..<equals]
        let value = text[text.index(after: equals)...]
        guard value.hasPrefix("["), !name.isEmpty, name.utf8.allSatisfy(isWordByte),
            close > equals, let type = readType(String(value.prefix(upTo: close).dropFirst())),
            type.isKnown
        else { return nil }
        var field = Field(name: said(String(name), range, .declared, "typed-assignments"))
        field.type = said(type, range, .declared, "typed-assignments")
        let words = text[text.index(after: close)...].trimmedASCII
        if !words.isEmpty {
            field.description = said(words, range, .described, "typed-assignments")
        }
        return field
    }
}

extension String {
    /// `a=[x], b=[y, z]` at the commas between brackets.
    fileprivate var assignments: [String] {
        var parts: [String] = []
        var part = ""
        for character in self {
            if character == ",", part.contains("]") {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
        }
        if !part.trimmedASCII.isEmpty { parts.append(part) }
        return parts
    }
}

extension String {
    /// `a=[x] b=[y]`, whose line was broken where a space is.
    var assignmentsInARow: [String] {
        let words = split(separator: " ")
        guard words.count > 1, words.count <= 60 else { return [self] }
        var parts: [String] = []
        for word in words {
            let opens = word.contains("=[") && parts.last?.contains("]") == true
            if parts.isEmpty || opens {
                parts.append(String(word))
            } else {
                parts[parts.count - 1] += " " + word
            }
        }
        return parts
    }
}
