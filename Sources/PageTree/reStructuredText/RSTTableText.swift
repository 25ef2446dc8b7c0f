import SourceText

/// A block of lines seen as a rectangle of columns, as tables drawn with text need it.
///
/// Columns count characters, wide ones twice; offsets lead back to the bytes of the page.
struct RSTTableText {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Lines of its own: cells are pushed behind those of the page while a table is read.
    let lines: [RSTLine]
    let base: Int
    /// For a line with characters beyond ASCII, the offset of each column from its text on.
    private var offsets: [[Int]]

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: ArraySlice<RSTLine>, base: Int) {
        self.bytes = bytes
        self.lines = Array(lines)
        self.base = base
        offsets = lines.map { columnOffsets(bytes, $0) }
    }

    var count: Int { lines.count }

    private func line(_ row: Int) -> RSTLine { lines[row] }

    /// Columns of a line up to its last character.
    func width(_ row: Int) -> Int {
        let line = line(row)
        guard !line.isBlank else { return 0 }
        let length = offsets[row].isEmpty ? line.end - line.text : offsets[row].count
        return line.column - base + length
    }

    /// The byte at a place; a blank beyond the line, 0xFF for a character beyond ASCII.
    func byte(_ row: Int, _ column: Int) -> UInt8 {
        let line = line(row)
        let place = column - (line.column - base)
        guard place >= 0, column < width(row) else { return 0x20 }
        guard offsets[row].isEmpty else {
            let byte = bytes[offsets[row][place]]
            return byte < 0x80 ? byte : 0xFF
        }
        return bytes[line.text + place]
    }

    /// The offset of a place, held within its line.
    func offset(_ row: Int, _ column: Int) -> Int {
        let line = line(row)
        let place = column - (line.column - base)
        guard place > 0 else { return line.text }
        guard column < width(row) else { return line.end }
        return offsets[row].isEmpty ? line.text + place : offsets[row][place]
    }

    /// The part of a line between two columns, as a line of a cell.
    func slice(_ row: Int, _ left: Int, _ right: Int) -> RSTLine {
        let line = line(row)
        var text = offset(row, left)
        var end = right >= width(row) ? line.end : offset(row, right)
        if line.isBlank || end < text { end = text }
        var column = max(base + left, line.column)
        while text < end, bytes[text] == 0x20 {
            text += 1
            column += 1
        }
        while end > text, bytes[end - 1] == 0x20 { end -= 1 }
        return RSTLine(text: text, end: end, next: end, column: text == end ? -1 : column)
    }

    /// Whether nothing but blanks stands between two columns.
    func isBlank(_ row: Int, _ left: Int, _ right: Int) -> Bool {
        slice(row, left, right).isBlank
    }

    /// Whether a line holds only a mark and one other byte, the mark first.
    func consists(_ row: Int, of mark: UInt8, and other: UInt8) -> Bool {
        let line = line(row)
        guard !line.isBlank, line.column == base, bytes[line.text] == mark else { return false }
        var index = line.text
        while index < line.end {
            if bytes[index] != mark, bytes[index] != other { return false }
            index += 1
        }
        return true
    }
}

private func columnOffsets(_ bytes: UnsafeBufferPointer<UInt8>, _ line: RSTLine) -> [Int] {
    var index = line.text
    while index < line.end, bytes[index] < 0x80 { index += 1 }
    guard index < line.end else { return [] }
    var offsets: [Int] = []
    index = line.text
    while index < line.end {
        let (scalar, length) = rstScalar(bytes, at: index, to: line.end)
        offsets.append(index)
        if columns(of: scalar) == 2 { offsets.append(index) }
        index += length
    }
    return offsets
}

extension RSTReader {
    /// Adds a cell and reads its lines as blocks of their own.
    mutating func addCell(
        _ cell: [RSTLine], _ start: Int, _ end: Int, in row: Int, columns: Int = 1, rows: Int = 1
    ) {
        let kind = Kind.tableCell(
            alignment: .none, columns: UInt8(clamping: columns), rows: UInt8(clamping: rows))
        let node = add(kind, start, max(start, end), in: row)
        var base = Int.max
        for line in cell where !line.isBlank { base = min(base, line.column) }
        tree.extend(row, to: Int(tree.nodes[node].range.end))
        guard base < Int.max else { return }
        let first = lines.count
        lines.append(contentsOf: cell)
        readBlocks(RSTRegion(first: first, last: lines.count, base: base), in: node)
        lines.removeLast(lines.count - first)
        close(node)
        tree.extend(row, to: Int(tree.nodes[node].range.end))
    }

    /// Keeps a table that cannot be read as lines of text.
    mutating func addMalformedTable(_ region: RSTRegion, _ problem: RSTNote, in parent: Int) {
        note(problem, lines[region.first].text, end(of: region))
        addCode(region, .literal, info: .empty, in: parent)
    }
}
