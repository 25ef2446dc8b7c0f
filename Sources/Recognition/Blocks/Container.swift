import APIModel
import PageTree
import SourceText

/// Blocks that enclose others: quotes, admonitions, tabs, folds, block tags. A title makes a
/// section of them.
let container = Recognizer(construct: "container") { node, reading in
    let page = reading.page
    switch page.kind(node) {
    case .blockQuote, .embedded, .document, .footnote:
        reading.blocks(of: node)
        return true
    case .table where page.isLayout(node):
        for row in page.children(node) {
            for cell in page.children(row) { reading.blocks(of: cell) }
        }
        return true
    case .directive(let name, let syntax):
        let name = page.raw(name)
        if isFurniture(name) {
            reading.items.append(.furniture(page.span(node)))
            return true
        }
        // A rubric is a heading outside of the outline: what it titles follows it.
        if name.lowercased() == "rubric", let title = page.arguments(of: node).first {
            var section = reading.section(
                MarkedText(title.value), level: labelLevel, at: title.range)
            // "Create a route" stands above the labels of its parts.
            if section.role == .other { section.level = labelLevel - 1 }
            reading.openHeading(section)
            return true
        }
        if reading.sayDeprecation(by: node, named: name) { return true }
        let title = reading.title(of: node, named: name, syntax: syntax)
        guard let title else {
            reading.blocks(of: node)
            return true
        }
        let section = reading.section(title.text, level: scopeLevel, at: title.range)
        reading.scope(section) { reading in
            // `!!! abstract "POST /messages"`; a summary is a paragraph, and says so itself.
            if syntax == .admonition {
                reading.sayRequest(in: title.text, at: title.range, construct: "request-line")
            }
            reading.blocks(of: node)
        }
        return true
    default:
        return false
    }
}

/// Tags that say nothing of the API.
private func isFurniture(_ name: String) -> Bool {
    switch name.lowercased() {
    case "import", "export", "toctree", "contents", "meta", "default-domain", "script", "style",
        "nav", "index", "highlight", "figure", "image", "raw", "comment", "endcomment", "seealso",
        "todo", "glossary", "versionadded", "versionchanged", "rst-class", "only", "module",
        "currentmodule":
        true
    default: false
    }
}

extension Reading {
    /// `:::caution Deprecated`, `!!! warning "Deprecated since 2.0"`, `.. deprecated:: 2.0`: what is in
    /// it says more.
    fileprivate mutating func sayDeprecation(by node: NodeID, named name: String) -> Bool {
        let title = page.attribute("title", of: node) ?? page.arguments(of: node).first
        let isNamed = name.lowercased() == "deprecated"
        guard isNamed || title.map({ MarkedText($0.value).opensWithDeprecation }) ?? false else {
            return false
        }
        let range = page.range(node)
        let paragraph = page.children(node).first { page.kind($0) == .paragraph }
        let words = paragraph.map { page.marked($0).text } ?? ""
        say(.deprecation(said(words, range, .described, "container")), at: range)
        blocks(of: node)
        return true
    }

    /// The title of a tab or fold: `title="…"`, or the argument of a directive that is only that.
    fileprivate func title(
        of node: NodeID, named name: String, syntax: DirectiveSyntax
    ) -> (text: MarkedText, range: ByteRange)? {
        if let title = page.attribute("title", of: node) ?? page.attribute("label", of: node)
            ?? page.attribute("summary", of: node)
        {
            return (MarkedText(title.value), title.range)
        }
        switch name.lowercased() {
        // `<ResponseExample>` says by its name what it holds.
        case "responseexample": return (MarkedText("Response example"), page.range(node))
        case "requestexample": return (MarkedText("Request example"), page.range(node))
        case "api-method-headers": return (MarkedText("Headers"), page.range(node))
        case "api-method-path-parameters": return (MarkedText("Path parameters"), page.range(node))
        case "api-method-query-parameters":
            return (MarkedText("Query parameters"), page.range(node))
        case "api-method-body-parameters", "api-method-form-data-parameters":
            return (MarkedText("Body parameters"), page.range(node))
        // A fold that says what is in it: "Path parameters", "201".
        case "details": return summary(of: node)
        case "tab", "tab-item", "topic":
            let argument = page.arguments(of: node).first
            return argument.map { (MarkedText($0.value), $0.range) }
        default:
            return syntax == .admonition ? announcingTitle(of: node) : nil
        }
    }

    /// `=== "Query parameters"`, `!!! success "202 Accepted"`: a title that says what stands below.
    private func announcingTitle(of node: NodeID) -> (text: MarkedText, range: ByteRange)? {
        guard let title = page.arguments(of: node).first else { return nil }
        let text = MarkedText(title.value)
        return classifyHeading(text).role == .other ? nil : (text, title.range)
    }

    private func summary(of fold: NodeID) -> (text: MarkedText, range: ByteRange)? {
        guard let first = page.firstChild(fold), case .directive(let name, _) = page.kind(first),
            page.raw(name).lowercased() == "summary"
        else { return nil }
        let text = page.marked(first)
        return classifyHeading(text).role == .other ? nil : (text, page.range(first))
    }

    /// The blocks of something whose inlines were read already: include tags inside a sentence.
    mutating func includes(within node: NodeID, depth: Int = 0) {
        guard depth < 20 else { return }
        for child in page.children(node) {
            if case .directive(let name, _) = page.kind(child), page.raw(name) == "include" {
                _ = includeDirective.claim(child, &self)
            } else {
                includes(within: child, depth: depth + 1)
            }
        }
    }
}

/// `{% include x.md %}`, `.. include:: x`, `<%= partial "x" %>`: another file's text belongs here.
let includeDirective = Recognizer(construct: "include") { node, reading in
    let page = reading.page
    guard case .directive(let name, _) = page.kind(node) else { return false }
    switch page.raw(name) {
    case "include", "include_relative", "partial", "@include", "readfile", "snippet":
        let named = page.attribute("file", of: node) ?? page.attribute("src", of: node)
        guard
            let argument = page.arguments(of: node).first ?? named.map({ ($0.value, $0.range) })
                ?? page.address(in: node)
        else { return false }
        reading.items.append(.include(path: withoutQuotes(argument.value), page.span(node)))
        return true
    case "literalinclude":
        // Shown as it is: JSON is a sample, a program is none of ours.
        guard let argument = page.arguments(of: node).first, argument.value.hasSuffix(".json")
        else { return false }
        reading.items.append(.include(path: argument.value, page.span(node)))
        return true
    default:
        return false
    }
}

extension Page {
    /// Whether a table only puts parts of a page beside each other: one of its cells has headings.
    fileprivate func isLayout(_ table: NodeID) -> Bool {
        children(table).contains { row in
            children(row).contains { cell in
                children(cell).contains { block in
                    if case .heading = kind(block) { return true }
                    return false
                }
            }
        }
    }

    /// `https://…` as an argument, whose colon makes a name and a value of it.
    fileprivate func address(in node: NodeID) -> (value: String, range: ByteRange)? {
        for child in children(node) {
            guard case .attribute(_, let value) = kind(child), raw(value).hasPrefix("//") else {
                continue
            }
            return (raw(range(child)), range(child))
        }
        return nil
    }
}

/// A heading opens a section, or, with method and path in it, an operation as well.
let heading = Recognizer(construct: "heading") { node, reading in
    let page = reading.page
    guard case .heading(let level) = page.kind(node) else { return false }
    let text = page.marked(node)
    var anchors = reading.pendingAnchors
    reading.pendingAnchors = []
    for child in page.children(node) {
        if case .anchor(let name) = page.kind(child) { anchors.append(page.raw(name)) }
        if case .attributeList = page.kind(child),
            let id = page.attribute("#", of: child) ?? page.attribute("id", of: child)
        {
            anchors.append(id.value)
        }
    }
    anchors.append(text.text)
    let (title, part) = text.withoutPart
    var section = reading.section(
        title, level: Int(level), at: page.range(node), anchors: anchors)
    if section.role.mayTitleHolder, let role = reading.holder(titledBy: title) {
        section.role = role
    } else if section.role == .other, let role = reading.announcedList(by: text, at: node) {
        section.role = role
    } else if title.text.lowercased() == "return", reading.holdsHeading(node, level) {
        section.role = .other
    }
    let row = reading.linkedRows.row(called: [section.title] + anchors)
    if row != nil { section.role = .other }
    reading.structureBase = reading.nameStructure(&section)
    reading.openHeading(section, part: part)
    if let base = reading.structureBase, !reading.isAboveMembers(node) {
        reading.say([reading.whole(base)], at: page.range(node), .declared, "data-structures")
    }
    if let row { reading.openLinkedSection(of: row, section) }
    let range = page.range(node)
    if section.role == .requestBody, let type = formInTitle(text) {
        reading.say(
            .mediaTypes(
                [reading.said(type, range, .declared, "form-title")], direction: .request),
            at: range)
    }
    let isRequest =
        reading.sayTitledRequest(in: text, at: range, construct: "heading", isHeading: true)
        || reading.sayRequests(inTitle: text, at: range)
        || reading.takeRequestPart(inTitle: text, at: range)
        || reading.sayMethodBelowPath(text, at: range)
        || reading.sayMethodCall(named: text, at: range)
        || reading.sayMethod(ofBarePathBy: text, level: Int(level), at: range)
    if !isRequest { reading.keepPath(ofHeading: text, level: Int(level), at: range) }
    return true
}

/// A fence without a language that holds a label and nothing else ("Example Request").
let codeLabel = Recognizer(construct: "code-label") { node, reading in
    let page = reading.page
    guard case .codeBlock(let info, _) = page.kind(node), info.isEmpty else { return false }
    let lines = page.codeLines(node)
    guard lines.count == 1 else { return false }
    let text = MarkedText(page.code(node).trimmedASCII)
    let section = reading.section(text, level: labelLevel, at: page.range(node))
    guard section.role != .other, text.text.utf8.allSatisfy({ $0 != 0x7B && $0 != 0x2F }) else {
        return false
    }
    if case .operation = section.role { return false }
    reading.openHeading(section)
    return true
}

/// A list that is no list of fields: its items' blocks count for themselves.
let bulletList = Recognizer(construct: "list") { node, reading in
    let page = reading.page
    guard case .list = page.kind(node) else { return false }
    for item in page.children(node) {
        if reading.sayAttributes(of: item) { continue }
        guard let first = page.firstChild(item), case .paragraph = page.kind(first),
            page.next(first) != nil
        else {
            reading.blocks(of: item)
            continue
        }
        // An item that is a label over what is nested in it: `+ Parameters`.
        let section = reading.section(
            page.marked(first), level: scopeLevel, at: page.range(first))
        guard section.role != .other, section.title.utf8.count <= 60 else {
            reading.blocks(of: item)
            continue
        }
        reading.scope(section) { $0.blocks(of: item) }
    }
    return true
}

/// What carries no statement of its own.
let furniture = Recognizer(construct: "furniture") { node, reading in
    switch reading.page.kind(node) {
    case .thematicBreak, .comment, .definition, .attributeList, .attributeListDefinition,
        .attribute, .substitutionDefinition:
        reading.items.append(.furniture(reading.page.span(node)))
        return true
    default:
        return false
    }
}
