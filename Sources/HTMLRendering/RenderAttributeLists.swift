import PageTree
import SourceText

/// The `{: … }` lists of kramdown.
extension HTMLWriter {
    /// Classes, identifier and attributes of the `{: … }` lists that belong to a node.
    mutating func writeAttributes(of id: NodeID, leavesLanguage: Bool = false) {
        var attributes: [(name: ByteRange, values: [ByteRange])] = []
        let lists = page.children(id).filter { child in
            if case .attributeList = page.kind(child) { true } else { false }
        }
        var met: Set<String> = []
        gatherAttributes(of: lists, into: &attributes, &met)
        if leavesLanguage { attributes.removeAll { isLanguage($0.name, $0.values[0]) } }
        for attribute in attributes {
            output.append(0x20)
            switch page.source.bytes[Int(attribute.name.start)] {
            case 0x2E: write("class")
            case 0x23: write("id")
            default: writeRaw(attribute.name)
            }
            write("=\"")
            for (index, value) in attribute.values.enumerated() {
                if index > 0 { output.append(0x20) }
                writeDecoded(value)
            }
            write("\"")
        }
    }

    /// The language that an attribute list gives to code without one.
    func languageClass(of id: NodeID) -> ByteRange? {
        for list in page.children(id) {
            guard case .attributeList = page.kind(list) else { continue }
            for child in page.children(list) {
                if case .attribute(let name, let value) = page.kind(child), isLanguage(name, value)
                {
                    return value
                }
            }
        }
        return nil
    }

    private func isLanguage(_ name: ByteRange, _ value: ByteRange) -> Bool {
        page.raw(name) == "." && page.raw(value).hasPrefix("language-")
    }

    /// Classes add up; of anything else the last one counts. What lists take over by name comes
    /// before what they say themselves.
    private func gatherAttributes(
        of lists: [NodeID], into attributes: inout [(name: ByteRange, values: [ByteRange])],
        _ met: inout Set<String>
    ) {
        for argument in lists.flatMap({ page.children($0) }) {
            guard case .attribute(let name, let value) = page.kind(argument), name.isEmpty,
                met.insert(page.raw(value)).inserted
            else { continue }
            gatherAttributes(of: definitions(of: page.raw(value)), into: &attributes, &met)
        }
        for argument in lists.flatMap({ page.children($0) }) {
            guard case .attribute(let name, let value) = page.kind(argument), !name.isEmpty else {
                continue
            }
            let text = page.raw(name)
            if let known = attributes.firstIndex(where: { page.raw($0.name) == text }) {
                if text == "." {
                    attributes[known].values.append(value)
                } else {
                    attributes[known].values = [value]
                }
            } else {
                attributes.append((name, [value]))
            }
        }
    }

    private func definitions(of name: String) -> [NodeID] {
        attributeDefinitions.filter { definition in
            guard case .attributeListDefinition(let own) = page.kind(definition) else {
                return false
            }
            return page.raw(own) == name
        }
    }
}
