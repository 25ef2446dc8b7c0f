import APIModel
import PageTree
import SourceText

extension Reading {
    /// A table of two columns that describes one request, a label and what it names a row: "URL",
    /// "Method", "Success code", "Sample response". The header may be such a row too.
    ///
    /// Where no row gives the method, the description may: "This `GET` method lists the shelves".
    mutating func takeRequestCard(_ node: NodeID) -> Bool {
        guard let table = table(node) else { return false }
        let rows = ([table.header] + table.rows).filter { $0.count == 2 && !$0[0].isBlank }
        guard rows.count >= 2, rows.count <= 20,
            ([table.header] + table.rows).allSatisfy({ $0.count <= 2 })
        else { return false }
        let labelled = rows.map { CardRow($0) }
        let parts = Set(labelled.compactMap(\.part))
        guard parts.contains(.target) else { return false }
        let spoken = parts.contains(.method) ? nil : labelled.lazy.compactMap(methodSpoken).first
        guard parts.count == 2 || spoken != nil else { return false }
        if let spoken { _ = take(.method, spoken.text, at: spoken.range) }
        var found = false
        for row in labelled {
            guard let part = row.part else { continue }
            found = take(part, row.cell.text.text.trimmedASCII, at: row.cell.range) || found
        }
        guard found else { return false }
        for row in labelled where row.part == nil { readCardRow(row) }
        return true
    }

    /// The method in code in "This `GET` method …".
    private func methodSpoken(of row: CardRow) -> (text: String, range: ByteRange)? {
        guard classifyHeading(row.label).role == .description else { return nil }
        let tokens = row.cell.text.tokens
        guard tokens.word(at: 0) == "this", tokens.count > 2,
            Method(rawValue: tokens[1].text) != nil,
            ["method", "call", "request", "endpoint", "operation"].contains(tokens.word(at: 2))
        else { return nil }
        return (tokens[1].text, row.cell.range)
    }

    private mutating func readCardRow(_ row: CardRow) {
        let heading = classifyHeading(row.label)
        if heading.role == .description {
            say(
                .prose(said(row.cell.text.text, row.cell.range, .described, "prose")),
                at: row.cell.range)
            return
        }
        if row.isStatus, let phrase = readStatus(row.cell.text) {
            var line = StatusLine(
                status: said(phrase.status, row.cell.range, .declared, "labelled-request"))
            line.meaning = phrase.reason.map {
                said($0, row.cell.range, .declared, "labelled-request")
            }
            say(.statuses([line]), at: row.cell.range)
            return
        }
        scope(section(row.label, level: scopeLevel, at: row.cell.range)) { inner in
            inner.blocks(of: row.cell.node)
        }
    }
}

/// A label and what stands beside it.
private struct CardRow {
    let label: MarkedText
    let part: RequestPart?
    let cell: Cell

    init(_ row: [Cell]) {
        label = row[0].text
        part = RequestPart(label: row[0].text.text)
        cell = row[1]
    }

    /// "Success code", "Fail code", "Error codes".
    var isStatus: Bool {
        let words = label.tokens.map(\.word)
        return words.contains("code") || words.contains("codes") || words.contains("status")
    }
}
