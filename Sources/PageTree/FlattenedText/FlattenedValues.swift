import SourceText

/// What a word or a line of a table may be the value of.
extension FlattenedReader {
    /// How little a part of a table looks like the value of a column, nil where it can be none.
    func cost(_ part: Range<Int>, as column: FlattenedColumn) -> Int? {
        switch column {
        case .name: nameCost(part)
        case .place: isPlace(part) ? 0 : nil
        case .type: typeCost(part)
        case .presence: isPresence(part) ? 0 : nil
        case .code: isCode(part) ? 0 : nil
        case .literal: isLiteral(part) ? 0 : 2
        case .text: isPresenceOfName(part) ? 2 : 0
        }
    }

    /// `limit`, `filter[name]`, `»» id`, `X-Request-Id`: one word and nothing that ends a sentence.
    private func nameCost(_ part: Range<Int>) -> Int? {
        guard part.count <= 120 else { return nil }
        let start = skipDepth(part)
        guard start < part.upperBound else { return 0 }
        switch bytes[part.upperBound - 1] {
        case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x28: return nil
        default: break
        }
        let first = bytes[start]
        guard
            isAlphanumeric(first) || first >= 0x80 || first == 0x5F || first == 0x24
                || first == 0x40 || first == 0x7B || first == 0x2A
        else { return nil }
        var spaces = 0
        for index in start..<part.upperBound {
            switch bytes[index] {
            case 0x20, 0x09: spaces += 1
            case 0x0A, 0x0D, 0x22, 0x3D, 0x3B: return nil
            default: break
            }
        }
        return spaces == 0 ? 0 : spaces < 3 ? 5 : nil
    }

    /// Behind the marks that say how deep a member stands: `»»`, `>`.
    private func skipDepth(_ part: Range<Int>) -> Int {
        var index = part.lowerBound
        while index < part.upperBound {
            if bytes[index] == 0x3E || bytes[index] == 0x20 {
                index += 1
            } else if index + 1 < part.upperBound, bytes[index] == 0xC2, bytes[index + 1] == 0xBB {
                index += 2
            } else {
                break
            }
        }
        return index
    }

    func isDepth(_ part: Range<Int>) -> Bool { skipDepth(part) == part.upperBound }

    private func isPlace(_ part: Range<Int>) -> Bool {
        switch lowercased(part) {
        case "path", "query", "header", "body", "formdata", "form", "cookie", "url", "uri": true
        default: false
        }
    }

    func isPresence(_ part: Range<Int>) -> Bool {
        switch lowercased(part) {
        case "true", "false", "yes", "no", "required", "optional", "mandatory", "y", "n", "✓", "✔",
            "✗", "-", "(required)", "(optional)":
            true
        default: false
        }
    }

    /// `required` or `optional` below a name.
    func isPresenceOfName(_ part: Range<Int>) -> Bool {
        switch lowercased(part) {
        case "required", "optional", "(required)", "(optional)": true
        default: false
        }
    }

    private func isCode(_ part: Range<Int>) -> Bool {
        if lowercased(part) == "default" { return true }
        guard part.count == 3, isDigit(bytes[part.lowerBound]) else { return false }
        return part.dropFirst().allSatisfy { isDigit(bytes[$0]) || bytes[$0] | 0x20 == 0x78 }
    }

    private func isLiteral(_ part: Range<Int>) -> Bool {
        let first = bytes[part.lowerBound]
        return part.count <= 40 && (first == 0x22 || isDigit(first) || isSmall(first))
            && !part.contains { isBlank(bytes[$0]) }
    }

    /// `string`, `array of strings`, `integer (int32)`, `[Book]`, `< string > array`; a word that is
    /// written as a type's name is one at a price. What a bracket opens may be open still.
    private func typeCost(_ part: Range<Int>) -> Int? {
        guard part.count <= 200 else { return nil }
        let first = bytes[part.lowerBound]
        if first == 0x5B { return closes(0x5D, part, mayGoOn: false) ? 0 : nil }
        if first == 0x3C { return closes(0x3E, part, mayGoOn: true) ? 0 : nil }
        var end = part.lowerBound
        while end < part.upperBound, isAlphanumeric(bytes[end]) || bytes[end] == 0x2D { end += 1 }
        if isTypeWord(part.lowerBound..<end) {
            if end < part.upperBound, bytes[end] == 0x20 { end += 1 }
            return end == part.upperBound || goesOnAsType(end..<part.upperBound) ? 0 : nil
        }
        guard first >= 0x41, first <= 0x5A, bytes[part.upperBound - 1] != 0x2E else { return nil }
        let isName = part.allSatisfy {
            isAlphanumeric(bytes[$0]) || bytes[$0] == 0x5F || bytes[$0] == 0x2E
                || bytes[$0] == 0x5B || bytes[$0] == 0x5D
        }
        return isName ? 2 : nil
    }

    /// Behind a type's word: `(int32)`, `[]`, `of strings`, `or null`, `array`.
    private func goesOnAsType(_ part: Range<Int>) -> Bool {
        switch bytes[part.lowerBound] {
        case 0x28: return closes(0x29, part, mayGoOn: false)
        case 0x5B: return closes(0x5D, part, mayGoOn: false)
        case 0x3C: return closes(0x3E, part, mayGoOn: true)
        case 0x7C: return true
        default: break
        }
        let words = words(part.lowerBound, part.upperBound, atMost: 2)
        guard let first = words.first else { return false }
        if isTypeWord(first) { return words.count == 1 }
        switch lowercased(first) {
        case "of", "or": return words.count == 1 || isTypeWord(words[1]) || isLarge(words[1])
        default: return false
        }
    }

    private func isLarge(_ part: Range<Int>) -> Bool {
        bytes[part.lowerBound] >= 0x41 && bytes[part.lowerBound] <= 0x5A
    }

    /// Whether a bracket that a part opens is closed at its end, before `array` or `map`, or nowhere
    /// among a few words.
    private func closes(_ mark: UInt8, _ part: Range<Int>, mayGoOn: Bool) -> Bool {
        guard let close = part.last(where: { bytes[$0] == mark }) else {
            return !words(part.lowerBound, part.upperBound, atMost: 12).isEmpty
        }
        var start = close + 1
        if start == part.upperBound { return true }
        guard mayGoOn, bytes[start] == 0x20 else { return false }
        start += 1
        var end = start
        while end < part.upperBound, bytes[end] != 0x28 { end += 1 }
        return isTypeWord(start..<end)
            && (end == part.upperBound || bytes[part.upperBound - 1] == 0x29)
    }

    private func isTypeWord(_ part: Range<Int>) -> Bool {
        switch lowercased(part) {
        case "string", "strings", "integer", "int", "int32", "int64", "long", "number", "float",
            "double", "decimal", "boolean", "bool", "object", "array", "list", "map", "dict",
            "hash", "date", "datetime", "date-time", "timestamp", "time", "uuid", "file", "binary",
            "any", "null", "uri", "url", "enum", "json", "text", "bytes", "byte", "integers",
            "objects", "numbers", "str", "dictionary", "email":
            true
        default: false
        }
    }

    private func lowercased(_ part: Range<Int>) -> String {
        guard part.count <= 16 else { return "" }
        return String(decoding: bytes[part], as: UTF8.self).lowercased()
    }
}
