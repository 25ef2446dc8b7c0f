import APIModel
import Mustache

/// What the index is made from: servers, ways to authenticate, operations by tag, types.
func markdownIndex(_ api: APIDescription) -> TemplateObject {
    [
        "title": MarkdownText.prose(api.title?.value ?? api.name).value,
        "description": optional(api.description?.value, MarkdownText.prose),
        "servers": .list(
            api.servers.map { server in
                .object([
                    "url": MarkdownText.code(server.value.url).value,
                    "description": optional(server.value.description, MarkdownText.prose),
                ])
            }),
        "security": markdownSecurity(api.securitySchemes).value,
        "groups": .list(groups(of: api)),
        "types": .list(api.schemas.map { .object(["link": typeLink($0)]) }),
        "hasTypes": .boolean(!api.schemas.isEmpty),
    ]
}

func typeLink(_ schema: NamedSchema) -> TemplateValue {
    MarkdownText.link(schema.name, to: MarkdownPath(folder: "types/", name: schema.name)).value
}

/// Operations below their first tag, in the order in which the tags come up; those without one
/// below none.
func operationsByTag(_ api: APIDescription) -> [(tag: String, operations: [Operation])] {
    var tags: [String] = []
    var byTag: [String: [Operation]] = [:]
    for operation in api.operations {
        let tag = operation.tags.first ?? ""
        if byTag[tag] == nil { tags.append(tag) }
        byTag[tag, default: []].append(operation)
    }
    return tags.map { ($0, byTag[$0] ?? []) }
}

private func groups(of api: APIDescription) -> [TemplateValue] {
    operationsByTag(api).map { tag, operations in
        var table = MarkdownTable([MarkdownText("Operation"), MarkdownText("Call")], fixed: 2)
        for operation in operations {
            let path = MarkdownPath(folder: "operations/", name: operation.id)
            let call = operation.method.value.rawValue + " " + operation.path.value.text
            table.add([.link(operation.summary?.value ?? operation.id, to: path), .code(call)])
        }
        return .object([
            "title": tag.isEmpty ? .absent : MarkdownText.prose(tag).value, "table": table.value,
        ])
    }
}
