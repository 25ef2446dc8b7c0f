import APIModel
import PageTree
import SourceText

/// A code block whose caption is a request line: `:caption: POST /orders`, `json title="GET /x"`.
///
/// The block itself is left to those that are asked next.
let codeCaption = Recognizer(construct: "code-caption") { node, reading in
    guard case .codeBlock = reading.page.kind(node) else { return false }
    guard let title = reading.page.codeTitle(of: node) else {
        reading.openComment(atHeadOf: node)
        return false
    }
    if reading.mayDeclare {
        reading.sayRequest(
            in: MarkedText(title), at: reading.page.range(node), construct: "code-caption")
    }
    return false
}

extension Reading {
    /// `// 202`, `# request`: a comment that opens a block and says what message it shows.
    fileprivate mutating func openComment(atHeadOf block: NodeID) {
        let page = page
        let lines = page.codeLines(block).map { page.raw($0.range).trimmedASCII }
        guard let first = lines.first(where: { !$0.isEmpty }), first.utf8.count <= 60,
            first.hasPrefix("//") || first.hasPrefix("# "),
            lines.contains(where: { $0.hasPrefix("{") || $0.hasPrefix("[") })
        else { return }
        let title = MarkedText(String(first.drop { $0 == "/" || $0 == "#" || $0 == " " }))
        let section = section(title, level: labelLevel, at: page.range(block))
        switch section.role {
        case .response, .responseExample, .responseFields, .requestBody, .request, .requestExample:
            openHeading(section)
        default: break
        }
    }
}
