import SourceText

/// One tag of HTML or of a component: `<name …>`, `</name>`.
struct ScannedTag {
    var name: ByteRange
    /// First byte after the name.
    var attributesStart: Int
    /// One past `>`.
    var end: Int
    var isClosing: Bool
    var isSelfClosing: Bool
}

/// What may stand in a tag.
enum TagGrammar {
    /// What CommonMark calls an open or closing tag.
    case commonMark
    /// Also `name={expression}`, `{...spread}` and names with dots, as components are written.
    case component
}

/// Reads the tag that starts at `<`; nil if these bytes are no tag.
///
/// Shared by Markdown's raw HTML and by whole HTML pages.
func scanTag(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int, _ grammar: TagGrammar
) -> ScannedTag? {
    var index = start + 1
    let isClosing = index < end && bytes[index] == 0x2F
    if isClosing { index += 1 }
    guard index < end, isLetter(bytes[index]) else { return nil }
    let nameStart = index
    while index < end, isTagNameByte(bytes[index], grammar) { index += 1 }
    let name = ByteRange(nameStart, index)
    let attributesStart = index
    if !isClosing {
        while let attribute = scanAttribute(bytes, at: index, before: end, grammar) {
            index = attribute.end
        }
    }
    index = skipWhite(bytes, index, end)
    let isSelfClosing = !isClosing && index < end && bytes[index] == 0x2F
    if isSelfClosing { index += 1 }
    guard index < end, bytes[index] == 0x3E else { return nil }
    return ScannedTag(
        name: name, attributesStart: attributesStart, end: index + 1, isClosing: isClosing,
        isSelfClosing: isSelfClosing)
}

/// A name with or without a value, and where it ends.
struct ScannedAttribute {
    var name: ByteRange
    /// Without its quotes or braces; empty if there is none.
    var value: ByteRange
    var range: ByteRange
    var end: Int { Int(range.end) }
}

/// Reads white space and one attribute; nil where none follows.
func scanAttribute(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int, _ grammar: TagGrammar
) -> ScannedAttribute? {
    var index = skipWhite(bytes, start, end)
    guard index > start, index < end else { return nil }
    let nameStart = index
    if grammar == .component, bytes[index] == 0x7B {
        guard let close = scanBraces(bytes, at: index, before: end) else { return nil }
        return ScannedAttribute(
            name: .empty, value: ByteRange(index + 1, close - 1), range: ByteRange(index, close))
    }
    let first = bytes[index]
    guard isLetter(first) || first == 0x5F || first == 0x3A else { return nil }
    while index < end, isAttributeNameByte(bytes[index]) { index += 1 }
    let name = ByteRange(nameStart, index)
    let afterName = index
    index = skipWhite(bytes, index, end)
    guard index < end, bytes[index] == 0x3D else {
        return ScannedAttribute(
            name: name, value: ByteRange(afterName, afterName),
            range: ByteRange(nameStart, afterName))
    }
    index = skipWhite(bytes, index + 1, end)
    guard let value = scanAttributeValue(bytes, at: index, before: end, grammar) else { return nil }
    return ScannedAttribute(
        name: name, value: value.text, range: ByteRange(nameStart, value.end))
}

private func scanAttributeValue(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int, _ grammar: TagGrammar
) -> (text: ByteRange, end: Int)? {
    guard start < end else { return nil }
    let quote = bytes[start]
    if quote == 0x22 || quote == 0x27 {
        var index = templateEnd(bytes, at: start + 1, before: end) ?? start + 1
        while index < end, bytes[index] != quote { index += 1 }
        return index < end ? (ByteRange(start + 1, index), index + 1) : nil
    }
    if grammar == .component, quote == 0x7B {
        guard let close = scanBraces(bytes, at: start, before: end) else { return nil }
        return (ByteRange(start + 1, close - 1), close)
    }
    var index = start
    while index < end, !endsUnquotedValue(bytes[index]) { index += 1 }
    return index > start ? (ByteRange(start, index), index) : nil
}

/// One past the tag of a template that a value begins with: `href="{{< ref "page" >}}"`.
private func templateEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int
) -> Int? {
    guard start + 1 < end, bytes[start] == 0x7B, bytes[start + 1] == 0x7B else { return nil }
    var index = start + 2
    let limit = min(end, start + 400)
    while index + 1 < limit {
        if bytes[index] == 0x7D, bytes[index + 1] == 0x7D { return index + 2 }
        index += 1
    }
    return nil
}

/// One past the brace that closes the one at `start`; strings inside are not looked into.
private func scanBraces(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int
) -> Int? {
    var depth = 0
    var index = start
    while index < end {
        if bytes[index] == 0x7B { depth += 1 }
        if bytes[index] == 0x7D {
            depth -= 1
            if depth == 0 { return index + 1 }
        }
        index += 1
    }
    return nil
}

// MARK: Bytes

func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

func isWhite(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C
}

func skipWhite(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, isWhite(bytes[index]) { index += 1 }
    return index
}

private func isTagNameByte(_ byte: UInt8, _ grammar: TagGrammar) -> Bool {
    if isLetter(byte) || isDigit(byte) || byte == 0x2D { return true }
    return grammar == .component && (byte == 0x2E || byte == 0x5F || byte == 0x3A)
}

private func isAttributeNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x5F || byte == 0x2E || byte == 0x3A || byte == 0x2D
}

private func endsUnquotedValue(_ byte: UInt8) -> Bool {
    isWhite(byte) || byte == 0x22 || byte == 0x27 || byte == 0x3D || byte == 0x3C || byte == 0x3E
        || byte == 0x60
}
