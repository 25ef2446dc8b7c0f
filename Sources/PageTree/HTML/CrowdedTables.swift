import SourceText

/// Rows of tables that say more in a cell than columns do.
extension RowFinder {
    /// Whether rows of a table say more in a cell than columns do: a name and its type in one, or a
    /// type and what is said of the member. Other tables are read as such.
    func takesTable(_ starts: [Start], in parent: Int, _ run: inout RowRun) -> Bool {
        let head = outline.tableHeader(of: parent)
        var crowded = 0
        for start in starts {
            let cells = outline.children(start.child)
            guard cells.count > 1, cells.count < 4 else { continue }
            let first = outline.elements[cells[0]]
            let second = outline.elements[cells[1]]
            let namesType =
                first.endLeaf - first.firstLeaf > 1 && start.nextLeaf > first.firstLeaf + 1
            if head == nil, namesType || second.endLeaf - second.firstLeaf > 1 { crowded += 1 }
            if head != nil, first.endLeaf - first.firstLeaf > 1, typeStands(in: first) {
                crowded += 1
            }
        }
        run.header = head
        var table = parent
        if case .transparent = outline.elements[parent].role {
            table = outline.elements[parent].parent
        }
        if outline.elements[table].role == .table, head == nil {
            let others = outline.fewChildren(of: parent, before: starts[0].child)
            run.frame = [table] + others + others.flatMap(outline.children)
        }
        return crowded * 2 >= starts.count
    }

    private func typeStands(in cell: OutlinedElement) -> Bool {
        (cell.firstLeaf + 1..<cell.endLeaf).prefix(4).contains { leaf in
            rowMark(rowWords(outline.bytes, outline.leaves[leaf]), behindType: false) == .type
        }
    }
}

extension ElementOutline {
    /// Whether the first words of an element are those of a table's column: it is around the table.
    func beginsWithHeader(_ id: Int) -> Bool {
        var id = elements[id].firstChild
        for _ in 0..<12 where id >= 0 {
            if elements[id].role == .headerCell { return true }
            let isBlank = elements[id].firstLeaf == elements[id].endLeaf
            id = isBlank ? elements[id].nextSibling : elements[id].firstChild
        }
        return false
    }

    /// The first children of an element up to one of them; none where that is far behind.
    fileprivate func fewChildren(of id: Int, before last: Int) -> [Int] {
        var found: [Int] = []
        var child = elements[id].firstChild
        while child >= 0, child != last, found.count < 64 {
            found.append(child)
            child = elements[child].nextSibling
        }
        return child == last ? found : []
    }
}
