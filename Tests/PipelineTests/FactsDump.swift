import APIModel

/// The facts of an API as a person would note them, one a line, without evidence: short enough to
/// be written by hand before anything reads the page.
///
///     GET /users/{id}
///     path id: integer required
///     query fields: string optional
///     200: object
///     200 name: string nullable
func facts(_ api: APIDescription) -> String {
    var lines: [String] = []
    lines += api.servers.map { server in
        "server \(server.value.url)" + (server.value.description.map { ": \($0)" } ?? "")
    }
    lines += api.securitySchemes.map { "security \(text($0.kind.value))" }
    for operation in api.operations {
        lines += facts(operation, in: api)
    }
    return lines.map { $0 + "\n" }.joined()
}

private func facts(_ operation: Operation, in api: APIDescription) -> [String] {
    var lines = ["\(operation.method.value.rawValue) \(operation.path.value.text)"]
    lines += operation.servers.map { "at \($0.value.url)" }
    if operation.deprecated != nil { lines.append("deprecated") }
    lines += operation.permissions.map { "permission \($0.value.name)" }
    for parameter in operation.parameters {
        lines += facts(
            parameter.schema,
            called: "\(parameter.location.value.rawValue) \(parameter.name.value)",
            required: parameter.required, in: api)
        if parameter.deprecated != nil { lines[lines.count - 1] += " deprecated" }
        if let style = parameter.listStyle {
            let place = "\(parameter.location.value.rawValue) \(parameter.name.value)"
            lines.append("\(place) as \(style.value.rawValue)")
        }
        lines += parameter.terms.map { "  term \($0.name)" }
    }
    if let body = operation.requestBody {
        lines += facts(body.schema, called: "body", required: body.required, in: api)
        lines += mediaTypes(of: body, called: "body")
    }
    for response in operation.responses {
        let status = text(response.status.value)
        lines += response.headers.flatMap { header in
            facts(header.schema, called: "\(status) header \(header.name.value)", in: api)
        }
        guard let body = response.body else {
            lines.append(status)
            continue
        }
        lines += facts(body.schema, called: status, in: api)
        lines += mediaTypes(of: body, called: status)
    }
    return lines
}

private func mediaTypes(of body: Body, called name: String) -> [String] {
    let types = body.mediaTypes.map(\.value)
    return types == ["application/json"] ? [] : ["\(name) as \(types.joined(separator: ", "))"]
}

private func facts(
    _ schema: Schema, called name: String, required: Fact<Bool>? = nil, in api: APIDescription
) -> [String] {
    outline(schema, in: api).map { place in
        var words = [place.shape]
        if place.isNullable { words.append("nullable") }
        if let required = place.path.isEmpty ? required.stated : place.isRequired {
            words.append(required ? "required" : "optional")
        }
        if let value = place.defaultValue { words.append("= \(value)") }
        let path = place.path.isEmpty ? "" : " " + place.path
        return "\(name)\(path): \(words.joined(separator: " "))"
    }
}

private func text(_ status: Response.Status) -> String {
    switch status {
    case .code(let code): "\(code)"
    case .range(let digit): "\(digit)XX"
    case .default: "default"
    }
}

private func text(_ kind: SecurityScheme.Kind) -> String {
    switch kind {
    case .bearer: "bearer"
    case .basic: "basic"
    case .digest: "digest"
    case .header(let name, let prefix):
        prefix.isEmpty ? "header \(name)" : "header \(name): \(prefix)…"
    case .query(let name): "query \(name)"
    case .cookie(let name): "cookie \(name)"
    case .other(let text): "other \(text)"
    }
}
