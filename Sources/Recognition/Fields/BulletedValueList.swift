import APIModel
import PageTree
import SourceText

/// "The possible server status values are:" and below it a bullet a value, in code.
///
/// The word before "values" is the field that has them, and a heading "Valid loan types" is as
/// good as such a sentence. Bullets that shout (`ACTIVE`) below a
/// sentence that ends in a colon are values too, whosever they are, and no fields.
let bulletedValueList = Recognizer(construct: "bulleted-values") { node, reading in
    guard case .list = reading.page.kind(node), !reading.isInFieldSection,
        reading.announcement != nil || reading.isBelowTitleOfValues
    else { return false }
    let field = reading.isBelowTitleOfValues ? "" : reading.announcement?.fieldOfValues
    var rows: [ValueRow] = []
    for item in reading.page.children(node) {
        guard let value = reading.bulletedValue(item) else { return false }
        rows.append(value)
    }
    guard rows.count > 1, field != nil || rows.allSatisfy({ $0.value.value.isLoud }) else {
        return false
    }
    for index in rows.indices { rows[index].field = field ?? "" }
    reading.say(.values(rows), at: reading.page.range(node))
    return true
}

extension Reading {
    /// The prose right above, where it ends in a colon.
    fileprivate var announcement: MarkedText? {
        guard case .say(.prose(let prose), _)? = items.last, prose.value.hasSuffix(":") else {
            return nil
        }
        guard let node = lastProse else { return MarkedText(prose.value) }
        let marked = page.marked(node)
        return marked.text == prose.value ? marked : MarkedText(prose.value)
    }

    /// Whether the heading right above is of the kind "Valid loan types".
    fileprivate var isBelowTitleOfValues: Bool {
        guard case .heading(let section)? = items.last else { return false }
        let tokens = MarkedText(section.title).tokens
        guard tokens.count > 1, isAllowance(tokens.word(at: 0)) else { return false }
        switch tokens.word(at: tokens.count - 1) {
        case "values", "types", "kinds", "states", "statuses", "options", "modes", "levels",
            "formats", "categories", "choices":
            return true
        default: return false
        }
    }

    /// An item that begins with a value in code; what follows describes it.
    func bulletedValue(_ item: NodeID) -> ValueRow? {
        guard let paragraph = page.firstChild(item), case .paragraph = page.kind(paragraph),
            let first = page.firstChild(paragraph), case .codeSpan = page.kind(first)
        else { return nil }
        return value(first, in: paragraph)
    }

    /// The value that a paragraph begins with, and what the rest of it says of it.
    func value(_ first: NodeID, in paragraph: NodeID) -> ValueRow {
        let construct: Construct = "bulleted-values"
        var name = page.marked(first).text
        if name.hasSuffix(":") { name.removeLast() }
        var row = ValueRow(field: "", value: said(name, page.range(first), .described, construct))
        var rest: [NodeID] = []
        var next = page.next(first)
        while let node = next {
            rest.append(node)
            next = page.next(node)
        }
        let text = page.marked(inlines: rest).withoutLeadingDash.text.text.trimmedASCII
        if !text.isEmpty {
            row.description = said(text, page.range(paragraph), .described, construct)
        }
        return row
    }
}

extension MarkedText {
    /// `status` of "The possible server status values are:"; empty where no word says whose.
    fileprivate var fieldOfValues: String? {
        let tokens = tokens
        guard let colon = tokens.indices.last, tokens[colon].isMark(":") else { return nil }
        var index = colon - 1
        while index >= 0, index > colon - 6, !tokens[index].isMark(".") {
            if tokens[index].word == "values" {
                // "The parameters support the following values:" lists parameters.
                let names = ["parameters", "fields", "attributes", "keys"]
                if tokens.word(at: index - 1) == "following",
                    tokens[max(0, index - 6)..<index].contains(where: { names.contains($0.word) })
                {
                    return nil
                }
                // "Values for `kind`:".
                if ["for", "of"].contains(tokens.word(at: index + 1)), index + 3 == colon,
                    tokens[index + 2].kind == .code
                {
                    return tokens[index + 2].text
                }
                let before = tokens.word(at: index - 1)
                let isAllowance = ["possible", "valid", "allowed", "supported", "the", "following"]
                    .contains(before)
                return isAllowance ? "" : before
            }
            index -= 1
        }
        return nil
    }
}

extension String {
    /// Capitals, digits and underscores only.
    fileprivate var isLoud: Bool {
        var letters = 0
        for byte in utf8 {
            switch byte {
            case 0x41...0x5A: letters += 1
            case 0x30...0x39, 0x5F: break
            default: return false
            }
        }
        return letters > 1
    }
}
