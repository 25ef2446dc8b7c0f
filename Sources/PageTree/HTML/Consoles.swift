import SourceText

/// Whether an element is a form that sends what is typed into it and tells nothing: the labels of a
/// console name what it asks for, not what a request takes.
///
/// One that holds headings, paragraphs, lists, tables or code is part of the page: some describe
/// parameters in forms, and some put a whole page into one. No form stands in another, so what is
/// looked through here is looked through once.
func isConsole(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: ScannedTag) -> Bool {
    guard isElement(bytes, tag.name, in: " form ") else { return false }
    var sends = false
    var index = tag.end
    while index < bytes.count {
        guard bytes[index] == 0x3C,
            let inner = scanTag(bytes, at: index, before: bytes.count, .commonMark)
        else {
            index += 1
            continue
        }
        index = inner.end
        if isElement(bytes, inner.name, in: " form ") { return inner.isClosing && sends }
        switch elementRole(bytes, inner.name) {
        case .container, .inline, .transparent, .hidden: break
        default: return false
        }
        sends = sends || isSubmit(bytes, inner)
    }
    return false
}

/// `<input type="submit">`, and a button of no other type.
private func isSubmit(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: ScannedTag) -> Bool {
    let isButton = isElement(bytes, tag.name, in: " button ")
    guard isButton || isElement(bytes, tag.name, in: " input "), !tag.isClosing else {
        return false
    }
    var index = tag.attributesStart
    while let found = scanAttribute(bytes, at: index, before: tag.end, .commonMark) {
        index = found.end
        guard isElement(bytes, found.name, in: " type ") else { continue }
        return isElement(bytes, found.value, in: " submit ")
    }
    return isButton
}
