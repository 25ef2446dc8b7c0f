import PageTree
import SourceText

/// A title of a table that says what its rows are: `.. list-table:: Request parameters`,
/// `<caption>Result</caption>`. It speaks of the table and of nothing behind it.
///
/// `.+/loans/{id}+` over `Parameter | Description` is a path and those that it leaves open.
let tableTitle = Recognizer(construct: "table-title") { node, reading in
    if let (path, table) = reading.page.path(over: node),
        reading.lists(onlyPlaceholdersOf: path, in: table)
    {
        var section = reading.section(
            MarkedText(""), level: scopeLevel, at: reading.page.range(node))
        section.role = .parameters(location: .path, required: nil)
        if reading.lastRequest?.path.value != path.template {
            reading.keep(path, at: reading.page.range(node))
            reading.barePath?.isOfCall = true
        }
        reading.scope(section) { $0.block(table) }
        reading.taken.insert(table)
        return true
    }
    guard node != reading.titledTable,
        let titled = reading.page.titled(node) ?? reading.page.captioned(by: node)
            ?? reading.page.numbered(by: node)
    else { return false }
    var section = reading.section(titled.title, level: scopeLevel, at: titled.range)
    // "Table 5 link" after a table one of whose members is a list of such.
    if !section.isPartOfOperation {
        guard let name = titled.objectName, reading.holds(name) else { return false }
        section.role = .object(name: name, isList: false)
    }
    reading.titledTable = titled.table
    reading.scope(section) { $0.block(titled.table) }
    reading.titledTable = nil
    if titled.table != node { reading.taken.insert(titled.table) }
    return true
}

private struct TitledTable {
    let table: NodeID
    let title: MarkedText
    let range: ByteRange
    /// Whether the title is one of those that a page numbers.
    var isNumbered = false

    /// What the rows are members of, where a numbered title is one word.
    var objectName: String? {
        let tokens = title.unmarked.tokens.filter { !$0.word.isEmpty }
        guard isNumbered, let first = tokens.first, tokens.count == 1 || tokens.count == 2,
            tokens.count == 1 || tokens[1].word == "object"
        else { return nil }
        return first.text
    }
}

extension Reading {
    /// Whether a field that was read shortly before has this name, or such elements.
    fileprivate func holds(_ name: String) -> Bool {
        let word = name.lowercased()
        return items.suffix(40).contains { item in
            guard case .say(.fields(let list), _) = item else { return false }
            return list.fields.contains { field in
                let documented = field.name.value.lowercased()
                return documented == word || singularForm(documented) == word
            }
        }
    }

    /// Whether all that a table names is what the path leaves open.
    fileprivate mutating func lists(onlyPlaceholdersOf path: PathPhrase, in node: NodeID) -> Bool {
        guard let table = table(node), let names = table.index(of: .name) else { return false }
        let open = path.template.placeholders
        return table.rows.allSatisfy { row in
            names < row.count
                && readNameMarks(row[names].text).map { open.contains($0.name) } == true
        }
    }
}

extension Page {
    /// The path with placeholders that is all the title of the table below.
    fileprivate func path(over node: NodeID) -> (PathPhrase, table: NodeID)? {
        guard kind(node) == .paragraph, let only = onlyChild(node), kind(only) == .strong,
            let table = next(node), case .table = kind(table),
            let path = readTarget(plainText(only)), !path.template.placeholders.isEmpty
        else { return nil }
        return (path, table)
    }

    /// A table with a title of its own.
    fileprivate func titled(_ node: NodeID) -> TitledTable? {
        guard case .table = kind(node), let title = arguments(of: node).first else { return nil }
        return TitledTable(table: node, title: MarkedText(title.value), range: title.range)
    }

    /// The table below "**Table 4** Response body parameters".
    fileprivate func numbered(by node: NodeID) -> TitledTable? {
        guard case .paragraph = kind(node), let table = next(node), case .table = kind(table)
        else { return nil }
        let text = marked(node).unmarked
        guard text.text.utf8.count <= 120, text.tokens.word(at: 0) == "table",
            text.tokens.count > 2, isNumberWord(text.tokens[1].text)
        else { return nil }
        let isMarked = text.tokens[2].word.isEmpty
        guard !isMarked || text.tokens.count > 3 else { return nil }
        let title = text.dropFirst(text.tokens[isMarked ? 3 : 2].range.lowerBound)
        return TitledTable(table: table, title: title, range: range(node), isNumbered: true)
    }

    /// The table below a caption, which stands before it as a paragraph.
    fileprivate func captioned(by node: NodeID) -> TitledTable? {
        guard dialect == .html, case .paragraph = kind(node), let table = next(node),
            case .table = kind(table)
        else { return nil }
        let range = range(node)
        let tag = "<caption"
        guard range.count > tag.utf8.count,
            raw(ByteRange(Int(range.start), Int(range.start) + tag.utf8.count)).lowercased() == tag
        else { return nil }
        return TitledTable(table: table, title: marked(node), range: range)
    }
}
