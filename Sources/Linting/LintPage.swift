import PageTree
import SourceText

/// What is wrong with the writing of one page, whatever it says.
package func lint(_ page: Page) -> [Diagnostic] {
    var found: [Diagnostic] = []
    // Nodes stand in the array in page order, so a walk needs no stack.
    for index in page.nodes.indices {
        let node = NodeID(index)
        switch page.kind(node) {
        case .table: found += unevenRows(of: node, on: page)
        case .text: found += openEntities(in: node, on: page)
        case .entity: found += openReference(node, on: page)
        case .codeSpan: found += openBrackets(in: node, on: page)
        default: break
        }
    }
    return found
}

// MARK: Tables

/// Rows with fewer or more cells than the table's header, which promises nothing where it is blank.
private func unevenRows(of table: NodeID, on page: Page) -> [Diagnostic] {
    let rows = Array(page.children(table))
    guard let first = rows.first, case .tableRow(isHeader: true, _) = page.kind(first),
        let columns = width(of: first, on: page), hasText(first, on: page)
    else { return [] }
    var found: [Diagnostic] = []
    for row in rows.dropFirst() {
        // Cells over several rows count for rows they do not stand in.
        guard let count = width(of: row, on: page) else { return [] }
        let span = page.span(row)
        if count + 1 == columns, endsInBlankCell(row, on: page) { continue }
        if count < columns { found.append(.missingCells(count, of: columns, at: span)) }
        if count > columns { found.append(.surplusCells(count, of: columns, at: span)) }
    }
    return found
}

/// Whether a row is written `Staff |`, which leaves its last cell blank rather than out.
private func endsInBlankCell(_ row: NodeID, on page: Page) -> Bool {
    let bar = UInt8(ascii: "|")
    let range = page.range(row)
    guard range.start < range.end else { return false }
    let bytes = page.source.bytes[Int(range.start)..<Int(range.end)]
    return bytes.first != bar && bytes.last == bar
}

private func hasText(_ row: NodeID, on page: Page) -> Bool {
    page.children(row).contains { page.firstChild($0) != nil }
}

/// How many columns a row fills; `nil` where a cell spans rows.
private func width(of row: NodeID, on page: Page) -> Int? {
    var width = 0
    for cell in page.children(row) {
        guard case .tableCell(_, let columns, let rows) = page.kind(cell) else { continue }
        if rows > 1 { return nil }
        width += Int(columns)
    }
    return width
}

// MARK: Character references

/// References such as `&nbsp` that nothing ends. In code an `&` is an `&`.
private func openEntities(in text: NodeID, on page: Page) -> [Diagnostic] {
    switch page.dialect {
    case .markdown, .html: break
    case .reStructuredText, .flattened, .yaml, .wiki: return []
    }
    if let parent = page.parent(text) {
        switch page.kind(parent) {
        case .codeSpan, .codeLine: return []
        default: break
        }
    }
    let range = page.range(text)
    var found: [Diagnostic] = []
    page.source.bytes.withUnsafeBufferPointer { bytes in
        var index = Int(range.start)
        let end = min(Int(range.end), bytes.count)
        while index < end {
            defer { index += 1 }
            guard bytes[index] == 0x26, let name = openName(bytes, after: index) else { continue }
            let place = ByteRange(index, index + 1 + name.utf8.count)
            found.append(.entityWithoutSemicolon(name, at: page.span(place)))
        }
    }
    return found
}

/// `&lt` of `&ltid>`, read as a bracket all the same.
private func openReference(_ reference: NodeID, on page: Page) -> [Diagnostic] {
    let text = page.raw(page.range(reference))
    guard text.utf8.first == 0x26, text.utf8.last != 0x3B else { return [] }
    return [.entityWithoutSemicolon(String(text.dropFirst()), at: page.span(reference))]
}

/// `&ltid&gt` in code: an `&` is an `&` there, but these were brackets once.
private func openBrackets(in code: NodeID, on page: Page) -> [Diagnostic] {
    guard page.dialect == .markdown || page.dialect == .html else { return [] }
    let range = page.range(code)
    let bytes = page.source.bytes
    let opening = Array("&lt".utf8)
    let closing = Array("&gt".utf8)
    var found: [Diagnostic] = []
    var index = Int(range.start)
    while index + 3 < min(Int(range.end), bytes.count) {
        defer { index += 1 }
        guard bytes[index...].starts(with: opening), bytes[index + 3] != 0x3B else { continue }
        let word = bytes[(index + 3)...].prefix { isNameByte($0) || $0 == 0x5F || $0 == 0x2D }
        guard !word.isEmpty, bytes[word.endIndex...].starts(with: closing) else { continue }
        let place = ByteRange(index, word.endIndex + closing.count)
        found.append(.entityWithoutSemicolon("lt", at: page.span(place)))
        index = word.endIndex
    }
    return found
}

/// The name behind an `&`, if it is one that browsers know without a semicolon and has none.
private func openName(_ bytes: UnsafeBufferPointer<UInt8>, after ampersand: Int) -> String? {
    var end = ampersand + 1
    while end < bytes.count, end - ampersand < 8, isNameByte(bytes[end]) { end += 1 }
    // `&copy=1` is a part of a query.
    if end < bytes.count, isNameByte(bytes[end]) || bytes[end] == 0x3B || bytes[end] == 0x3D {
        return nil
    }
    guard isOldReferenceName(bytes, ampersand + 1, end - ampersand - 1) else { return nil }
    return String(decoding: bytes[(ampersand + 1)..<end], as: UTF8.self)
}

private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
}
