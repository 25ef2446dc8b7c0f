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
        reading.scope(at: range) { inner in
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

/// `Path | Description` below "All of these endpoints are called with `GET`", or `Endpoint | Meaning`
/// over "A list of all boats": one operation a row.
let toldMethodTable = Recognizer(construct: "told-method-table") { node, reading in
    guard let table = reading.table(node), let paths = table.index(of: .path),
        let texts = table.index(of: .description) ?? table.index(of: .meaning),
        !table.has(.method), !table.has(.name), !table.has(.type)
    else { return false }
    let told = reading.methodOfAllAbove(node)
    guard told != nil || table.header[paths].listsEndpoints else { return false }
    var routes: [(path: PathPhrase, method: Said<Method>, cell: Cell, text: Cell)] = []
    for row in table.rows {
        guard paths < row.count, texts < row.count, row[paths].text.text.hasPrefix("/"),
            reading.page.firstLink(row[paths].node) == nil,
            let path = readPath(row[paths].text.text + reading.query(in: row[texts])),
            let method = told ?? reading.method(impliedBy: row[texts])
        else { return false }
        routes.append((path, method, row[paths], row[texts]))
    }
    for route in routes {
        let range = route.cell.range
        reading.scope(at: range) { inner in
            let claim = inner.request(
                route.method, route.path, at: range, construct: "told-method-table")
            inner.say(.request(claim), at: range)
            inner.tell(of: route.text, construct: "told-method-table")
        }
    }
    return !routes.isEmpty
}

extension Reading {
    /// What a cell tells of the operation of its row: blocks as they stand, a line as its name.
    fileprivate mutating func tell(of cell: Cell, construct: Construct) {
        if let first = page.firstChild(cell.node), page.isBlock(first) {
            blocks(of: cell.node)
        } else {
            let line = cell.text.text.split(separator: "\n").first.map(\.trimmedASCII)
            say(.name(said(line ?? "", cell.range, .described, construct)), at: cell.range)
        }
    }

    /// "A list of all boats", "Deletes a boat": what the row does.
    fileprivate func method(impliedBy cell: Cell) -> Said<Method>? {
        let words = cell.text.tokens.prefix(4).map(\.word).filter { !$0.isEmpty }
        guard let first = words.first, words.count > 1 else { return nil }
        let isList = first == "a" && words[1] == "list"
        let verb = first.hasSuffix("s") ? String(first.dropLast()) : first
        let isRead = isList || ["return", "detail", "information"].contains(verb)
        let method = isRead ? .get : impliedMethod(title: verb + " " + words[1])
        return method.map { said($0, cell.range, .implied, "told-method-table") }
    }

    /// The query of `?status=[open|late]`, which a cell explains, each parameter once.
    fileprivate func query(in cell: Cell) -> String {
        var items: [String] = []
        var seen: Set<Substring> = []
        for node in page.codeSpans(of: cell.node) {
            let code = page.plainText(node)
            guard code.hasPrefix("?"), let equals = code.firstIndex(of: "="),
                seen.insert(code[..<equals]).inserted
            else { continue }
            let value = code[code.index(after: equals)...]
            let isHole = value.hasPrefix("[") && value.hasSuffix("]")
            items.append(
                code[..<equals].dropFirst() + "=" + (isHole ? value.dropFirst().dropLast() : value))
        }
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }

    /// "All the following endpoints must be accessed with a `GET` request", said since the last
    /// heading and not far above.
    fileprivate mutating func methodOfAllAbove(_ table: NodeID) -> Said<Method>? {
        for item in items.suffix(64).reversed() {
            switch item {
            case .heading:
                return methodOfAllCalls.map {
                    said($0, page.range(table), .implied, "told-method-table")
                }
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
    /// Whether a head says that addresses stand below it, where "Path" may be one of files.
    fileprivate var listsEndpoints: Bool {
        text.tokens.contains { ["endpoint", "endpoints", "route", "resource"].contains($0.word) }
    }

    /// `X`, `✓`, "yes": anything that is no denial.
    fileprivate var isMark: Bool {
        !isBlank && text.text.utf8.count <= 8
            && !["no", "✗", "✘", "❌", "n/a", "none", "false"].contains(text.text.lowercased())
    }
}
