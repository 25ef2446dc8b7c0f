import APIModel
import PageTree
import SourceText
import YAMLText

extension Reading {
    /// The YAML head: method and path, a name, a description, an ordering key, parameters; and
    /// Markdown in its block scalars.
    mutating func frontMatter() {
        guard case .mapping(let entries)? = page.frontMatter?.node, page.dialect != .yaml else {
            return
        }
        isComplete = entries.contains { $0.key == "complete" && $0.value.text == "true" }
        sayRequest(of: entries)
        for entry in entries { say(entry, of: entries) }
    }

    private mutating func sayRequest(of entries: [YAMLValue.Entry]) {
        let construct: Construct = "front-matter"
        if let line = entries.first(where: { ["api", "openapi"].contains($0.key.lowercased()) }),
            let text = line.value.text,
            sayRequest(in: MarkedText(text), at: line.value.range, construct: construct)
        {
            return
        }
        let verb = entries.first { entry in
            let key = entry.key.lowercased()
            guard
                key == "method" || key == "type" || key == "verb" || key == "http_method"
                    || key == "httpmethod"
            else {
                return false
            }
            return entry.value.text.flatMap { Method(written: $0) } != nil
        }
        let target = entries.first { entry in
            ["endpoint", "path", "url", "title", "route", "uri"].contains(entry.key.lowercased())
                && entry.value.text.map(opensTarget) == true
        }
        guard let target, let text = target.value.text, let path = readPath(text) else { return }
        let word = verb?.value.text ?? ""
        let method: Said<Method>
        if let verb, let known = Method(written: word) {
            method = said(known, verb.value.range, .declared, construct)
        } else {
            // An empty or missing method: what the code samples call decides.
            guard entries.contains(where: { $0.key == "method" || $0.key == "type" }) else {
                return
            }
            method = said(.get, target.value.range, .implied, construct)
        }
        say(
            .request(request(method, path, at: target.value.range, construct: construct)),
            at: target.value.range)
    }

    private mutating func say(_ entry: YAMLValue.Entry, of entries: [YAMLValue.Entry]) {
        let construct: Construct = "front-matter"
        let range = entry.value.range
        let text = entry.value.text?.trimmedASCII
        switch entry.key.lowercased() {
        case "name", "summary", "sidebartitle":
            guard let text, !text.isEmpty else { break }
            say(.name(said(text, range, .declared, construct)), at: range)
        case "title":
            guard let text, !text.isEmpty, !opensTarget(text) else { break }
            say(.name(said(text, range, .described, construct)), at: range)
        case "description", "excerpt":
            guard let text, !text.isEmpty else { break }
            say(.prose(said(text, range, .declared, construct)), at: range)
        case "position", "order", "weight", "nav_order", "sidebar_position":
            guard let text, !text.isEmpty else { break }
            say(.orderingKey(said(text, range, .declared, construct)), at: range)
        case "deprecated":
            guard let text, !text.isEmpty, text != "false" else { break }
            let words = text == "true" ? "" : text
            say(.deprecation(said(words, range, .declared, construct)), at: range)
        case "operationid", "operation_id":
            guard let text, !text.isEmpty else { break }
            say(.operationID(said(text, range, .declared, construct)), at: range)
        case "tag":
            guard let text, !text.isEmpty else { break }
            say(.group(said(text, range, .declared, construct)), at: range)
        case "parameters", "params":
            sayParameters(entry.value)
        default:
            if saySamples(in: entry.value) { return }
        }
        embedded(in: entry)
    }

    /// Markdown in a block scalar is read as what it is, under the entry's key.
    private mutating func embedded(in entry: YAMLValue.Entry) {
        guard let head = page.children(.root).first(where: { page.kind($0) == .frontMatter }) else {
            return
        }
        for node in page.children(head) {
            let range = page.range(node)
            guard range.start >= entry.value.range.start, range.end <= entry.value.range.end else {
                continue
            }
            var section = section(MarkedText(entry.key), level: scopeLevel, at: entry.keyRange)
            section.isFrontMatter = true
            scope(section) { $0.blocks(of: node) }
        }
    }

    /// `parameters:` as a list of maps with `name`, `required`, `content`.
    private mutating func sayParameters(_ value: YAMLValue) {
        guard case .sequence(let entries) = value.node else { return }
        var fields: [Field] = []
        for entry in entries {
            guard case .mapping(let parts) = entry.node,
                let name = parts.first(where: { $0.key == "name" }), let text = name.value.text
            else { continue }
            var field = Field(name: said(text, name.value.range, .declared, "front-matter"))
            for part in parts { adopt(part, into: &field) }
            fields.append(field)
        }
        guard !fields.isEmpty else { return }
        // Where an entry says no, those that say nothing are not thereby required.
        if !fields.contains(where: { $0.required?.value == true }),
            let no = fields.lazy.compactMap(\.required).first
        {
            for index in fields.indices where fields[index].required == nil {
                fields[index].required = Said(
                    false, Evidence(no.evidence.span, .implied, "front-matter"))
            }
        }
        let role = SectionRole.parameters(location: nil, required: nil)
        say(fields, role, at: value.range, .declared, "front-matter")
    }
}

extension YAMLValue {
    /// A scalar's text.
    var text: String? {
        guard case .scalar(let scalar) = node else { return nil }
        return scalar.text
    }
}
