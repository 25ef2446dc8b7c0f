import APIModel
import PageTree
import SourceText

/// A row of a table of operations, kept for the section that it leads to.
struct LinkedRow {
    let request: RequestClaim
    /// What the row calls it, where that is a name as programs have them.
    let id: Said<String>?
    /// The heading around the table, and its level.
    let group: Said<String>?
    let level: Int
    /// Where among the page's items stands what the row says.
    let items: Range<Int>
    /// Whether it is an entry of the page's contents, which says nothing beside its section.
    var isOfContents = false
}

/// A section that a row leads to, as long as nothing in it says a request of its own.
struct LinkedSection {
    let row: LinkedRow
    let title: String
    let level: Int
    /// Where in the page's items its heading stands.
    let place: Int
}

/// What the rows of tables of operations call sections of their page.
struct LinkedRows {
    /// `nil` for what two rows have in common.
    private var rows: [String: LinkedRow?] = [:]

    mutating func add(_ row: LinkedRow, called key: String) {
        guard !key.isEmpty else { return }
        if let known = rows[key], known?.request.path.value != row.request.path.value {
            rows[key] = .some(nil)
        } else {
            rows[key] = row
        }
    }

    func row(called keys: [String]) -> LinkedRow? {
        if rows.isEmpty { return nil }
        return keys.lazy.compactMap { rows[rowKey($0)] ?? nil }.first
    }
}

/// A name without the parentheses of a call, by which rows and headings are compared.
private func rowKey(_ text: String) -> String {
    var text = text.lowercased()[...]
    if text.hasSuffix("()") { text = text.dropLast(2) }
    return String(text.filter { !"`*\\ -".contains($0) })
}

extension Reading {
    /// Notes what a row of a table of operations calls the section on its operation: the words and the
    /// target of its first link, or a name in a cell of its own.
    mutating func note(_ request: RequestClaim, namedIn row: [Cell], saidFrom start: Int) {
        guard !isComplete else { return }
        let linked = row.first { page.firstLink($0.node) != nil }
        guard let cell = linked ?? row.first(where: { $0.text.isNameInCode }) else { return }
        let text = cell.text.text.filter { !"`*".contains($0) }
        let name = text.hasSuffix("()") ? String(text.dropLast(2)) : text
        let id = isMethodName(name) ? said(name, cell.range, .described, "linked-row") : nil
        let around = around.last { $0.level < labelLevel }
        let linkedRow = LinkedRow(
            request: request, id: id,
            group: around.map {
                Said($0.title.withoutNamespace, Evidence($0.span, .described, "linked-row"))
            }, level: around?.level ?? 0, items: start..<items.count)
        linkedRows.add(linkedRow, called: rowKey(text))
        guard let target = page.firstLink(cell.node), let hash = target.lastIndex(of: "#") else {
            return
        }
        let anchor = rowKey(String(target[target.index(after: hash)...]))
        if anchor != rowKey(text) { linkedRows.add(linkedRow, called: anchor) }
    }

    /// Notes a bullet that is nothing but a link to a section called as its request:
    /// `- [POST /notes](#post-notes)`.
    mutating func note(_ request: RequestClaim, ofContentsIn paragraph: NodeID, saidFrom start: Int)
    {
        guard let item = page.parent(paragraph), case .listItem = page.kind(item),
            let link = page.firstChild(paragraph), page.next(link) == nil,
            case .link(let target, _) = page.kind(link), page.raw(target).hasPrefix("#")
        else { return }
        let row = LinkedRow(
            request: request, id: nil, group: nil, level: around.last?.level ?? 0,
            items: start..<items.count, isOfContents: true)
        linkedRows.add(row, called: rowKey(page.marked(paragraph).text))
        linkedRows.add(row, called: rowKey(String(page.raw(target).dropFirst())))
    }

    /// Opens the section of a heading that a row leads to, which has just been said.
    mutating func openLinkedSection(of row: LinkedRow, _ section: Section) {
        settleLinkedSection(before: 0)
        linkedSection = LinkedSection(
            row: row, title: rowKey(section.title), level: section.level, place: items.count - 1)
        noteNames(of: .request(row.request))
    }

    /// Says the request of the section that ends here, unless the section has said one.
    mutating func settleLinkedSection(before level: Int) {
        guard let section = linkedSection, level <= section.level else { return }
        linkedSection = nil
        let row = section.row
        let own = items[section.place...].filter(\.isRequest)
        guard own.isEmpty else {
            if row.isOfContents, own.contains(where: { $0.says(row.request) }) { clear(row.items) }
            return
        }
        var moved: [Item] = []
        for index in row.items {
            guard case .say(_, let span) = items[index] else { continue }
            moved.append(items[index])
            items[index] = .furniture(span)
        }
        // Another section has what the row says.
        guard !moved.isEmpty else { return }
        if let id = row.id { moved.append(.say(.operationID(id), id.evidence.span)) }
        // Headings beside the one around the table stand below it for readers.
        if let group = row.group, section.level <= row.level {
            moved.append(.say(.group(group), group.evidence.span))
        }
        items.insert(contentsOf: moved, at: section.place + 1)
    }

    private mutating func clear(_ range: Range<Int>) {
        for index in range {
            if case .say(_, let span) = items[index] { items[index] = .furniture(span) }
        }
    }
}

/// `> Boat buyBoat(id, newBoat)`: how a program calls the operation of a section that a row of names
/// leads to. It is no description, and its arguments are those of the program.
let signature = Recognizer(construct: "signature") { node, reading in
    guard let section = reading.linkedSection, reading.around.last?.level == section.level else {
        return false
    }
    let page = reading.page
    let text: String
    switch page.kind(node) {
    case .blockQuote: text = page.marked(node).text
    case .codeBlock: text = page.code(node)
    default: return false
    }
    guard text.utf8.count <= 4000, rowKey(text).contains(section.title) else { return false }
    reading.items.append(.furniture(page.span(node)))
    return true
}

extension MarkedText {
    /// One word as programs have for names.
    fileprivate var isNameInCode: Bool {
        let name = text.filter { !"`*".contains($0) }
        return isMethodName(name.hasSuffix("()") ? String(name.dropLast(2)) : name)
    }
}

extension Item {
    fileprivate func says(_ request: RequestClaim) -> Bool {
        guard case .say(.request(let own), _) = self else { return false }
        return own.method.value == request.method.value && own.path.value == request.path.value
    }
}
