import APIModel
import Mustache
import SourceText

/// The API description as pages in Markdown: an index, a page an operation and a page a type.
///
/// They are pages of the kind that this tool reads: what is read of them is the same description.
package func emitMarkdown(
    _ api: APIDescription, with templates: TemplateSet
) -> (files: [OutputFile], notes: [Diagnostic]) {
    let names = Set(api.schemas.map(\.name))
    let uses = UsesOfTypes(api)
    var rendered = RenderedFiles(templates)
    rendered.add("README.md", from: "markdown/Index.md", markdownIndex(api))
    for operation in api.operations {
        let types = MarkdownTypes(folder: "../types/", names: names)
        rendered.add(
            "operations/\(operation.id).md", from: "markdown/Operation.md",
            markdownOperation(operation, of: api, types))
    }
    for schema in api.schemas {
        let types = MarkdownTypes(folder: "", names: names)
        rendered.add(
            "types/\(schema.name).md", from: "markdown/Type.md",
            markdownType(schema, uses: uses[schema.name], types: types))
    }
    return (rendered.files, rendered.notes)
}

/// Which operations have a type for a body or a parameter, or lists of it.
struct UsesOfTypes {
    private var operations: [String: [Operation]] = [:]

    init(_ api: APIDescription) {
        for operation in api.operations {
            var seen: Set<String> = []
            let bodies = [operation.requestBody] + operation.responses.map(\.body)
            for schema in bodies.compactMap({ $0?.schema }) + operation.parameters.map(\.schema) {
                guard let name = schema.shape.value.namedType, seen.insert(name).inserted else {
                    continue
                }
                operations[name, default: []].append(operation)
            }
        }
    }

    subscript(name: String) -> [Operation] { operations[name] ?? [] }
}

extension Shape {
    /// The type with a name that it is, or holds.
    var namedType: String? {
        switch self {
        case .reference(let name): name
        case .array(let schema), .dictionary(let schema): schema.shape.value.namedType
        case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved: nil
        }
    }
}
