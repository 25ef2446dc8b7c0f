import SourceText

/// Answers that a page tells of in an element each, which begins with its number:
/// `<div><button><b>404</b> Not there</button><div>…</div></div>`, or a row of a table whose cells
/// hold samples. What the element holds stands under its number, as under a heading.
struct StatusParts {
    let outline: ElementOutline
    private(set) var parts: [TabPart] = []
    /// Headers of tables whose rows are parts.
    private(set) var headers: [ByteRange] = []
    private var taken: Set<Int> = []

    init(_ outline: ElementOutline) {
        self.outline = outline
        for id in outline.elements.indices.reversed() { find(in: id, atLeast: 2) }
        for id in outline.elements.indices { find(in: id, atLeast: 1) }
    }

    private mutating func find(in parent: Int, atLeast least: Int) {
        var found: [Int] = []
        var child = outline.elements[parent].firstChild
        while child >= 0 {
            if isPart(child) { found.append(child) }
            child = outline.elements[child].nextSibling
        }
        guard let first = found.first, found.count >= least else { return }
        if outline.elements[first].role == .row {
            let hasBlocks = found.contains { outline.elements[$0].holdsBlocksWithin }
            guard hasBlocks else { return }
            if let header = outline.tableHeader(of: parent) { headers.append(header) }
        }
        for child in found {
            let leaf = outline.elements[child].firstLeaf
            taken.insert(leaf)
            let element = outline.elements[child]
            parts.append(
                TabPart(
                    label: [outline.leaves[leaf]], start: element.start,
                    end: outline.afterEnd(of: child), holdsLabel: true))
        }
    }

    private func isPart(_ id: Int) -> Bool {
        let element = outline.elements[id]
        switch element.role {
        case .container, .row: break
        default: return false
        }
        guard element.endLeaf - element.firstLeaf > 1, element.part == nil,
            !taken.contains(element.firstLeaf), isStatus(outline.leaves[element.firstLeaf])
        else { return false }
        return !beginsWithHeading(id)
    }

    /// `404`, a number that is one of an answer's.
    private func isStatus(_ leaf: ByteRange) -> Bool {
        let words = rowWords(outline.bytes, leaf)
        guard words.utf8.count == 3, let number = Int(words) else { return false }
        switch number {
        case 200...208, 226, 300...308, 400...431, 451, 500...511: return true
        default: return false
        }
    }

    private func beginsWithHeading(_ id: Int) -> Bool {
        var child = id
        for _ in 0..<16 {
            if case .heading = outline.elements[child].role { return true }
            if case .list = outline.elements[child].role { return true }
            let next = outline.elements[child].firstChild
            guard next >= 0, outline.elements[next].firstLeaf == outline.elements[id].firstLeaf
            else { return false }
            child = next
        }
        return true
    }
}

extension ElementOutline {
    /// The rows of headers that stand before the rows of a table.
    func tableHeader(of parent: Int) -> ByteRange? {
        var table = parent
        if case .transparent = elements[parent].role { table = elements[parent].parent }
        guard table >= 0 else { return nil }
        var first = elements[table].firstChild
        while first >= 0, isElement(bytes, elements[first].name, in: " caption colgroup ") {
            first = elements[first].nextSibling
        }
        guard first >= 0 else { return nil }
        let isHead = isElement(bytes, elements[first].name, in: " thead ")
        let row = isHead || first != parent ? first : elements[parent].firstChild
        let cell = elements[row].firstChild
        let isHeaderRow = cell >= 0 && elements[cell].role == .headerCell
        guard isHead || isHeaderRow else { return nil }
        return ByteRange(elements[row].start, afterEnd(of: row))
    }
}
