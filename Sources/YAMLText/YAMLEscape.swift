import SourceText

/// Escapes of double-quoted scalars.
extension YAMLReader {
    /// Decodes the escape at a backslash that another byte follows.
    mutating func readEscape() {
        let letter = byte(1)
        if let scalar = Self.simpleEscape(letter) {
            at += 2
            append(scalar: scalar)
            return
        }
        switch letter {
        case 0x78: readHexadecimal(digits: 2)
        case 0x75: readHexadecimal(digits: 4)
        case 0x55: readHexadecimal(digits: 8)
        default:
            note(.escape, at, min(at + 2, end))
            failed = true
        }
    }

    private static func simpleEscape(_ letter: UInt8) -> UInt32? {
        switch letter {
        case 0x30: 0x00
        case 0x61: 0x07
        case 0x62: 0x08
        case 0x74, 0x09: 0x09
        case 0x6E: 0x0A
        case 0x76: 0x0B
        case 0x66: 0x0C
        case 0x72: 0x0D
        case 0x65: 0x1B
        case 0x20, 0x22, 0x2F, 0x5C: UInt32(letter)
        case 0x4E: 0x85
        case 0x5F: 0xA0
        case 0x4C: 0x2028
        case 0x50: 0x2029
        default: nil
        }
    }

    private mutating func readHexadecimal(digits: Int) {
        let from = at
        guard var scalar = hexadecimal(at: at + 2, digits: digits) else {
            note(.escape, from, min(from + 2 + digits, end))
            failed = true
            return
        }
        at += 2 + digits
        // JSON, which is YAML too, writes one character as two surrogates.
        if scalar & 0xFFFF_FC00 == 0xD800, byte == 0x5C, byte(1) == 0x75,
            let low = hexadecimal(at: at + 2, digits: 4), low & 0xFFFF_FC00 == 0xDC00
        {
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
            at += 6
        }
        guard Unicode.Scalar(scalar) != nil else {
            note(.escape, from, at)
            failed = true
            return
        }
        append(scalar: scalar)
    }

    private func hexadecimal(at first: Int, digits: Int) -> UInt32? {
        guard first + digits <= end else { return nil }
        var value: UInt32 = 0
        var index = first
        while index < first + digits {
            let byte = bytes[index]
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: return nil
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }

    private mutating func append(scalar: UInt32) {
        if scalar < 0x80 {
            buffer.append(UInt8(scalar))
        } else if let scalar = Unicode.Scalar(scalar) {
            buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
