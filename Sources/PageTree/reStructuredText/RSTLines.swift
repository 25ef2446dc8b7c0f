import SourceText

/// One line of a page: where its text begins and ends, and at which column it begins.
///
/// Indentation is a number, so nesting moves a base column instead of copying lines.
struct RSTLine {
    /// First byte that is not indentation.
    var text: Int
    /// One past the last byte that is not white space.
    var end: Int
    /// One past the line ending; equal to `end` for a line of a table cell.
    var next: Int
    /// Column of `text`, tabs widened to eight; -1 for a line that is blank on the page.
    var column: Int

    var isBlank: Bool { text >= end }
}

/// Lines that are read together, and the column at which their text begins.
struct RSTRegion {
    var first: Int
    /// One past the last line.
    var last: Int
    var base: Int
}

/// Splits a page at every ending that docutils knows, among them form feeds and U+2028.
func rstLines(_ bytes: UnsafeBufferPointer<UInt8>) -> [RSTLine] {
    var lines: [RSTLine] = []
    lines.reserveCapacity(bytes.count / 32 + 1)
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
        let line = rstLine(bytes, from: start)
        lines.append(line)
        start = line.next
    }
    return lines
}

private func rstLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> RSTLine {
    let count = bytes.count
    var text = start
    var column = 0
    while text < count {
        let byte = bytes[text]
        if byte == 0x20 || byte == 0x0B || byte == 0x0C {
            column += 1
        } else if byte == 0x09 {
            column += 8 - column % 8
        } else {
            break
        }
        text += 1
    }
    var stop = text
    while stop < count {
        let byte = bytes[stop]
        if byte == 0x0A || byte == 0x0D { break }
        if byte == 0xE2, isLineSeparator(bytes, stop) { break }
        stop += 1
    }
    var end = stop
    while end > text, isBlank(bytes[end - 1]) { end -= 1 }
    return RSTLine(
        text: text, end: end, next: lineEndingEnd(bytes, stop), column: text == end ? -1 : column)
}

private func lineEndingEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ stop: Int) -> Int {
    guard stop < bytes.count else { return bytes.count }
    switch bytes[stop] {
    case 0x0D where stop + 1 < bytes.count && bytes[stop + 1] == 0x0A: return stop + 2
    case 0xE2: return stop + 3
    default: return stop + 1
    }
}

private func isLineSeparator(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
}

@inline(__always)
func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
}

@inline(__always)
func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || isLetter(byte)
}
