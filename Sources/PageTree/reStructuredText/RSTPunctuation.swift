/// Character classes of inline markup: what may stand before a start and behind an end.
enum RSTPunctuation {
    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20, 0x09...0x0D, 0x1C...0x1F, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029,
            0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }

    /// Quotation marks open in one language and close in another.
    private static func isQuote(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: true
        default: false
        }
    }

    private static func isDash(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0x2F, 0x3A, 0xA1, 0xA7, 0xB6, 0xB7, 0xBF, 0x37E, 0x387, 0x55A...0x55F, 0x589,
            0x58A, 0x2010...0x2017, 0x2020...0x2027, 0x2030...0x2038, 0x203B...0x2043,
            0x2047...0x2051, 0x2053...0x205E, 0x3001...0x3003, 0x30FB, 0xFE10...0xFE19,
            0xFE30...0xFE32, 0xFF01...0xFF03, 0xFF05...0xFF07, 0xFF0A, 0xFF0C...0xFF0F, 0xFF1A,
            0xFF1B, 0xFF1F, 0xFF20, 0xFF3C, 0xFF61, 0xFF64, 0xFF65:
            true
        default: false
        }
    }

    private static func bracketCloser(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x28: 0x29
        case 0x3C: 0x3E
        case 0x5B: 0x5D
        case 0x7B: 0x7D
        case 0x2045, 0x207D, 0x208D, 0x2329: scalar + 1
        case 0x2768...0x2774, 0x27E6...0x27EE, 0x3008...0x3010, 0x3014...0x301A:
            scalar % 2 == 0 ? scalar + 1 : nil
        case 0x301D: 0x301E
        case 0xFF08: 0xFF09
        case 0xFF3B: 0xFF3D
        case 0xFF5B: 0xFF5D
        default: nil
        }
    }

    private static func isBracketCloser(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x29, 0x3E, 0x5D, 0x7D, 0x2046, 0x207E, 0x208E, 0x232A, 0x301E, 0x301F, 0xFF09,
            0xFF3D, 0xFF5D:
            true
        case 0x2768...0x2775, 0x27E6...0x27EF, 0x3008...0x3011, 0x3014...0x301B:
            bracketCloser(scalar) == nil
        default: false
        }
    }

    /// Whether inline markup may begin behind this character.
    static func mayPrecede(_ scalar: UInt32) -> Bool {
        scalar == 0x22 || scalar == 0x27 || isSpace(scalar) || isDash(scalar) || isQuote(scalar)
            || bracketCloser(scalar) != nil
    }

    /// Whether inline markup may end before this character.
    static func mayFollow(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x22, 0x27, 0x5C, 0x2E, 0x2C, 0x3B, 0x21, 0x3F: true
        default:
            isSpace(scalar) || isDash(scalar) || isQuote(scalar) || isBracketCloser(scalar)
        }
    }

    /// Whether two characters enclose what stands between them, in any language's habit.
    static func isPair(_ opener: UInt32, _ closer: UInt32) -> Bool {
        switch opener {
        case 0x22, 0x27: closer == opener
        case 0xAB: closer == 0xBB
        case 0xBB: closer == 0xAB || closer == 0xBB
        case 0x2018: closer == 0x2019 || closer == 0x201A
        case 0x2019: closer == 0x2018 || closer == 0x2019
        case 0x201A: closer == 0x2018 || closer == 0x2019 || closer == 0x201B
        case 0x201B: closer == 0x201A
        case 0x201C: closer == 0x201D || closer == 0x201E
        case 0x201D: closer == 0x201C || closer == 0x201D
        case 0x201E: closer == 0x201C || closer == 0x201D || closer == 0x201F
        case 0x201F: closer == 0x201E
        case 0x2039: closer == 0x203A
        case 0x203A: closer == 0x2039 || closer == 0x203A
        default: bracketCloser(opener) == closer
        }
    }

    /// Whether a character belongs to a name: letters and digits of any script.
    static func isWord(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return isAlphanumeric(UInt8(scalar)) }
        if scalar < 0xC0 { return scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA }
        return !isSpace(scalar) && !isDash(scalar) && !isQuote(scalar)
            && bracketCloser(scalar) == nil && !isBracketCloser(scalar)
            && !(0x2000...0x2BFF).contains(scalar)
    }
}

/// Where a name ends that begins here: words joined by single `-`, `.`, `_`, `+` or `:`.
func simpleNameEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    var last = start
    while index < end {
        let byte = bytes[index]
        if isAlphanumeric(byte) {
            index += 1
            last = index
        } else if byte >= 0x80 {
            let (scalar, length) = rstScalar(bytes, at: index, to: end)
            guard RSTPunctuation.isWord(scalar) else { break }
            index += length
            last = index
        } else {
            guard index == last, index > start, isNameJoint(byte) else { break }
            index += 1
        }
    }
    return last
}

func isNameJoint(_ byte: UInt8) -> Bool {
    byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x2B || byte == 0x3A
}
