import APIModel
import JSONText

/// What a row of a table of fields says: a parameter, a header or a member.
struct MarkdownField {
    let name: MarkdownText
    let schema: Schema
    var required: Bool?
    var description: String?
    var deprecated: String?
    var isReadOnly: Bool?
    var example: JSONValue?
    var listStyle: ListStyle?

    /// Where it goes, unless the section says so.
    var location: Parameter.Location?

    init(_ parameter: Parameter, isPlaced: Bool = false) {
        location = isPlaced ? parameter.location.value : nil
        name = .code(parameter.name.value)
        schema = parameter.schema
        required = parameter.location.value == .path ? nil : parameter.required?.value
        description = parameter.description?.value ?? parameter.schema.description?.value
        deprecated = parameter.deprecated?.value
        listStyle = parameter.listStyle?.value
        example = (parameter.example ?? parameter.schema.example)?.value
    }

    init(_ property: Property) {
        name = .code(property.name.value)
        schema = property.schema
        required = property.required?.value
        description = property.schema.description?.value
        deprecated = property.deprecated?.value
        isReadOnly = property.readOnly?.value
        example = property.schema.example?.value
    }

    /// Members that have no documented name.
    init(others schema: Schema) {
        name = MarkdownText("**additionalProperties**")
        self.schema = schema
        description = schema.description?.value
        example = schema.example?.value
    }
}

/// A table with a row a field.
func markdownFields(_ title: MarkdownText, _ fields: [MarkdownField], _ types: MarkdownTypes)
    -> MarkdownTable
{
    var table = MarkdownTable([title] + fieldColumns, fixed: 2)
    for field in fields {
        table.add([field.name] + cells(of: field, types))
    }
    return table
}

private let fieldColumns = [
    MarkdownText("Type"), MarkdownText("List style"), MarkdownText("In"), MarkdownText("Required"),
    MarkdownText("Nullable"),
    MarkdownText("Read-only"), MarkdownText("Deprecated"), MarkdownText("Default"),
    MarkdownText("Example"), MarkdownText("Minimum"), MarkdownText("Maximum"),
    MarkdownText("Minimum length"), MarkdownText("Maximum length"), MarkdownText("Pattern"),
    MarkdownText("Description"),
]

private func cells(of field: MarkdownField, _ types: MarkdownTypes) -> [MarkdownText] {
    let schema = field.schema
    let limits = schema.constraints
    return [
        types.text(schema.shape.value),
        field.listStyle.map { .prose($0.rawValue) } ?? .empty,
        field.location.map { .prose($0.rawValue) } ?? .empty,
        word(field.required),
        word(schema.nullable?.value),
        word(field.isReadOnly),
        field.deprecated.map { $0.isEmpty ? MarkdownText("yes") : .prose($0) } ?? .empty,
        code(schema.defaultValue?.value),
        example(field.example, schema),
        code(limits.minimum?.value),
        code(limits.maximum?.value),
        limits.minimumLength.map { MarkdownText($0.value) } ?? .empty,
        limits.maximumLength.map { MarkdownText($0.value) } ?? .empty,
        code(limits.pattern?.value),
        .prose(field.description ?? ""),
    ]
}

extension Shape {
    /// An example of a list or a dictionary, where one of its elements is known.
    var elementExample: JSONValue? {
        switch self {
        case .array(let items):
            JSONValue.nonempty([items.example?.value, items.shape.value.elementExample])
        case .dictionary(let values):
            (values.example?.value ?? values.shape.value.elementExample)
                .map { .object(["\u{2026}": $0]) }
        case .unknown, .boolean, .integer, .number, .decimal, .string, .reference, .unresolved: nil
        }
    }
}

extension JSONValue {
    fileprivate static func nonempty(_ values: [JSONValue?]) -> JSONValue? {
        let known = values.compactMap { $0 }
        return known.isEmpty ? nil : .list(known)
    }
}

/// Examples of a place and of what it holds.
func example(_ own: JSONValue?, _ schema: Schema) -> MarkdownText {
    guard let inner = schema.shape.value.elementExample else { return code(own) }
    return .joined([own, inner].compactMap { $0 }.map(json), by: ", ")
}

private func json(_ value: JSONValue) -> MarkdownText {
    .code(String(decoding: writeCompactJSON(value), as: UTF8.self))
}

func word(_ flag: Bool?) -> MarkdownText {
    switch flag {
    case true?: MarkdownText("yes")
    case false?: MarkdownText("no")
    case nil: .empty
    }
}

private func code(_ text: String?) -> MarkdownText {
    text.map { .code($0) } ?? .empty
}

/// A value in a cell: text as it is where nothing takes it for something else, JSON otherwise.
func code(_ value: JSONValue?) -> MarkdownText {
    guard let value else { return .empty }
    if case .string(let text) = value.node, !text.needsQuotes { return .code(text) }
    return json(value)
}

extension String {
    fileprivate var needsQuotes: Bool {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return true }
        if first.properties.isWhitespace || last.properties.isWhitespace { return true }
        switch self {
        case "true", "false", "null", "-", "\u{2013}": return true
        default: break
        }
        return unicodeScalars.contains("\n") || isJSONNumber(self)
            || first == "\"" || first == "[" || first == "{"
    }
}
