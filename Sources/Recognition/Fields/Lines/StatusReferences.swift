import APIModel
import PageTree
import SourceText

/// `.. rest_status_code:: success status.yaml` over `- 200` and `- 404: key`.
///
/// The codes count; a key leads to words in the file, and is none itself.
let statusReferences = Recognizer(construct: "status-references") { node, reading in
    let page = reading.page
    guard case .directive(let name, .reStructuredText) = page.kind(node),
        page.raw(name) == "rest_status_code"
    else { return false }
    var lines: [StatusLine] = []
    for list in page.children(node) {
        guard case .list = page.kind(list) else { continue }
        for item in page.children(list) {
            let text = MarkedText(String(page.marked(item).text.prefix { $0 != ":" }))
            guard let phrase = readStatus(text) else { continue }
            lines.append(
                StatusLine(
                    status: reading.said(
                        phrase.status, page.range(item), .declared, "status-references")))
        }
    }
    guard !lines.isEmpty else { return false }
    reading.say(.statuses(lines), at: page.range(node))
    return true
}
