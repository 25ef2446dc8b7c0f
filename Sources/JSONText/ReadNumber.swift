/// What counts as a number, in JSON and in samples.
extension JSONReader {
    func isStrictNumber(_ from: Int, _ to: Int) -> Bool { isJSONNumber(bytes, from, to) }

    /// `007`, `1.`, `.5`, `+1`, `1_000`, `0x1F`, `NaN`, `-Infinity`.
    func isLenientNumber(_ from: Int, _ to: Int) -> Bool {
        var index = from
        if bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
        guard index < to else { return false }
        if bytes[index] == 0x30, index + 2 < to, bytes[index + 1] | 0x20 == 0x78 {
            return isHexadecimal(index + 2, to)
        }
        let word = text(index, min(to, index + 9))
        if word == "NaN" || word == "Infinity" { return true }
        var digits = 0
        var points = 0
        while index < to {
            switch bytes[index] {
            case 0x30...0x39: digits += 1
            case 0x2E: points += 1
            case 0x5F: break
            case 0x65, 0x45: return digits > 0 && points < 2 && isExponent(bytes, index, to)
            default: return false
            }
            index += 1
        }
        return digits > 0 && points < 2
    }

    private func isHexadecimal(_ from: Int, _ to: Int) -> Bool {
        var index = from
        while index < to {
            let byte = bytes[index]
            let letter = byte | 0x20
            guard Self.isDigit(byte) || (letter >= 0x61 && letter <= 0x66) else { return false }
            index += 1
        }
        return true
    }
}

/// RFC 8259: `-?(0|[1-9][0-9]*)(.[0-9]+)?([eE][+-]?[0-9]+)?`.
func isJSONNumber(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int) -> Bool {
    var index = from
    if index < to, bytes[index] == 0x2D { index += 1 }
    guard index < to else { return false }
    if bytes[index] == 0x30 {
        index += 1
    } else {
        guard let next = skipDigits(bytes, index, to) else { return false }
        index = next
    }
    if index < to, bytes[index] == 0x2E {
        guard let next = skipDigits(bytes, index + 1, to) else { return false }
        index = next
    }
    return isExponent(bytes, index, to)
}

private func isExponent(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int) -> Bool {
    guard from < to else { return true }
    guard bytes[from] | 0x20 == 0x65 else { return false }
    var index = from + 1
    if index < to, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
    return skipDigits(bytes, index, to) == to
}

private func skipDigits(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int) -> Int? {
    var index = from
    while index < to, JSONReader.isDigit(bytes[index]) { index += 1 }
    return index > from ? index : nil
}
