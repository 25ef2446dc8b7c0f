import APIModel
import Mustache

/// What the page of an operation is made from.
func markdownOperation(_ operation: Operation, of api: APIDescription, _ types: MarkdownTypes)
    -> TemplateObject
{
    let request = MarkdownText.code(
        operation.method.value.rawValue + " " + operation.path.value.text)
    let summary = operation.summary?.value
    return [
        "id": MarkdownText.scalar(operation.id).value,
        "tag": optional(operation.tags.first, MarkdownText.scalar),
        "position": optional(operation.orderingKey?.value, MarkdownText.scalar),
        "deprecated": optional(operation.deprecated?.value) { text in
            text.isEmpty ? MarkdownText("true") : .scalar(text)
        },
        "title": (summary.map { .prose($0) } ?? request).value,
        // A heading with method and path needs no line of them.
        "request": summary == nil ? .absent : request.value,
        "servers": .list(operation.servers.map { MarkdownText.code($0.value.url).value }),
        "description": optional(operation.description?.value, MarkdownText.prose),
        // Alone it would be the description.
        "deprecation": operation.description == nil
            ? .absent : optional(operation.deprecated?.value.nonempty, MarkdownText.prose),
        "security": security(of: operation, in: api).value,
        "permissions": permissions(of: operation).value,
        "parameters": .list(parameters(of: operation, types)),
        "requestBody": operation.requestBody.map { .object(messageBody($0, types)) } ?? .absent,
        "responses": responses(of: operation, types).value,
        "responseDetails": .list(operation.responses.compactMap { details(of: $0, types) }),
    ]
}

extension String {
    fileprivate var nonempty: String? { isEmpty ? nil : self }
}

func optional(_ text: String?, _ sink: (String) -> MarkdownText) -> TemplateValue {
    text.map { sink($0).value } ?? .absent
}

// MARK: Access

private func security(of operation: Operation, in api: APIDescription) -> MarkdownTable {
    let names = operation.security.map(\.value)
    return markdownSecurity(
        names.compactMap { name in api.securitySchemes.first { $0.name == name } })
}

func markdownSecurity(_ schemes: [SecurityScheme]) -> MarkdownTable {
    var table = MarkdownTable(
        [MarkdownText("Scheme"), MarkdownText("Credential"), MarkdownText("Description")], fixed: 2)
    for scheme in schemes {
        table.add([
            .code(scheme.name), credential(scheme.kind.value),
            .prose(scheme.description?.value ?? ""),
        ])
    }
    return table
}

private func credential(_ kind: SecurityScheme.Kind) -> MarkdownText {
    switch kind {
    case .bearer: MarkdownText("bearer token")
    case .basic: MarkdownText("basic authentication")
    case .digest: MarkdownText("digest authentication")
    case .header(let name, let prefix) where prefix.isEmpty:
        .joined([MarkdownText("header "), .code(name)])
    case .header(let name, let prefix):
        .joined([MarkdownText("header "), .code(name + ": " + prefix + "\u{2026}")])
    case .query(let name): .joined([MarkdownText("query parameter "), .code(name)])
    case .cookie(let name): .joined([MarkdownText("cookie "), .code(name)])
    case .other(let words): .prose(words)
    }
}

private func permissions(of operation: Operation) -> MarkdownTable {
    var table = MarkdownTable([MarkdownText("Permission"), MarkdownText("Description")], fixed: 2)
    for permission in operation.permissions {
        table.add([
            .code(permission.value.name), .prose(permission.value.description ?? ""),
        ])
    }
    return table
}

// MARK: Messages

/// A section for each place that parameters go to, in the order of the first of each; one for all
/// where that would change their order.
private func parameters(of operation: Operation, _ types: MarkdownTypes) -> [TemplateValue] {
    var places: [Parameter.Location] = []
    for parameter in operation.parameters where !places.contains(parameter.location.value) {
        places.append(parameter.location.value)
    }
    let groups = places.map { place in
        (title(of: place), operation.parameters.filter { $0.location.value == place })
    }
    let isSorted = groups.flatMap(\.1) == operation.parameters
    let sections = isSorted ? groups : [(MarkdownText("Parameters"), operation.parameters)]
    return sections.filter { !$0.1.isEmpty }.map { title, parameters in
        let fields = parameters.map { MarkdownField($0, isPlaced: !isSorted) }
        let table = markdownFields(MarkdownText("Parameter"), fields, types)
        return .object(["title": title.value, "table": table.value])
    }
}

private func title(of location: Parameter.Location) -> MarkdownText {
    switch location {
    case .path: MarkdownText("Path parameters")
    case .query: MarkdownText("Query parameters")
    case .header: MarkdownText("Header parameters")
    case .cookie: MarkdownText("Cookie parameters")
    }
}

private func messageBody(_ body: Body, _ types: MarkdownTypes) -> TemplateObject {
    var table = MarkdownTable(bodyColumns, fixed: 2)
    table.add([
        types.text(body.schema.shape.value), mediaTypes(of: body), word(body.required?.value),
        word(body.schema.nullable?.value), code(body.schema.defaultValue?.value),
        example(body.schema.example?.value, body.schema),
        .prose((body.description ?? body.schema.description)?.value ?? ""),
    ])
    return ["table": table.value, "samples": samples(of: body)]
}

private let bodyColumns = [
    MarkdownText("Type"), MarkdownText("Media type"), MarkdownText("Required"),
    MarkdownText("Nullable"), MarkdownText("Default"), MarkdownText("Example"),
    MarkdownText("Description"),
]

private func mediaTypes(of body: Body) -> MarkdownText {
    .joined(body.mediaTypes.map { .code($0.value) }, by: ", ")
}

private func samples(of body: Body) -> TemplateValue {
    .list(
        body.examples.map { example in
            let bytes = markdownSample(example.value, isPartial: example.isPartial)
            return MarkdownText.block(bytes, language: "json", title: example.title).value
        })
}

private func responses(of operation: Operation, _ types: MarkdownTypes) -> MarkdownTable {
    var table = MarkdownTable(
        [
            MarkdownText("Status"), MarkdownText("Type"), MarkdownText("Media type"),
            MarkdownText("Description"),
        ], fixed: 1)
    for response in operation.responses {
        table.add([
            .code(response.status.value.text),
            response.body.map { types.text($0.schema.shape.value) } ?? .empty,
            response.body.map(mediaTypes) ?? .empty,
            .prose(response.description?.value ?? ""),
        ])
    }
    return table
}

/// What does not fit into a row of the table of statuses.
private func details(of response: Response, _ types: MarkdownTypes) -> TemplateValue? {
    let body = response.body
    let saysMore =
        body?.required != nil || body?.schema.defaultValue != nil || body?.schema.nullable != nil
        || body?.schema.example != nil
        || body?.schema.shape.value.elementExample != nil || body?.schema.description != nil
        || body?.description != nil
    guard saysMore || !response.headers.isEmpty || body?.examples.isEmpty == false else {
        return nil
    }
    let headers = markdownFields(
        MarkdownText("Header"), response.headers.map { MarkdownField($0) }, types)
    let parts = body.map { messageBody($0, types) }
    return .object([
        "status": MarkdownText.prose(response.status.value.text).value,
        "table": saysMore ? parts?["table"] ?? .absent : .absent,
        "headers": headers.value,
        "samples": parts?["samples"] ?? .list([]),
    ])
}
