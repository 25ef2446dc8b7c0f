import APIModel
import PageTree
import SourceText

/// ``- `name` (type, default) – text``, `- **name** – text`, ``- `name`: text``.
let bulletFields = Recognizer(construct: "bullet-fields") { node, reading in
    guard case .list = reading.page.kind(node) else { return false }
    var fields = reading.bulletFields(of: node, depth: 0)
    let items = reading.page.children(node).reduce(0) { count, _ in count + 1 }
    var count = fields.filter { $0.depth == 0 }.count
    if count < items, let all = reading.looseBulletFields(of: node, items) {
        fields = all
        count = items
    }
    let isWhole = count >= items || fields.areFields(amid: items)
    guard isWhole || (count > 1 && fields[0].depth == 0 && reading.isInFieldSection) else {
        return false
    }
    if !reading.isInFieldSection,
        fields.allSatisfy(\.isCallout)
            || !fields.contains(where: \.isQualified) && reading.announcesNoFields(node)
    {
        return false
    }
    if reading.announcesSteps { return false }
    // What must be there is sent.
    let isSent = fields.contains { $0.required?.value == true }
    let role: SectionRole? = reading.tellsOfAnswer && !isSent ? .responseFields : nil
    if let base = reading.structureBase {
        fields.insert(reading.whole(base), at: 0)
        reading.structureBase = nil
    }
    reading.sayAnnounced(fields, role, at: reading.page.range(node), .described, "bullet-fields")
    return true
}

extension [Field] {
    /// Whether most items of a list are fields beyond doubt, though one of them is a remark.
    fileprivate func areFields(amid items: Int) -> Bool {
        let top = filter { $0.depth == 0 }
        return top.count > 1 && top.count * 2 > items && first?.depth == 0
            && top.allSatisfy { $0.type.map { $0.evidence.strength > .implied } ?? false }
    }
}

extension Field {
    /// `**Important** – read this first`: a word that a sentence or a remark begins with.
    fileprivate var isCallout: Bool {
        guard type == nil, required == nil, location == nil, let first = name.value.utf8.first
        else { return false }
        return isCapital(first) && name.value != name.value.uppercased()
            && name.value.dropFirst() == name.value.dropFirst().lowercased()
    }
}

extension Field {
    /// `axles.load` below `axles`: the member's own name.
    fileprivate func named(within owner: Field) -> Field {
        var field = self
        let prefix = owner.name.value + "."
        if name.value.hasPrefix(prefix), name.value.utf8.count > prefix.utf8.count {
            field.name.value.removeFirst(prefix.count)
        }
        return field
    }
}

extension Reading {
    /// Below "Query parameters" a list holds fields even where some items are other things:
    /// bullets about the last field that the page did not indent far enough.
    var isInFieldSection: Bool {
        switch around.last?.role {
        case .parameters, .requestBody, .responseFields: true
        default: false
        }
    }

    var isInHeaderSection: Bool {
        switch around.last?.role {
        case .parameters(location: .header, _), .responseHeaders: true
        default: false
        }
    }

    /// The items of a list that begin with a name in code or in bold.
    func bulletFields(of list: NodeID, depth: Int) -> [Field] {
        guard depth < 6 else { return [] }
        var fields: [Field] = []
        for item in page.children(list) {
            guard let first = page.firstChild(item), case .paragraph = page.kind(first) else {
                continue
            }
            if let several = fieldsSharing(first, depth: depth) {
                fields += several
                continue
            }
            if let included = includedStructure(first, depth: depth) {
                fields.append(included)
                continue
            }
            if let several = alternatives(first, depth: depth) {
                fields += several
                continue
            }
            guard var field = bulletField(first) else {
                fields.lastIndex { $0.depth == depth }.map { fields[$0].add([remark(first)]) }
                continue
            }
            field.depth = depth
            let owner = fields.count
            fields.append(field)
            for current in page.siblings(behind: first) {
                if let (title, inner) = page.titledList(current) {
                    adopt(inner, titled: title, into: &fields, owner: owner)
                } else if qualify(&fields[owner], byBulletsOf: current) {
                    // What they say is of the field above.
                } else if page.isEnumeration(first), case .list = page.kind(current) {
                    fields[owner].values = memberValues(in: current, of: field.name.value)
                } else if let values = listedValues(in: current, of: fields[owner]) {
                    if fields[owner].values.isEmpty { fields[owner].values = values }
                } else if let form = sample(inBlock: current, of: fields[owner]) {
                    fields[owner].illustration = form
                } else if case .list = page.kind(current) {
                    let nested = members(in: current, depth: depth + 1)
                        .map { $0.named(within: fields[owner]) }
                    if fields[owner].mayHold(nested) { fields += nested }
                    if nested.isEmpty { fields[owner].add(remarks(in: current)) }
                } else if case .paragraph = page.kind(current) {
                    tell(&fields[owner], by: current)
                }
            }
        }
        return fields
    }

    /// What a paragraph below a name says of it, unless it is the title of a list: all where nothing
    /// else describes the field, the values that it may have in any case.
    private func tell(_ field: inout Field, by paragraph: NodeID) {
        let text = page.marked(paragraph)
        if let next = page.next(paragraph), case .list = page.kind(next), text.tokens.count <= 4 {
            return
        }
        // "Example:" over what it shows.
        if text.tokens.count <= 4, text.tokens.last?.isMark(":") == true { return }
        let cell = Cell(text: text, range: page.range(paragraph), node: paragraph)
        if field.description == nil {
            describe(&field, by: cell, construct: "bullet-fields")
        } else if field.values.isEmpty, field.type != nil {
            describeValues(of: &field, by: text, at: cell.range, construct: "bullet-fields")
        }
    }

    /// The items of a list that are no fields, as lines of a description: `filters` lists filters.
    private func remarks(in list: NodeID) -> [String] {
        page.children(list).compactMap { item in
            guard let first = page.firstChild(item), case .paragraph = page.kind(first) else {
                return nil
            }
            return remark(first)
        }
    }

    private func remark(_ paragraph: NodeID) -> String {
        "- " + page.marked(paragraph).text.split(separator: "\n").joined(separator: " ")
    }

    func bulletField(_ paragraph: NodeID) -> Field? {
        bulletField(Array(page.children(paragraph)), of: paragraph)
    }

    /// The same of some of the inlines of a paragraph, which may be a line of several.
    func bulletField(_ inlines: [NodeID], of paragraph: NodeID) -> Field? {
        guard let first = inlines.first else { return nil }
        let construct: Construct = "bullet-fields"
        if let required = leadingPresence(inlines) {
            var field = bulletField(Array(inlines.drop { !isCode($0) }), of: paragraph)
            field?.required = said(required, page.range(first), .declared, construct)
            return field
        }
        switch page.kind(first) {
        case .strong where isRemarkTitle(page.marked(first).text): return nil
        case .strong, .codeSpan: break
        case .text where isNameBeforeMark(first): break
        case .emphasis where page.next(first) != nil: break
        // Names of headers lead to the standard that has them.
        case .link where isInHeaderSection && page.next(first) != nil: break
        default: return plainField(paragraph, first)
        }
        let name = Cell(text: page.marked(first), range: page.range(first), node: first)
        // `"env": "dev"` is a sample's member.
        if name.text.text.hasPrefix("\""), name.text.text.contains("\":") { return nil }
        let typed = typedField(name)
        guard
            typed != nil || name.text.text.utf8.allSatisfy({ $0 != 0x20 })
                || page.kind(first) == .codeSpan,
            var field = typed ?? assignedField(name) ?? field(named: name, construct: construct)
        else { return nil }
        let isAssigned =
            field.name.value != name.text.text
            && (name.text.text.hasSuffix(">") || isInFieldSection && name.text.text.contains("="))
        let rest = Array(inlines.dropFirst())
        let marked = qualifyByMarks(&field, rest)
        let text = adoptNameMark(&field, page.marked(inlines: marked)).withoutLeadingDash
        guard
            text.dash || marked.isEmpty || isAssigned || text.text.text.hasPrefix("(")
                || marked.count < rest.count || readsLoosely
                || opensWithPresence(text.text)
        else { return nil }
        let cell = Cell(text: text.text, range: page.range(paragraph), node: paragraph)
        describe(&field, by: cell, construct: construct)
        return field
    }
}

extension Reading {
    /// "**int seats** – how many": a type before the name, where fields are listed.
    fileprivate func typedField(_ name: Cell) -> Field? {
        let words = name.text.text.split(separator: " ").map(String.init)
        guard words.count == 2, isInFieldSection, looksLikeKey(words[1]) else { return nil }
        switch typeWord(words[0]) {
        case .kind(.string(.plain)), .kind(.integer), .kind(.number), .kind(.boolean): break
        default: return nil
        }
        let last = Cell(text: MarkedText(words[1]), range: name.range, node: name.node)
        var field = field(named: last, construct: "bullet-fields")
        field?.type = readType(words[0]).map { said($0, name.range, .declared, "bullet-fields") }
        return field
    }
}

/// "required, ISO 4217" behind a name that nothing sets off.
private func opensWithPresence(_ text: MarkedText) -> Bool {
    presence(text.tokens.word(at: 0)) != nil
        && (text.tokens.count == 1 || text.tokens[1].word.isEmpty)
}

/// Words in bold that open a remark, wherever they stand.
///
/// In small letters a field may be called so.
func isRemarkTitle(_ text: String) -> Bool {
    if let first = text.utf8.first, isSmallLetter(first), !text.hasSuffix(":") {
        return false
    }
    return switch text.lowercased().filter({ $0 != ":" }) {
    case "note", "notes", "important", "warning", "tip", "caution", "attention", "hint", "example",
        "info", "danger", "remark", "beta":
        true
    default: false
    }
}

extension Field {
    /// Whether the names in a list below it can be its members.
    ///
    /// Members have names of their own; what hangs below them may repeat. Bare names below text are
    /// its values.
    fileprivate func mayHold(_ nested: [Field]) -> Bool {
        let names = nested.filter { $0.depth == depth + 1 }.map(\.name.value)
        guard Set(names).count == names.count else { return false }
        if isListInText, nested.allSatisfy({ $0.type == nil }) { return false }
        if nested.contains(where: { $0.type != nil || $0.description != nil }) { return true }
        switch type?.value.kind {
        case nil: return description == nil
        case .object, .array, .dictionary, .any, .reference, .union, .unknown: return true
        case .boolean, .integer, .number, .decimal, .string, .enumeration: return false
        }
    }

    fileprivate mutating func add(_ remarks: [String]) {
        guard let description, !remarks.isEmpty else { return }
        let text = ([description.value] + remarks).joined(separator: "\n")
        self.description = Said(text, description.evidence)
    }
}
