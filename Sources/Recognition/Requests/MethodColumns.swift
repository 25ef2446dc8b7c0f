import APIModel
import PageTree
import SourceText

/// `GET | PUT | DELETE | Path | Description`: a mark in a method's column says that the path of the
/// row takes it. The methods of one row share what the row tells.
let methodColumns = Recognizer(construct: "method-columns") { node, reading in
    guard let table = reading.table(node), let paths = table.index(of: .path) else { return false }
    let columns = table.header.indices.filter {
        Method(rawValue: table.header[$0].text.text) != nil
    }
    guard columns.count > 1 else { return false }
    var isFound = false
    for (row, range) in zip(table.rows, table.rowRanges) {
        let marked = columns.filter { $0 < row.count && row[$0].isMark }
        guard paths < row.count, !marked.isEmpty, let path = readPath(row[paths].text.text) else {
            continue
        }
        isFound = true
        reading.scope(reading.section(MarkedText(""), level: scopeLevel, at: range)) { inner in
            for column in marked {
                guard let method = Method(rawValue: table.header[column].text.text) else {
                    continue
                }
                let said = inner.said(method, row[column].range, .declared, "method-columns")
                let claim = inner.request(
                    said, path, at: row[paths].range, construct: "method-columns")
                inner.say(.request(claim), at: row[paths].range)
            }
            guard let text = table.cell(.description, in: row) else { return }
            inner.tell(of: text, construct: "method-columns")
        }
    }
    return isFound
}

/// `Path | Description` below "All of these endpoints are called with `GET`": one operation a row.
let toldMethodTable = Recognizer(construct: "told-method-table") { node, reading in
    guard let table = reading.table(node), let paths = table.index(of: .path),
        table.has(.description), !table.has(.method), !table.has(.name), !table.has(.type),
        let method = reading.methodOfAllAbove
    else { return false }
    let routes = table.rows.compactMap { row in
        paths < row.count && row[paths].text.text.hasPrefix("/")
            ? readPath(row[paths].text.text).map { (row, $0) } : nil
    }
    guard !routes.isEmpty, routes.count == table.rows.count else { return false }
    for (row, path) in routes {
        let range = row[paths].range
        reading.scope(reading.section(MarkedText(""), level: scopeLevel, at: range)) { inner in
            let claim = inner.request(method, path, at: range, construct: "told-method-table")
            inner.say(.request(claim), at: range)
            guard let text = table.cell(.description, in: row) else { return }
            inner.tell(of: text, construct: "told-method-table")
        }
    }
    return true
}

extension Reading {
    /// What a cell tells of the operation of its row: blocks as they stand, a line as its name.
    fileprivate mutating func tell(of cell: Cell, construct: Construct) {
        if let first = page.firstChild(cell.node), page.isBlock(first) {
            blocks(of: cell.node)
        } else {
            let words = said(cell.text.text, cell.range, .described, construct)
            say(.name(words), at: cell.range)
        }
    }

    /// "All the following endpoints must be accessed with a `GET` request", said since the last
    /// heading.
    fileprivate var methodOfAllAbove: Said<Method>? {
        for item in items.reversed() {
            switch item {
            case .heading: return nil
            case .say(.prose(let prose), _):
                guard let method = methodOfAll(in: MarkedText(prose.value)) else { continue }
                return Said(method, prose.evidence)
            default: continue
            }
        }
        return nil
    }
}

/// The one method that a sentence about all operations of a list names.
private func methodOfAll(in text: MarkedText) -> Method? {
    guard text.tokens.count <= 40 else { return nil }
    let methods = Set(text.tokens.compactMap { Method(rawValue: $0.text) })
    let words = text.tokens.map(\.word)
    let isOfAll = words.contains { ["all", "these", "every", "each", "following"].contains($0) }
    let isOfRequests = words.contains {
        ["endpoints", "endpoint", "routes", "paths", "urls", "requests", "resources"].contains($0)
    }
    return isOfAll && isOfRequests && methods.count == 1 ? methods.first : nil
}

extension Cell {
    /// `X`, `✓`, "yes": anything that is no denial.
    fileprivate var isMark: Bool {
        !isBlank && text.text.utf8.count <= 8
            && !["no", "✗", "✘", "❌", "n/a", "none", "false"].contains(text.text.lowercased())
    }
}
