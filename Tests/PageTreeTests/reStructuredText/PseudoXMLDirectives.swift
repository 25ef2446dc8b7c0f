import SourceText

@testable import PageTree

extension PseudoXML {
    mutating func printDirective(_ block: NodeID, _ name: String, _ depth: Int) {
        var attributes = self.attributes(of: block)
        let blocks = children(block).filter { !isAttribute($0) }
        if name == "raw" {
            element("raw", [("format", argument(block)), ("xml:space", "preserve")], depth)
            return text(page.plainText(block), depth + 1)
        }
        let title = argument(block)
        if name.lowercased() == "admonition", !attributes.contains(where: { $0.0 == "classes" }) {
            attributes.append(("classes", "admonition-" + identifier(title)))
        }
        element(name.lowercased(), attributes, depth)
        if !title.isEmpty {
            element("title", [], depth + 1)
            text(title, depth + 2)
        }
        printBlocks(blocks, depth + 1)
    }

    func isAttribute(_ node: NodeID) -> Bool {
        if case .attribute = page.kind(node) { return true }
        return false
    }

    func argument(_ block: NodeID) -> String {
        children(block).compactMap { child in
            guard case .attribute(let name, let value) = page.kind(child), name.isEmpty else {
                return nil
            }
            return raw(value)
        }.joined(separator: "\n")
    }

    func option(_ name: String, of block: NodeID) -> String? {
        for child in children(block) {
            if case .attribute(let range, let value) = page.kind(child), raw(range) == name {
                return raw(value)
            }
        }
        return nil
    }

    /// The options every directive has: a class, and a name that also makes an identifier.
    func attributes(of block: NodeID, classes: [String] = []) -> [(String, String)] {
        var attributes: [(String, String)] = []
        let own = option("class", of: block).map { [$0] } ?? []
        if !(classes + own).isEmpty {
            attributes.append(("classes", (classes + own).joined(separator: " ")))
        }
        if let name = option("name", of: block) {
            attributes.append(("ids", identifier(name)))
            attributes.append(("names", escapedName(normalized(name))))
        }
        return attributes
    }

    mutating func printCode(
        _ block: NodeID, _ info: ByteRange, _ style: CodeStyle, _ depth: Int
    ) {
        var attributes = [("xml:space", "preserve")]
        if style == .fenced {
            let language = info.isEmpty ? [] : [raw(info)]
            attributes += self.attributes(of: block, classes: ["code"] + language)
        }
        element("literal_block", attributes, depth)
        let numbers = option("number-lines", of: block)
        let code = page.plainText(block)
        guard let numbers else { return text(code, depth + 1) }
        let first = Int(numbers) ?? 1
        let parts = code.split(separator: "\n", omittingEmptySubsequences: false)
        let width = "\(first + parts.count - 1)".count
        for (index, part) in parts.enumerated() {
            let number = "\(first + index)"
            element("inline", [("classes", "ln")], depth + 1)
            text(String(repeating: " ", count: width - number.count) + number + " ", depth + 2)
            text(String(part), depth + 1)
        }
    }
}
