/// Reads `"asc" | "desc"`, `'a', 'b' or 'c'`: a type that is a list of strings.
///
/// Only quoted values count: bare words between bars may name objects.
func readLiteralUnion(_ text: MarkedText) -> TypeExpression? {
    if let values = readCodeUnion(text) ?? readBareUnion(text) { return values }
    let bytes = Array(text.text.utf8)
    var values: [String] = []
    var isNullable = false
    var index = 0
    while index < bytes.count {
        switch bytes[index] {
        case 0x22, 0x27:
            let mark = bytes[index]
            var end = index + 1
            while end < bytes.count, bytes[end] != mark, bytes[end] != 0x0A { end += 1 }
            guard end < bytes.count, bytes[end] == mark, end > index + 1 else { return nil }
            let value = String(decoding: bytes[index + 1..<end], as: UTF8.self)
            if !values.contains(value) { values.append(value) }
            index = end + 1
        case 0x20, 0x60, 0x7C, 0x2C, 0x2F, 0x5C: index += 1
        default:
            var end = index
            while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
            guard end > index, !values.isEmpty else { return nil }
            switch String(decoding: bytes[index..<end], as: UTF8.self) {
            case "or": break
            case "null": isNullable = true
            default: return nil
            }
            index = end
        }
    }
    guard values.count > 1 || (values.count == 1 && isNullable) else { return nil }
    return TypeExpression(.enumeration(values), isNullable: isNullable)
}

/// `single` | `double`, each in code: values, unless all are type words or one may be an object.
private func readCodeUnion(_ text: MarkedText) -> TypeExpression? {
    let tokens = text.tokens
    guard tokens.count > 2 else { return nil }
    var values: [String] = []
    var isNullable = false
    for (index, token) in tokens.enumerated() {
        let isSeparator =
            token.isMark("|") || token.isMark("/") || token.isMark("\\") || token.isMark(",")
        if isSeparator || token.word == "or" { continue }
        guard token.kind == .code, index == 0 || tokens[index - 1].kind != .code else { return nil }
        if token.text == "null" { isNullable = true } else { values.append(token.text) }
    }
    // "`string` or `none`" is a type.
    guard values.count > 1, values.contains(where: { typeWord(lowercasedASCII($0)) == nil }),
        !values.contains(where: isTypeBeyondDoubt),
        values.allSatisfy(isPlainValue)
    else { return nil }
    return TypeExpression(.enumeration(values), isNullable: isNullable)
}

/// `title | modified`, `asc/desc`, `json | xml | csv`: words between bars that are no types, the names
/// of formats and sizes aside.
///
/// Objects are called so in capitals, or linked. Between slashes stand media types, units, places and
/// much else (`text/plain`, `km/h`, `body/query`): values are only words that choose.
private func readBareUnion(_ text: MarkedText) -> TypeExpression? {
    let tokens = text.tokens.filter { !$0.isMark("\\") }
    guard tokens.count > 2, tokens.count % 2 == 1 else { return nil }
    var values: [String] = []
    var isNullable = false
    for (index, token) in tokens.enumerated() {
        if index % 2 == 1 {
            guard token.isMark("|") || token.isMark("/"), token.text == tokens[1].text else {
                return nil
            }
        } else if token.word == "null" {
            isNullable = true
        } else {
            guard token.kind == .word, isPlainValue(token.text), !values.contains(token.text)
            else { return nil }
            values.append(token.text)
        }
    }
    let types = values.filter { typeWord(lowercasedASCII($0)) != nil }
    if tokens[1].isMark("/"), !values.allSatisfy(isOpposite) {
        return values.first.map(isNoType) == true ? TypeExpression(.unknown(text.text)) : nil
    }
    guard values.count > 1, types.count < values.count, types.allSatisfy(isAlsoValue),
        values.allSatisfy({ !["n", "true", "false", "yes", "no"].contains(lowercasedASCII($0)) })
    else { return nil }
    return TypeExpression(.enumeration(values), isNullable: isNullable)
}

/// `asc/desc`, `on/off`: a word that is chosen over its opposite.
private func isOpposite(_ word: String) -> Bool {
    [
        "asc", "desc", "ascending", "descending", "on", "off", "enabled", "disabled", "enable",
        "disable", "open", "closed", "active", "inactive", "up", "down", "left", "right",
    ].contains(lowercasedASCII(word))
}

/// `text/plain`, `km/h`, `body/query`, `required/optional`, `read/write`: the first of two words that
/// name no types.
private func isNoType(_ word: String) -> Bool {
    [
        "application", "text", "image", "audio", "video", "multipart", "body", "query", "path",
        "header", "required", "optional", "mandatory", "read", "write", "km", "m", "cm", "mm", "mi",
        "kg", "g", "l", "s", "ms", "h", "mb", "kb",
    ].contains(word)
}

/// A type word that is as often the name of a format or a size.
private func isAlsoValue(_ word: String) -> Bool {
    ["json", "csv", "text", "list", "map", "short", "long", "file"].contains(word)
}

private func isTypeBeyondDoubt(_ text: String) -> Bool {
    ["string", "integer", "int", "number", "float", "boolean", "bool", "object", "array"]
        .contains(text)
}

/// `sent`, `IN_TRANSIT`, `1`: a word in one case, as the names of objects are not.
private func isPlainValue(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { isWordByte($0) || $0 == 0x2D }
        && (text == text.lowercased() || text == text.uppercased())
}
