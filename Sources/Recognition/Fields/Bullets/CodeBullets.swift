import APIModel
import PageTree
import SourceText

/// Bullets that are indented so far that they are code: `      * limit - how many to return`.
///
/// Only where fields are expected, and only where every line is such a bullet.
let codeBullets = Recognizer(construct: "code-bullets") { node, reading in
    guard case .codeBlock = reading.page.kind(node), reading.isInFieldSection else { return false }
    let code = reading.page.placedCode(node)
    var fields: [Field] = []
    for line in code.source.lines() {
        let text = code.source.text(line.range).trimmedASCII
        if text.isEmpty { continue }
        guard text.hasPrefix("* ") || text.hasPrefix("- "),
            let field = reading.field(
                ofBullet: MarkedText(String(text.dropFirst(2))), at: code.place(line.range), node)
        else { return false }
        fields.append(field)
    }
    guard !fields.isEmpty else { return false }
    let range = reading.page.range(node)
    reading.sayAnnounced(fields, at: range, .described, "code-bullets")
    return true
}

extension Reading {
    /// A name, perhaps with marks behind it, a dash or colon, and what it means.
    fileprivate func field(ofBullet text: MarkedText, at range: ByteRange, _ node: NodeID) -> Field?
    {
        let tokens = text.tokens
        guard
            let mark = tokens.prefix(8).firstIndex(where: {
                $0.isMark(":") || $0.isMark("-") && $0.isSpaced
            }), mark > 0,
            var field = field(
                named: Cell(
                    text: MarkedText(text.slice(0..<tokens[mark].range.lowerBound).trimmedASCII),
                    range: range, node: node), construct: "code-bullets")
        else { return nil }
        let rest = text.dropFirst(tokens[mark].range.upperBound)
        describe(
            &field, by: Cell(text: rest, range: range, node: node), construct: "code-bullets")
        return field
    }
}
