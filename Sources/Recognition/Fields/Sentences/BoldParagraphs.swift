import APIModel
import PageTree
import SourceText

/// A paragraph that opens with a name in bold or in code, then a type in italics and a word on
/// presence: ``**`name`** *Type* (Required)``. The paragraph below describes it.
let boldParagraph = Recognizer(construct: "bold-paragraph") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node), let first = page.firstChild(node),
        let field = reading.boldField(of: node, named: first)
            ?? reading.typedField(of: node, named: first)
    else { return false }
    let range = page.range(node)
    reading.sayAnnounced([field], at: range, .declared, "bold-paragraph")
    return true
}

extension Reading {
    fileprivate mutating func boldField(of node: NodeID, named first: NodeID) -> Field? {
        let construct: Construct = "bold-paragraph"
        let isOpened = isOpenedByCode(first)
        guard page.kind(first) == .strong || isOpened else { return nil }
        let title = page.marked(first).text
        if titlesPart(title) || title.hasPrefix("/") { return nil }
        if !isOpened, isInFieldSection, let field = setOffField(node, first) { return field }
        let isCode =
            isOpened || (page.onlyChild(first).map { page.kind($0) == .codeSpan } ?? false)
        // A bold word may be anything; with a type in marks behind it, it is a name.
        guard isCode || (!title.contains(" ") && !isRemarkTitle(title)), !title.hasSuffix(":"),
            var field = field(named: cell(first), construct: construct)
        else { return nil }
        let behind = Array(page.siblings(behind: first))
        let line = behind.prefix { !endsLine($0) }
        for part in line { qualify(&field, by: part, isCode: isCode, construct) }
        if !isCode, field.type == nil { return nil }
        guard field.type != nil || field.required != nil || page.onlyChild(node) != nil else {
            return nil
        }
        let text = page.marked(inlines: Array(behind[line.endIndex...]))
        if !text.tokens.isEmpty {
            let cell = Cell(text: text, range: page.range(node), node: node)
            describe(&field, by: cell, construct: construct)
        } else {
            describe(&field, byParagraphsBelow: node)
        }
        return field
    }

    /// "`channel` string *Required*" over lines about it, in a section of fields.
    private func isOpenedByCode(_ first: NodeID) -> Bool {
        guard isInFieldSection, isCode(first), let type = page.next(first),
            case .text = page.kind(type), typeWord(page.marked(type).tokens.word(at: 0)) != nil,
            let mark = page.next(type), case .emphasis = page.kind(mark),
            let end = page.next(mark)
        else { return false }
        return endsLine(end) && readRequiredness(cell: page.marked(mark))?.required != nil
    }

    /// `**Returns**: text`, `**Response** (201):`: capitalized words for a part of the operation.
    private func titlesPart(_ title: String) -> Bool {
        guard title.first?.isUppercase == true else { return false }
        switch classifyHeading(MarkedText(title)).role {
        case .response, .responseFields, .responseExample, .requestExample, .requestBody, .errors,
            .parameters, .statusCodes:
            return true
        default: return false
        }
    }

    /// `**q** (required): text` in a section of fields, as a bullet would write it.
    private func setOffField(_ paragraph: NodeID, _ first: NodeID) -> Field? {
        guard page.next(first) != nil, let field = bulletField(paragraph),
            field.description != nil || field.type != nil, !saysPresenceAlone(field.description)
        else { return nil }
        return field
    }

    /// "required" behind name and type: the paragraphs below describe the field.
    private func saysPresenceAlone(_ description: Said<String>?) -> Bool {
        description.flatMap { presence($0.value.lowercased()) } != nil
    }

    /// "Must be one of:" over bullets, which goes with them.
    private func announcesList(_ paragraph: NodeID) -> Bool {
        guard let next = page.next(paragraph) else { return false }
        if case .paragraph = page.kind(next) { return false }
        return page.marked(paragraph).text.hasSuffix(":")
    }

    /// To the next field, the next part or anything but a paragraph; "Default: `7`" is no
    /// description. Below a field that says nothing of itself, only the first paragraph is its own.
    private mutating func describe(_ field: inout Field, byParagraphsBelow node: NodeID) {
        let isQualified = field.type != nil && field.required != nil
        var next = page.next(node)
        while let below = next, case .paragraph = page.kind(below), !opensField(below) {
            if isQualified {
                if beginsSection(below) || announcesList(below) { return }
                describe(&field, byParagraph: below, construct: "bold-paragraph")
                taken.insert(below)
            } else {
                describe(&field, by: cell(below), construct: "bold-paragraph")
                return
            }
            next = page.next(below)
        }
    }

    /// `limit (integer): text`, its name in code or plain, in a section of fields, as a bullet would
    /// write it.
    fileprivate func typedField(of paragraph: NodeID, named first: NodeID) -> Field? {
        guard isInFieldSection, page.dialect != .flattened else { return nil }
        switch page.kind(first) {
        case .text, .codeSpan: break
        default: return nil
        }
        guard let field = bulletField(paragraph), let type = field.type,
            type.evidence.strength > .implied, looksLikeKey(field.name.value)
        else { return nil }
        return field
    }

    /// `page_size`, `X-Version`: no word that opens a sentence or titles a part.
    private func isKey(_ name: String) -> Bool {
        (looksLikeKey(name) || isInFieldSection && name.utf8.contains(0x2D))
            && classifyHeading(MarkedText(name)).role == .other
    }

    private func endsLine(_ node: NodeID) -> Bool {
        switch page.kind(node) {
        case .softBreak, .lineBreak: true
        default: false
        }
    }

    /// What stands behind the name on its line: a type in italics or code, a word on presence.
    private func qualify(
        _ field: inout Field, by part: NodeID, isCode: Bool, _ construct: Construct
    ) {
        let range = page.range(part)
        let text = page.marked(inlines: [part])
        switch page.kind(part) {
        case .emphasis, .codeSpan:
            _ = qualify(&field, byMark: part, construct)
        case .text:
            if let presence = text.text.hasPrefix("*") ? true : readRequiredness(text)?.required {
                field.required = said(presence, range, .declared, construct)
            }
            let leading = text.text.hasPrefix("(") ? readLeadingType(text)?.type : nil
            fill(&field.type, with: leading, range, .declared, construct)
            // "**limit** integer": in no marks, and nothing else.
            if field.type == nil,
                text.tokens.count <= (isCode ? 3 : 4), isCode || isKey(field.name.value),
                let type = readType(text.text.trimmedASCII)?.unlessName
            {
                field.type = said(type, range, .declared, construct)
            }
        default:
            break
        }
    }
}

extension TypeExpression {
    /// Whether it is made of bare names, which in italics or code may be any words.
    package var isName: Bool {
        switch kind {
        case .reference(_, nil), .unknown: true
        case .union(let parts): parts.contains { $0.isName }
        case .array(let part?), .dictionary(let part?): part.isName
        case .boolean, .integer, .number, .decimal, .string, .object, .array(nil),
            .dictionary(nil), .reference, .enumeration, .any:
            false
        }
    }
}

extension Reading {
    fileprivate func opensField(_ paragraph: NodeID) -> Bool {
        page.firstChild(paragraph).map { page.kind($0) == .strong } ?? false
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
            where list.fields.count == 1
                && list.evidence.isOfLoneField:
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
