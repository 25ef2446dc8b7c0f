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
}
