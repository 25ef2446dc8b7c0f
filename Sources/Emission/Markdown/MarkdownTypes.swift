import APIModel
import JSONText

/// Types as words, with links to the pages of the types that have a name.
struct MarkdownTypes {
    /// The way to the folder of types from the page that is written.
    let folder: StaticString
    let names: Set<String>

    func text(_ shape: Shape) -> MarkdownText {
        switch shape {
        case .unknown: MarkdownText("any")
        case .boolean: MarkdownText("boolean")
        case .integer: MarkdownText("integer")
        case .number: MarkdownText("number")
        case .decimal: MarkdownText("decimal")
        case .string(.plain): MarkdownText("string")
        case .string(let format):
            .joined([MarkdownText("string ("), .prose(format.rawValue), MarkdownText(")")])
        case .array(let items): container(MarkdownText("array"), of: items)
        case .dictionary(let values) where values.shape.value == .unknown: MarkdownText("object")
        case .dictionary(let values): container(MarkdownText("dictionary"), of: values)
        case .reference(let name): link(name)
        case .unresolved(let name): .prose(name)
        }
    }

    /// One of several: lists with their mark behind them, so that the next alternative is not
    /// taken for an element.
    func alternatives(_ schemas: [Schema]) -> MarkdownText {
        let head = schemas.dropLast().map { alternative($0.shape.value) }
        return .joined(head + schemas.suffix(1).map { text($0.shape.value) }, by: " or ")
    }

    private func alternative(_ shape: Shape) -> MarkdownText {
        switch shape {
        case .array(let items):
            .joined([alternative(items.shape.value), MarkdownText("\\[\\]")])
        case .dictionary(let values):
            .joined([
                MarkdownText("map&lt;string, "), alternative(values.shape.value), MarkdownText(">"),
            ])
        case .unknown, .boolean, .integer, .number, .decimal, .string, .reference, .unresolved:
            text(shape)
        }
    }

    private func container(_ word: MarkdownText, of schema: Schema) -> MarkdownText {
        let shape = schema.shape.value
        if shape == .unknown { return word }
        let null = schema.nullable?.value == true ? MarkdownText("nullable ") : .empty
        return .joined([word, MarkdownText(" of "), null, text(shape)])
    }

    func link(_ name: String) -> MarkdownText {
        guard names.contains(name) else { return .prose(name) }
        return .link(
            name, to: MarkdownPath(folder: folder, name: name), fragment: name.lowercased())
    }
}
