import APIModel
import PageTree
import SourceText

/// `name` and below it `: (string) text`, as kramdown, PHP Markdown Extra and HTML's `<dl>` write.
let definitionList = Recognizer(construct: "definition-list") { node, reading in
    guard case .definitionList = reading.page.kind(node) else { return false }
    let page = reading.page
    if reading.sayRequests(inDetailsOf: node) || reading.sayStatuses(inTermsOf: node) {
        return true
    }
    let fields = reading.definedFields(of: node, depth: 0)
    guard !fields.isEmpty else { return false }
    if reading.announcesCommands || page.labelsRemarks(node, fields) { return false }
    reading.sayAnnounced(fields, at: page.range(node), .declared, "definition-list")
    return true
}

extension Page {
    /// `<dt>Permission:</dt><dd>pilot</dd>`: terms that are called as titles are and end in colons,
    /// without a type among what stands below them.
    fileprivate func labelsRemarks(_ list: NodeID, _ fields: [Field]) -> Bool {
        guard dialect == .html, fields.allSatisfy({ $0.type == nil && $0.required == nil }) else {
            return false
        }
        return children(list).allSatisfy { child in
            guard case .definitionTerm = kind(child) else { return true }
            let text = marked(child).text.trimmedASCII
            return text.hasSuffix(":") && text.first?.isUppercase == true
        }
    }
}

extension Reading {
    /// The fields that terms name; a list within their details has the members of what they hold.
    fileprivate mutating func definedFields(of list: NodeID, depth: Int) -> [Field] {
        let construct: Construct = "definition-list"
        var fields: [Field] = []
        var isNamed = false
        for child in page.children(list) {
            switch page.kind(child) {
            case .definitionTerm where depth == 0 && sayStatus(inTerm: child):
                isNamed = false
            case .definitionTerm:
                let field = termField(child)
                isNamed = field != nil
                if var field {
                    field.depth += depth
                    fields.append(field)
                }
            case .definitionDetails:
                let owner = fields.count - 1
                guard isNamed else {
                    includes(within: child)
                    continue
                }
                let inner = page.children(child).filter(isDefinitionList)
                let words = page.children(child).prefix { !isDefinitionList($0) }
                let text = inner.isEmpty ? page.marked(child) : page.marked(inlines: Array(words))
                let cell = Cell(text: text, range: page.range(child), node: child)
                describe(&fields[owner], by: cell, construct: construct)
                if depth < 6 {
                    for list in inner { fields += definedFields(of: list, depth: depth + 1) }
                }
                includes(within: child)
            default:
                break
            }
        }
        return fields
    }

    /// The field of a term; what stands in marks behind the name, as in "`page` `integer`
    /// *required*", qualifies it.
    private func termField(_ term: NodeID) -> Field? {
        let construct: Construct = "definition-list"
        let inlines = Array(page.children(term).prefix(16))
        guard inlines.count > 2, let first = inlines.first, isCode(first),
            var field = field(named: cell(first), construct: construct)
        else { return field(named: cell(term), construct: construct) }
        let rest = qualifyByMarks(&field, adoptNamedType(of: &field, among: inlines))
        guard rest.count < inlines.count - 1 else {
            return self.field(named: cell(term), construct: construct)
        }
        let text = page.marked(inlines: rest)
        let value = readDefault(text)?.value
        fill(&field.defaultValue, with: value, page.range(term), .declared, construct)
        return field
    }

    /// What stands behind the name without `Boat` in a mark of its own, which is the type.
    private func adoptNamedType(of field: inout Field, among inlines: [NodeID]) -> [NodeID] {
        let rest = Array(inlines.dropFirst())
        let named = rest.firstIndex { node in
            guard case .emphasis = page.kind(node) else { return false }
            guard page.plainText(node).first?.isUppercase == true else { return false }
            return type(in: cell(node)).map { $0.isKnown && $0.isName } ?? false
        }
        guard let named, let type = type(in: cell(rest[named])) else { return rest }
        field.type = said(type, page.range(rest[named]), .declared, "definition-list")
        return rest.enumerated().filter { $0.offset != named }.map(\.element)
    }

    private func isDefinitionList(_ node: NodeID) -> Bool {
        page.kind(node) == .definitionList
    }

    /// `404 Not Found` among the fields of what comes back.
    private mutating func sayStatus(inTerm term: NodeID) -> Bool {
        let text = page.marked(term)
        guard let first = text.tokens.first, assignedStatus(first) != nil,
            let phrase = readStatus(text), text.tokens.count <= 5
        else { return false }
        let range = page.range(term)
        var line = line(phrase, range, .declared, "definition-list")
        line.description = page.next(term).map {
            said(page.marked($0).text, page.range($0), .described, "definition-list")
        }
        say(.statuses([line]), at: range)
        return true
    }

    /// `200`, and below it what it means: a status a term.
    fileprivate mutating func sayStatuses(inTermsOf list: NodeID) -> Bool {
        let construct: Construct = "definition-list"
        var lines: [StatusLine] = []
        for child in page.children(list) {
            let text = page.marked(child)
            let range = page.range(child)
            switch page.kind(child) {
            case .definitionTerm:
                guard let phrase = readStatus(text), phrase.status.isAssigned,
                    phrase.status != .default, phrase.range.lowerBound <= 1
                else { return false }
                lines.append(line(phrase, range, .declared, construct))
            case .definitionDetails where !lines.isEmpty:
                lines[lines.count - 1].description = said(text.text, range, .described, construct)
            default:
                break
            }
        }
        guard !lines.isEmpty else { return false }
        say(.statuses(lines), at: page.range(list))
        return true
    }
}
