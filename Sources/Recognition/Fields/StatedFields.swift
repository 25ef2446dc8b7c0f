import APIModel
import JSONText
import PageTree
import SourceText

// A page whose head says `complete: true` states in its tables all there is to say. Its texts are
// text: nothing is looked for in descriptions, samples and the spelling of names.

extension Reading {
    /// A field by the name as it stands, dots and brackets included.
    func statedField(named cell: Cell, construct: Construct) -> Field? {
        let name = cell.text.text
        guard !name.isEmpty else { return nil }
        var field = Field(name: said(name, cell.range, .declared, construct))
        field.part = part(named: name, in: cell)
        if field.part == .member { field.part = .key }
        return field
    }
}

/// The values in a cell: JSON where they are literals of it, text otherwise; several are parted by
/// commas and written as JSON.
func statedValues(_ text: String) -> [JSONValue] {
    if isJSONNumber(text) { return [JSONValue(.number(text))] }
    switch text {
    case "true", "false": return [.flag(text == "true")]
    case "null": return [JSONValue(.null)]
    default: break
    }
    guard let first = text.utf8.first, [0x22, 0x5B, 0x7B].contains(first) else {
        return [.text(text)]
    }
    let document = readJSON(SourceFile(path: "", bytes: Array("[\(text)]".utf8)))
    guard document.repairs.isEmpty, document.failure == nil,
        case .array(let values)? = document.values.first?.node
    else { return [.text(text)] }
    return values
}

/// The same as text: what stands in JSON's quotation marks without them.
func statedText(_ text: String) -> String {
    guard text.hasPrefix("\""), case .string(let words)? = statedValues(text).first?.node else {
        return text
    }
    return words
}

/// A paragraph of a page that states all in tables is text, unless it is the request itself.
let statedProse = Recognizer(construct: "prose") { node, reading in
    let page = reading.page
    guard reading.isComplete, case .paragraph = page.kind(node) else { return false }
    if let only = page.onlyChild(node), case .codeSpan = page.kind(only) { return false }
    if serverParagraph.claim(node, &reading) { return true }
    let range = page.range(node)
    reading.say(
        .prose(reading.said(page.marked(node).text, range, .described, "prose")), at: range)
    return true
}
