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
    else { return false }
    let section = reading.section(titled.title, level: scopeLevel, at: titled.range)
    guard section.isPartOfOperation else { return false }
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
}

extension Reading {
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
