import APIModel
import Mustache
import SourceText

/// The pages in Markdown, and `llms.txt` that lists them for programs which read text.
package func emitLLMs(
    _ api: APIDescription, with templates: TemplateSet
) -> (files: [OutputFile], notes: [Diagnostic]) {
    let (pages, notes) = emitMarkdown(api, with: templates)
    var rendered = RenderedFiles(templates)
    rendered.add("llms.txt", from: "markdown/llms.txt", contents(of: api))
    return (rendered.files + pages, notes + rendered.notes)
}

private func contents(of api: APIDescription) -> TemplateObject {
    [
        "title": MarkdownText.prose(api.title?.value ?? api.name).value,
        "count": MarkdownText(api.operations.count).value,
        "description": optional(api.description?.value, MarkdownText.prose),
        "servers": .list(api.servers.map { MarkdownText.code($0.value.url).value }),
        "groups": .list(groups(of: api)),
        "types": .list(api.schemas.map { .object(["link": typeLink($0)]) }),
        "hasTypes": .boolean(!api.schemas.isEmpty),
    ]
}

/// A section a tag, in the order in which the tags come up.
private func groups(of api: APIDescription) -> [TemplateValue] {
    operationsByTag(api).map { tag, operations in
        .object([
            "title": (tag.isEmpty ? MarkdownText("Operations") : .prose(tag)).value,
            "operations": .list(
                operations.map { operation in
                    let path = MarkdownPath(folder: "operations/", name: operation.id)
                    let call = operation.method.value.rawValue + " " + operation.path.value.text
                    return .object([
                        "link": MarkdownText.link(
                            operation.summary?.value ?? operation.id, to: path
                        ).value,
                        "call": MarkdownText.code(call).value,
                    ])
                }),
        ])
    }
}
