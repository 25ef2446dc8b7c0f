import SourceText

@testable import PageTree

extension PseudoXML {
    /// Prints a reference, and the target that an embedded address makes of its text.
    mutating func printReference(_ node: NodeID, _ destination: ByteRange, _ depth: Int) {
        let source = raw(page.range(node))
        let isAnonymous = source.hasSuffix("__")
        if let child = page.firstChild(node), case .substitution(let name, _) = page.kind(child) {
            let target = ("refname", normalized(raw(name)))
            element("reference", isAnonymous ? [("anonymous", "1")] : [target], depth)
            return printInlines(of: node, depth + 1)
        }
        let isEmbedded = Int(destination.start) > Int(page.range(node).start) + 1
        guard isEmbedded else {
            let name = normalized(unescaped(raw(destination)))
            element("reference", isAnonymous ? [("anonymous", "1")] : [("refname", name)], depth)
            return printInlines(of: node, depth + 1)
        }
        let target = embeddedTarget(raw(destination))
        element("reference", [target], depth)
        let label = embeddedLabel(node, destination)
        text(label, depth + 1)
        guard !isAnonymous else { return }
        element("target", [("names", escapedName(normalized(label))), target], depth)
    }

    /// A trailing underscore names another target; anything else is an address.
    private func embeddedTarget(_ text: String) -> (String, String) {
        if text.hasSuffix("_"), !text.hasSuffix("\\_"), !text.contains("://") {
            return ("refname", normalized(unescaped(String(text.dropLast()))))
        }
        let address = unescaped(withoutBlanks(text))
        return (
            "refuri",
            address.contains("@") && !address.contains(":") ? "mailto:" + address : address
        )
    }

    /// Blanks in an address are line breaks of the page; escaped ones are meant.
    private func withoutBlanks(_ text: String) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                isEscaped = false
                result += character == " " || character == "\n" ? " " : "\\" + String(character)
            } else if character == "\\" {
                isEscaped = true
            } else if character != " ", character != "\n" {
                result.append(character)
            }
        }
        return result
    }

    private func embeddedLabel(_ node: NodeID, _ destination: ByteRange) -> String {
        let isOnlyAddress = page.firstChild(node).map { page.range($0).start >= destination.start }
        guard isOnlyAddress != true else {
            let text = raw(destination)
            if text.hasSuffix("_"), !text.hasSuffix("\\_") { return String(text.dropLast()) }
            return unescaped(withoutBlanks(text))
        }
        return page.plainText(node).split(separator: "\n").joined(separator: "\n")
    }

    /// Prints the inlines of a range that the tree holds as text, and returns their messages.
    mutating func printInlines(in range: ByteRange, _ depth: Int) -> [String] {
        let inner = page.source.bytes.withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 16) { scratch in
                var reader = RSTReader(bytes, scratch, as: page.id)
                reader.addInlines(from: Int(range.start), to: Int(range.end), in: 0)
                return Page(
                    id: page.id, source: page.source, dialect: .reStructuredText,
                    nodes: reader.tree.nodes, notes: reader.notes)
            }
        }
        var printer = PseudoXML(inner)
        printer.printInlines(of: .root, 0)
        lines += printer.lines.map { indent(depth) + $0 }
        printer.lines = []
        printer.printNotes(within: range, 0)
        return printer.lines
    }
}
