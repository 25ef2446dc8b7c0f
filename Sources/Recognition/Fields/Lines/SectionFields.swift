import APIModel
import PageTree
import SourceText

/// A field list of reStructuredText whose names are those of sections: `:Body:` and `:Returns:`, and
/// below each what a heading of that name would have below it; or, in such a section, fields.
let sectionFields = Recognizer(construct: "section-fields") { node, reading in
    let page = reading.page
    guard case .fieldList = page.kind(node) else { return false }
    return reading.saySections(reading.page.namedFields(of: node)) || reading.sayMembers(of: node)
}

extension Reading {
    /// Names with what stands beside each: parts of an operation. One that gives a method and a path
    /// may tell of whatever else.
    mutating func saySections(_ entries: [LabelledBlock]) -> Bool {
        let sections = entries.map { section(MarkedText($0.name), level: scopeLevel, at: $0.range) }
        let parts = entries.map { entry -> RequestPart? in
            guard let part = RequestPart(label: entry.name) else { return nil }
            return holds(page.marked(entry.node).text.trimmedASCII, part) ? part : nil
        }
        let isWhole = parts.contains(.method) && parts.contains(.target)
        guard !entries.isEmpty,
            isWhole
                || zip(parts, sections).allSatisfy({ $0 != nil || $1.isPartOfOperation })
        else { return false }
        for (index, (entry, section)) in zip(entries, sections).enumerated() {
            if let part = parts[index] {
                let text = page.marked(entry.node).text.trimmedASCII
                _ = take(part, text, at: page.range(entry.node))
                continue
            }
            var section = section
            if section.role == .response, section.status == nil {
                section.status = openingStatus(of: entry.node)
            }
            scope(section) { $0.blocks(of: entry.node) }
        }
        return true
    }

    /// `201` of "``201 Created`` and the order".
    private func openingStatus(of field: NodeID) -> Response.Status? {
        let text = page.marked(field)
        guard let phrase = readStatus(text), phrase.range.lowerBound <= 1 else { return nil }
        return phrase.status
    }

    /// `:item: (string, required) what to send`, where a label above says that fields follow.
    fileprivate mutating func sayMembers(of list: NodeID) -> Bool {
        guard isInFieldSection else { return false }
        let construct: Construct = "section-fields"
        var fields: [Field] = []
        for entry in page.namedFields(of: list) {
            let name = Cell(text: MarkedText(entry.name), range: entry.range, node: entry.node)
            guard !entry.name.contains(" "), var field = field(named: name, construct: construct)
            else { return false }
            describe(&field, by: cell(entry.node), construct: construct)
            fields.append(field)
        }
        guard !fields.isEmpty else { return false }
        let range = page.range(list)
        say(fields, at: range, .declared, construct)
        return true
    }
}

extension Section {
    /// Whether it is a part of a call and can be nothing else.
    var isPartOfOperation: Bool {
        switch role {
        case .parameters, .requestBody, .request, .requestExample, .response, .responseFields,
            .responseHeaders, .responseExample, .statusCodes, .errors, .example:
            true
        default: false
        }
    }
}

/// A name and the blocks that stand beside or below it.
struct LabelledBlock {
    let name: String
    let range: ByteRange
    let node: NodeID
}

extension Page {
    fileprivate func namedFields(of list: NodeID) -> [LabelledBlock] {
        children(list).compactMap { child in
            guard case .field(let name) = kind(child) else { return nil }
            return LabelledBlock(name: raw(name), range: name, node: child)
        }
    }
}
