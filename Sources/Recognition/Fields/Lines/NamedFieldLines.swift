import APIModel
import PageTree
import SourceText

/// `:title: (string, required) what it is called` below a request line: a field a line, where no
/// line says by its name what it is about.
let namedFieldLines = Recognizer(construct: "field-lines") { node, reading in
    let page = reading.page
    guard case .fieldList = page.kind(node), reading.lastRequest != nil else { return false }
    if reading.saySynopsis(in: node) { return true }
    var fields: [Field] = []
    for child in page.children(node) {
        guard case .field(let name) = page.kind(child) else { continue }
        let spelled = page.raw(name)
        guard !spelled.isEmpty, spelled.utf8.allSatisfy({ isWordByte($0) || $0 == 0x2D }) else {
            return false
        }
        var field = Field(name: reading.said(spelled, name, .declared, "field-lines"))
        reading.describe(&field, by: reading.cell(child), construct: "field-lines")
        fields.append(field)
    }
    // `:Permission: buyer` beside `:Content-Type: application/json` labels remarks.
    guard fields.contains(where: { $0.type != nil || $0.name.value.first?.isLowercase == true })
    else { return false }
    reading.sayAnnounced(fields, at: page.range(node), .declared, "field-lines")
    return true
}

extension Reading {
    /// `:synopsis: Creates a bucket.` behind a blank line: an option of the directive around it.
    fileprivate mutating func saySynopsis(in list: NodeID) -> Bool {
        let fields = Array(page.children(list))
        guard fields.count == 1, case .field(let name) = page.kind(fields[0]),
            page.raw(name) == "synopsis"
        else { return false }
        let cell = cell(fields[0])
        say(.prose(said(cell.text.text, cell.range, .described, "field-lines")), at: cell.range)
        return true
    }
}
