import APIModel
import PageTree

/// `<%= headers 201 %>`: a template's call that shows the head of a response by its status.
let statusTag = Recognizer(construct: "status-tag") { node, reading in
    let page = reading.page
    guard case .directive(let name, .erb) = page.kind(node),
        ["headers", "status", "response"].contains(page.raw(name).lowercased()),
        let first = page.arguments(of: node).first, let phrase = readStatus(MarkedText(first.value))
    else { return false }
    let status = reading.said(phrase.status, first.range, .declared, "status-tag")
    reading.say(.statuses([StatusLine(status: status)]), at: page.range(node))
    return true
}
