import APIModel
import PageTree
import SourceText

/// A paragraph a field, its name in bold and nothing between that and the text: "**limit** The most
/// that is shown.". Or the name alone over JSON that shows the member, and words on it below.
///
/// One bold word opens a remark as well, so such paragraphs count below a request or an object's
/// title, where several stand in a row, and alone behind such a row.
let toldParagraphs = Recognizer(construct: "told-paragraphs") { node, reading in
    guard case .paragraph = reading.page.kind(node), reading.toldName(of: node) != nil,
        reading.mayTellFields
    else { return false }
    let (fields, blocks) = reading.toldFields(from: node)
    let isRow = fields.filter { $0.depth == 0 }.count > 1
    guard isRow || reading.tellsFields, let end = blocks.last else { return false }
    reading.tellsFields = true
    let page = reading.page
    for block in blocks {
        if case .codeBlock = page.kind(block) { _ = jsonSample.claim(block, &reading) }
    }
    let range = ByteRange(Int(page.range(node).start), Int(page.range(end).end))
    reading.taken.formUnion(blocks.dropFirst())
    reading.sayAnnounced(fields, at: range, .declared, "told-paragraphs")
    return true
}

extension Reading {
    /// The element that names the field which a paragraph begins.
    fileprivate func toldName(of paragraph: NodeID) -> NodeID? {
        guard let first = page.firstChild(paragraph), case .strong = page.kind(first) else {
            return nil
        }
        let name = page.marked(first).text
        guard looksLikeKey(name), name.utf8.allSatisfy(isWordByte),
            !["note", "notes", "important", "warning", "tip", "hint", "caution"].contains(name),
            classifyHeading(MarkedText(name)).status == nil
        else { return nil }
        let words = page.marked(inlines: Array(page.siblings(behind: first)))
        if let next = page.next(paragraph), showsMember(next, named: name) {
            return words.text.isEmpty || readRequiredness(cell: words) != nil
                || words.tokens.count <= 2 ? first : nil
        }
        guard let opening = words.tokens.first, opening.kind == .word,
            opening.text.first?.isUppercase == true, words.tokens.count > 2
        else { return nil }
        return first
    }

    /// Whether a block is JSON of the member of that name: `"price": "4.50"`.
    private func showsMember(_ block: NodeID, named name: String) -> Bool {
        guard case .codeBlock = page.kind(block) else { return false }
        let code = page.code(block).trimmedASCII
        return code.hasPrefix("\"\(name)\":") || code.hasPrefix("\"\(name)\" :")
    }

    /// Whether fields may be told here: in a section of them, below a request line, or below the title
    /// of an object.
    fileprivate var mayTellFields: Bool {
        if isInFieldSection { return true }
        switch around.last?.role {
        case .object, .properties: return true
        case .operation, .other: break
        default: return false
        }
        for item in items.reversed().prefix(40) {
            switch item {
            case .say(.request, _): return true
            case .heading, .open: return false
            default: continue
            }
        }
        return false
    }

    fileprivate func toldFields(from first: NodeID) -> (fields: [Field], blocks: [NodeID]) {
        var fields: [Field] = []
        var blocks: [NodeID] = []
        var owner = 0
        var next: NodeID? = first
        while let node = next {
            switch page.kind(node) {
            case .paragraph:
                if let name = toldName(of: node) {
                    guard let field = toldField(node, named: name) else { return (fields, blocks) }
                    owner = fields.count
                    fields.append(field)
                } else {
                    guard !beginsSection(node), readRequestLine(page.marked(node).text) == nil,
                        !fields.isEmpty
                    else { return (fields, blocks) }
                    describe(&fields[owner], byParagraph: node, construct: "told-paragraphs")
                }
            case .codeBlock:
                guard !fields.isEmpty, showsMember(node, named: fields[owner].name.value) else {
                    return (fields, blocks)
                }
            case .list:
                guard !fields.isEmpty else { return (fields, blocks) }
                if let values = toldValues(in: node, of: fields[owner]) {
                    fields[owner].values = values
                } else {
                    fields += bulletFields(of: node, depth: 1)
                }
            default: return (fields, blocks)
            }
            blocks.append(node)
            next = page.next(node)
        }
        return (fields, blocks)
    }

    private func toldField(_ paragraph: NodeID, named name: NodeID) -> Field? {
        let construct: Construct = "told-paragraphs"
        guard var field = field(named: cell(name), construct: construct) else { return nil }
        let text = page.marked(inlines: Array(page.siblings(behind: name)))
        if ["read-only", "readonly"].contains(text.text.lowercased().trimmedASCII) {
            field.readOnly = said(true, page.range(paragraph), .declared, construct)
            return field
        }
        let cell = Cell(text: text, range: page.range(paragraph), node: paragraph)
        describe(&field, by: cell, construct: construct)
        return field
    }

    /// `- **open**: text` below the one field that has such values, or announces them.
    private func toldValues(in list: NodeID, of field: Field) -> [ValueRow]? {
        if let values = listedValues(in: list, of: field) { return values }
        guard let shown = field.defaultValue?.value else { return nil }
        let rows = bulletFields(of: list, depth: 0)
        guard rows.count > 1, rows.contains(where: { $0.name.value == shown }),
            rows.allSatisfy({ $0.type == nil })
        else { return nil }
        return rows.map { row in
            ValueRow(field: field.name.value, value: row.name, description: row.description)
        }
    }
}
