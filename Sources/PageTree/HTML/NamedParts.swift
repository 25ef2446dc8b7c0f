import SourceText

/// Things that a page describes in an element each, which begins with a name and goes on in rows:
/// `<div><b>Book</b> {<table>…</table>}</div><div><b>Shelf</b> {…`. The name titles what follows.
struct NamedParts {
    private(set) var parts: [TabPart] = []

    init(_ outline: ElementOutline, _ finder: RowFinder) {
        // How many leaves before each begin a row.
        var rows = [0]
        rows.reserveCapacity(outline.leaves.count + 1)
        for isTaken in finder.taken { rows.append(rows[rows.count - 1] + (isTaken ? 1 : 0)) }
        for parent in outline.elements.indices {
            let children = outline.children(parent)
            guard children.count > 1 else { continue }
            let named = children.filter { id in
                let element = outline.elements[id]
                guard element.role == .container, !element.holdsHeading, element.part == nil,
                    element.endLeaf - element.firstLeaf > 2,
                    rows[element.firstLeaf] < rows[element.endLeaf],
                    !finder.taken[element.firstLeaf]
                else { return false }
                let words = rowWords(outline.bytes, outline.leaves[element.firstLeaf])
                return words.first?.isUppercase == true && rowNameLength(words) == words.utf8.count
            }
            guard named.count > 1, named.count * 2 > children.count else { continue }
            for id in named {
                let element = outline.elements[id]
                parts.append(
                    TabPart(
                        label: [outline.leaves[element.firstLeaf]], start: element.start,
                        end: outline.afterEnd(of: id), holdsLabel: true))
            }
        }
    }
}
