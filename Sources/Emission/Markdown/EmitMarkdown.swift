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
    var pages = [("README.md", "markdown/Index.md", markdownIndex(api))]
    for operation in api.operations {
        let types = MarkdownTypes(folder: "../types/", names: names)
        pages.append(
            (
                "operations/\(operation.id).md", "markdown/Operation.md",
                markdownOperation(operation, of: api, types)
            ))
    }
    for schema in api.schemas {
        let types = MarkdownTypes(folder: "", names: names)
        let context = markdownType(schema, uses: uses[schema.name], types: types)
        pages.append(("types/\(schema.name).md", "markdown/Type.md", context))
    }
    var files: [OutputFile] = []
    var notes: [Diagnostic] = []
    for (path, template, context) in pages {
        let (bytes, found) = render(template, of: templates, with: context, mode: .generator)
        notes += found
        files.append(OutputFile(path: path, bytes: bytes))
    }
    return (files, notes)
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
