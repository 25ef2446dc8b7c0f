import APIModel
import PageTree
import SourceText

extension Reading {
    /// `+ Attributes (array[Note])` over bullets of members: the message as a whole, and below it
    /// what it holds. `+ (object)` in between stands for each element.
    mutating func sayAttributes(of item: NodeID) -> Bool {
        guard let title = page.firstChild(item), case .paragraph = page.kind(title) else {
            return false
        }
        let text = page.marked(title)
        let construct: Construct = "attribute-bullets"
        guard text.tokens.first?.text == "Attributes", text.tokens.isMark("(", at: 1),
            let leading = readLeadingType(text.dropFirst(text.tokens[1].range.lowerBound))
                ?? namedType(text)
        else { return false }
        let range = page.range(title)
        var whole = Field(name: said("", range, .declared, construct))
        whole.part = .nameless
        whole.type = said(leading.type, range, .declared, construct)
        // `## Trip [/trips/{id}]` and right below it: what the resource is, and none of a request.
        if page.next(title) == nil,
            case .heading(let resource)? = items.suffix(50)
                .last(where: { $0.isHeading || $0.isRequest }),
            resource.title.hasSuffix("]"), around.last?.level == resource.level
        {
            items.append(.furniture(page.span(item)))
            return true
        }
        let fields = [whole] + page.siblings(behind: title).flatMap { members(in: $0, depth: 1) }
        say(fields, at: page.range(item), .declared, construct)
        return true
    }

    /// `Attributes (Note)`: a name in brackets, which data structures explain elsewhere.
    private func namedType(_ text: MarkedText) -> LeadingType? {
        let tokens = text.tokens
        guard let close = matchingMark(tokens, from: 1), close > 2 else { return nil }
        let words = tokens.span(2..<close)
        guard let type = readType(text.slice(words)), type.isKnown else { return nil }
        return LeadingType(type: type, required: nil, range: words, rest: text.text.utf8.count)
    }

    /// The members below a title, an element's own bullet left out.
    func members(in list: NodeID, depth: Int) -> [Field] {
        guard case .list = page.kind(list), depth < 6 else { return [] }
        let items = Array(page.children(list))
        if items.count == 1, let element = items.first, let first = page.firstChild(element),
            page.marked(first).text.hasPrefix("("), let inner = page.next(first)
        {
            return members(in: inner, depth: depth)
        }
        return bulletFields(of: list, depth: depth)
    }

    /// `+ Members` and `+ Properties` between a field and the bullets below it.
    func adopt(
        _ list: NodeID, titled title: String, into fields: inout [Field], owner: Int
    ) {
        guard title == "members" || title == "values" else {
            fields += bulletFields(of: list, depth: fields[owner].depth + 1)
            return
        }
        fields[owner].values = memberValues(in: list, of: fields[owner].name.value)
    }

    /// `+ harbour`, "+ `hut` - text": the members of an enumeration.
    func memberValues(in list: NodeID, of field: String) -> [ValueRow] {
        page.children(list).compactMap { item in
            guard let first = page.firstChild(item) else { return nil }
            let text = page.marked(first)
            guard let value = text.tokens.first, !value.word.isEmpty || value.isMarkedValue else {
                return nil
            }
            return ValueRow(
                field: field,
                value: said(value.text, page.range(first), .declared, "bullet-fields"))
        }
    }
}

extension Reading {
    /// `limit=<number>` in a section of parameters: a name, and in angles what is sent.
    func assignedField(_ name: Cell) -> Field? {
        guard case .parameters? = around.last?.role, opensAssignments(name.node),
            name.text.text.assignsPlaceholder
        else { return nil }
        return assignedField(named: name, construct: "bullet-fields")
    }
}

extension Reading {
    /// Whether the list of a bullet's name begins with such a name: one further down says what may
    /// stand in the place of a value.
    private func opensAssignments(_ name: NodeID) -> Bool {
        guard let item = page.parent(name).flatMap({ page.parent($0) }),
            let list = page.parent(item), let first = page.firstChild(list), !isNested(list),
            let paragraph = page.firstChild(first), let code = page.firstChild(paragraph),
            case .codeSpan = page.kind(code)
        else { return false }
        return page.plainText(code).assignsPlaceholder
    }

    /// Below a bullet of a field, such bullets are what its own value is made of.
    private func isNested(_ list: NodeID) -> Bool {
        guard let item = page.parent(list), page.kind(item) == .listItem else { return false }
        return !(page.firstChild(item).map(opensWithRequestLine) ?? false)
    }
}

extension String {
    /// `limit=<number>`, `top=N`: a name, and what stands for its value.
    fileprivate var assignsPlaceholder: Bool {
        guard let equals = firstIndex(of: "=") else { return false }
        let value = self[index(after: equals)...].utf8
        if value.first == 0x3C, value.last == 0x3E { return true }
        return value.contains(where: isCapital)
            && value.allSatisfy { isCapital($0) || isDigit($0) || $0 == 0x2D || $0 == 0x5F }
    }
}

extension Page {
    /// A list of one bullet that only titles the list in it.
    func titledList(_ list: NodeID) -> (title: String, list: NodeID)? {
        guard case .list = kind(list), let item = firstChild(list), next(item) == nil,
            let first = firstChild(item), let inner = next(first), case .list = kind(inner)
        else { return nil }
        let title = plainText(first).lowercased().trimmedASCII
        return ["members", "values", "properties", "items"].contains(title) ? (title, inner) : nil
    }
}

extension Item {
    fileprivate var isHeading: Bool {
        if case .heading(let section) = self { return section.level < labelLevel }
        return false
    }
}
