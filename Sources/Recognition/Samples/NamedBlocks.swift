import APIModel
import JSONText
import PageTree
import SourceText

/// JSON that a template keeps under a name, for holes on any page of the site to show.
package struct NamedBlock: Sendable {
    package var name: String
    package var content: Content

    package enum Content: Sendable {
        case sample(Sample)
        /// Another file of the site holds it.
        case file(String)
    }

    package init(name: String, content: Content) {
        self.name = name
        self.content = content
    }
}

/// `<% content_for :name do %> {…} <% end %>`, `{% capture name %} {…} {% endcapture %}`: text
/// kept for later, here where it is JSON.
let namedBlock = Recognizer(construct: "named-block") { node, reading in
    let page = reading.page
    guard case .directive(let name, let syntax) = page.kind(node), keepsText(page.raw(name)),
        syntax == .erb || syntax == .liquid, let first = page.arguments(of: node).first
    else { return false }
    let named = plainName(first.value)
    guard !named.isEmpty else { return false }
    if let path = readFile(page.arguments(of: node).dropFirst().map(\.value)) {
        reading.items.append(.block(NamedBlock(name: named, content: .file(path))))
        return true
    }
    guard let inner = page.content(of: node) else { return false }
    let document = readJSON(page.source.lines(in: inner), of: page.source)
    guard document.failure == nil, document.values.contains(where: \.isCollection) else {
        return false
    }
    let sample = Sample(
        document: document, evidence: reading.evidence(inner, .exemplified, "named-block"))
    reading.items.append(.block(NamedBlock(name: named, content: .sample(sample))))
    return true
}

extension Reading {
    /// Pages may show a file that is JSON as a whole by its path.
    mutating func jsonFile() {
        guard page.source.path.hasSuffix(".json") else { return }
        let document = readJSON(page.source)
        guard document.isStrict else { return }
        let sample = Sample(
            document: document, evidence: evidence(page.range(.root), .exemplified, "file"))
        items.append(.block(NamedBlock(name: "", content: .sample(sample))))
    }
}

/// Tags of template languages that keep what they enclose under a name.
private func keepsText(_ tag: String) -> Bool {
    switch tag {
    case "content_for", "provide", "capture", "macro", "block": true
    default: false
    }
}

/// A symbol, a quoted name or a macro with its parameters as a bare name.
private func plainName(_ text: String) -> String {
    var name = ""
    for character in text.unicodeScalars {
        if character.isNameScalar {
            name.unicodeScalars.append(character)
        } else if !name.isEmpty {
            break
        }
    }
    return name
}

/// The path of `File.read("…")` among the arguments of a tag.
private func readFile(_ arguments: [String]) -> String? {
    guard let call = arguments.first(where: { $0.hasPrefix("File.read(") }) else { return nil }
    let path = call.dropFirst("File.read(".utf8.count).filter {
        $0 != "'" && $0 != "\"" && $0 != ")"
    }
    return path.isEmpty ? nil : path
}

extension JSONValue {
    /// An object or a list, which only a sample is; a lone word may be prose.
    fileprivate var isCollection: Bool {
        switch node {
        case .object, .array: true
        default: false
        }
    }
}

extension Page {
    /// The bytes between the opening and the closing tag of a directive.
    fileprivate func content(of node: NodeID) -> ByteRange? {
        let range = range(node)
        var start = Int(range.start) + 2
        var end = Int(range.end) - 2
        while start + 1 < end, !isTagEnd(at: start) { start += 1 }
        while end > start, !isTagStart(at: end) { end -= 1 }
        guard start + 2 < end else { return nil }
        return ByteRange(start + 2, end)
    }

    private func isTagEnd(at index: Int) -> Bool {
        let bytes = source.bytes
        return bytes[index] == 0x25 && (bytes[index + 1] == 0x3E || bytes[index + 1] == 0x7D)
    }

    private func isTagStart(at index: Int) -> Bool {
        let bytes = source.bytes
        return bytes[index + 1] == 0x25 && (bytes[index] == 0x3C || bytes[index] == 0x7B)
    }
}

extension Unicode.Scalar {
    /// What names of blocks are made of.
    fileprivate var isNameScalar: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }
}

/// The names in a hole that may be a block's: `<%= yield_content :name, state: "x" %>` has
/// `yield_content` and `name`, `{{ name }}` has one.
func blockNames(in hole: String) -> [String] {
    guard hole.hasPrefix("<%") || hole.hasPrefix("{{") || hole.hasPrefix("{%") else { return [] }
    var names: [String] = []
    var name = ""
    for character in hole.unicodeScalars {
        if character.isNameScalar {
            name.unicodeScalars.append(character)
        } else if !name.isEmpty {
            names.append(name)
            if names.count == 2 { return names }
            name = ""
        }
    }
    return names
}
