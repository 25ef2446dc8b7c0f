import APIModel
import PageTree
import SourceText

/// `name` and below it `: (string) text`, as kramdown, PHP Markdown Extra and HTML's `<dl>` write.
let definitionList = Recognizer(construct: "definition-list") { node, reading in
    guard case .definitionList = reading.page.kind(node) else { return false }
    let page = reading.page
    if reading.sayRequests(inDetailsOf: node) || reading.sayStatuses(inTermsOf: node) {
        return true
    }
    var fields: [Field] = []
    var pending: Field?
    for child in page.children(node) {
        switch page.kind(child) {
        case .definitionTerm:
            if let field = pending { fields.append(field) }
            let cell = reading.cell(child)
            pending = reading.field(named: cell, construct: "definition-list")
        case .definitionDetails:
            let cell = reading.cell(child)
            if pending != nil, var field = pending {
                reading.describe(&field, by: cell, construct: "definition-list")
                pending = field
            }
            reading.includes(within: child)
        default:
            break
        }
    }
    if let field = pending { fields.append(field) }
    guard !fields.isEmpty else { return false }
    if reading.announcesCommands { return false }
    let evidence = reading.evidence(page.range(node), .declared, "definition-list")
    reading.say(.fields(FieldList(fields: fields, evidence: evidence)), at: page.range(node))
    return true
}

extension Reading {
    /// `200`, and below it what it means: a status a term.
    fileprivate mutating func sayStatuses(inTermsOf list: NodeID) -> Bool {
        let construct: Construct = "definition-list"
        var lines: [StatusLine] = []
        for child in page.children(list) {
            let text = page.marked(child)
            let range = page.range(child)
            switch page.kind(child) {
            case .definitionTerm:
                guard let phrase = readStatus(text), phrase.status.isAssigned,
                    phrase.status != .default, phrase.range.lowerBound <= 1
                else { return false }
                var line = StatusLine(status: said(phrase.status, range, .declared, construct))
                line.meaning = phrase.reason.map { said($0, range, .declared, construct) }
                lines.append(line)
            case .definitionDetails where !lines.isEmpty:
                lines[lines.count - 1].description = said(text.text, range, .described, construct)
            default:
                break
            }
        }
        guard !lines.isEmpty else { return false }
        say(.statuses(lines), at: page.range(list))
        return true
    }
}
