import APIModel
import PageTree
import SourceText

/// "**Required parameters**: `title` for the list, and `color`": fields in a sentence behind a
/// label that says what they are.
///
/// Only code that opens the sentence, or an item of its enumeration, names a field; other code is
/// told of one.
let sentenceFields = Recognizer(construct: "sentence-fields") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node), let label = page.firstChild(node) else { return false }
    if reading.sayPlaceholder(of: node) || reading.sayLabelledFields(of: node) { return true }
    switch page.kind(label) {
    case .strong, .emphasis: break
    default: return false
    }
    let role = classifyHeading(page.marked(label)).role
    switch role {
    case .parameters, .requestBody: break
    default: return false
    }
    // "Parameter: `q`" over "Default value: …" labels its lines.
    guard !page.children(node).contains(where: { page.kind($0) == .lineBreak }) else {
        return false
    }
    let fields = reading.sentenceFields(behind: label)
    guard !fields.isEmpty else { return false }
    let range = page.range(node)
    reading.say(fields, role, at: range, .declared, "sentence-fields")
    return true
}

extension Reading {
    fileprivate func sentenceFields(behind label: NodeID) -> [Field] {
        var fields: [Field] = []
        let isOfSeveral = page.marked(label).text.lowercased().contains("parameters")
        var text = page.marked(label).text.hasSuffix(":") ? ":" : ""
        for node in page.siblings(behind: label) {
            guard case .codeSpan = page.kind(node) else {
                text += page.marked(inlines: [node]).text
                continue
            }
            // "`id` of the list and `place`, from one": several are announced, and this is the second.
            let isSecond =
                isOfSeveral && fields.count == 1 && MarkedText(text).tokens.last?.word == "and"
            if opensItem(text, isFirst: fields.isEmpty) || isSecond,
                let field = field(named: cell(node), construct: "sentence-fields")
            {
                fields.append(field)
            } else if fields.isEmpty {
                return []
            }
            text = ""
        }
        return fields
    }

    /// Whether the words before a name are nothing but the marks between items.
    private func opensItem(_ text: String, isFirst: Bool) -> Bool {
        let words = MarkedText(text).tokens
        if isFirst { return words.count == 1 && words[0].isMark(":") }
        guard let last = words.last else { return false }
        return last.isMark(",")
            || ["and", "or"].contains(last.word)
                && (words.count == 1 || words.dropLast().last?.isMark(",") == true)
    }
}
