import SourceText

/// The rest of one line while containers and block starts consume it.
///
/// Columns follow tab stops of four; a tab may be consumed in part.
struct LineCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Next byte; stays on a tab that was consumed in part.
    var position = 0
    /// One past the last byte of the line.
    var end = 0
    var column = 0
    var isInsideTab = false
    /// First byte that is neither space nor tab.
    var nonspace = 0
    /// Columns from `position` to `nonspace`.
    var indent = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isBlank: Bool { nonspace >= end }
    var isIndented: Bool { indent >= 4 }

    /// The first byte after the indentation, 0 on a blank line.
    var first: UInt8 { nonspace < end ? bytes[nonspace] : 0 }

    func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

    mutating func start(_ line: LineSlice) {
        position = Int(line.start)
        end = Int(line.end)
        column = 0
        isInsideTab = false
        measureIndent()
    }

    mutating func measureIndent() {
        var index = position
        var reached = column
        while index < end {
            let byte = bytes[index]
            if byte == 0x20 {
                reached += 1
            } else if byte == 0x09 {
                reached += 4 - (reached & 3)
            } else {
                break
            }
            index += 1
        }
        nonspace = index
        indent = reached - column
    }

    /// Consumes indentation, stopping at the first byte that is not white.
    mutating func advance(columns count: Int) {
        var rest = count
        while rest > 0, position < nonspace {
            let width = bytes[position] == 0x09 ? 4 - (column & 3) : 1
            if width > rest {
                column += rest
                indent -= rest
                isInsideTab = true
                return
            }
            column += width
            indent -= width
            rest -= width
            position += 1
            isInsideTab = false
        }
    }

    mutating func advanceToNonspace() {
        column += indent
        position = nonspace
        indent = 0
        isInsideTab = false
    }

    /// Consumes marks, which are never white, and measures what follows.
    mutating func advance(bytes count: Int) {
        advanceToNonspace()
        position += count
        column += count
        measureIndent()
    }

    /// Consumes the one optional space after a block quote's mark.
    mutating func skipOneSpace() {
        if indent > 0 { advance(columns: 1) }
    }

    /// Columns that a tab consumed in part still leaves before the text.
    var padding: Int { isInsideTab ? 4 - (column & 3) : 0 }

    /// Where the text starts when `padding` is written separately.
    var textStart: Int { isInsideTab ? position + 1 : position }
}
