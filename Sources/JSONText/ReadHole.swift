import SourceText

/// Holes that somebody fills in later: `<uuid>`, `{id}`, `{{ name }}`, `<%= call %>`.
extension JSONReader {
    /// Whether a brace opens a hole, not an object.
    var isAtHole: Bool { isAtTemplate || placeholderEnd() != nil }

    /// `{{ … }}` or `{% … %}` on one line, and no object in braces.
    var isAtTemplate: Bool { templateEnd() != nil }

    private func templateEnd() -> Int? {
        if byte == 0x3C, byte(1) == 0x25 { return find(0x25, 0x3E, opening: 0x3C) }
        guard byte == 0x7B else { return nil }
        if byte(1) == 0x25 { return find(0x25, 0x7D, opening: 0x7B) }
        guard byte(1) == 0x7B else { return nil }
        var index = at + 2
        while index < end, Self.isBlank(bytes[index]) { index += 1 }
        guard index < end, bytes[index] != 0x22, bytes[index] != 0x27, bytes[index] != 0x7B
        else { return nil }
        return find(0x7D, 0x7D, opening: 0x7B)
    }

    /// One past two bytes that close a template on this line.
    ///
    /// A second opening pair ends the search, so that a line of them is looked at once.
    private func find(_ first: UInt8, _ second: UInt8, opening: UInt8) -> Int? {
        var index = at + 2
        while index + 1 < end {
            if bytes[index] == first, bytes[index + 1] == second { return index + 2 }
            if bytes[index] == opening, bytes[index + 1] == bytes[at + 1] { return nil }
            index += 1
        }
        return nil
    }

    /// One past `{name}` or `<name>`: words only, on one line.
    private func placeholderEnd() -> Int? {
        let closer: UInt8 = byte == 0x3C ? 0x3E : 0x7D
        var index = at + 1
        var hasLetter = false
        var isOfWords = false
        while index < end {
            let byte = bytes[index]
            if byte == closer { return hasLetter ? index + 1 : nil }
            switch byte {
            // `<int, ms since the epoch>` on one line.
            case 0x2C where closer == 0x3E && hasLetter: isOfWords = true
            case 0x0A where isOfWords: return nil
            case 0x22, 0x2C, 0x3C, 0x5B, 0x5D, 0x7B, 0x7D: return nil
            case 0x28, 0x29, 0x3A, 0x3B, 0x3D: if closer == 0x7D { return nil }
            case 0xE2: if isEllipsis(at: index, before: end) { return nil }
            default: if Self.isLetter(byte) { hasLetter = true }
            }
            index += 1
        }
        return nil
    }

    /// One past `<"tcp"|"udp">`: strings between bars, of which one is meant, and words behind a
    /// comma; and where the strings end.
    private func alternativesEnd() -> (strings: Int, close: Int)? {
        guard byte == 0x3C, byte(1) == 0x22 else { return nil }
        var index = at + 1
        while index < end, bytes[index] == 0x22 {
            index += 1
            while index < end, Self.isOfWord(bytes[index]) { index += 1 }
            guard index + 1 < end, bytes[index] == 0x22 else { return nil }
            index += 1
            if bytes[index] == 0x3E { return (index, index + 1) }
            if bytes[index] == 0x2C {
                let strings = index
                while index < end, Self.isOfRemark(bytes[index]) { index += 1 }
                return index < end && bytes[index] == 0x3E ? (strings, index + 1) : nil
            }
            guard bytes[index] == 0x7C else { return nil }
            index += 1
        }
        return nil
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D || byte == 0x5F
    }

    private static func isOfRemark(_ byte: UInt8) -> Bool {
        isOfWord(byte) || byte == 0x2C || byte == 0x20
    }

    /// A hole, with the text that may follow it: `<host>:8080`.
    mutating func readHole() -> JSONValue {
        let from = at
        if let found = alternativesEnd() {
            at = found.close
            repair(.bareWord, from, at)
            return JSONValue(.word(text(from + 1, found.strings)), ByteRange(from, at))
        }
        let template = templateEnd()
        guard let close = template ?? placeholderEnd() else {
            fail("'\(text(from, min(end, from + 40)))' is no value")
            return JSONValue(.elision, ByteRange(from, from))
        }
        at = close
        if depth > 0, byte != 0x3A { skipToEndOfWord() }
        repair(template != nil ? .template : .placeholder, from, at)
        return JSONValue(.word(text(from, at)), ByteRange(from, at))
    }

    private mutating func skipToEndOfWord() {
        while at < end {
            switch bytes[at] {
            case 0x20, 0x09, 0x22, 0x2C, 0x5D, 0x7D: return
            default: at += 1
            }
        }
    }
}
