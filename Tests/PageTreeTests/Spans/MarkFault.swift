import SourceText

@testable import PageTree

/// What is wrong with the bytes under the nodes of a Markdown or HTML page: each has to begin and
/// end with the marks that make it what it is. Nil if nothing is.
func markFault(_ page: Page) -> String? {
    for index in page.nodes.indices.dropFirst() where page.nodes[index].parent != Node.none {
        let id = NodeID(index)
        let bytes = page.source.bytes[Int(page.range(id).start)..<Int(page.range(id).end)]
        guard bears(page.kind(id), bytes, page) else {
            return "\(page.kind(id)) \(page.range(id)): \(String(decoding: bytes, as: UTF8.self))"
        }
    }
    return nil
}

/// Marks by which a node of some kind may begin, and by which it may end.
private struct Marks {
    var first: String
    var last: String
}

private func bears(_ kind: Kind, _ bytes: ArraySlice<UInt8>, _ page: Page) -> Bool {
    switch kind {
    case .text: return !bytes.isEmpty && !bytes.contains { $0 == 0x0A || $0 == 0x0D }
    case .softBreak: return bytes.allSatisfy(isWhite)
    case .attribute(let name, let value):
        return lies(name, within: bytes) && lies(value, within: bytes)
    case .directive(let name, _): return lies(name, within: bytes)
    case .thematicBreak:
        return bytes.first == 0x3C || bytes.allSatisfy { isWhite($0) || "-*_".utf8.contains($0) }
    case .heading: return page.dialect == .html || isHeading(bytes)
    default: break
    }
    guard let marks = page.dialect == .html ? savedMarks(kind) : writtenMarks(kind) else {
        return true
    }
    guard let first = bytes.first, let last = bytes.last else { return false }
    return (marks.first.isEmpty || marks.first.utf8.contains(first))
        && (marks.last.isEmpty || marks.last.utf8.contains(last))
}

/// Marks of Markdown; `<` stands for the tag that means the same, `{` for a list of attributes.
private func writtenMarks(_ kind: Kind) -> Marks? {
    switch kind {
    case .entity: Marks(first: "&", last: ";t")
    case .escape: Marks(first: "\\", last: "")
    case .lineBreak: Marks(first: " \t\\<", last: "")
    case .codeSpan: Marks(first: "`<", last: "`>}")
    case .emphasis: Marks(first: "*_<", last: "*_>}")
    case .strong: Marks(first: "*_<", last: "*_>}")
    case .strikethrough: Marks(first: "~<", last: "~>}")
    case .link: Marks(first: "[<", last: ")]>}")
    case .image: Marks(first: "!", last: ")]}")
    case .htmlInline: Marks(first: "<", last: ">")
    case .anchor: Marks(first: "<", last: ">")
    case .blockQuote: Marks(first: "><{", last: "")
    case .listItem: Marks(first: "-+*0123456789<{", last: "")
    case .definitionDetails: Marks(first: ":<{", last: "")
    case .codeBlock(_, .fenced): Marks(first: "`~{", last: "")
    case .codeBlock(_, .element): Marks(first: "<{", last: "")
    case .comment: Marks(first: "<^", last: "")
    case .definition: Marks(first: "[{", last: "")
    case .attributeList, .attributeListDefinition: Marks(first: "{", last: "}")
    case .htmlBlock: Marks(first: "< {\t", last: "")
    default: nil
    }
}

/// Marks of HTML: what has no tag of its own may begin and end anywhere.
private func savedMarks(_ kind: Kind) -> Marks? {
    switch kind {
    case .entity: Marks(first: "&", last: "")
    case .lineBreak, .image: Marks(first: "<", last: ">")
    case .codeBlock: Marks(first: "<", last: "")
    default: nil
    }
}

/// `# …`, `<h1>…`, or a line of `=` or `-` below the text, with a list of attributes around it.
private func isHeading(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if "#<{".utf8.contains(first) { return true }
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    return lines.dropFirst().contains { line in
        let marks = line.filter { !isWhite($0) && $0 != 0x3E }
        return !marks.isEmpty
            && (marks.allSatisfy { $0 == 0x3D } || marks.allSatisfy { $0 == 0x2D })
    }
}

private func lies(_ range: ByteRange, within bytes: ArraySlice<UInt8>) -> Bool {
    range.isEmpty || Int(range.start) >= bytes.startIndex && Int(range.end) <= bytes.endIndex
}
