import SourceText

/// Tables that only lay a page out: a frame of one cell around a table or code, which a figure is too,
/// columns of a page, with headings or tables in them, or code beside the numbers of its lines.
struct LayoutTables {
    /// Elements that are read as if they were not there.
    private(set) var frames: [Int] = []
    /// What only numbers the lines of the code beside it.
    private(set) var lineNumbers: [ByteRange] = []
    /// Elements that are code, though no `<pre>` says so: `<code>` with blocks in it, and what has its
    /// lines numbered. What holds a table for the numbers is a frame.
    private(set) var drawnCode: [Int] = []

    init(_ outline: ElementOutline) {
        let elements = outline.elements
        var holders: Set<Int> = []
        for id in elements.indices {
            if elements[id].holdsBlocksWithin, outline.isFigure(id) { frames.append(id) }
            guard let (row, cells) = outline.onlyRow(of: id) else { continue }
            let isFrame = cells.count == 1 && elements[cells[0]].holdsBlocksWithin
            let isPage = cells.contains { elements[$0].holdsHeading }
            if outline.numbersLines(cells) {
                let around = outline.codeAround(id)
                holders.formUnion(around)
                frames += around + [id, row] + cells
                lineNumbers.append(
                    ByteRange(elements[cells[0]].contentStart, elements[cells[0]].end))
                let code = elements[cells[1]]
                if !code.holdsBlocksWithin { drawnCode.append(code.firstChild) }
            } else if isFrame || isPage {
                frames += [id, row] + cells
            }
        }
        drawnCode += elements.indices.filter {
            elements[$0].holdsBlocks && !holders.contains($0)
        }
    }
}

extension ElementOutline {
    fileprivate func isFigure(_ id: Int) -> Bool {
        isElement(bytes, elements[id].name, in: " figure ")
    }

    /// The row of a table that has nothing but cells in one.
    fileprivate func onlyRow(of table: Int) -> (row: Int, cells: [Int])? {
        guard elements[table].role == .table else { return nil }
        let rows = children(table).flatMap { elements[$0].role == .row ? [$0] : children($0) }
        guard rows.count == 1, elements[rows[0]].role == .row else { return nil }
        let cells = children(rows[0])
        return cells.allSatisfy { elements[$0].role == .cell } ? (rows[0], cells) : nil
    }

    /// `<pre><code>` right around a table.
    fileprivate func codeAround(_ table: Int) -> [Int] {
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
    fileprivate func numbersLines(_ cells: [Int]) -> Bool {
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
