import SourceText

/// One value, whatever it begins with.
extension JSONReader {
    mutating func readValue() -> JSONValue {
        let from = at
        switch byte {
        case 0x7B, 0x5B:
            if byte == 0x7B, isAtHole { return readHole() }
            return readCollection()
        case 0x22, 0x27, 0x60:
            return readAlternatives(from: from, first: readString())
        case 0x2E where has("..."):
            readElision()
            return JSONValue(.elision, ByteRange(from, at))
        case 0xE2 where isAtEllipsis:
            readElision()
            return JSONValue(.elision, ByteRange(from, at))
        case 0xE2 where isAtSmartQuote:
            return readString()
        case 0x3C:
            return readHole()
        case 0x28, 0x29, 0x3A, 0x3B, 0x3D:
            fail("'\(text(from, min(end, from + 40)))' is no value")
            return JSONValue(.elision, ByteRange(from, from))
        default:
            return readWord()
        }
    }

    /// `"a" | "b"` is a type notation: all of it is one word.
    private mutating func readAlternatives(from: Int, first: JSONValue) -> JSONValue {
        guard !hasFailed, Int(first.range.start) >= start, from >= start else { return first }
        skipBlanks()
        guard byte == 0x7C, depth > 0 else { return first }
        skipAnnotated()
        repair(.bareWord, from, at)
        return JSONValue(.word(text(from, at)), ByteRange(from, at))
    }

    // MARK: Elisions

    var isAtEllipsis: Bool { isEllipsis(at: at, before: end) && byte == 0xE2 }

    /// `...`, `…`, `...more of these`: up to the next comma, bracket or line end.
    mutating func readElision() {
        let from = at
        while at < end {
            let byte = bytes[at]
            if byte == 0x2C || byte == 0x5D || byte == 0x7D || byte == 0x22 { break }
            if byte == 0x7B || byte == 0x5B { break }
            at += 1
        }
        var to = at
        while to > from, Self.isBlank(bytes[to - 1]) { to -= 1 }
        repair(.elision, from, to)
    }

    // MARK: Words and numbers

    /// A number, literal or anything else without quotes, up to what ends a value.
    private mutating func readWord() -> JSONValue {
        let from = at
        skipAnnotated()
        let range = ByteRange(from, at)
        guard at > from else {
            fail("'\(text(from, min(end, from + 40)))' is no value")
            return JSONValue(.elision, range)
        }
        if isStrictNumber(from, at) { return JSONValue(.number(text(from, at)), range) }
        if let literal = readLiteral(from) { return JSONValue(literal, range) }
        if isLenientNumber(from, at) {
            repair(.badNumber, from, at)
            return JSONValue(.number(text(from, at)), range)
        }
        let last = bytes[at - 1]
        if last == 0x3B {
            fail("'\(text(from, at))' is a statement, not a value")
        } else if last == 0x22, Self.isLetter(bytes[from]) {
            repair(.missingQuote, from, at)
            return JSONValue(.string(text(from, at - 1)), range)
        }
        repair(.bareWord, from, at)
        return JSONValue(.word(text(from, at)), range)
    }

    private mutating func readLiteral(_ from: Int) -> JSONValue.Node? {
        let length = at - from
        guard length >= 4, length <= 5 else { return nil }
        let word = text(from, at)
        switch word {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        case "True", "TRUE", "False", "FALSE", "None", "NULL", "Null":
            repair(.bareWord, from, at)
            if word.utf8.count == 5 { return .boolean(false) }
            return word.hasPrefix("T") ? .boolean(true) : .null
        default: return nil
        }
    }

    /// Goes to what ends a value without quotes: a comma, a closing bracket, a comment or the
    /// line's end, none of them inside brackets of the value's own: `array[string]`, `enum(a, b)`.
    mutating func skipAnnotated() {
        let from = at
        // Round and pointed, square and curly: the latter may close what is around the value.
        var open = (round: 0, square: 0)
        var firstComma = -1
        // Looking for the brackets' ends again and again would take the square of the line.
        let isTired = openWords.line == line && openWords.count >= 8
        scan: while at < end {
            let byte = bytes[at]
            switch byte {
            case 0x28, 0x3C: open.round += 1
            case 0x5B, 0x7B: open.square += 1
            case 0x29, 0x3E: open.round = max(0, open.round - 1)
            case 0x5D, 0x7D:
                if open.square == 0 { break scan }
                open.square -= 1
            case 0x2C:
                if open == (0, 0) || isTired { return trimBlanks(from) }
                if firstComma < 0 { firstComma = at }
            case 0x2F, 0x23:
                if at > from, Self.isBlank(bytes[at - 1]), isCommentStart {
                    return trimBlanks(from)
                }
            default: break
            }
            at += 1
        }
        // Brackets that stay open were no brackets: `a < b, c`.
        if open != (0, 0), firstComma > 0 {
            at = firstComma
            openWords = (line, openWords.line == line ? openWords.count + 1 : 1)
        }
        trimBlanks(from)
    }

    private var isCommentStart: Bool {
        byte == 0x23 || byte(1) == 0x2F || byte(1) == 0x2A
    }

    private mutating func trimBlanks(_ from: Int) {
        while at > from, Self.isBlank(bytes[at - 1]) { at -= 1 }
    }
}
