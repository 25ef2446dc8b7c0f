import SourceText

/// How the items of a list are counted.
enum RSTSequence: UInt8 {
    case automatic, arabic, lowerAlpha, upperAlpha, lowerRoman, upperRoman
}

/// What stands around the number: `(1)`, `1)`, `1.`
enum RSTEnumeratorFormat: UInt8 {
    case parentheses, rightParenthesis, period
}

/// The number before an item of a list.
struct RSTEnumerator: Equatable {
    var format: RSTEnumeratorFormat
    var sequence: RSTSequence
    var ordinal: Int
    /// Bytes of the marker without the blanks that follow it.
    var width: Int
}

extension RSTReader {
    /// The enumerator that begins a line. `expecting` settles `i.` between letter and numeral.
    func enumerator(_ line: RSTLine, expecting: RSTSequence?) -> RSTEnumerator? {
        var index = line.text
        let isOpen = bytes[index] == 0x28
        if isOpen { index += 1 }
        let start = index
        while index < line.end, index - start < 16,
            isAlphanumeric(bytes[index]) || bytes[index] == 0x23
        {
            index += 1
        }
        guard index > start, index < line.end else { return nil }
        let format: RSTEnumeratorFormat
        switch bytes[index] {
        case 0x29: format = isOpen ? .parentheses : .rightParenthesis
        case 0x2E where !isOpen: format = .period
        default: return nil
        }
        let width = index + 1 - line.text
        guard follows(line, width),
            let (sequence, ordinal) = ordinal(start, index, expecting: expecting)
        else { return nil }
        return RSTEnumerator(format: format, sequence: sequence, ordinal: ordinal, width: width)
    }

    private func ordinal(
        _ start: Int, _ end: Int, expecting: RSTSequence?
    ) -> (RSTSequence, Int)? {
        let first = bytes[start]
        if first == 0x23 { return end - start == 1 ? (.automatic, 1) : nil }
        if first >= 0x30, first <= 0x39 {
            return arabic(start, end).map { (.arabic, $0) }
        }
        let isLower = first >= 0x61
        let alpha: RSTSequence = isLower ? .lowerAlpha : .upperAlpha
        let roman: RSTSequence = isLower ? .lowerRoman : .upperRoman
        let isSingle = end - start == 1
        let prefersRoman = expecting == roman || (expecting != alpha && (first | 0x20) == 0x69)
        if isSingle, !prefersRoman || romanNumber(start, end, isLower) == nil {
            return (alpha, Int((first | 0x20) - 0x60))
        }
        return romanNumber(start, end, isLower).map { (roman, $0) }
    }

    private func arabic(_ start: Int, _ end: Int) -> Int? {
        guard end - start <= 9 else { return nil }
        var value = 0
        var index = start
        while index < end {
            guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        return value
    }

    private func romanNumber(_ start: Int, _ end: Int, _ isLower: Bool) -> Int? {
        var value = 0
        var index = start
        while index < end {
            guard (bytes[index] >= 0x61) == isLower, let digit = romanDigit(bytes[index]) else {
                return nil
            }
            let next = index + 1 < end ? romanDigit(bytes[index + 1]) ?? 0 : 0
            value += digit < next ? -digit : digit
            index += 1
        }
        guard value > 0, value < 5000 else { return nil }
        let canonical = roman(value, isLower)
        guard canonical.count == end - start else { return nil }
        index = 0
        while index < canonical.count {
            if canonical[index] != bytes[start + index] { return nil }
            index += 1
        }
        return value
    }

    private func romanDigit(_ byte: UInt8) -> Int? {
        switch byte | 0x20 {
        case 0x69: 1
        case 0x76: 5
        case 0x78: 10
        case 0x6C: 50
        case 0x63: 100
        case 0x64: 500
        case 0x6D: 1000
        default: nil
        }
    }

    private func roman(_ value: Int, _ isLower: Bool) -> [UInt8] {
        let steps: [(Int, String)] = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
            (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = value
        var numeral: [UInt8] = []
        for (step, letters) in steps {
            while rest >= step {
                numeral.append(contentsOf: letters.utf8)
                rest -= step
            }
        }
        return isLower ? numeral : numeral.map { $0 & 0xDF }
    }

    /// Whether the line after an enumerator bears it out: blank, deeper, or the next number.
    ///
    /// "A. Einstein was a really / smart dude." is prose.
    func isItem(_ item: RSTEnumerator, at index: Int, _ region: RSTRegion) -> Bool {
        guard index + 1 < region.last else { return true }
        let next = lines[index + 1]
        if next.isBlank || next.column > region.base { return true }
        return begins(next, with: successor(of: item), item.format)
            || begins(next, with: [0x23], item.format)
    }

    private func successor(of item: RSTEnumerator) -> [UInt8] {
        switch item.sequence {
        case .automatic: return [0x23]
        case .arabic: return Array(String(item.ordinal + 1).utf8)
        case .lowerAlpha: return item.ordinal < 26 ? [UInt8(0x61 + item.ordinal)] : []
        case .upperAlpha: return item.ordinal < 26 ? [UInt8(0x41 + item.ordinal)] : []
        case .lowerRoman: return roman(item.ordinal + 1, true)
        case .upperRoman: return roman(item.ordinal + 1, false)
        }
    }

    private func begins(
        _ line: RSTLine, with text: [UInt8], _ format: RSTEnumeratorFormat
    ) -> Bool {
        guard !text.isEmpty else { return false }
        let opening: [UInt8] = format == .parentheses ? [0x28] : []
        let closing: [UInt8] = format == .period ? [0x2E, 0x20] : [0x29, 0x20]
        let wanted = opening + text + closing
        guard line.end - line.text >= wanted.count else { return false }
        var index = 0
        while index < wanted.count {
            if bytes[line.text + index] != wanted[index] { return false }
            index += 1
        }
        return true
    }
}
