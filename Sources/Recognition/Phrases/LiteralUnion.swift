/// Reads `"asc" | "desc"`, `'a', 'b' or 'c'`: a type that is a list of strings.
///
/// Only quoted values count: bare words between bars may name objects.
func readLiteralUnion(_ text: MarkedText) -> TypeExpression? {
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
