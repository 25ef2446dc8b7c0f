import APIModel
import PageTree
import SourceText

extension Reading {
    /// "`{size}` is one of `small`, `large`": a sentence that begins with a placeholder tells of it.
    mutating func sayPlaceholder(of paragraph: NodeID) -> Bool {
        let construct: Construct = "placeholder-sentence"
        guard let code = page.firstChild(paragraph), case .codeSpan = page.kind(code),
            let next = page.next(code), case .text = page.kind(next)
        else { return false }
        let text = page.plainText(code)
        let isPlaceholder =
            text.hasPrefix("{") && text.hasSuffix("}") || text.hasPrefix(":") || text.hasPrefix("<")
        guard isPlaceholder,
            ["is", "can", "must", "may"].contains(page.marked(next).tokens.word(at: 0))
        else { return false }
        let name = text.filter { !"{}:<>".contains($0) }
        guard !name.isEmpty, name.utf8.allSatisfy(isWordByte) else { return false }
        let rest = Array(page.siblings(behind: code))
        let range = page.range(paragraph)
        var field = Field(name: said(name, page.range(code), .described, construct))
        let words = Cell(text: page.marked(inlines: rest), range: range, node: paragraph)
        describe(&field, by: words, construct: construct)
        let role = SectionRole.parameters(location: .path, required: nil)
        say([field], role, at: range, .described, construct)
        return true
    }

    /// "Query: `page` (int), `size` (int, default 20)": fields behind a plain label on their line.
    mutating func sayLabelledFields(of paragraph: NodeID) -> Bool {
        let construct: Construct = "labelled-fields"
        let children = Array(page.children(paragraph))
        if sayTypedNames(behindLabelOf: paragraph) { return true }
        guard let first = children.first, case .text = page.kind(first), children.count <= 64,
            let role = labelledRole(page.marked(first).text)
        else { return false }
        var fields: [Field] = []
        let names = namesOutsideBrackets(children)
        for (position, index) in names.enumerated() {
            let node = children[index]
            guard var field = field(named: cell(node), construct: construct) else { return false }
            let end = position + 1 < names.count ? names[position + 1] : children.count
            if index + 1 < end {
                let text = page.marked(inlines: Array(children[(index + 1)..<end]))
                    .droppingSeparator
                let words = Cell(text: text, range: page.range(node), node: children[index + 1])
                if !text.text.isEmpty { describe(&field, by: words, construct: construct) }
            }
            fields.append(field)
        }
        guard !fields.isEmpty else { return false }
        let range = page.range(paragraph)
        say(fields, role, at: range, .described, construct)
        return true
    }

    /// The places of code that is no part of a remark: `` `order` (`fifo` | `lifo`) `` names one field.
    private func namesOutsideBrackets(_ inlines: [NodeID]) -> [Int] {
        var names: [Int] = []
        var depth = 0
        for (index, node) in inlines.enumerated() {
            if case .codeSpan = page.kind(node) {
                if depth == 0 { names.append(index) }
                continue
            }
            for byte in page.plainText(node).utf8 where byte == 0x28 || byte == 0x29 {
                depth = max(0, depth + (byte == 0x28 ? 1 : -1))
            }
        }
        return names
    }

    /// "Request parameters: id (String, required), reason (String)": the same without marks.
    private mutating func sayTypedNames(behindLabelOf paragraph: NodeID) -> Bool {
        let construct: Construct = "labelled-fields"
        let text = page.marked(paragraph)
        guard let colon = text.tokens.prefix(6).firstIndex(where: { $0.isMark(":") }), colon > 0
        else { return false }
        let (names, end) = readTypedNames(text, from: colon + 1)
        guard !names.isEmpty, end >= text.tokens.count || text.tokens.isMark(".", at: end) else {
            return false
        }
        let label = MarkedText(text.slice(0..<text.tokens[colon].range.lowerBound))
        var role = classifyHeading(label).role
        switch role {
        case .parameters where lastRequest != nil: break
        case .requestBody, .responseFields: break
        case .response: role = .responseFields
        default: return false
        }
        let range = page.range(paragraph)
        let fields = names.map { field($0, range, .described, construct) }
        say(fields, role, at: range, .described, construct)
        return true
    }

    private func labelledRole(_ text: String) -> SectionRole? {
        guard text.hasSuffix(":") else { return nil }
        let label = String(text.dropLast())
        switch fieldLocation(label) {
        case .query: return .parameters(location: .query, required: nil)
        case .header: return .parameters(location: .header, required: nil)
        default: break
        }
        let role = classifyHeading(MarkedText(label)).role
        switch role {
        case .parameters(location: .some, _): return role
        case .parameters where lastRequest != nil: return role
        case .properties where lastRequest?.method.value == .get: return .responseFields
        case .responseFields where lastRequest != nil: return role
        case .requestBody: return role
        default: return nil
        }
    }
}

extension MarkedText {
    /// Without the comma behind its name, and the comma or "and" before the next item.
    fileprivate var droppingSeparator: MarkedText {
        let commas = tokens.prefix { $0.isMark(",") }.count
        if commas > 0, commas < tokens.count {
            return dropFirst(tokens[commas].range.lowerBound).droppingSeparator
        }
        var end = text[...]
        while let last = end.last, last == "," || last == " " || last == ";" { end.removeLast() }
        if end.hasSuffix(" and") { end = end.dropLast(4) }
        return end == "and" ? MarkedText("") : upTo(end.utf8.count)
    }
}
