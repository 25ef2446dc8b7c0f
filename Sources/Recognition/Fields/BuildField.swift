import APIModel
import PageTree
import SourceText

/// One part of a row: its words and where they stand.
struct Cell {
    let text: MarkedText
    let range: ByteRange
    let node: NodeID

    var isBlank: Bool {
        text.text == "-" || text.text == "–" || text.text.allSatisfy { $0 == "\u{A0}" }
    }
}

extension Reading {
    /// A field from the part that names it, without its marks; `nil` where no name stands.
    ///
    /// The marks of depth are counted off first: `»» id` is `id` at depth 2.
    func field(named cell: Cell, construct: Construct) -> Field? {
        if isComplete { return statedField(named: cell, construct: construct) }
        let (depth, text) = cell.text.withoutDepthMarks
        // `depot name or id` in code is the placeholder of a path that says so.
        if let first = text.tokens.first, first.kind == .code, first.text.contains(" "),
            lastRequest?.path.value.placeholders.contains(first.text) == true
        {
            return Field(name: said(first.text, cell.range, .declared, construct))
        }
        guard let name = readNameMarks(text), !name.name.isEmpty, !isPhrase(text, name),
            !namesGeneric(name.name)
        else { return nil }
        var field = Field(
            name: said(name.name, cell.range, .declared, construct), depth: depth)
        field.part = part(named: name.name, in: cell)
        fill(&field.required, with: name.required, cell.range, .declared, construct)
        if name.isDeprecated { field.deprecated = said("", cell.range, .declared, construct) }
        if name.isReadOnly { field.readOnly = said(true, cell.range, .declared, construct) }
        fill(&field.type, with: name.type?.ifKnown, cell.range, .declared, construct)
        fill(&field.type, with: emphasizedType(in: cell.node), cell.range, .declared, construct)
        return field
    }

    /// Reads everything a description says about its field: type, presence, null, values, default.
    func describe(_ field: inout Field, by cell: Cell, construct: Construct) {
        guard !cell.isBlank else { return }
        if isComplete {
            field.description = said(cell.text.text, cell.range, .described, construct)
            field.terms = searchTerms(in: cell.text, at: cell.range, construct: construct)
            return
        }
        var text = cell.text
        let range = cell.range
        adoptOpening(of: cell, into: &field, text: &text, construct: construct)
        fill(&field.defaultValue, with: readDefault(text)?.value, range, .described, construct)
        if let type = linkedType(in: cell, of: field) {
            field.type = said(type, cell.range, .described, construct)
        }
        adoptLeading(of: &text, at: cell.range, into: &field, construct: construct)
        // "Object" alone leaves open whether its keys are names or data.
        if let type = field.type, type.value.kind == .object, namesKeys(text) {
            field.type = Said(TypeExpression(.dictionary(nil)), type.evidence)
        }
        field.countMoments(saidBy: text)
        field.countWhole(saidBy: text)
        adoptTrailing(of: text, at: cell.range, into: &field, construct: construct)
        let presence = readRequiredness(text, of: field.name.value)?.required
        fill(&field.required, with: presence, range, .described, construct)
        // What is left out of a path or a query is not sent: no default, and no null.
        if isBelowPlace, field.defaultValue?.value == "null" {
            field.defaultValue = nil
        } else {
            fill(&field.nullable, with: readNullability(text), range, .described, construct)
        }
        describeValues(of: &field, by: text, at: cell.range, construct: construct)
        if field.values.isEmpty { field.values = listedValues(below: cell, of: field) }
        fill(&field.listStyle, with: readListStyle(text), range, .described, construct)
        implyType(of: &field)
        if field.link == nil, let target = page.firstLink(cell.node), target.contains("#") {
            field.link = said(target, cell.range, .described, construct)
        }
        if field.illustration == nil {
            field.illustration =
                illustration(in: cell, construct: construct)
                ?? namedMembers(of: field, in: text, at: cell.range, construct: construct)
        }
        let words = text.text.trimmedASCII
        if !words.isEmpty, field.description == nil, !text.saysOnlyPresence {
            field.description = said(words, cell.range, .described, construct)
        }
    }

    /// Whether the heading around says where its parameters go: "(json)" tells what they hold there.
    private var isBelowPlace: Bool {
        if case .parameters(.some, _)? = around.last?.role { return true }
        return false
    }

    /// What parentheses or a word at the head of the text say: type, presence and place.
    private func adoptLeading(
        of text: inout MarkedText, at range: ByteRange, into field: inout Field,
        construct: Construct
    ) {
        // "**required** (date) The day".
        if let first = text.tokens.first, let required = presence(first.word),
            text.tokens.isMark("(", at: 1), field.type == nil
        {
            fill(&field.required, with: required, range, .described, construct)
            text = text.dropFirst(first.range.upperBound)
        }
        // "*Optional. Integer.* The day".
        if let first = text.tokens.first, let required = presence(first.word),
            text.tokens.isMark(".", at: 1), field.type == nil,
            case let rest = text.dropFirst(text.tokens[1].range.upperBound),
            readLeadingType(rest)?.type.isName == false
        {
            fill(&field.required, with: required, range, .described, construct)
            text = rest
        }
        adoptRemark(of: &text, at: range, into: &field, construct: construct)
        if field.location == nil, let place = readLeadingPlace(text),
            place.location != .body || !isBelowPlace
        {
            field.location = said(place.location, range, .described, construct)
            text = text.dropFirst(place.rest)
        }
        if let leading = readLeadingType(text) {
            let isTyped = field.type != nil
            if field.type?.value.isSaidCloser(by: leading.type) == true { field.type = nil }
            fill(&field, with: leading, range, .described, construct)
            // Where a column has the type, the words are the description: "List of names, sorted".
            if !isTyped || text.isSentence(upTo: leading.rest) {
                text = text.dropFirst(leading.rest)
            }
        }
    }

    /// A type in marks at the head of the text, or the word that the field is deprecated.
    private func adoptOpening(
        of cell: Cell, into field: inout Field, text: inout MarkedText, construct: Construct
    ) {
        if field.type == nil, let marked = leadingMarkedType(in: cell) {
            field.type = said(marked.type, cell.range, .declared, construct)
            fill(&field.required, with: marked.required, cell.range, .declared, construct)
            text = text.dropFirst(marked.rest)
        }
        if field.deprecated == nil, text.opensWithDeprecation {
            field.deprecated = said("", cell.range, .described, construct)
        }
    }

    /// A default shows the type where nothing else says it, and so does "may be repeated".
    func implyType(of field: inout Field) {
        guard field.type == nil, field.values.isEmpty else { return }
        if let style = field.listStyle, style.value == .repeated {
            let texts = TypeExpression(.array(TypeExpression(.string(.plain))))
            field.type = Said(texts, style.evidence.weakened)
            return
        }
        guard let value = field.defaultValue,
            let kind = shownKind(value.value, of: field.name.value)
        else { return }
        field.type = Said(TypeExpression(kind), value.evidence.weakened)
    }

    func describeValues(
        of field: inout Field, by text: MarkedText, at range: ByteRange, construct: Construct
    ) {
        let terms = searchTerms(in: text, at: range, construct: construct)
        if !terms.isEmpty {
            field.terms = terms
            return
        }
        if field.type == nil, namesBooleanValues(text) {
            field.type = said(TypeExpression(.boolean), range, .described, construct)
        } else if field.type == nil, let type = readImpliedType(text, in: field.location?.value) {
            field.type = said(type, range, .implied, construct)
        } else if field.values.isEmpty,
            let list = readValues(text, of: field) ?? field.valuesOfEnumeration(text)
        {
            field.values = rows(list, of: field.name.value, range, .described, construct)
        }
        adoptLimits(&field, from: text, at: range, construct: construct)
    }

    private func adoptLimits(
        _ field: inout Field, from text: MarkedText, at range: ByteRange, construct: Construct
    ) {
        // "Up to 10 names" limits the list, and no number in it.
        switch field.type?.value.kind {
        case .array, .dictionary, .object: return
        default: break
        }
        guard let limits = readConstraints(text) else { return }
        let evidence = evidence(range, .described, construct)
        var constraints = field.constraints
        constraints.minimum = constraints.minimum ?? limits.minimum.map { Fact($0, evidence) }
        constraints.maximum = constraints.maximum ?? limits.maximum.map { Fact($0, evidence) }
        constraints.minimumLength =
            constraints.minimumLength ?? limits.minimumLength.map { Fact($0, evidence) }
        constraints.maximumLength =
            constraints.maximumLength ?? limits.maximumLength.map { Fact($0, evidence) }
        field.constraints = constraints
    }

    /// A cell that documents a whole grammar of search terms.
    private func searchTerms(
        in text: MarkedText, at range: ByteRange, construct: Construct
    ) -> [Term] {
        // A grammar has many terms; two or three are prose with colons.
        let found = readSearchTerms(text.text)
        guard found.count >= 4 else { return [] }
        return found.map { term in
            Term(
                name: term.name, arguments: term.arguments,
                description: Fact(term.description, evidence(range, .described, construct)))
        }
    }
}

/// "Retry policy": two plain words name something for people, unless the second qualifies the first.
private func isPhrase(_ text: MarkedText, _ name: MarkedName) -> Bool {
    guard name.required == nil, name.type == nil, !name.isDeprecated, !name.isReadOnly,
        let first = text.tokens.first, first.kind == .word, text.tokens.count > 1,
        first.range.upperBound == name.range.upperBound
    else { return false }
    let next = text.tokens[1]
    guard next.kind == .word, typeWord(next.word) == nil, let head = first.text.utf8.first,
        next.range.lowerBound == first.range.upperBound + 1
    else { return false }
    // "ID of the loan" begins with a name; "V1 API" is one of two words.
    let isTitle = next.text.first?.isUppercase == true
    return isCapital(head) && (isTitle || first.text != first.text.uppercased())
}

extension Field {
    /// "slow, fast (default), night" beside the type "Enum", or "Kind of version: slow, fast": what
    /// else would be listed there.
    fileprivate func valuesOfEnumeration(_ text: MarkedText) -> EnumerationPhrase? {
        guard case .enumeration(let values)? = type?.value.kind, values.isEmpty else { return nil }
        let lists = [text.text, text.text.split(separator: ":").dropFirst().first.map(String.init)]
        for case let list? in lists {
            guard let found = readEnumeration(MarkedText("Allowed: " + list)),
                found.values.count > 1, found.values[0].range.lowerBound <= 12
            else { continue }
            return found
        }
        return nil
    }
}

/// The values that a description allows; one only where it says that there is no other.
///
/// "Specify either `template` or `stages`" of `template` lists no values but fields.
private func readValues(_ text: MarkedText, of field: Field) -> EnumerationPhrase? {
    if let list = readEnumeration(text), list.values.count > 1 {
        if list.isOfConstantsAlone(in: text), !isWordOfKind(field.name.value) { return nil }
        let opens = text.tokens.prefix(4).contains {
            ["specify", "provide", "pass", "give", "supply", "send"].contains($0.word)
        }
        return opens && list.values.contains { $0.value == field.name.value } ? nil : list
    }
    return soleValue(text)
}

extension Evidence {
    /// The same place, for what only follows from it.
    fileprivate var weakened: Evidence { Evidence(span, .implied, construct) }
}

extension MarkedText {
    /// The text behind an offset, its code ranges moved along.
    func dropFirst(_ offset: Int) -> MarkedText {
        let bytes = Array(text.utf8)
        var start = min(max(offset, 0), bytes.count)
        while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
        let kept = code.compactMap { range -> Range<Int>? in
            guard range.lowerBound >= start else { return nil }
            return range.lowerBound - start..<range.upperBound - start
        }
        return MarkedText(String(decoding: bytes[start...], as: UTF8.self), code: kept)
    }
}

extension String {
    /// Without white space at either end.
    var trimmedASCII: String { self[...].trimmedASCII }
}

extension Substring {
    var trimmedASCII: String {
        var text = self
        while let first = text.utf8.first, first == 0x20 || (first >= 0x09 && first <= 0x0D) {
            text = text.dropFirst()
        }
        while let last = text.utf8.last, last == 0x20 || (last >= 0x09 && last <= 0x0D) {
            text = text.dropLast()
        }
        return String(text)
    }
}
