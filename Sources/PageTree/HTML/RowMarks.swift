import SourceText

/// What a piece of text says where a row tells of a member: its name, its type, or another mark.
enum RowMark {
    /// `string`, `Array of objects`, `integer<int64>`.
    case type
    /// `Boat`: a name that may be one of a type.
    case typeName
    /// `(Boat)`, `<int64>`: goes on with the type before it.
    case typePart
    /// `required`, `*`, `enum`.
    case qualifier
    /// `(query)`, `Path Parameter`.
    case place
    /// Nothing a row says in a word: prose, values.
    case none
}

/// Reads the words of one leaf, entities and comments aside.
func rowWords(_ bytes: UnsafeBufferPointer<UInt8>, _ leaf: ByteRange) -> String {
    guard leaf.count <= 200 else { return "" }
    var text: [UInt8] = []
    var index = Int(leaf.start)
    let end = Int(leaf.end)
    while index < end {
        if bytes[index] == 0x3C {
            index = endOfComment(UnsafeBufferPointer(rebasing: bytes[..<end]), index)
        } else if bytes[index] == 0x26,
            let found = scanLooseReference(bytes, at: index, before: end)
        {
            text += found.first == 0xA0 ? [0x20] : Array(String(scalar(found.first)).utf8)
            index = found.next
        } else {
            text.append(isWhite(bytes[index]) ? 0x20 : bytes[index])
            index += 1
        }
    }
    while let last = text.last, last == 0x20 { text.removeLast() }
    let first = text.firstIndex { $0 != 0x20 } ?? text.count
    return String(decoding: text[first...], as: UTF8.self)
}

/// Where the name of a row stands in its leaf, behind spaces; nowhere if it is not spelled out there.
func placeOfRowName(
    _ bytes: UnsafeBufferPointer<UInt8>, _ leaf: ByteRange, _ name: Substring.UTF8View
) -> ByteRange? {
    var index = Int(leaf.start)
    let end = Int(leaf.end)
    while index < end {
        if isWhite(bytes[index]) {
            index += 1
        } else if bytes[index] == 0x26,
            let found = scanLooseReference(bytes, at: index, before: end),
            found.first == 0xA0 || found.first == 0x20
        {
            index = found.next
        } else {
            break
        }
    }
    guard index + name.count <= end, bytes[index..<index + name.count].elementsEqual(name) else {
        return nil
    }
    return ByteRange(index, index + name.count)
}

/// Words that head the columns of members, and name none.
func headsColumn(_ words: String) -> Bool {
    switch words.lowercased() {
    case "name", "parameter", "field", "property", "key", "attribute", "argument", "type",
        "description", "required", "default", "value", "in", "location", "format", "notes":
        true
    default: false
    }
}

private func scalar(_ value: UInt32) -> Character {
    Character(Unicode.Scalar(value) ?? "\u{FFFD}")
}

/// How many bytes of a leaf name a member, 0 where none do: `pier`, `pier *`, `pier (required)`.
func rowNameLength(_ words: String) -> Int {
    let text = Array(words.utf8)
    var end = 0
    while end < text.count, isNameByte(text[end]) { end += 1 }
    guard end > 0, end <= 80, let first = text.first,
        isLetter(first) || first == 0x5F || first == 0x24 || first == 0x40
    else { return 0 }
    let last = text[end - 1]
    if last == 0x2E || last == 0x2D { return 0 }
    let rest = String(decoding: text[end...], as: UTF8.self).lowercased()
    switch rest {
    case "", "*", " *", ":", " (required)", " (optional)", " required", " optional": break
    default: return 0
    }
    return strictTypes.contains(words.lowercased()) && words != "number" ? 0 : end
}

private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x5F || byte == 0x2D || byte == 0x2E || byte == 0x24
        || byte == 0x40 || byte == 0x5B || byte == 0x5D
}

/// Words that are types and hardly ever names of members.
private let strictTypes: Set<String> = [
    "string", "strings", "integer", "integers", "int", "int32", "int64", "number", "numbers",
    "boolean", "booleans", "bool", "object", "objects", "array", "float", "double", "null",
    "required", "optional", "nullable", "deprecated", "enum", "date-time", "datetime",
]

/// Words that are types where one is looked for.
private let looseTypes: Set<String> = [
    "long", "decimal", "list", "map", "dict", "hash", "date", "timestamp", "time", "uuid", "file",
    "binary", "any", "uri", "url", "text", "byte", "bytes", "email", "json", "str", "password",
]

private let qualifiers: Set<String> = [
    "required", "optional", "mandatory", "nullable", "deprecated", "read-only", "readonly",
    "write-only", "writeonly", "unique", "enum", "*",
]

private let places: Set<String> = [
    "query", "path", "header", "body", "cookie", "formdata", "form", "path parameter",
    "query parameter", "header parameter", "body parameter", "cookie parameter", "form parameter",
]

/// What the words of a leaf say of the member named before it.
func rowMark(_ words: String, behindType: Bool) -> RowMark {
    var text = words.lowercased()
    if text.hasSuffix(",") { text.removeLast() }
    guard let first = text.first, text.utf8.count <= 80 else { return .none }
    if qualifiers.contains(text) { return .qualifier }
    if places.contains(text) { return .place }
    if first == "(" || first == "<" || first == "[" {
        let inner = text.drop { "(<[ ".contains($0) }.reversed().drop { ")>] ".contains($0) }
        let core = String(inner.reversed())
        if qualifiers.contains(core) { return .qualifier }
        if places.contains(core) { return .place }
        // `[` alone opens a list of what comes next.
        if text == "[" { return .type }
        if behindType, !core.contains(where: { "=\"".contains($0) }) { return .typePart }
        return first == "[" && isTypeWords(core) ? .type : .none
    }
    if isTypeWords(text) { return .type }
    return isTypeName(words) ? .typeName : .none
}

/// `string`, `array of`, `array of strings`, `string<uuid>`, `array[boat]`, `object (boat)`.
private func isTypeWords(_ text: String) -> Bool {
    var end = text.startIndex
    while end < text.endIndex, text[end].isLetter || text[end].isNumber || text[end] == "-" {
        end = text.index(after: end)
    }
    let head = String(text[..<end])
    let rest = text[end...].drop { $0 == " " }
    if rest == "[]" || rest == "[][]" { return !head.isEmpty }
    guard strictTypes.contains(head) || looseTypes.contains(head) else { return false }
    guard let next = rest.first else { return true }
    if "<([".contains(next) {
        let close: Character = next == "<" ? ">" : next == "(" ? ")" : "]"
        return rest.last == close && rest.count < 60 && !rest.contains { ".;=\"".contains($0) }
    }
    let words = rest.split(separator: " ")
    switch words.first {
    case "of": return ["array", "list", "map", "set"].contains(head) && words.count <= 3
    case "or": return words.count == 2
    default: return words.count == 1 && strictTypes.contains(String(words[0]))
    }
}

/// One word that begins with a capital and goes on in small letters, as types are called.
private func isTypeName(_ words: String) -> Bool {
    let text = Array(words.utf8)
    guard let first = text.first, first >= 0x41, first <= 0x5A, text.count > 2, text.count <= 60
    else { return false }
    return text.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x5F }
        && text.contains { $0 >= 0x61 && $0 <= 0x7A }
}
