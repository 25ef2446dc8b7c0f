import APIModel
import PageTree
import SourceText

/// `- **200** – no error`.
let statusBullets = Recognizer(construct: "status-bullets") { node, reading in
    guard case .list = reading.page.kind(node) else { return false }
    var lines: [StatusLine] = []
    for item in reading.page.children(node) {
        let cell = reading.page.firstChild(item).map { reading.cell($0) } ?? reading.cell(item)
        guard
            let phrase = bulletedStatus(cell.text) ?? calledStatus(cell.text)
                ?? reading.bulletedError(cell.text)
        else { return false }
        var line = StatusLine(
            status: reading.said(phrase.status, cell.range, .declared, "status-bullets"))
        line.type = reading.returned(by: cell) ?? reading.pointed(by: cell)
        line.description = phrase.reason.map {
            reading.said($0, cell.range, .described, "status-bullets")
        }
        lines.append(line)
    }
    guard !lines.isEmpty else { return false }
    reading.say(.statuses(lines), at: reading.page.range(node))
    for (item, line) in zip(reading.page.children(node), lines) {
        reading.blocks(belowTitleOf: item, status: line)
    }
    // "Response samples" over the tabs of several: the first is the one that is shown.
    let isTab = lines.count == 1 && reading.page.isLine(node)
    let areTabs = reading.around.last?.role == .responseExample
    if isTab || areTabs, lines.allSatisfy({ $0.description == nil }) {
        reading.announce(alone: lines[0].status.value, at: node)
    }
    return true
}

/// `200 – no error`, `badRequest(400)`.
private func bulletedStatus(_ text: MarkedText) -> StatusPhrase? {
    if let first = text.text.utf8.first, first >= 0x31, first <= 0x35 { return readStatus(text) }
    let tokens = text.tokens
    guard tokens.count == 4, tokens[0].kind == .word, tokens[1].isMark("("), tokens[3].isMark(")"),
        !tokens[1].isSpaced
    else { return nil }
    return readStatusList(text).first
}

/// `No Content (204). The list is empty.`: what a status is called, before it.
private func calledStatus(_ text: MarkedText) -> StatusPhrase? {
    let text = text.unmarked
    let tokens = text.tokens
    guard let open = tokens.prefix(6).firstIndex(where: { $0.isMark("(") }), open > 0,
        tokens[..<open].allSatisfy({ $0.text.first?.isUppercase == true }),
        open + 2 < tokens.count, let status = assignedStatus(tokens[open + 1]),
        tokens[open + 2].isMark(")"),
        open + 3 == tokens.count || tokens.isMark(anyOf: [".", ":", "-", ","], at: open + 3)
    else { return nil }
    let rest = open + 4 < tokens.count ? text.dropFirst(tokens[open + 4].range.lowerBound) : nil
    return StatusPhrase(
        status: status, reason: rest?.text.trimmedASCII, range: tokens[open + 1].range)
}

extension Reading {
    /// "**200** → `Loan`": what an arrow leads to, where the page documents it.
    fileprivate mutating func pointed(by cell: Cell) -> Said<TypeExpression>? {
        let tokens = cell.text.tokens
        guard let arrow = tokens.prefix(4).firstIndex(where: \.isPictograph),
            arrow + 1 < tokens.count, tokens[arrow + 1].kind == .code
        else { return nil }
        let name = tokens[arrow + 1].text
        guard documentedNames().contains(name.lowercased()) else { return nil }
        return said(
            TypeExpression(.reference(name: name, target: nil)), cell.range, .described,
            "status-bullets")
    }

    /// `NAME_TAKEN (409): the name is taken`, below a heading of errors or statuses.
    fileprivate func bulletedError(_ text: MarkedText) -> StatusPhrase? {
        switch around.last?.role {
        case .errors, .statusCodes: break
        default: return nil
        }
        let text = text.unmarked
        let tokens = text.tokens
        guard tokens.count > 3, tokens[0].kind == .word, tokens[1].isMark("("),
            let status = assignedStatus(tokens[2]), tokens[3].isMark(")"),
            tokens.count == 4 || tokens.isMark(anyOf: [":", "-"], at: 4)
        else { return nil }
        return StatusPhrase(status: status, reason: text.text, range: tokens[2].range)
    }

    /// What an item holds below its status: the fields and samples of that response.
    fileprivate mutating func blocks(belowTitleOf item: NodeID, status line: StatusLine) {
        guard let title = page.firstChild(item), page.next(title) != nil else { return }
        scope(as: .response, line.status.value, at: page.range(title)) { reading in
            for block in reading.page.siblings(behind: title) { reading.block(block) }
        }
    }
}

extension Page {
    /// Whether a list is one item of one paragraph.
    fileprivate func isLine(_ list: NodeID) -> Bool {
        onlyChild(list).flatMap { onlyChild($0) } != nil
    }
}
