import APIModel
import PageTree
import SourceText

/// A paragraph that opens with a name in bold or in code, then a type in italics and a word on
/// presence: ``**`name`** *Type* (Required)``. The paragraph below describes it.
let boldParagraph = Recognizer(construct: "bold-paragraph") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node), let first = page.firstChild(node),
        case .strong = page.kind(first), let inner = page.onlyChild(first),
        case .codeSpan = page.kind(inner)
    else { return false }
    let construct = "bold-paragraph"
    guard var field = reading.field(named: reading.cell(first), construct: construct) else {
        return false
    }
    var next = page.next(first)
    while let part = next {
        next = page.next(part)
        switch page.kind(part) {
        case .emphasis:
            if let type = reading.type(in: reading.cell(part)), type.isKnown {
                field.type = reading.said(type, page.range(part), .declared, construct)
            }
        case .text:
            let text = page.marked(inlines: [part])
            if text.text.hasPrefix("*") {
                field.required = reading.said(true, page.range(part), .declared, construct)
            } else if let presence = readRequiredness(text)?.required {
                field.required = reading.said(presence, page.range(part), .declared, construct)
            }
        default:
            break
        }
    }
    guard field.type != nil || field.required != nil || page.onlyChild(node) != nil else {
        return false
    }
    if let below = page.next(node), case .paragraph = page.kind(below),
        !reading.opensField(below)
    {
        reading.describe(&field, by: reading.cell(below), construct: construct)
    }
    let range = page.range(node)
    let evidence = reading.evidence(range, .declared, construct)
    reading.say(.fields(FieldList(fields: [field], evidence: evidence)), at: range)
    return true
}

extension Reading {
    fileprivate func opensField(_ paragraph: NodeID) -> Bool {
        guard let first = page.firstChild(paragraph), case .strong = page.kind(first) else {
            return false
        }
        return true
    }

    /// Makes one list of fields that stand one a block, as bold paragraphs do.
    ///
    /// Prose between them is theirs; a heading or another kind of claim ends the list.
    mutating func uniteLoneFields() {
        var result: [Item] = []
        var open: Int?
        for item in items {
            switch item {
            case .say(.fields(let list), _)
            where list.fields.count == 1 && list.evidence.construct == "bold-paragraph":
                if let index = open, case .say(.fields(var known), let span) = result[index] {
                    known.fields += list.fields
                    result[index] = .say(.fields(known), span)
                    continue
                }
                open = result.count
            case .say(.prose, _), .furniture:
                break
            default:
                open = nil
            }
            result.append(item)
        }
        items = result
    }
}
