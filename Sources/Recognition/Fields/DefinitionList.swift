import APIModel
import PageTree
import SourceText

/// `name` and below it `: (string) text`, as kramdown, PHP Markdown Extra and HTML's `<dl>` write.
let definitionList = Recognizer(construct: "definition-list") { node, reading in
    guard case .definitionList = reading.page.kind(node) else { return false }
    let page = reading.page
    if reading.sayRequests(inDetailsOf: node) { return true }
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
