import SourceText

extension RSTReader {
    /// How many columns text takes: wide characters two, combining marks none.
    func displayWidth(_ start: Int, _ end: Int) -> Int {
        var width = 0
        var index = start
        while index < end {
            if bytes[index] < 0x80 {
                width += 1
                index += 1
            } else {
                let (scalar, length) = rstScalar(bytes, at: index, to: end)
                width += columns(of: scalar)
                index += length
            }
        }
        return width
    }
}

/// Decodes one scalar; an ill-formed byte stands for itself.
func rstScalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int
) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= end else { return (first, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    var next = index + 1
    while next < index + length {
        guard bytes[next] & 0xC0 == 0x80 else { return (first, 1) }
        scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
        next += 1
    }
    return (scalar, length)
}

/// Columns a character takes in a table or under a title, as East Asian Width has it.
func columns(of scalar: UInt32) -> Int {
    switch scalar {
    case 0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x064B...0x065F, 0x1AB0...0x1AFF,
        0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
        return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD:
        return 2
    default:
        return 1
    }
}
