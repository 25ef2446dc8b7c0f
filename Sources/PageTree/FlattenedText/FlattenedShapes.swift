import SourceText

/// What lines of a page whose markup is lost look like.
enum FlattenedShape: Equatable {
    /// Rows of cells between bars.
    case table
    /// A table without bars: its cells stand in columns, one a line, or one behind the other.
    case cells
    /// Brackets that balance, lines joined by backslashes, a message, lines of a program.
    case code
    /// Lines that begin with a bullet.
    case list
    /// A word in capitals and a path.
    case path
    /// A short line without punctuation at its end, which may be a heading.
    case label
    case text
}

/// Lines that belong together, and what they look like.
struct FlattenedBlock {
    let shape: FlattenedShape
    let first: Int
    /// One past the last line.
    let last: Int
    /// What a table without bars holds.
    var table: FlattenedTable?
}

extension FlattenedReader {
    mutating func blocks() -> [FlattenedBlock] {
        var blocks: [FlattenedBlock] = []
        var index = next(from: 0)
        while index < lines.count {
            let block = block(at: index, below: blocks.last?.shape)
            blocks.append(block)
            index = next(from: block.last)
        }
        return blocks
    }

    private mutating func block(at index: Int, below above: FlattenedShape?) -> FlattenedBlock {
        if above == .code, isCallAlone(lines[index]) {
            return FlattenedBlock(shape: .code, first: index, last: index + 1)
        }
        let (shape, last) = shape(at: index)
        guard shape == .label || shape == .text, let table = cells(at: index) else {
            return FlattenedBlock(shape: shape, first: index, last: max(last, index + 1))
        }
        return FlattenedBlock(shape: .cells, first: index, last: table.last, table: table)
    }

    private mutating func shape(at index: Int) -> (FlattenedShape, last: Int) {
        if let last = codeEnd(at: index) { return (.code, last) }
        if isPath(index) { return (.path, index + 1) }
        if isBullet(index) { return (.list, listEnd(at: index)) }
        if let last = tableEnd(at: index) { return (.table, last) }
        return (isLabel(index) ? .label : .text, index + 1)
    }

    private func isLabel(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.end - line.text <= 72, !holds(0x7C, line) else { return false }
        switch bytes[line.end - 1] {
        case 0x2E, 0x2C, 0x3B, 0x21, 0x3F, 0x7B, 0x5B, 0x5C: return false
        default: return isWordStart(bytes[line.text])
        }
    }

    private func isWordStart(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte >= 0x80 || byte == 0x2F || byte == 0x5F || byte == 0x24
    }

    func isSentence(_ index: Int) -> Bool {
        let line = lines[index]
        return bytes[line.end - 1] == 0x2E || line.end - line.text > 72
    }

    func holds(_ byte: UInt8, _ line: RSTLine) -> Bool {
        var index = line.text
        while index < line.end {
            if bytes[index] == byte { return true }
            index += 1
        }
        return false
    }

    /// `GET /path`, `POST https://host/path`, `PUT <address>/path`.
    func isPath(_ index: Int) -> Bool {
        let line = lines[index]
        var end = line.text
        while end < line.end, bytes[end] >= 0x41, bytes[end] <= 0x5A { end += 1 }
        guard end - line.text >= 3, end - line.text <= 8, end + 1 < line.end, bytes[end] == 0x20
        else { return false }
        let first = bytes[end + 1]
        if first == 0x2F || first == 0x3C || first == 0x7B { return holds(0x2F, line) }
        var index = end + 1
        while index < line.end, bytes[index] != 0x20 {
            if bytes[index] == 0x2F { return true }
            index += 1
        }
        return false
    }
}
