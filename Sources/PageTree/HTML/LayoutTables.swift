import SourceText

extension ElementOutline {
    /// Tables that only lay a page out, with their rows and cells: a frame of one cell around a
    /// table or code, or columns of a page, with headings or tables in them.
    func layoutParts() -> [Int] {
        var parts: [Int] = []
        for id in elements.indices where elements[id].role == .table {
            let rows = children(id).flatMap { elements[$0].role == .row ? [$0] : children($0) }
            guard rows.count == 1, elements[rows[0]].role == .row else { continue }
            let cells = children(rows[0])
            let isFrame = cells.count == 1 && elements[cells[0]].holdsBlocksWithin
            let isPage = cells.contains { elements[$0].holdsHeading }
            guard isFrame || isPage, cells.allSatisfy({ elements[$0].role == .cell }) else {
                continue
            }
            parts += [id] + rows + cells
        }
        return parts
    }
}
