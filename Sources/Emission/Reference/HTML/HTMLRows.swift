import APIModel
import Mustache

/// The rows of a table, each with the rows below it.
func rows(_ rows: [ReferenceRow]) -> TemplateValue {
    .list(rows.map { .object(context(of: $0)) })
}

private func context(of row: ReferenceRow) -> TemplateObject {
    [
        "name": HTMLName(row.name).value,
        "rowAnchor": row.anchor.map { .object(["text": HTMLText($0).value]) } ?? .absent,
        "isRequired": .boolean(row.isRequired == true),
        "isReadOnly": .boolean(row.isReadOnly),
        "isDeprecated": .boolean(row.deprecated != nil),
        "type": typeName(row.type),
        "isNullable": .boolean(row.isNullable == true),
        "description": HTMLProse(row.description ?? "").inline,
        "deprecated": HTMLProse(row.deprecated ?? "").inline,
        "facts": facts(of: row),
        "hasValues": .boolean(!row.values.isEmpty),
        "values": values(row.values),
        "hasTerms": .boolean(!row.terms.isEmpty),
        "terms": terms(row.terms),
        "hasRows": .boolean(!row.rows.isEmpty),
        "rows": rows(row.rows),
    ]
}

/// Default, limits and example, a line each.
private func facts(of row: ReferenceRow) -> TemplateValue {
    var facts: [TemplateValue] = []
    func add(_ label: String, _ value: String?) {
        guard let value else { return }
        let code: TemplateValue = .object(["text": HTMLText(value).value])
        facts.append(.object(["words": HTMLProse(label).inline, "code": code]))
    }
    add("Default", row.defaultValue)
    add("Example", row.example)
    if !row.limits.isEmpty {
        let words = HTMLProse(sentence(row.limits.joined(separator: ", "))).inline
        facts.insert(.object(["words": words, "code": .absent]), at: 0)
    }
    return .list(facts)
}

private func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
}

func values(_ values: [ReferenceValue]) -> TemplateValue {
    .list(
        values.map { value in
            .object([
                "value": HTMLText(value.value).value,
                "name": HTMLProse(value.name ?? "").inline,
                "meaning": HTMLProse(value.description ?? "").inline,
            ])
        })
}

private func terms(_ terms: [Term]) -> TemplateValue {
    .list(
        terms.map { term in
            .object([
                "form": HTMLText(form(of: term)).value,
                "meaning": HTMLProse(term.description.value).inline,
            ])
        })
}

/// `has: 2FA`, or `access(project: project, with: role)`.
private func form(of term: Term) -> String {
    let arguments = term.arguments.map { argument in
        argument.label.isEmpty ? argument.value : "\(argument.label): \(argument.value)"
    }
    guard term.arguments.contains(where: { !$0.label.isEmpty }) else {
        return "\(term.name): \(arguments.joined(separator: ", "))"
    }
    return "\(term.name)(\(arguments.joined(separator: ", ")))"
}

/// The words of a type, those that have an entry as links.
func typeName(_ type: ReferenceTypeName) -> TemplateValue {
    .list(type.words.map { .object(context(of: ReferenceLink(text: $0.text, anchor: $0.anchor))) })
}

func context(of example: ReferenceExample) -> TemplateObject {
    [
        "title": HTMLProse(example.title ?? "").inline,
        "text": HTMLContent(example.text).value,
    ]
}

/// One type: its members or values, and who uses it.
func context(of entry: ReferenceType) -> TemplateObject {
    var object: TemplateObject = [
        "name": HTMLText(entry.schema.name).value,
        "anchor": HTMLText(entry.anchor).value,
        "kind": HTMLText(kind(of: entry.schema.definition)).value,
        "documentedName": documentedName(of: entry.schema),
        "description": HTMLProse(entry.schema.description?.value ?? "").value,
        "hasRows": .boolean(!entry.rows.isEmpty),
        "rows": rows(entry.rows),
        "others": entry.others.map { .object(["type": typeName($0)]) } ?? .absent,
        "hasValues": .boolean(!entry.values.isEmpty),
        "values": values(entry.values),
        "hasChoices": .boolean(!entry.choices.isEmpty),
        "choices": .list(entry.choices.map { .object(["type": typeName($0)]) }),
        "hasUses": .boolean(!entry.uses.isEmpty),
        "uses": .list(entry.uses.map { .object(context(of: $0)) }),
        "hasExamples": .boolean(!entry.examples.isEmpty),
        "examples": .list(entry.examples.map { .object(context(of: $0)) }),
    ]
    object.add(SourceList(of: entry))
    return object
}

private func kind(of definition: NamedSchema.Definition) -> String {
    switch definition {
    case .object: "Object"
    case .enumeration(let enumeration): "Enumeration of \(enumeration.base.rawValue)s"
    case .union: "One of several types"
    }
}

private func documentedName(of schema: NamedSchema) -> TemplateValue {
    guard let name = schema.documentedName?.value, name != schema.name else { return .absent }
    return .object(["text": HTMLText(name).value])
}
