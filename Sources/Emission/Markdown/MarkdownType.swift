import APIModel
import Mustache

/// What the page of a type is made from.
func markdownType(
    _ schema: NamedSchema, uses: [Operation], types: MarkdownTypes
) -> TemplateObject {
    var table = MarkdownTable([MarkdownText("Type"), MarkdownText("Description")], fixed: 1)
    var fields = MarkdownTable([], fixed: 0)
    var values = MarkdownTable(
        [MarkdownText("Value"), MarkdownText("Name"), MarkdownText("Description")], fixed: 1)
    switch schema.definition {
    case .object(let object):
        let others = object.additionalProperties.map(MarkdownField.init(others:))
        let members = object.properties.map(MarkdownField.init) + (others.map { [$0] } ?? [])
        fields = markdownFields(MarkdownText("Property"), members, types)
    case .enumeration(let enumeration):
        table.add([
            MarkdownText(enumeration.base == .integer ? "integer" : "string"),
            .prose(schema.description?.value ?? ""),
        ])
        for value in enumeration.values { values.add(row(of: value)) }
    case .union(let schemas):
        table.add([types.alternatives(schemas), .prose(schema.description?.value ?? "")])
    }
    return [
        "title": MarkdownText.prose(schema.name).value,
        "table": table.value,
        "fields": fields.value,
        "values": values.value,
        "isUsed": .boolean(!uses.isEmpty),
        "uses": .list(
            uses.enumerated().map { index, operation in
                .object([
                    "comma": .boolean(index > 0),
                    "link": MarkdownText.link(
                        operation.summary?.value ?? operation.id,
                        to: MarkdownPath(folder: "../operations/", name: operation.id)
                    ).value,
                ])
            }),
    ]
}

private func row(of value: EnumerationValue) -> [MarkdownText] {
    [
        .code(value.value.value), value.name.map { .code($0.value) } ?? .empty,
        .prose(value.description?.value ?? ""),
    ]
}
