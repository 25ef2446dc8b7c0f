import APIModel
import PageTree
import SourceText

// How API Blueprint builds the shapes of messages upon each other.

extension Reading {
    /// `## Trip (Trip Draft)` below "Data Structures": what has the members of another, and more.
    /// `(object)` and `(enum)` say what it is.
    mutating func nameStructure(_ section: inout Section) -> Said<TypeExpression>? {
        guard around.contains(where: \.collectsObjects) else { return nil }
        noteStructures()
        let title = MarkedText(section.title)
        let tokens = title.tokens
        guard tokens.count > 3, tokens[tokens.count - 1].isMark(")"),
            let open = tokens.lastIndex(where: { $0.isMark("(") }), open > 0,
            open + 1 < tokens.count
        else { return nil }
        let words = tokens[open + 1..<tokens.count - 1]
        let name = title.slice(0..<tokens[open - 1].range.upperBound)
        let inner = title.slice(tokens.span(open + 1..<tokens.count - 1))
        // `(enum[string])`: of what its values are.
        let isEnumeration = words.first?.word == "enum"
        guard isEnumeration || words.allSatisfy({ $0.kind == .word }) else { return nil }
        let kind =
            isEnumeration
            ? .enumeration([]) : readType(inner)?.kind ?? .reference(name: inner, target: nil)
        if case .reference = kind, !isStructure(inner) { return nil }
        switch kind {
        case .enumeration, .object, .reference:
            section.title = name
            section.role = .object(name: name, isList: false)
        default: return nil
        }
        guard kind != .object else { return nil }
        return said(TypeExpression(kind), section.span.range, .declared, "data-structures")
    }

    /// Notes what the headings of the page call, once a heading that collects structures stands above.
    private mutating func noteStructures() {
        guard structureNames == nil else { return }
        var names: Set<String> = []
        for node in page.children(.root) {
            guard case .heading = page.kind(node) else { continue }
            let title = page.marked(node).text.prefix { $0 != "(" && $0 != "[" }
            names.insert(title.trimmedASCII.lowercased())
        }
        structureNames = names
    }

    private func isStructure(_ name: String) -> Bool {
        structureNames?.contains(name.trimmedASCII.lowercased()) ?? false
    }

    /// Whether the structure around is an enumeration.
    var isBelowEnumeration: Bool {
        if case .enumeration? = structureBase?.value.kind { return true }
        return false
    }

    /// Whether bullets stand below the title of a structure.
    func isAboveMembers(_ heading: NodeID) -> Bool {
        page.siblings(behind: heading).prefix(5).prefix { block in
            if case .heading = page.kind(block) { return false }
            return true
        }.contains { block in
            if case .list = page.kind(block) { return true }
            return false
        }
    }

    /// Takes such a type, and what is said behind it.
    func adoptStructure(_ field: inout Field, in brackets: MarkedText, of paragraph: NodeID) -> Bool
    {
        guard let leading = structureType(in: brackets) else { return false }
        let range = page.range(paragraph)
        field.type = said(leading.type, range, .declared, "data-structures")
        let rest = brackets.dropFirst(leading.rest)
        let cell = Cell(text: rest, range: range, node: paragraph)
        describe(&field, by: cell, construct: "data-structures")
        return true
    }

    /// `kind (Stop Kind)`: the name of a structure that the page explains below the same heading.
    private func structureType(in brackets: MarkedText) -> LeadingType? {
        let tokens = brackets.tokens
        guard around.contains(where: \.collectsObjects), tokens.first?.isMark("(") == true,
            let close = matchingMark(tokens, from: 0), (3...4).contains(close),
            tokens[1..<close].allSatisfy({ $0.kind == .word && $0.text.first?.isUppercase == true })
        else { return nil }
        let words = tokens.span(1..<close)
        guard isStructure(brackets.slice(words)) else { return nil }
        let type = TypeExpression(.reference(name: brackets.slice(words), target: nil))
        let next = tokens.isMark("-", at: close + 1) ? close + 2 : close + 1
        return LeadingType(
            type: type, required: nil, range: words, rest: brackets.start(of: next))
    }

    /// What a structure is, as a field without a name.
    func whole(_ type: Said<TypeExpression>, depth: Int = 0) -> Field {
        var whole = Field(name: Said("", type.evidence), depth: depth)
        whole.part = .nameless
        whole.type = type
        return whole
    }

    /// `+ Include Timestamps` among members: those of another structure.
    func includedStructure(_ paragraph: NodeID, depth: Int) -> Field? {
        let text = page.marked(paragraph)
        let tokens = text.tokens
        guard (2...4).contains(tokens.count), tokens[0].text == "Include",
            tokens[1].text.first?.isUppercase == true, tokens.allSatisfy({ $0.kind == .word })
        else { return nil }
        let name = text.slice(tokens.span(1..<tokens.count))
        let type = TypeExpression(.reference(name: name, target: nil))
        return whole(said(type, page.range(paragraph), .declared, "data-structures"), depth: depth)
    }

    /// `+ One Of` among members: of those below it, one is there.
    func alternatives(_ paragraph: NodeID, depth: Int) -> [Field]? {
        let text = page.marked(paragraph).text.lowercased()
        guard text == "one of", let list = page.next(paragraph), case .list = page.kind(list) else {
            return nil
        }
        return bulletFields(of: list, depth: depth)
    }
}

/// `[Trip][]` alone in what comes back: the message that the resource of that name has as its model.
let modelReference = Recognizer(construct: "data-structures") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node), reading.around.last?.role == .response else {
        return false
    }
    let text = page.raw(page.range(node)).trimmedASCII
    guard text.hasPrefix("["), text.hasSuffix("][]"), text.utf8.count < 80 else { return false }
    let name = text.dropFirst().dropLast(3)
    guard name.first?.isUppercase == true, !name.contains("[") else { return false }
    let type = TypeExpression(.reference(name: String(name), target: nil))
    let range = page.range(node)
    let whole = reading.whole(reading.said(type, range, .declared, "data-structures"))
    reading.say([whole], at: range, .declared, "data-structures")
    return true
}

extension Page {
    /// `state (enum[string], required)`: what stands below it is its values.
    func isEnumeration(_ paragraph: NodeID) -> Bool {
        let tokens = marked(paragraph).tokens
        guard let open = tokens.firstIndex(where: { $0.isMark("(") }),
            tokens.word(at: open + 1) == "enum"
        else { return false }
        return tokens.isMark(anyOf: ["[", ",", ")"], at: open + 2)
    }
}
