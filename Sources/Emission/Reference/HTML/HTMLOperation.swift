import APIModel
import Mustache

/// One operation: prose and tables, then samples.
func context(of entry: ReferenceOperation) -> TemplateObject {
    let operation = entry.operation
    var object: TemplateObject = [
        "title": HTMLText(entry.title).value,
        "anchor": HTMLText(entry.anchor).value,
        "method": HTMLText(operation.method.value.rawValue).value,
        "methodClass": HTMLText(operation.method.value.rawValue.lowercased()).value,
        "path": path(operation.path.value),
        "description": HTMLProse(operation.description?.value ?? "").value,
        "isDeprecated": .boolean(operation.deprecated != nil),
        "deprecated": HTMLProse(operation.deprecated?.value ?? "").inline,
        "notes": .list(
            operation.externalNotes.map { .object(["text": HTMLText($0.value).value]) }),
        "hasChanges": .boolean(!entry.changes.isEmpty),
        "changes": .list(entry.changes.map { .object(context(of: $0)) }),
        "parameters": .list(entry.parameters.map { .object(parameters($0)) }),
        "request": entry.request.map { .object(body($0)) } ?? .absent,
        "hasResponses": .boolean(!entry.responses.isEmpty),
        "responses": .list(entry.responses.map { .object(response($0)) }),
    ]
    addFacts(of: entry, to: &object)
    addSamples(of: entry, to: &object)
    object.add(SourceList(of: entry))
    return object
}

private func path(_ path: PathTemplate) -> TemplateValue {
    .list(
        path.parts.map { part in
            switch part {
            case .literal(let text):
                .object(["isPlaceholder": .boolean(false), "text": HTMLText(text).value])
            case .placeholder(let name):
                .object(["isPlaceholder": .boolean(true), "text": HTMLText("{\(name)}").value])
            }
        })
}

/// Server, security and permissions.
private func addFacts(of entry: ReferenceOperation, to object: inout TemplateObject) {
    let operation = entry.operation
    let hasNone =
        operation.servers.isEmpty && entry.schemes.isEmpty && operation.permissions.isEmpty
    object["hasFacts"] = .boolean(!hasNone)
    object["hasServers"] = .boolean(!operation.servers.isEmpty)
    object["servers"] = .list(operation.servers.map { .object(context(of: $0.value)) })
    object["hasSchemes"] = .boolean(!entry.schemes.isEmpty)
    object["schemes"] = .list(entry.schemes.map { .object(context(of: $0)) })
    object["hasPermissions"] = .boolean(!operation.permissions.isEmpty)
    object["permissions"] = .list(
        operation.permissions.map { permission in
            .object([
                "name": HTMLText(permission.value.name).value,
                "description": HTMLProse(permission.value.description ?? "").inline,
            ])
        })
}

private func parameters(_ parameters: ReferenceParameters) -> TemplateObject {
    let title =
        switch parameters.location {
        case .path: "Path parameters"
        case .query: "Query parameters"
        case .header: "Headers"
        case .cookie: "Cookies"
        }
    return ["title": HTMLText(title).value, "rows": rows(parameters.rows)]
}

private func body(_ entry: ReferenceBody) -> TemplateObject {
    [
        "type": typeName(entry.type),
        "isRequired": .boolean(entry.body.required?.value == true),
        "isNullable": .boolean(entry.body.schema.nullable?.value == true),
        "mediaTypes": .list(
            entry.body.mediaTypes.map { .object(["text": HTMLText($0.value).value]) }),
        "bodyDescription": HTMLProse(
            entry.body.description?.value ?? entry.body.schema.description?.value ?? ""
        ).inline,
        "hasRows": .boolean(!entry.rows.isEmpty),
        "rows": rows(entry.rows),
    ]
}

private func response(_ entry: ReferenceResponse) -> TemplateObject {
    let isPhrase = entry.description == entry.phrase
    return [
        "anchor": HTMLText(entry.anchor).value,
        "status": HTMLText(entry.status).value,
        "kind": HTMLText(statusKind(entry.status)).value,
        "phrase": HTMLText(entry.phrase).value,
        // A page that says no more than the RFC has said enough.
        "description": HTMLProse(isPhrase ? "" : entry.description ?? "").value,
        "hasHeaders": .boolean(!entry.headers.isEmpty),
        "headers": .object(["rows": rows(entry.headers)]),
        "body": entry.body.map { .object(body($0)) } ?? .absent,
        "isBare": .boolean(entry.body == nil && (entry.description ?? "").isEmpty),
    ]
}

/// What the colour of a status says.
private func statusKind(_ status: String) -> String {
    switch status.utf8.first {
    case 0x31, 0x32: "good"
    case 0x33: "elsewhere"
    case 0x34, 0x35: "bad"
    default: "other"
    }
}

/// Calls in all languages, the body that is sent, and the answers that pages show.
private func addSamples(of entry: ReferenceOperation, to object: inout TemplateObject) {
    let calls = entry.samples.map { sample in
        TemplateValue.object([
            "key": HTMLText(sample.language.key).value,
            "title": HTMLText(sample.language.title).value,
            "text": HTMLContent(sample.text).value,
        ])
    }
    let answers = entry.responses.filter { $0.body?.examples.isEmpty == false }.map { response in
        TemplateValue.object([
            "status": HTMLText(response.status).value,
            "kind": HTMLText(statusKind(response.status)).value,
            "phrase": HTMLText(response.phrase).value,
            "examples": .list(
                (response.body?.examples ?? []).map { .object(context(of: $0)) }),
        ])
    }
    object["hasSamples"] = .boolean(!calls.isEmpty || !answers.isEmpty)
    object["hasCalls"] = .boolean(!calls.isEmpty)
    object["calls"] = .list(calls)
    object["hasAnswers"] = .boolean(!answers.isEmpty)
    object["answers"] = .list(answers)
}
