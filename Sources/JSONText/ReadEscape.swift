import SourceText

/// Escapes of strings; an unknown one keeps its backslash, as paths and patterns need it.
extension JSONReader {
    mutating func readEscape() {
        let letter = byte(1)
        switch letter {
        case 0x22, 0x5C, 0x2F: appendSimple(letter)
        case 0x62: appendSimple(0x08)
        case 0x66: appendSimple(0x0C)
        case 0x6E where at + 1 < end: appendSimple(0x0A)
        case 0x72: appendSimple(0x0D)
        case 0x74: appendSimple(0x09)
        case 0x75: readUnicodeEscape()
        case 0x27:
            repair(.badEscape, at, at + 2)
            appendSimple(0x27)
        default:
            repair(.badEscape, at, min(at + 2, end))
            buffer.append(0x5C)
            at += 1
        }
    }

    private mutating func appendSimple(_ byte: UInt8) {
        buffer.append(byte)
        at += 2
    }

    private mutating func readUnicodeEscape() {
        guard var scalar = fourDigits(at: at + 2) else {
            repair(.badEscape, at, min(at + 2, end))
            buffer.append(0x5C)
            at += 1
            return
        }
        at += 6
        if scalar & 0xFC00 == 0xD800, byte == 0x5C, byte(1) == 0x75,
            let low = fourDigits(at: at + 2), low & 0xFC00 == 0xDC00
        {
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
            at += 6
        }
        // Half a surrogate pair is legal JSON and no character.
        let character = Unicode.Scalar(scalar) ?? "\u{FFFD}"
        buffer.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
    }

    private func fourDigits(at first: Int) -> UInt32? {
        guard first + 4 <= end else { return nil }
        var value: UInt32 = 0
        var index = first
        while index < first + 4 {
            let byte = bytes[index]
            let letter = byte | 0x20
            if Self.isDigit(byte) {
                value = value << 4 | UInt32(byte - 0x30)
            } else if letter >= 0x61, letter <= 0x66 {
                value = value << 4 | UInt32(letter - 0x57)
            } else {
                return nil
            }
            index += 1
        }
        return value
    }
}
