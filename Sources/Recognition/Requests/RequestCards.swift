import APIModel
import PageTree
import SourceText

extension Reading {
    /// A table of two columns that describes one request, a label and what it names a row: "URL",
    /// "Method", "Success code", "Sample response". The header may be such a row too.
    ///
    /// Where no row gives the method, the description may: "This `GET` method lists the shelves".
    mutating func takeRequestCard(_ all: [[Cell]]) -> Bool {
        let rows = all.filter { $0.count == 2 && !$0[0].isBlank }
        guard rows.count >= 2, rows.count <= 20, all.allSatisfy({ $0.count <= 2 }) else {
            return false
        }
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
            isOperationNoun(tokens.word(at: 2))
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
            let line = line(phrase, row.cell.range, .declared, "labelled-request")
            return say(.statuses([line]), at: row.cell.range)
        }
        let isLine = page.firstChild(row.cell.node).map { !holdsBlocks($0) } ?? false
        scope(section(row.label, level: scopeLevel, at: row.cell.range)) { inner in
            if isLine { inner.readCardLine(row, heading) } else { inner.blocks(of: row.cell.node) }
        }
    }

    private func holdsBlocks(_ node: NodeID) -> Bool {
        switch page.kind(node) {
        case .paragraph, .list, .table, .codeBlock, .definitionList: true
        default: false
        }
    }

    /// `200` and a body in code, or `page=[integer]`: what a row says on one line.
    private mutating func readCardLine(_ row: CardRow, _ heading: SectionHeading) {
        let construct: Construct = "labelled-request"
        let range = row.cell.range
        let assigned = row.cell.text.text.assignmentsInARow
            .compactMap { typedAssignment($0, at: range) }
        if !assigned.isEmpty {
            say(assigned, at: range, .declared, construct)
            return
        }
        let placed = page.codeSpans(of: row.cell.node)
            .compactMap { typedAssignment(page.plainText($0), at: page.range($0)) }
        if !placed.isEmpty { return say(placed, at: range, .declared, construct) }
        let phrase = row.tellsOutcome ? readStatus(row.cell.text) : nil
        if let phrase {
            say(.statuses([line(phrase, range, .declared, construct)]), at: range)
        }
        if heading.role == .response { sayBody(of: row) }
        if row.tellsOutcome { sayFurtherStatuses(of: row) }
        for code in page.codeSpans(of: row.cell.node) {
            guard var sample = sample(inCode: code, construct: construct) else { continue }
            switch heading.role {
            case .requestBody, .request, .requestExample: sample.direction = .request
            default: sample.direction = .response
            }
            if case .code(let status)? = phrase?.status { sample.status = status }
            say(.sample(sample), at: page.range(code))
        }
    }
}

extension Reading {
    /// `404 Not found: …` and, on lines of their own, further statuses.
    private mutating func sayFurtherStatuses(of row: CardRow) {
        for line in row.cell.text.text.split(separator: "\n").dropFirst() {
            let line = MarkedText(String(line.drop { "*- ".contains($0) }))
            guard let first = line.unmarked.tokens.first, assignedStatus(first) != nil,
                let phrase = readStatus(line)
            else { continue }
            let said = self.line(phrase, row.cell.range, .declared, "labelled-request")
            say(.statuses([said]), at: row.cell.range)
        }
    }

    /// `**Code:** 201` and, on a line of its own, `**Body**: a [book](#book)`.
    private mutating func sayBody(of row: CardRow) {
        let links = page.linkedTexts(of: row.cell.node)
        // No card says more of one outcome.
        guard links.count < 40 else { return }
        for line in row.cell.text.text.split(separator: "\n") {
            let line = line.drop { "*- ".contains($0) }
            let own = links.filter { line.contains($0.text) }
            guard let type = labelledType(line, own) else { continue }
            sayWhole(type, .responseFields, at: row.cell.range, construct: "labelled-request")
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

    /// "Success", "Error", "Success response".
    var tellsOutcome: Bool {
        let words = label.tokens.map(\.word)
        return words.contains { word in
            ["success", "error", "failure", "errors", "response", "returns"].contains(word)
        }
    }

    /// "Success code", "Fail code", "Error codes".
    var isStatus: Bool {
        let words = label.tokens.map(\.word)
        return words.contains("code") || words.contains("codes") || words.contains("status")
    }
}
