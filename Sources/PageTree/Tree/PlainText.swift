import SourceText

extension Page {
    /// The words a reader sees in a node: marks removed, entities and escapes decoded, a line
    /// break as one space, code lines joined by newlines.
    package func plainText(_ id: NodeID) -> String {
        var bytes: [UInt8] = []
        appendPlainText(id, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The lines of a code block joined by LF, each without its container's indentation.
    package func code(_ id: NodeID) -> String {
        plainText(id)
    }

    private func appendPlainText(_ id: NodeID, to output: inout [UInt8]) {
        let node = self[id]
        switch node.kind {
        case .text:
            append(node.range, to: &output)
        case .escape:
            append(ByteRange(Int(node.range.start) + 1, Int(node.range.end)), to: &output)
        case .entity(let first, let second):
            append(scalar: first, to: &output)
            if second != 0 { append(scalar: second, to: &output) }
        case .softBreak, .lineBreak:
            output.append(0x20)
        case .autolink(let destination):
            append(destination, to: &output)
        case .codeLine(let padding):
            output.append(contentsOf: repeatElement(0x20, count: Int(padding)))
            if node.firstChild == Node.none {
                append(node.range, to: &output)
            } else {
                for child in children(id) { appendPlainText(child, to: &output) }
            }
            if let next = next(id), case .codeLine = kind(next) { output.append(0x0A) }
        case .substitution(_, let definition) where definition != Node.none:
            output += Array(replacement(of: NodeID(Int(definition))).utf8)
        case .substitution(let name, _):
            output.append(0x7C)
            append(name, to: &output)
            output.append(0x7C)
        case .htmlInline, .comment, .attribute, .attributeList, .attributeListDefinition,
            .definition,
            .anchor:
            break
        default:
            var child = firstChild(id)
            while let current = child {
                let before = output.count
                appendPlainText(current, to: &output)
                child = next(current)
                if child != nil, isBlock(current), output.count > before { output.append(0x0A) }
            }
        }
    }

    /// Whether a node is a block, so that its text stands on lines of its own.
    package func isBlock(_ id: NodeID) -> Bool {
        switch kind(id) {
        case .text, .entity, .escape, .softBreak, .lineBreak, .codeSpan, .emphasis, .strong,
            .strikethrough, .link, .image, .autolink, .htmlInline, .anchor, .role, .substitution,
            .footnoteReference, .codeLine, .attribute, .attributeList:
            return false
        case .document, .frontMatter, .embedded, .blockQuote, .list, .listItem, .definitionList,
            .definitionTerm, .definitionDetails, .fieldList, .field, .directive, .heading,
            .paragraph, .thematicBreak, .codeBlock, .table, .tableRow, .tableCell, .htmlBlock,
            .comment, .lineBlock, .definition, .attributeListDefinition, .substitutionDefinition,
            .footnote:
            return true
        }
    }

    private func append(_ range: ByteRange, to output: inout [UInt8]) {
        guard range.end <= source.bytes.count else { return }
        output.append(contentsOf: source.bytes[Int(range.start)..<Int(range.end)])
    }

    private func append(scalar: UInt32, to output: inout [UInt8]) {
        let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
        output.append(contentsOf: Array(String(Character(scalar)).utf8))
    }
}
