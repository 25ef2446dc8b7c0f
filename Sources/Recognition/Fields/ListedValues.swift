import APIModel
import PageTree
import SourceText

extension Field {
    /// Whether it is said to hold one value without members.
    var isScalar: Bool {
        switch type?.value.kind {
        case .string, .integer, .number, .enumeration: true
        default: false
        }
    }

    /// "Comma-separated string of filters:": what follows may be combined.
    var isListInText: Bool {
        description.map { $0.value.lowercased().contains("comma-separated") } ?? false
    }

    /// Whether its description ends by saying that its values follow.
    fileprivate var announcesValues: Bool {
        switch type?.value.kind {
        case nil, .any, .array(nil), .array(.some(TypeExpression(.string(.plain)))): break
        default: return false
        }
        return description.map { endsAnnouncingValues(MarkedText($0.value)) } ?? false
    }

    /// Whether its description ends in "One of:", so that bare words below are values.
    fileprivate var offersChoice: Bool {
        if case .enumeration(let values)? = type?.value.kind, values.isEmpty { return true }
        guard let text = description?.value.lowercased() else { return false }
        return ["one of:", "one of the following:", "either:"].contains { text.hasSuffix($0) }
            || endsAnnouncingValues(MarkedText(text))
    }

    /// Whether its description leads to what follows, and not as examples.
    fileprivate var mayBeOneOfQuoted: Bool {
        guard type == nil, let text = description?.value.lowercased() else { return false }
        return text.hasSuffix(":") && !text.contains("example") && !text.contains("such as")
    }
}

extension Reading {
    /// The bullets below a field that holds one value, or whose description announces them: its
    /// values, not its members.
    func listedValues(in list: NodeID, of field: Field) -> [ValueRow]? {
        guard case .list = page.kind(list) else { return nil }
        let items = Array(page.children(list))
        guard field.isScalar && !field.isListInText || field.announcesValues else {
            let quoted = field.mayBeOneOfQuoted ? items.compactMap(quotedValue) : []
            return quoted.count == items.count && quoted.count > 1
                ? quoted.map { $0.of(field) } : nil
        }
        let rows = items.compactMap { item in
            bulletedValue(item) ?? (field.isScalar ? boldValue(item) ?? numberedValue(item) : nil)
                ?? (field.offersChoice ? bareValue(item) : nil)
        }
        guard rows.count == items.count, rows.count > 1,
            rows.allSatisfy({ $0.value.value.utf8.allSatisfy { isWordByte($0) || $0 == 0x2D } })
        else { return nil }
        return rows.map { $0.of(field) }
    }

    /// `'newest' - orders by time`: a value in quotation marks and what it means.
    private func quotedValue(_ item: NodeID) -> ValueRow? {
        guard let paragraph = page.firstChild(item), case .paragraph = page.kind(paragraph) else {
            return nil
        }
        let text = page.marked(paragraph).text
        // In double quotation marks, names of members stand so as well.
        guard text.first == "'", let end = text.dropFirst().firstIndex(of: "'") else { return nil }
        let value = String(text[text.index(after: text.startIndex)..<end])
        let rest = MarkedText(text[text.index(after: end)...].trimmedASCII).withoutLeadingDash
        guard rest.dash || rest.text.text.isEmpty, !value.isEmpty,
            value.utf8.allSatisfy({ isWordByte($0) || $0 == 0x2D })
        else { return nil }
        let range = page.range(paragraph)
        var row = ValueRow(field: "", value: said(value, range, .described, "bulleted-values"))
        if !rest.text.text.isEmpty {
            row.description = said(rest.text.text, range, .described, "bulleted-values")
        }
        return row
    }

    /// The same where the list stands within what describes the field.
    func listedValues(below cell: Cell, of field: Field) -> [ValueRow] {
        guard field.isScalar, !announcesOtherThanValues(cell.text) else { return [] }
        let lists = page.children(cell.node).filter(page.isList)
        guard lists.count == 1 else { return [] }
        return listedValues(in: lists[0], of: field) ?? []
    }

    /// `**fast**: in a minute`; bold words may be labels as well (`**Default**: 7`).
    private func boldValue(_ item: NodeID) -> ValueRow? {
        guard let paragraph = page.firstChild(item), case .paragraph = page.kind(paragraph),
            let first = page.firstChild(paragraph), case .strong = page.kind(first),
            !page.marked(paragraph).labelledLines.contains(where: \.isQualifier)
        else { return nil }
        return value(first, in: paragraph)
    }

    /// `2 - Unmuted.`, `2: unmuted`: a number that stands for a word.
    private func numberedValue(_ item: NodeID) -> ValueRow? {
        guard let paragraph = page.firstChild(item), page.next(paragraph) == nil,
            case .paragraph = page.kind(paragraph)
        else { return nil }
        let text = page.marked(paragraph)
        let tokens = text.tokens
        guard tokens.count > 2, tokens[0].kind == .word, isNumberWord(tokens[0].word),
            tokens.isMark(anyOf: ["-", ":", "="], at: 1), tokens[2].kind == .word,
            !isNumberWord(tokens[2].word)
        else { return nil }
        let range = page.range(paragraph)
        let words = text.dropFirst(tokens[1].range.upperBound).text.trimmedASCII
        return ValueRow(
            field: "", value: said(tokens[0].text, range, .described, "bulleted-values"),
            description: said(words, range, .described, "bulleted-values"))
    }

    func bareValue(_ item: NodeID) -> ValueRow? {
        guard let paragraph = page.firstChild(item), page.next(paragraph) == nil,
            case .paragraph = page.kind(paragraph), page.marked(paragraph).tokens.count == 1
        else { return nil }
        return ValueRow(
            field: "",
            value: said(
                page.marked(paragraph).text.trimmedASCII, page.range(paragraph), .described,
                "bulleted-values"))
    }
}

extension ValueRow {
    fileprivate func of(_ field: Field) -> ValueRow {
        var row = self
        row.field = field.name.value
        return row
    }
}
