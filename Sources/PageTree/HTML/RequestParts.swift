import SourceText

/// Operations that a page shows one after the other, each in an element that begins with its method
/// and path: `<div><b>GET</b> <i>/books</i> …</div><div><b>POST</b> <i>/books</i> …</div>`. What the
/// element holds, headings and all, is part of the operation. Elements that hold nothing else may stand
/// around each, and a path may be drawn in steps: `<i>/books</i><i>/{id}</i>`.
struct RequestParts {
    let outline: ElementOutline
    private(set) var parts: [TabPart] = []

    init(_ outline: ElementOutline) {
        self.outline = outline
        var groups: [[Int]] = []
        var shapes: Set<String> = []
        for parent in outline.elements.indices {
            let found = outline.children(parent).compactMap(part)
            if found.isEmpty { continue }
            groups.append(found)
            if found.count > 1 { found.forEach { shapes.insert(shape($0)) } }
        }
        for id in groups.joined() where shapes.contains(shape(id)) {
            let element = outline.elements[id]
            let method = outline.leaves[element.firstLeaf]
            parts.append(
                TabPart(
                    label: [method, path(of: element)], start: element.start,
                    end: outline.afterEnd(of: id), holdsLabel: true))
        }
    }

    /// The part that an element is, or that it holds and nothing else.
    private func part(_ id: Int) -> Int? {
        var child = id
        for _ in 0..<6 where child >= 0 {
            if isPart(child) { return child }
            let element = outline.elements[child]
            guard element.firstChild == element.lastChild else { return nil }
            child = element.firstChild
        }
        return nil
    }

    /// All steps of a path that stand in one element.
    private func path(of element: OutlinedElement) -> ByteRange {
        let first = outline.leaves[element.firstLeaf + 1]
        var last = element.firstLeaf + 1
        while last + 1 < min(element.endLeaf, element.firstLeaf + 40),
            continuesPath(outline.leaves[last + 1], behind: outline.leaves[last])
        {
            last += 1
        }
        return ByteRange(Int(first.start), Int(outline.leaves[last].end))
    }

    /// `/{id}` or `{id}`, with nothing but tags before it.
    private func continuesPath(_ leaf: ByteRange, behind last: ByteRange) -> Bool {
        let first = outline.bytes[Int(leaf.start)]
        let before = outline.bytes[Int(leaf.start) - 1]
        guard first == 0x2F || first == 0x7B || outline.bytes[Int(last.end) - 1] == 0x2F,
            before == 0x3E
        else { return false }
        return !rowWords(outline.bytes, leaf).contains(" ")
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
