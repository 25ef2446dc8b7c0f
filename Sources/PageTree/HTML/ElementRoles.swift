import SourceText

/// What an element of HTML means to a page, however it is spelled.
enum ElementRole: Equatable {
    /// Encloses blocks and says something of its own: `<details>`, `<aside>`, `<div>`.
    case container
    case quote, paragraph
    case heading(UInt8)
    case list(ordered: Bool)
    case item, table, row, headerCell, cell
    case definitionList, term, details
    case preformatted, rule
    /// Its tags mean nothing here: `<tbody>`, `<html>`.
    case transparent
    /// Its content is not for readers: `<script>`, `<style>`.
    case hidden
    /// Part of a line of text.
    case inline
}

/// The role of an element by its name, whatever its case.
func elementRole(_ bytes: UnsafeBufferPointer<UInt8>, _ name: ByteRange) -> ElementRole {
    var key: UInt64 = 0
    guard name.count <= 8 else {
        guard isBlockElement(bytes, name) else { return .inline }
        return name.count == 10 && lowercased(bytes[Int(name.start)]) == 0x62 ? .quote : .container
    }
    var index = Int(name.start)
    while index < Int(name.end) {
        key = key << 8 | UInt64(lowercased(bytes[index]))
        index += 1
    }
    if let role = shortRole(key) { return role }
    return isBlockElement(bytes, name) ? .container : .inline
}

/// The role of an element by its tag: `<div role="row">` is a row to whoever cannot see it.
func elementRole(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: ScannedTag) -> ElementRole {
    let role = elementRole(bytes, tag.name)
    if role == .preformatted, holdsTitle(bytes, tag) { return .container }
    guard isElement(bytes, tag.name, in: " div ") else { return role }
    var index = tag.attributesStart
    while let found = scanAttribute(bytes, at: index, before: tag.end, .commonMark) {
        index = found.end
        guard isElement(bytes, found.name, in: " role ") else { continue }
        if isElement(bytes, found.value, in: " table ") { return .table }
        if isElement(bytes, found.value, in: " row ") { return .row }
        if isElement(bytes, found.value, in: " cell ") { return .cell }
        if isElement(bytes, found.value, in: " columnheader rowheader ") { return .headerCell }
        if isElement(bytes, found.value, in: " rowgroup ") { return .transparent }
        return role
    }
    return role
}

/// Names of up to eight letters, packed into one number.
private func shortRole(_ key: UInt64) -> ElementRole? {
    switch key {
    case 0x70: return .paragraph
    case 0x6831...0x6836: return .heading(UInt8(truncatingIfNeeded: key & 7))
    case 0x6872: return .rule
    case 0x756C: return .list(ordered: false)
    case 0x6F6C: return .list(ordered: true)
    case 0x6C69: return .item
    case 0x7472: return .row
    case 0x7468: return .headerCell
    case 0x7464: return .cell
    case 0x646C: return .definitionList
    case 0x6474: return .term
    case 0x6464: return .details
    case packed("pre"): return .preformatted
    case packed("table"): return .table
    case packed("tbody"), packed("thead"), packed("tfoot"), packed("colgroup"), packed("col"),
        packed("html"), packed("body"), packed("center"), packed("link"), packed("meta"),
        packed("base"), packed("source"), packed("track"), packed("caption"):
        return .transparent
    case packed("script"), packed("style"), packed("textarea"), packed("head"), packed("title"):
        return .hidden
    default: return nil
    }
}

@inline(__always)
private func packed(_ name: StaticString) -> UInt64 {
    var key: UInt64 = 0
    var index = 0
    while index < name.utf8CodeUnitCount {
        key = key << 8 | UInt64(name.utf8Start[index])
        index += 1
    }
    return key
}

/// Whether an open element ends because another one starts, as HTML lets authors leave out tags.
func endsElement(_ open: ElementRole, by next: ElementRole) -> Bool {
    switch open {
    case .paragraph: next != .inline
    case .item: next == .item
    case .cell, .headerCell: next == .cell || next == .headerCell || next == .row
    case .row: next == .row
    case .term, .details: next == .term || next == .details
    default: false
    }
}

/// `<pre><b>GET</b> <h2>/boats</h2></pre>` in one line: the title of a request, and no code.
private func holdsTitle(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: ScannedTag) -> Bool {
    var hasHeading = false
    var index = tag.end
    let limit = min(bytes.count, tag.end + 512)
    while index < limit, bytes[index] != 0x0A {
        guard bytes[index] == 0x3C,
            let inner = scanTag(bytes, at: index, before: limit, .commonMark)
        else {
            index += 1
            continue
        }
        if isElement(bytes, inner.name, in: " pre ") { return hasHeading && inner.isClosing }
        if case .heading = elementRole(bytes, inner.name) { hasHeading = true }
        index = inner.end
    }
    return false
}
