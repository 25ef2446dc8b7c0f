import SourceText

extension ElementOutline {
    /// Tables that only lay a page out, with their rows and cells: a frame of one cell around a
    /// table or code, which a figure is too, columns of a page, with headings or tables in them, or
    /// code beside the numbers of its lines.
    func layoutParts() -> [Int] {
        let figures = elements.indices.filter {
            elements[$0].holdsBlocksWithin && isElement(bytes, elements[$0].name, in: " figure ")
        }
        return figures
            + tablesOfOneRow().flatMap { table, row, cells -> [Int] in
                let isFrame = cells.count == 1 && elements[cells[0]].holdsBlocksWithin
                let isPage = cells.contains { elements[$0].holdsHeading }
                if numbersLines(cells) { return codeAround(table) + [table, row] + cells }
                return isFrame || isPage ? [table, row] + cells : []
            }
    }

    /// What only numbers the lines of the code beside it.
    func lineNumbers() -> [ByteRange] {
        tablesOfOneRow().filter { numbersLines($0.cells) }.map { _, _, cells in
            ByteRange(elements[cells[0]].contentStart, elements[cells[0]].end)
        }
    }

    /// Elements that are code, though no `<pre>` says so: `<code>` with blocks in it, and what has its
    /// lines numbered. What holds a table for the numbers is a frame.
    func drawnCode() -> [Int] {
        let numbered = tablesOfOneRow().filter { numbersLines($0.cells) }
        let frames = Set(numbered.flatMap { codeAround($0.table) })
        let parts = numbered.map { elements[$0.cells[1]] }.filter { !$0.holdsBlocksWithin }
        return elements.indices.filter { elements[$0].holdsBlocks && !frames.contains($0) }
            + parts.map(\.firstChild)
    }

    /// Tables with nothing but cells in one row.
    private func tablesOfOneRow() -> [(table: Int, row: Int, cells: [Int])] {
        elements.indices.compactMap { id in
            guard elements[id].role == .table else { return nil }
            let rows = children(id).flatMap { elements[$0].role == .row ? [$0] : children($0) }
            guard rows.count == 1, elements[rows[0]].role == .row else { return nil }
            let cells = children(rows[0])
            guard cells.allSatisfy({ elements[$0].role == .cell }) else { return nil }
            return (id, rows[0], cells)
        }
    }

    /// `<pre><code>` right around a table.
    private func codeAround(_ table: Int) -> [Int] {
        var found: [Int] = []
        var id = elements[table].parent
        while found.count < 4, id > 0,
            elements[id].role == .preformatted || elements[id].holdsBlocks
        {
            found.append(id)
            id = elements[id].parent
        }
        return found
    }

    /// `<td><pre>1 2 3</pre></td><td><pre>` and code: highlighters put the numbers of lines into a cell
    /// of their own, so that they are not copied with the code. Some draw a line as a block.
    private func numbersLines(_ cells: [Int]) -> Bool {
        guard cells.count == 2,
            !(cells[0]..<cells[1]).contains(where: { elements[$0].role == .table })
        else { return false }
        let numbers = elements[cells[0]]
        let code = elements[cells[1]]
        let count = numbers.endLeaf - numbers.firstLeaf
        // A lone number before a block may count anything, unless its cell says that it is a gutter.
        let isGutter = count > 1 || isElement(bytes, numbers.classes, in: " gutter ")
        let isDrawn = isGutter && code.firstChild >= 0 && code.firstChild == code.lastChild
        guard numbers.holdsBlocksWithin && code.holdsBlocksWithin || isDrawn, count > 0 else {
            return false
        }
        return leaves[numbers.firstLeaf..<numbers.endLeaf].allSatisfy { leaf in
            bytes[Int(leaf.start)..<Int(leaf.end)].allSatisfy { isDigit($0) || isWhite($0) }
        }
    }
}
