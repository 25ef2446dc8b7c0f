import SourceText

/// What lines are asked over and over. Questions to the bytes, not to the reader: in a debug build
/// asking a large value copies it.
extension UnsafeBufferPointer<UInt8> {
    func trimmedEnd(_ range: ByteRange) -> ByteRange {
        var end = Int(range.end)
        while end > Int(range.start), self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
        return ByteRange(Int(range.start), end)
    }

    func trimmed(_ start: Int, _ end: Int) -> ByteRange {
        var start = start
        while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
        return trimmedEnd(ByteRange(start, end))
    }

    func contains(_ byte: UInt8, in range: ByteRange) -> Bool {
        var index = Int(range.start)
        while index < Int(range.end) {
            if self[index] == byte { return true }
            index += 1
        }
        return false
    }

    func skipSpaces(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, self[index] == 0x20 || self[index] == 0x09 { index += 1 }
        return index
    }

    /// The pipe that ends a cell, or the end of the row.
    func nextCell(_ start: Int, _ end: Int, keepsCode: Bool = false) -> Int {
        var index = start
        while index < end {
            let byte = self[index]
            if byte == 0x7C { return index }
            if byte == 0x60, keepsCode, let close = closingBacktick(index, end) {
                index = close + 1
            } else {
                index += byte == 0x5C ? 2 : 1
            }
        }
        return end
    }

    /// The last backtick of the code that starts at one, in the row.
    func closingBacktick(_ start: Int, _ end: Int) -> Int? {
        var open = start
        while open < end, self[open] == 0x60 { open += 1 }
        var index = open
        while index < end, index < open + 1024 {
            let run = index
            while index < end, self[index] == 0x60 { index += 1 }
            if index - run == open - start { return index - 1 }
            if index == run { index += 1 }
        }
        return nil
    }

    func countCells(_ range: ByteRange) -> Int {
        var count = 0
        let row = trimmed(Int(range.start), Int(range.end))
        var index = Int(row.start)
        if index < Int(row.end), self[index] == 0x7C { index += 1 }
        while index < Int(row.end) {
            index = nextCell(index, Int(row.end)) + 1
            count += 1
        }
        return count
    }

    func containsPipe(_ range: ByteRange) -> Bool {
        let start = Int(range.start)
        let cell = nextCell(start, Int(range.end))
        return cell < Int(range.end)
    }

    /// Whether lower-cased bytes stand at an offset.
    func hasPrefix(_ text: StaticString, at start: Int, before end: Int) -> Bool {
        guard start + text.utf8CodeUnitCount <= end else { return false }
        let wanted = text.utf8Start
        var index = 0
        while index < text.utf8CodeUnitCount {
            let byte = self[start + index]
            let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            if lower != wanted[index] { return false }
            index += 1
        }
        return true
    }

    /// Whether just these bytes stand at an offset.
    func hasExactly(_ text: StaticString, at start: Int, before end: Int) -> Bool {
        guard start + text.utf8CodeUnitCount <= end else { return false }
        var index = 0
        while index < text.utf8CodeUnitCount {
            if self[start + index] != text.utf8Start[index] { return false }
            index += 1
        }
        return true
    }

    func endOfLine(_ start: Int) -> Int {
        var index = start
        while index < count, self[index] != 0x0A, self[index] != 0x0D { index += 1 }
        return index
    }
}
