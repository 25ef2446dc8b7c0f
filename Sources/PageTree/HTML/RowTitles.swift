import SourceText

/// Names that title the members of a row and begin none.
extension RowFinder {
    /// `<b>crew</b> <i>object</i>` behind a row for `crew`, or within it: the title of the members
    /// below it.
    func isTitle(_ start: Start, behind last: Start?, in parent: Int) -> Bool {
        if let last, kind(last.child) != kind(start.child) {
            return outline.isSameText(last.row.name, start.row.name)
        }
        let leaf = outline.elements[parent].firstLeaf
        guard taken[leaf], leaf < outline.elements[start.child].firstLeaf else { return false }
        let words = rowWords(outline.bytes, outline.leaves[leaf])
        return words.utf8.prefix(rowNameLength(words)).elementsEqual(
            outline.bytes[Int(start.row.name.start)..<Int(start.row.name.end)])
    }

    /// Whether a row without others like it says all within itself, or where it belongs. What begins
    /// with a list is around several.
    func isWhole(_ start: Start) -> Bool {
        guard start.hasPlace || start.nextLeaf <= outline.elements[start.child].endLeaf else {
            return false
        }
        var child = outline.elements[start.child].firstChild
        for _ in 0..<8 where child >= 0 {
            let element = outline.elements[child]
            guard element.firstLeaf < element.endLeaf else { return true }
            if case .list = element.role { return element.firstChild == element.lastChild }
            child = element.firstChild
        }
        return true
    }

    /// "Type:" before a type: it says what comes next, and names no member.
    func labelsType(_ leaf: Int, _ words: String) -> Bool {
        guard isLabelOfType(words), leaf + 1 < outline.leaves.count else { return false }
        let next = rowWords(outline.bytes, outline.leaves[leaf + 1])
        switch rowMark(next, behindType: false) {
        case .type, .typeName: return true
        case .typePart, .qualifier, .place, .none: return false
        }
    }
}

/// `Type:`, in a leaf of its own.
func isLabelOfType(_ words: String) -> Bool { words.lowercased() == "type:" }
