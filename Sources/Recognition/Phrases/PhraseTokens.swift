/// Splits running text into words, quotations, code and marks.
func phraseTokens(_ bytes: [UInt8], code: [Range<Int>]) -> [PhraseToken] {
    bytes.withUnsafeBufferPointer { buffer in
        var reader = TokenReader(bytes: buffer, code: code)
        return reader.readAll()
    }
}

private struct TokenReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let code: [Range<Int>]
    var index = 0
    var codeIndex = 0
    var isSpaced = false
    var tokens: [PhraseToken] = []

    init(bytes: UnsafeBufferPointer<UInt8>, code: [Range<Int>]) {
        self.bytes = bytes
        self.code = code
    }

    mutating func readAll() -> [PhraseToken] {
        while index < bytes.count {
            if readCode() || skipSpace() || readQuotation() || readTypographic() { continue }
            if isWordStart(index) { readWord() } else { appendMark(bytes[index], length: 1) }
        }
        return tokens
    }

    private mutating func readCode() -> Bool {
        while codeIndex < code.count, code[codeIndex].lowerBound < index { codeIndex += 1 }
        if codeIndex < code.count, code[codeIndex].lowerBound == index {
            let range = code[codeIndex]
            codeIndex += 1
            guard range.upperBound <= bytes.count, !range.isEmpty else { return false }
            append(.code, range, content: range)
            return true
        }
        guard bytes[index] == 0x60 else { return false }
        var start = index
        while start < bytes.count, bytes[start] == 0x60 { start += 1 }
        var end = start
        let limit = min(bytes.count, start + 400)
        while end < limit, bytes[end] != 0x60, bytes[end] != 0x0A { end += 1 }
        guard end < limit, bytes[end] == 0x60, end > start else { return false }
        var close = end
        while close < bytes.count, bytes[close] == 0x60 { close += 1 }
        append(.code, index..<close, content: start..<end)
        return true
    }

    private mutating func skipSpace() -> Bool {
        let byte = bytes[index]
        if let end = lineBreakTag(at: index) {
            appendMark(0x0A, length: end - index)
            isSpaced = true
            return true
        }
        if byte == 0x0A || byte == 0x0D {
            if byte == 0x0A { appendMark(0x0A, length: 1) } else { index += 1 }
            isSpaced = true
            return true
        }
        let isNoBreakSpace =
            byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
        guard byte == 0x20 || byte == 0x09 || isNoBreakSpace else { return false }
        index += isNoBreakSpace ? 2 : 1
        isSpaced = true
        return true
    }

    /// `<br>`, `<br/>`, `<br />`: cells have no other way to break a line.
    private func lineBreakTag(at start: Int) -> Int? {
        guard bytes[start] == 0x3C, start + 3 < bytes.count, bytes[start + 1] | 0x20 == 0x62,
            bytes[start + 2] | 0x20 == 0x72
        else { return nil }
        var end = start + 3
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x2F { end += 1 }
        return end < bytes.count && bytes[end] == 0x3E ? end + 1 : nil
    }

    /// `"…"` anywhere, `'…'` only where it cannot be an apostrophe, `“…”`.
    private mutating func readQuotation() -> Bool {
        let byte = bytes[index]
        if byte == 0x22 || byte == 0x27 {
            if surroundsCode(byte) {
                index += 1
                return true
            }
            if byte == 0x27, index > 0, isWordByte(bytes[index - 1]) { return false }
            var end = index + 1
            let limit = min(bytes.count, index + 200)
            while end < limit, !closesQuotation(end, byte) { end += 1 }
            guard end < limit, end > index + 1 else { return false }
            append(.quoted, index..<(end + 1), content: (index + 1)..<end)
            return true
        }
        guard startsCurly(index, 0x9C) || startsCurly(index, 0x98) else { return false }
        let closing: UInt8 = bytes[index + 2] == 0x9C ? 0x9D : 0x99
        var end = index + 3
        let limit = min(bytes.count, index + 200)
        while end < limit, !startsCurly(end, closing) { end += 1 }
        guard end < limit, end > index + 3 else { return false }
        append(.quoted, index..<(end + 3), content: (index + 3)..<end)
        return true
    }

    /// "`a`|`b`" and '`a`': quotation marks around code are no more than its typography.
    private func surroundsCode(_ quote: UInt8) -> Bool {
        if codeIndex > 0, code[codeIndex - 1].upperBound == index { return true }
        guard codeIndex < code.count, code[codeIndex].lowerBound == index + 1,
            let end = (index + 1..<min(bytes.count, index + 200))
                .first(where: { closesQuotation($0, quote) })
        else { return false }
        return code[codeIndex...].prefix { $0.upperBound <= end }.last?.upperBound == end
    }

    private func closesQuotation(_ position: Int, _ quote: UInt8) -> Bool {
        guard bytes[position] == quote else { return false }
        guard quote == 0x27 else { return true }
        return position + 1 >= bytes.count || !isWordByte(bytes[position + 1])
    }

    private func startsCurly(_ position: Int, _ last: UInt8) -> Bool {
        position + 2 < bytes.count && bytes[position] == 0xE2 && bytes[position + 1] == 0x80
            && bytes[position + 2] == last
    }

    /// Dashes, bars, bullets and ellipses outside ASCII become one mark each.
    private mutating func readTypographic() -> Bool {
        guard bytes[index] >= 0xC2, index + 1 < bytes.count else { return false }
        if bytes[index] == 0xC2 {
            switch bytes[index + 1] {
            case 0xA6: appendMark(0x7C, length: 2)
            case 0xBB, 0xB7: appendMark(0x2A, length: 2)
            default: return false
            }
            return true
        }
        guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else {
            return false
        }
        switch bytes[index + 2] {
        case 0x90...0x95: appendMark(0x2D, length: 3)
        case 0xA2: appendMark(0x2A, length: 3)
        case 0xA6: appendMark(0x2E, length: 3)
        case 0x98, 0x99, 0x9C, 0x9D: appendMark(0x22, length: 3)
        default: return false
        }
        return true
    }

    private func isWordStart(_ position: Int) -> Bool {
        let byte = bytes[position]
        if isWordByte(byte) { return true }
        let isSigil = byte == 0x24 || byte == 0x40 || byte == 0x2D
        guard isSigil, position + 1 < bytes.count else { return false }
        let isFirst = position == 0 || !isWordByte(bytes[position - 1])
        return isFirst && isWordByte(bytes[position + 1])
    }

    private mutating func readWord() {
        let start = index
        index += 1
        while index < bytes.count, continuesWord(index) { index += 1 }
        let end = index
        index = start
        append(.word, start..<end, content: start..<end)
    }

    /// Dots, hyphens and apostrophes belong to a word only between two of its letters.
    private func continuesWord(_ position: Int) -> Bool {
        let byte = bytes[position]
        if codeIndex < code.count, code[codeIndex].lowerBound == position { return false }
        if byte >= 0x80 {
            let isSpecial =
                (byte == 0xC2 && position + 1 < bytes.count
                    && (bytes[position + 1] == 0xA6 || bytes[position + 1] == 0xA0))
                || (byte == 0xE2 && position + 1 < bytes.count && bytes[position + 1] == 0x80)
            return !isSpecial
        }
        if isWordByte(byte) { return true }
        guard byte == 0x2D || byte == 0x2E || byte == 0x27, position + 1 < bytes.count else {
            return false
        }
        return isWordByte(bytes[position + 1]) && bytes[position - 1] != byte
    }

    private mutating func appendMark(_ byte: UInt8, length: Int) {
        let range = index..<min(index + length, bytes.count)
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        tokens.append(
            PhraseToken(kind: .mark(byte), range: range, text: text, word: "", isSpaced: isSpaced))
        isSpaced = false
        index = range.upperBound
    }

    private mutating func append(
        _ kind: PhraseToken.Kind, _ range: Range<Int>, content: Range<Int>
    ) {
        let slice = UnsafeBufferPointer(rebasing: bytes[content])
        tokens.append(
            PhraseToken(
                kind: kind, range: range, text: String(decoding: slice, as: UTF8.self),
                word: lowercasedText(slice), isSpaced: isSpaced))
        isSpaced = false
        index = range.upperBound
    }
}

/// Letters, digits, the underscore, and everything outside ASCII.
///
/// Written out, for every byte of a text comes by here.
func isWordByte(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
        || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F || byte >= 0x80
}

/// Letters, digits and the underscore, of which programs make names.
func isNameByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == 0x5F }

func isLetter(_ byte: UInt8) -> Bool { isSmallLetter(byte) || isCapital(byte) }

func isSmallLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// Only ASCII letters change: documented words are ASCII, and locale must play no part.
func lowercasedText(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { target in
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            target[index] = isCapital(byte) ? byte + 0x20 : byte
            index += 1
        }
        return bytes.count
    }
}

/// The ASCII lowercase of a string.
func lowercasedASCII(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { lowercasedText($0) }
}
