import APIModel
import PageTree
import SourceText

extension Reading {
    /// "*optional* `page`: text": the word on presence that stands before a name in code.
    func leadingPresence(_ inlines: [NodeID]) -> Bool? {
        guard inlines.count > 1, !isCode(inlines[0]),
            let name = inlines.firstIndex(where: isCode), name <= 2
        else { return nil }
        let text = page.marked(inlines: Array(inlines[..<name]))
        let words = text.tokens.filter { !$0.word.isEmpty }
        guard words.count == 1 else { return nil }
        return readRequiredness(cell: MarkedText(words[0].text))?.required
    }

    func isCode(_ node: NodeID) -> Bool { page.isCode(node) }

    /// Takes the type and the word on presence that stand in marks of their own behind a name:
    /// "**stops** `object[]` _required_ — text". Returns what is left.
    func qualifyByMarks(_ field: inout Field, _ rest: [NodeID]) -> [NodeID] {
        var left = rest[...]
        var hasTaken = false
        while let first = left.first {
            let isBlank = page.marked(inlines: [first]).text.isEmpty
            let isTaken = isBlank && left.count > 1 || qualify(&field, byMark: first)
            guard isTaken else { break }
            hasTaken = hasTaken || !isBlank
            left = left.dropFirst()
        }
        return hasTaken ? Array(left) : rest
    }

    func qualify(
        _ field: inout Field, byMark node: NodeID, _ construct: Construct = "bullet-fields"
    ) -> Bool {
        let range = page.range(node)
        let text = page.marked(inlines: [node])
        switch page.kind(node) {
        case .emphasis, .codeSpan, .strong: break
        default: return false
        }
        let plain = MarkedText(roundBrackets(page.plainText(node)))
        let isBracketed = plain.text.hasPrefix("(") && plain.text.hasSuffix(")")
        // `(query)`, `Path Parameter`; `*url*` is a type.
        let inner = plain.text.filter { !"()".contains($0) }
        if isBracketed && !inner.hasPrefix("ur") || inner.hasSuffix(" Parameter"),
            let place = fieldLocation(inner)
        {
            fill(&field.location, with: place, range, .declared, construct)
            return true
        }
        // `*string, required*` says as much as `*(string, required)*`.
        if isBracketed || plain.tokens.isMark(",", at: 1) {
            let bracketed = isBracketed ? plain : MarkedText("(\(plain.text))")
            if let leading = readLeadingType(bracketed), isBracketed || !leading.type.isName {
                fill(&field, with: leading, range, .declared, construct)
                return true
            }
            guard isBracketed else { return false }
        }
        if isBracketed, field.values.isEmpty { takeValues(&field, from: text, at: range) }
        let isStar = plain.text.filter { !$0.isWhitespace } == "*"
        let presence = isStar ? true : readRequiredness(text)?.required
        let isOpenList = plain.text.hasPrefix("[") && !plain.text.contains("]")
        let type =
            isOpenList ? readType(plain.text + "]") : type(in: cell(node))?.unlessName
        guard presence != nil || type != nil && field.type == nil else {
            guard plain.text == "nullable" else { return false }
            field.nullable = said(true, range, .declared, construct)
            return true
        }
        fill(&field.type, with: type, range, .declared, construct)
        fill(&field.required, with: presence, range, .declared, construct)
        return true
    }

    /// `<int, required>` as `(int, required)`; what is one word is read as it is.
    private func roundBrackets(_ text: String) -> String {
        guard text.hasPrefix("<"), text.hasSuffix(">"), text.contains(", ") else { return text }
        return "(\(text.dropFirst().dropLast()))"
    }

    /// "(one of `a`, `b`; required)": beside values in code a bare word is none.
    private func takeValues(_ field: inout Field, from text: MarkedText, at range: ByteRange) {
        let tokens = text.tokens.drop { $0.isMark("(") }
        let isList =
            tokens.first?.kind == .code
            || tokens.first?.word == "one" && tokens.dropFirst().first?.word == "of"
        guard isList, let list = readEnumeration(text), list.values.count > 1 else { return }
        let isMarked = list.values[0].isMarked
        let values = list.values.filter { $0.isMarked == isMarked }
        let phrase = EnumerationPhrase(values: values, cue: list.cue)
        field.values = rows(phrase, of: field.name.value, range, .declared, "bullet-fields")
    }

    /// Takes a mark that stands behind a name in bold or in code: "**name** \* (string)",
    /// "`page`? - text". Returns the text behind it.
    func adoptNameMark(_ field: inout Field, _ text: MarkedText) -> MarkedText {
        let tokens = text.tokens
        guard let mark = tokens.first, mark.isMark("*") || mark.isMark("?") && !mark.isSpaced,
            tokens.count == 1 || tokens[1].isSpaced || tokens.isMark(anyOf: [":", "("], at: 1)
        else { return text }
        let range = field.name.evidence.span.range
        fill(&field.required, with: mark.isMark("*"), range, .declared, "bullet-fields")
        return text.dropFirst(mark.range.upperBound)
    }

    /// "`from` / `to`: string": fields of which one bullet says the same.
    func fieldsSharing(_ paragraph: NodeID, depth: Int) -> [Field]? {
        let inlines = Array(page.children(paragraph).prefix(64))
        if let plain = fieldsOfPlainNames(inlines, depth: depth) { return plain }
        guard let first = inlines.first, isCode(first) else { return nil }
        var names = [first]
        var next = 1
        while next + 1 < inlines.count, isCode(inlines[next + 1]),
            case .text = page.kind(inlines[next]),
            ["/", ",", "and", "or", "&"].contains(page.marked(inlines[next]).text.trimmedASCII)
        {
            names.append(inlines[next + 1])
            next += 2
        }
        let rest = inlines[next...]
        guard names.count > 1, !rest.isEmpty else { return nil }
        let fields = names.compactMap { name -> Field? in
            var field = bulletField([name] + rest, of: paragraph)
            field?.depth = depth
            return field
        }
        return fields.count == names.count ? fields : nil
    }

    /// "page, size [see pagination](…)" in a section of fields: names, and where they are told of.
    private func fieldsOfPlainNames(_ inlines: [NodeID], depth: Int) -> [Field]? {
        guard isInFieldSection, let first = inlines.first, case .text = page.kind(first),
            inlines.count == 1 || inlines.count == 2 && isLink(inlines[1])
        else { return nil }
        let text = page.marked(first).text
        let names = text.split(separator: ",").map { $0.trimmedASCII }
        guard (2...6).contains(names.count),
            names.allSatisfy({ $0.utf8.allSatisfy(isNameByte) && looksLikeKey($0) })
        else { return nil }
        return names.map { name in
            var field = Field(name: said(name, page.range(first), .declared, "plain-bullet"))
            field.depth = depth
            return field
        }
    }

    private func isLink(_ node: NodeID) -> Bool {
        if case .link = page.kind(node) { return true }
        return false
    }

    /// "limit *integer* - text": one word and nothing else before a type or presence in marks.
    func isNameBeforeMark(_ first: NodeID) -> Bool {
        guard var mark = page.next(first) else { return false }
        // White space before a tag is a node of its own.
        var isSetOff = false
        if case .softBreak = page.kind(mark), let next = page.next(mark) {
            mark = next
            isSetOff = true
        }
        switch page.kind(mark) {
        case .emphasis, .codeSpan: break
        default: return false
        }
        let tokens = page.marked(first).tokens
        let both = page.marked(inlines: [first, mark]).tokens
        guard let name = tokens.first, looksLikeKey(name.text) || isInHeaderSection,
            tokens.count == 1
                || tokens.count == 2 && (tokens[1].isMark("*") || tokens[1].isMark("?")),
            isSetOff || tokens.count < both.count && both[tokens.count].isSpaced
        else { return false }
        var field = Field(name: said("", page.range(first), .declared, "bullet-fields"))
        return qualify(&field, byMark: mark)
    }

    /// Bullets in a section of fields that set nothing between the name and the text: "`id` ID of
    /// the room". All of them begin with a name, and none is a status.
    mutating func looseBulletFields(of list: NodeID, _ items: Int) -> [Field]? {
        guard isInFieldSection || around.last?.role == .response || isBelowHolder else {
            return nil
        }
        readsLoosely = true
        defer { readsLoosely = false }
        let fields = bulletFields(of: list, depth: 0)
        let top = fields.filter { $0.depth == 0 }
        guard top.count == items, top.allSatisfy({ readStatus(MarkedText($0.name.value)) == nil })
        else { return nil }
        return fields
    }

    /// Whether the label around is of what a member holds: "`data` items".
    private var isBelowHolder: Bool {
        guard let section = around.last, section.level == labelLevel,
            case .object(let name, _) = section.role
        else { return false }
        return holders[name] != nil
    }
}
