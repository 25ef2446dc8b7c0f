import SourceText

/// Operations that a page shows one after the other, each in an element that begins with its method
/// and path: `<div><b>GET</b> <i>/books</i> …</div><div><b>POST</b> <i>/books</i> …</div>`. What the
/// element holds, headings and all, is part of the operation.
struct RequestParts {
    let outline: ElementOutline
    private(set) var parts: [TabPart] = []

    init(_ outline: ElementOutline) {
        self.outline = outline
        var groups: [[Int]] = []
        var shapes: Set<String> = []
        for parent in outline.elements.indices {
            let found = outline.children(parent).filter(isPart)
            if found.isEmpty { continue }
            groups.append(found)
            if found.count > 1 { found.forEach { shapes.insert(shape($0)) } }
        }
        for id in groups.joined() where shapes.contains(shape(id)) {
            let element = outline.elements[id]
            let method = outline.leaves[element.firstLeaf]
            let path = outline.leaves[element.firstLeaf + 1]
            parts.append(
                TabPart(
                    label: [method, path], start: element.start,
                    end: outline.afterEnd(of: id), holdsLabel: true))
        }
    }

    private func isPart(_ id: Int) -> Bool {
        let element = outline.elements[id]
        guard element.role == .container, element.holdsHeading,
            element.endLeaf - element.firstLeaf > 3
        else { return false }
        let path = outline.leaves[element.firstLeaf + 1]
        return isMethod(outline.leaves[element.firstLeaf])
            && outline.bytes[Int(path.start)] == 0x2F
            && !rowWords(outline.bytes, path).contains(" ")
    }

    /// `GET`, `delete`, and `del`, as narrow labels have it.
    private func isMethod(_ leaf: ByteRange) -> Bool {
        switch rowWords(outline.bytes, leaf).lowercased() {
        case "get", "post", "put", "patch", "delete", "del", "head", "options": true
        default: false
        }
    }

    /// The name of an element and the first word of its class.
    private func shape(_ id: Int) -> String {
        let element = outline.elements[id]
        let words = String(
            decoding: outline.bytes[element.start..<min(element.contentStart, element.start + 60)],
            as: UTF8.self
        ).split { " \"'>".contains($0) }
        return words.prefix(3).joined(separator: " ")
    }
}
