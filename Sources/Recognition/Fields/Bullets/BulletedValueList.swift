import APIModel
import PageTree
import SourceText

/// "The possible server status values are:" and below it a bullet a value, in code.
///
/// The word before "values" is the field that has them, and a heading "Valid loan types" is as
/// good as such a sentence. Bullets that shout (`ACTIVE`) below a
/// sentence that ends in a colon are values too, whosever they are, and no fields.
let bulletedValueList = Recognizer(construct: "bulleted-values") { node, reading in
    guard case .list = reading.page.kind(node) else { return false }
    if reading.sayValuesOfFieldAbove(node) || reading.sayListedValues(node) { return true }
    if reading.isBelowEnumeration {
        let rows = reading.memberValues(in: node, of: "")
        reading.say(.values(rows), at: reading.page.range(node))
        return !rows.isEmpty
    }
    guard !reading.isInFieldSection, reading.announcement != nil || reading.isBelowTitleOfValues
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
    /// "Must be one of:" below a field that stands in a paragraph of its own, and a bullet a value.
    fileprivate mutating func sayValuesOfFieldAbove(_ list: NodeID) -> Bool {
        guard let words = announcement?.tokens, words.count <= 7, announcesValuesOnly(words),
            let name = nameOfFieldAbove
        else { return false }
        var rows: [ValueRow] = []
        for item in page.children(list) {
            guard var value = bulletedValue(item) else { return false }
            value.field = name
            rows.append(value)
        }
        return bind(rows).count < rows.count
    }

    /// "Order side (side):" below "Enum definitions", and a word a bullet.
    fileprivate mutating func sayListedValues(_ list: NodeID) -> Bool {
        guard let member = memberOfListedValues else { return false }
        var rows: [ValueRow] = []
        for item in page.children(list) {
            guard var value = bulletedValue(item) ?? bareValue(item) else { return false }
            value.field = member
            rows.append(value)
        }
        guard !rows.isEmpty else { return false }
        say(.values(rows), at: page.range(list))
        return true
    }

    /// The name of the field in the paragraph above, with nothing but prose behind it.
    private var nameOfFieldAbove: String? {
        for item in items.reversed().prefix(4) {
            switch item {
            case .say(.prose, _), .furniture: continue
            case .say(.fields(let list), _) where list.evidence.isOfBoldParagraph:
                return list.fields.last?.name.value
            default: return nil
            }
        }
        return nil
    }

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
        let rest = Array(page.siblings(behind: first))
        let text = page.marked(inlines: rest).withoutLeadingDash.text.text.trimmedASCII
        if !text.isEmpty {
            row.description = said(text, page.range(paragraph), .described, construct)
        }
        return row
    }
}

/// "Must be one of:", "One of the following values:", "Allowed values:": of what stands above.
private func announcesValuesOnly(_ tokens: [PhraseToken]) -> Bool {
    let words = tokens.map(\.word).filter { !$0.isEmpty }
    let isList =
        zip(words, words.dropFirst()).contains { $0 == "one" && $1 == "of" }
        || words.last == "values" && words.count > 1
    let fillers: Set = [
        "must", "be", "can", "may", "should", "is", "either", "one", "of", "the", "these",
        "following", "values", "possible", "allowed", "valid", "accepted", "supported",
    ]
    return isList && words.allSatisfy(fillers.contains)
}

extension MarkedText {
    /// `status` of "The `status` of a boat is one of:" at the end of the text.
    var memberThatIsOneOf: String? {
        let tokens = tokens
        guard let colon = tokens.indices.last, tokens[colon].isMark(":"),
            tokens.word(at: colon - 1) == "of", tokens.word(at: colon - 2) == "one"
        else { return nil }
        var start = tokens.sentenceStart(before: colon, within: 12)
        if tokens.word(at: start) == "the" { start += 1 }
        return tokens[start].kind == .code ? tokens[start].text : nil
    }
}

extension MarkedText {
    /// `status` of "The possible server status values are:"; empty where no word says whose.
    fileprivate var fieldOfValues: String? {
        let tokens = tokens
        guard let colon = tokens.indices.last, tokens[colon].isMark(":") else { return nil }
        if let member = memberThatIsOneOf { return member }
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
