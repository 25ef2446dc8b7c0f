import APIModel
import PageTree
import SourceText

/// A parameter as a block tag of its own: `{% swagger-parameter in="path" name="id" … %}`,
/// `<ParamField query="id" type="string" required>`.
let parameterTag = Recognizer(construct: "parameter-tag") { node, reading in
    let page = reading.page
    guard let directive = reading.parameterTags(at: node).first,
        case .directive(let tag, _) = page.kind(directive)
    else { return false }
    let fields = reading.parameters(at: node, depth: 0)
    guard !fields.isEmpty else { return false }
    let range = page.range(node)
    let role: SectionRole? = page.raw(tag).lowercased().contains("response") ? .responseFields : nil
    reading.say(fields, role, at: range, .declared, "parameter-tag")
    return true
}

extension Reading {
    /// The tag that a block is, or those that the lines of a paragraph begin with:
    /// `<ParamField …>text</ParamField>`.
    fileprivate func parameterTags(at block: NodeID) -> [NodeID] {
        guard case .paragraph = page.kind(block) else { return isTag(block) ? [block] : [] }
        guard let first = page.firstChild(block), isTag(first) else { return [] }
        return page.children(block).filter { isTag($0) }
    }

    private func isTag(_ node: NodeID) -> Bool {
        guard case .directive(let tag, _) = page.kind(node) else { return false }
        return isParameterTag(page.raw(tag))
    }

    /// The parameters of the tags at a block, each with what is nested in it.
    fileprivate func parameters(at block: NodeID, depth: Int) -> [Field] {
        var fields: [Field] = []
        for tag in parameterTags(at: block) {
            let text = tag == block ? page.marked(ownBlocks(of: tag)) : line(behind: tag)
            guard let field = parameter(of: tag, text: text, depth: depth) else { continue }
            fields.append(field)
            fields += parameters(nestedIn: tag, depth: depth + 1)
        }
        return fields
    }

    private func ownBlocks(of tag: NodeID) -> [NodeID] {
        page.children(tag).filter { child in
            if case .directive = page.kind(child) { return false }
            return true
        }
    }

    /// What stands between a tag and the next of its paragraph.
    private func line(behind tag: NodeID) -> MarkedText {
        var nodes: [NodeID] = []
        var next = page.next(tag)
        while let node = next, !isTag(node) {
            nodes.append(node)
            next = page.next(node)
        }
        return page.marked(inlines: nodes)
    }

    fileprivate func parameter(of node: NodeID, text: MarkedText, depth: Int) -> Field? {
        let construct: Construct = "parameter-tag"
        guard let (name, location) = nameOfParameterTag(node) else { return nil }
        var field = Field(name: said(name.value, name.range, .declared, construct), depth: depth)
        field.location = location.map { said($0, page.range(node), .declared, construct) }
        if let type = page.attribute("type", of: node), let known = readType(type.value),
            known.isKnown
        {
            field.type = said(known, type.range, .declared, construct)
        }
        let required = page.attribute("required", of: node)
        let isRequired = required.map { $0.value != "false" } ?? false
        field.required = said(isRequired, required?.range ?? page.range(node), .declared, construct)
        if let value = page.attribute("default", of: node) {
            field.defaultValue = said(value.value, value.range, .declared, construct)
        }
        let cell = Cell(text: text, range: page.range(node), node: node)
        describe(&field, by: cell, construct: construct)
        return field
    }

    /// Parameter tags inside of one, however they are folded away: members of the parameter.
    fileprivate func parameters(nestedIn node: NodeID, depth: Int) -> [Field] {
        guard depth < 12 else { return [] }
        var fields: [Field] = []
        for child in page.children(node) {
            if !parameterTags(at: child).isEmpty {
                fields += parameters(at: child, depth: depth)
            } else if case .directive = page.kind(child) {
                fields += parameters(nestedIn: child, depth: depth)
            }
        }
        return fields
    }
}

/// A response as a block tag around its sample: `{% swagger-response status="200: OK" %}`.
let responseTag = Recognizer(construct: "response-tag") { node, reading in
    let page = reading.page
    guard case .directive(let tag, _) = page.kind(node),
        page.raw(tag).lowercased().contains("response"),
        let status = page.attribute("status", of: node) ?? page.attribute("httpCode", of: node),
        let phrase = readStatus(MarkedText(status.value))
    else { return false }
    var line = reading.line(phrase, status.range, .declared, "response-tag")
    if let text = page.attribute("description", of: node), !text.value.isEmpty {
        line.description = reading.said(text.value, text.range, .described, "response-tag")
    }
    reading.say(.statuses([line]), at: status.range)
    var section = reading.section(MarkedText(status.value), level: scopeLevel, at: status.range)
    section.role = .responseExample
    section.status = phrase.status
    reading.scope(section) { $0.blocks(of: node) }
    return true
}

private func isParameterTag(_ name: String) -> Bool {
    switch name.lowercased() {
    case "swagger-parameter", "api-method-parameter", "paramfield", "parameter", "param",
        "responsefield", "openapi-parameter", "apiparam", "property":
        true
    default: false
    }
}

extension Reading {
    /// The name a tag gives, by `name=` and `in=`, or by the location as the attribute's own name.
    fileprivate func nameOfParameterTag(
        _ node: NodeID
    ) -> (name: (value: String, range: ByteRange), location: FieldLocation?)? {
        if let name = page.attribute("name", of: node) {
            let location = page.attribute("in", of: node).flatMap { fieldLocation($0.value) }
            return (name, location)
        }
        for word in ["query", "path", "body", "header", "cookie"] {
            if let name = page.attribute(word, of: node), !name.value.isEmpty {
                return (name, fieldLocation(word))
            }
        }
        return nil
    }
}
