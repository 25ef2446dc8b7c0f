/// A documented name without the marks that pages hang on it.
package struct MarkedName: Sendable {
    package let name: String
    /// Where the bare name stands in the text.
    package let range: Range<Int>
    /// What `*`, `?`, `(required)` or `(optional)` behind the name say.
    package let required: Bool?
    package let isDeprecated: Bool
    package let isReadOnly: Bool
    /// A type that stood in parentheses behind the name.
    package let type: TypeExpression?
}

/// Reads `name*`, `name?`, `name (required)`, `name (string, optional)`, `**name** deprecated`.
///
/// `?` says optional, and by that says that unmarked neighbours are required: the caller judges
/// the list.
package func readNameMarks(_ text: MarkedText) -> MarkedName? {
    let bytes = Array(text.text.utf8)
    var start = 0
    while start < bytes.count, isNamePadding(bytes[start]) { start += 1 }
    var end = start
    while end < bytes.count, !endsName(bytes, at: end, from: start) || breaksName(bytes, at: end) {
        end += 1
    }
    // `status=` and `id=<node id>` are filters in a value, not names.
    guard end > start, !bytes[start..<end].contains(0x3D) else { return nil }
    var required: Bool?
    var nameEnd = end
    while nameEnd > start + 1 {
        let last = bytes[nameEnd - 1]
        if last == 0x2A { required = true } else if last == 0x3F { required = false }
        guard last == 0x2A || last == 0x3F || last == 0x3A || last == 0x2C else { break }
        nameEnd -= 1
    }
    nameEnd = footnoteStart(bytes, from: start, to: nameEnd) ?? nameEnd
    var marks = TrailingMarks(required: required)
    marks.read(text.tokens.filter { $0.range.lowerBound >= end })
    return MarkedName(
        name: plainPath(bytes[start..<nameEnd]), range: start..<nameEnd,
        required: marks.required, isDeprecated: marks.isDeprecated, isReadOnly: marks.isReadOnly,
        type: marks.type)
}

/// Where the number of a footnote begins: `command[1]`. Elements are counted from 0.
private func footnoteStart(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard end > start + 3, bytes[end - 1] == 0x5D else { return nil }
    guard bytes[end - 2] >= 0x31, bytes[end - 2] <= 0x39, bytes[end - 3] == 0x5B else { return nil }
    return end - 3
}

private struct TrailingMarks {
    var required: Bool?
    var isDeprecated = false
    var isReadOnly = false
    var type: TypeExpression?

    mutating func read(_ tokens: [PhraseToken]) {
        for (index, token) in tokens.enumerated() {
            // Behind `name?` a star leads to a footnote.
            if token.isMark("*"), required == nil, index == 0 || tokens.count < 3 {
                required = true
            }
            if token.isMark("?"), index == 0 { required = false }
            if let said = presence(token.word) {
                required = said && tokens.word(at: index - 1) != "not"
            }
            switch token.word {
            case "deprecated", "obsolete": isDeprecated = true
            case "readonly", "read-only": isReadOnly = true
            default: readType(tokens, at: index)
            }
        }
    }

    private mutating func readType(_ tokens: [PhraseToken], at index: Int) {
        guard type == nil, tokens.isMark(anyOf: ["(", "[", "<", ":", ","], at: index - 1) else {
            return
        }
        guard typeWord(tokens[index].word) != nil || namesType(tokens, at: index) else { return }
        var words = ""
        var position = index
        while position < tokens.count, !tokens[position].isMark(")"), !tokens[position].isMark(",")
        {
            if !words.isEmpty, tokens[position].isSpaced { words += " " }
            words += tokens[position].text
            position += 1
        }
        type = Recognition.readType(words)
    }
}

/// `(address, required)`: what stands before the word on presence, and is no word of its own.
private func namesType(_ tokens: [PhraseToken], at index: Int) -> Bool {
    guard tokens.isMark("(", at: index - 1), tokens.isMark(",", at: index + 1),
        tokens[index].kind == .word,
        tokens[index].word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }),
        ["required", "mandatory", "optional"].contains(tokens.word(at: index + 2)),
        fieldLocation(tokens[index].word) == nil
    else { return false }
    switch tokens[index].word {
    case "default", "nullable", "deprecated", "readonly", "new", "unique", "immutable", "body",
        "conditional", "conditionally", "once", "repeatable", "repeated", "multiple", "either",
        "now", "also", "always":
        return false
    default: return true
    }
}

private func isNamePadding(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x60 || byte == 0x22 || byte == 0x2A
}

/// Names end at white space, except inside the braces of a placeholder member.
private func endsName(_ bytes: [UInt8], at index: Int, from start: Int) -> Bool {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D, 0x60, 0x22: return true
    case 0x28: return index > start
    default: return false
    }
}

/// A line break in a path that is too long for its column: what follows begins with a dot.
private func breaksName(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes[index] == 0x0A && index + 1 < bytes.count && bytes[index + 1] == 0x2E
}

/// `items.[n].size` as `items[].size`: the letter stands for any element.
private func plainPath(_ bytes: ArraySlice<UInt8>) -> String {
    let name = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(0x5B) || bytes.contains(0x0A) else { return name }
    var path = name.filter { $0 != "\n" }
    for index in ["[n]", "[i]", "[x]", "[*]", "[N]", "[index]"] {
        while let place = path.firstRange(of: index) { path.replaceSubrange(place, with: "[]") }
    }
    while let place = path.firstRange(of: ".[]") { path.replaceSubrange(place, with: "[]") }
    return path
}

/// `Partial<Book>`: a type with its arguments; `labels.<name>` names a member.
func namesGeneric(_ name: String) -> Bool {
    guard let open = name.utf8.firstIndex(of: 0x3C), open > name.startIndex else { return false }
    return isWordByte(name.utf8[name.utf8.index(before: open)])
}
