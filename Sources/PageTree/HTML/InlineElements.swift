import SourceText

/// What an element means within a line of text.
enum InlineElement {
    case lineBreak, anchor
    case span(Kind)
    /// A known element that says nothing to a reader of words.
    case other
    /// A name in mixed case: a component of MDX.
    case component
    /// No element at all: a placeholder in angle brackets.
    case unknown
}

/// Elements of a line that neither mark its words nor break it.
private let plainElements: StaticString = """
     abbr acronym bdi bdo big button data dfn font img input ins label mark nobr picture q small \
    source span sub sup svg time u video wbr path object embed map area ruby rt rp \

    """

func inlineElement(_ bytes: UnsafeBufferPointer<UInt8>, _ name: ByteRange) -> InlineElement {
    if let kind = spanKind(bytes, name) { return .span(kind) }
    if isElement(bytes, name, in: " a ") { return .anchor }
    if isElement(bytes, name, in: " br ") { return .lineBreak }
    if isElement(bytes, name, in: plainElements) { return .other }
    if elementRole(bytes, name) != .inline { return .other }
    return isMixedCase(bytes, name) ? .component : .unknown
}

private func spanKind(_ bytes: UnsafeBufferPointer<UInt8>, _ name: ByteRange) -> Kind? {
    if isElement(bytes, name, in: " code tt samp kbd ") { return .codeSpan }
    if isElement(bytes, name, in: " strong b ") { return .strong }
    if isElement(bytes, name, in: " em i var cite ") { return .emphasis }
    if isElement(bytes, name, in: " del s strike ") { return .strikethrough }
    return nil
}

private func isMixedCase(_ bytes: UnsafeBufferPointer<UInt8>, _ name: ByteRange) -> Bool {
    let first = bytes[Int(name.start)]
    guard first >= 0x41, first <= 0x5A else { return false }
    var index = Int(name.start) + 1
    while index < Int(name.end) {
        if bytes[index] >= 0x61, bytes[index] <= 0x7A { return true }
        index += 1
    }
    return false
}

/// Whether a name, whatever its case, is a word of a list that begins and ends with a space.
func isElement(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: ByteRange, in list: StaticString
) -> Bool {
    let count = name.count
    let words = list.utf8Start
    let end = list.utf8CodeUnitCount
    guard count > 0 else { return false }
    var start = 0
    while start + count + 1 < end {
        var index = 0
        while index < count,
            lowercased(bytes[Int(name.start) + index]) == words[start + 1 + index]
        {
            index += 1
        }
        if index == count, words[start + 1 + count] == 0x20 { return true }
        start += 1
        while start < end, words[start] != 0x20 { start += 1 }
    }
    return false
}
