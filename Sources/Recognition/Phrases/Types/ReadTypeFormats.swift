import APIModel

/// `an..255`, `ans40`, `a3`: characters of some classes and how many, as payment systems write texts.
///
/// Digits alone (`n..12`) may travel as a number or as a text, which is left open.
func readLengthNotation(_ text: String) -> TypeExpression? {
    let bytes = Array(text.trimmedASCII.utf8)
    let letters = bytes.prefix { isSmallLetter($0 | 0x20) }
    let dots = bytes.dropFirst(letters.count).prefix { $0 == 0x2E }
    let digits = bytes.dropFirst(letters.count + dots.count)
    guard [0, 2, 3].contains(dots.count), !digits.isEmpty, digits.count < 6,
        digits.allSatisfy(isDigit)
    else { return nil }
    switch lowercased(letters) {
    case "a", "an", "as", "ans", "anp": return TypeExpression(.string(.plain))
    case "n", "ns": return TypeExpression(.unknown(text))
    default: return nil
    }
}

private func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    lowercasedASCII(String(decoding: bytes, as: UTF8.self))
}

extension TypeReader {
    /// Types whose first word alone says something else: `ISO 8601 date`, `Unix timestamp`.
    mutating func readTwoWordType() -> TypeExpression.Kind? {
        let next = tokens.word(at: index + 1)
        switch (word, next) {
        case ("iso", "8601"), ("rfc", "3339"), ("date", "time"), ("date", "and"):
            index += 2
            return .string(.dateTime)
        case ("unix", "timestamp"), ("unix", "time"), ("epoch", "timestamp"), ("epoch", "time"),
            ("timestamp", "integer"):
            index += 2
            return .integer
        case ("true", "false"), ("yes", "no"):
            index += 2
            return .boolean
        // "True" alone, of what is there only then.
        case ("true", "") where tokens.count == 1:
            index += 1
            return .boolean
        case ("true", _) where tokens.word(at: index + 2) == "false":
            index += 3
            return .boolean
        default: return nil
        }
    }

    /// `string(uuid)`, `string (date-time)`, `string<date>`, `ISO 8601 date`, `integer(int64)`.
    mutating func readFormatted(_ kind: TypeExpression.Kind, depth: Int) -> TypeExpression {
        var kind = kind
        if case .string(let format) = kind, format != .plain { skipAfterFormat(&kind) }
        if word == "in", tokens.word(at: index + 1) == "format" { index += 2 }
        let opensFormat =
            isMark("(") || isMark("<") || (isMark("[") && !tokens.isMark("]", at: index + 1))
        guard opensFormat else { return TypeExpression(kind) }
        let closing: Unicode.Scalar = isMark("(") ? ")" : isMark("<") ? ">" : "]"
        let inner = tokens.word(at: index + 1)
        guard !inner.isEmpty else { return TypeExpression(kind) }
        if closing == "]", typeWord(inner) == nil { return TypeExpression(kind) }
        // `String (ISO 8601 date and time)`.
        if kind == .string(.plain), tokens.word(at: index + 2) == "8601", inner == "iso" {
            skip(to: closing)
            return TypeExpression(.string(.dateTime))
        }
        if let formatted = kind.formatted(by: inner) {
            index += 1
            skip(to: closing)
            return TypeExpression(formatted)
        }
        if kind == .string(.plain), inner == "enum" || inner == "csv" {
            index += 2
            let values = inner == "enum" && isMark(":") ? valuesInBrackets() : []
            skip(to: closing)
            return TypeExpression(inner == "enum" ? .enumeration(values) : kind)
        }
        return TypeExpression(kind)
    }

    /// `: creating, active)` behind "string (enum".
    private func valuesInBrackets() -> [String] {
        var values: [String] = []
        var position = index + 1
        while position < tokens.count, !tokens[position].isMark(")") {
            let token = tokens[position]
            if !token.word.isEmpty, token.word != "or" { values.append(token.text) }
            position += 1
        }
        return values
    }

    /// "ISO8601 date", "UUID string", "date string", "URL string".
    private mutating func skipAfterFormat(_ kind: inout TypeExpression.Kind) {
        while index < tokens.count {
            switch word {
            case "string", "text", "format", "value", "address", "time", "timestamp", "datetime",
                "date-time":
                if case .string(.date) = kind, word != "string", word != "format", word != "value" {
                    kind = .string(.dateTime)
                }
                index += 1
            case "date": index += 1
            case "strings": return
            default: return
            }
        }
    }

    /// Remarks after a type: `(nullable)`, `(default: true)`, `(multi)`, `, required`.
    mutating func readQualifiers(_ isNullable: inout Bool) {
        while index < tokens.count {
            if isMark("(") {
                var position = index
                while position < tokens.count, !tokens.isMark(")", at: position) {
                    if tokens.word(at: position) == "nullable"
                        || tokens.word(at: position) == "null"
                    {
                        isNullable = tokens.word(at: position - 1) != "not"
                    }
                    position += 1
                }
                index = min(position + 1, tokens.count)
            } else if isMark(","), isRemark(tokens.word(at: index + 1)) {
                isNullable = isNullable || tokens.word(at: index + 1) == "nullable"
                index += 2
            } else if isRemark(word) {
                isNullable = isNullable || word == "nullable"
                index += 1
            } else if isMark(".") || isMark(":") || isMark("#") {
                index += 1
            } else {
                return
            }
        }
    }

    private func isRemark(_ word: String) -> Bool {
        switch word {
        case "nullable", "optional", "required", "mandatory", "readonly", "read-only", "unique":
            return true
        default: return false
        }
    }
}

extension TypeExpression.Kind {
    /// The kind with a format applied, or nothing where the word is no format of it.
    func formatted(by word: String) -> TypeExpression.Kind? {
        switch self {
        case .string:
            if let format = stringFormat(word) { return .string(format) }
            return isNumericFormat(word) ? .string(.plain) : nil
        case .integer: return isNumericFormat(word) ? .integer : nil
        case .number:
            // `number(int32)` is stated to be a number; how wide it is says nothing else.
            if word == "decimal" { return .decimal }
            if word == "integer" || word == "whole" { return .integer }
            return isNumericFormat(word) ? .number : nil
        case .boolean, .decimal, .object, .array, .dictionary, .union, .reference, .enumeration,
            .any, .unknown:
            return nil
        }
    }
}

extension TypeExpression {
    /// Whether it is a remark rather than a type.
    var isProse: Bool { !isKnown }
}
