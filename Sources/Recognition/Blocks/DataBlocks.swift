import APIModel
import JSONText
import PageTree
import SourceText

/// `[block:parameters]` and its relatives: tables, samples and headings that a page holds as JSON.
let dataBlock = Recognizer(construct: "data-block") { node, reading in
    guard case .codeBlock(let info, _) = reading.page.kind(node) else { return false }
    let name = reading.page.raw(info)
    guard name.hasPrefix("block:") else { return false }
    let page = reading.page
    let document = readJSON(page.codeLines(node), of: page.source)
    guard let value = document.values.first else { return false }
    switch name.dropFirst(6) {
    case "api-header":
        guard let title = value.string("title") else { return false }
        reading.openHeading(
            reading.section(MarkedText(title.text), level: dataHeadingLevel, at: title.range))
    case "parameters":
        return reading.sayTable(of: value, at: node)
    case "code":
        for code in value.elements("codes") { reading.saySample(of: code, at: node) }
    default:
        reading.items.append(.furniture(page.span(node)))
    }
    return true
}

/// Such headings stand below those of Markdown that title operations.
private let dataHeadingLevel = 4

extension Reading {
    /// `{"data": {"h-0": "Name", "0-0": "size", …}, "cols": 3, "rows": 1}`.
    fileprivate mutating func sayTable(of value: JSONValue, at node: NodeID) -> Bool {
        guard let data = value.member("data"), case .object(let members) = data.node else {
            return false
        }
        var cells: [String: Cell] = [:]
        for member in members {
            guard case .string(let text) = member.value.node else { continue }
            cells[member.key] = Cell(
                text: MarkedText(text), range: member.value.range, node: node)
        }
        func row(_ name: String) -> [Cell] {
            var row: [Cell] = []
            while row.count < 32, let cell = cells["\(name)-\(row.count)"] { row.append(cell) }
            return row
        }
        let header = row("h")
        var rows: [[Cell]] = []
        while rows.count < 2000 {
            let next = row(String(rows.count))
            if next.isEmpty { break }
            rows.append(next)
        }
        let headings = header.map { classifyColumn($0.text) }
        lastTable = TableReading(
            header: header, roles: headings.map(\.role),
            section: headings.lazy.compactMap(\.section).first, rows: rows,
            rowRanges: rows.map { $0[0].range }, titles: [], node: node)
        for recognizer in [valueTable, statusTable, fieldTable] where recognizer.claim(node, &self)
        {
            return true
        }
        return false
    }

    /// `{"code": "{…}", "language": "json", "name": "201 Created"}`.
    fileprivate mutating func saySample(of code: JSONValue, at node: NodeID) {
        guard let text = code.string("code") else { return }
        let source = SourceFile(path: page.source.path, bytes: Array(text.text.utf8))
        let document = readJSON(source).moved { _ in text.range }
        guard !document.values.isEmpty, document.failure == nil else { return }
        var sample = Sample(
            document: document, evidence: evidence(text.range, .exemplified, "data-block"))
        if let title = code.string("name") ?? code.string("language") {
            let heading = classifyHeading(MarkedText(title.text))
            sample.title = title.text
            sample.direction = heading.direction
            if case .code(let status)? = heading.status?.status { sample.status = status }
        }
        say(.sample(sample), at: text.range)
    }
}

extension JSONValue {
    fileprivate func member(_ key: String) -> JSONValue? {
        guard case .object(let members) = node else { return nil }
        return members.first { $0.key == key }?.value
    }

    fileprivate func string(_ key: String) -> (text: String, range: ByteRange)? {
        guard let value = member(key), case .string(let text) = value.node, !text.isEmpty else {
            return nil
        }
        return (text, value.range)
    }

    fileprivate func elements(_ key: String) -> [JSONValue] {
        guard let value = member(key), case .array(let elements) = value.node else { return [] }
        return elements
    }
}
