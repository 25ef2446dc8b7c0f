import APIModel
import JSONText
import SourceText

extension OpenAPIWriter {
    mutating func operation(
        _ operation: Operation, id: String, path: OpenAPIPath, renamed: [String: String]
    ) -> JSONValue {
        let parameters = parameters(of: operation, path: path, renamed: renamed)
        let permissions = operation.permissions.map { JSONValue.text($0.value.name) }
        return .object([
            "operationId": .text(id),
            "tags": operation.tags.isEmpty ? nil : .list(operation.tags.map { .text($0) }),
            "summary": operation.summary.map { .text($0.value) },
            "description": operation.description.map { .text($0.value) },
            "deprecated": operation.deprecated == nil ? nil : .flag(true),
            "servers": servers(operation.servers),
            "security": security(of: operation),
            "x-permissions": permissions.isEmpty ? nil : .list(permissions),
            "x-ordering-key": operation.orderingKey.map { .text($0.value) },
            "x-source": source(operation.path.evidence),
            "parameters": parameters.isEmpty ? nil : .list(parameters),
            "requestBody": operation.requestBody.map {
                requestBody($0, of: operation.method.value)
            },
            "responses": responses(of: operation),
        ])
    }

    /// Path parameters in the order of the path, all of them, then the others.
    private mutating func parameters(
        of operation: Operation, path: OpenAPIPath, renamed: [String: String]
    ) -> [JSONValue] {
        var values: [JSONValue] = []
        for (documented, own) in zip(path.documented, path.names) {
            let name = renamed[own] ?? own
            let known = operation.parameters.first { parameter in
                parameter.location.value == .path && parameter.name.value == documented
            }
            guard let known else {
                values.append(undocumented(name, of: operation))
                continue
            }
            values.append(parameter(known, named: name))
        }
        var seen: Set<String> = []
        for parameter in operation.parameters where parameter.location.value != .path {
            let key = "\(parameter.location.value.rawValue) \(parameter.name.value)"
            guard seen.insert(key).inserted else { continue }
            values.append(self.parameter(parameter, named: parameter.name.value))
        }
        return values
    }

    private mutating func undocumented(_ name: String, of operation: Operation) -> JSONValue {
        .object([
            "name": .text(name), "in": .text("path"), "required": .flag(true),
            "schema": .object(["type": .text("string")]),
            "x-source": source(operation.path.evidence),
        ])
    }

    private mutating func parameter(_ parameter: Parameter, named name: String) -> JSONValue {
        let isPath = parameter.location.value == .path
        return .object([
            "name": .text(parameter.isBracketed ? name + "[]" : name),
            "in": .text(parameter.location.value.rawValue),
            "description": parameter.description.map { .text($0.value) },
            "required": isPath ? .flag(true) : parameter.required.map { .flag($0.value) },
            "deprecated": parameter.deprecated == nil ? nil : .flag(true),
            "style": parameter.openAPIStyle.map { .text($0) },
            "explode": parameter.explodes.map { .flag($0) },
            "schema": schema(parameter.schema),
            "example": parameter.example?.value,
            "x-terms": terms(parameter.terms),
            "x-source": source(parameter.name.evidence),
        ])
    }

    private func terms(_ terms: [Term]) -> JSONValue? {
        if terms.isEmpty { return nil }
        return .list(
            terms.map { term in
                .object([
                    "name": .text(term.name),
                    "arguments": .list(
                        term.arguments.map { argument in
                            .object([
                                "label": argument.label.isEmpty ? nil : .text(argument.label),
                                argument.isLiteral ? "literal" : "value": .text(argument.value),
                            ])
                        }),
                    "description": .text(term.description.value),
                ])
            })
    }

    private mutating func requestBody(_ body: Body, of method: Method) -> JSONValue {
        // Where no page says, the generated server asks for what its method usually carries.
        let usual = answers == .server ? method.sendsBody : nil
        return .object([
            "description": body.description.map { .text($0.value) },
            "required": (body.required?.value ?? usual).map { .flag($0) },
            "content": content(body),
        ])
    }

    /// The same schema under each media type; examples with the first.
    private mutating func content(_ body: Body) -> JSONValue {
        let documented = body.mediaTypes.map(\.value)
        let mediaTypes = documented.isEmpty ? ["application/json"] : documented
        let schema = schema(body.schema)
        var members: [JSONValue.Member] = []
        for mediaType in mediaTypes where !members.contains(where: { $0.key == mediaType }) {
            let value = JSONValue.object([
                "schema": schema,
                "examples": members.isEmpty ? examples(body.examples) : nil,
                "encoding": encoding(of: body, as: mediaType),
            ])
            members.append(.init(key: mediaType, keyRange: .empty, value: value))
        }
        return JSONValue(.object(members))
    }

    private mutating func examples(_ examples: [Example]) -> JSONValue? {
        var members: [JSONValue.Member] = []
        for (index, example) in examples.enumerated() {
            let value = JSONValue.object([
                "summary": example.title.map { .text($0) },
                "value": example.value.node == .elision ? nil : example.value,
                "x-source": source(example.evidence),
            ])
            members.append(.init(key: "example-\(index + 1)", keyRange: .empty, value: value))
        }
        return members.isEmpty ? nil : JSONValue(.object(members))
    }
}

// MARK: Responses

extension OpenAPIWriter {
    /// One response a status: of two, the first, with what only the second has.
    private mutating func responses(of operation: Operation) -> JSONValue? {
        var united: [(key: String, response: Response)] = []
        for response in operation.responses {
            guard let key = key(response.status) else { continue }
            if let index = united.firstIndex(where: { $0.key == key }) {
                united[index].response.body = united[index].response.body ?? response.body
                united[index].response.description =
                    united[index].response.description ?? response.description
                united[index].response.headers += response.headers
            } else {
                united.append((key, response))
            }
        }
        let documented = united.map { key, response in
            JSONValue.Member(key: key, keyRange: .empty, value: self.response(response, key))
        }
        let members = addingRefusals(to: documented, of: operation)
        return members.isEmpty ? nil : JSONValue(.object(members))
    }

    private mutating func key(_ status: Fact<Response.Status>) -> String? {
        switch status.value {
        case .code(let code) where (100..<600).contains(code): return "\(code)"
        case .range(let digit) where (1...5).contains(digit): return "\(digit)XX"
        case .default: return "default"
        case .code(let code), .range(let code):
            notes.append(OpenAPINote.status(code, at: status.evidence.span))
            return nil
        }
    }

    private mutating func response(_ response: Response, _ key: String) -> JSONValue {
        let headers = headers(response.headers)
        return .object([
            "description": .text(response.description?.value ?? reasonPhrase(key)),
            "headers": headers.isEmpty ? nil : JSONValue(.object(headers)),
            "content": response.body.map { content($0) },
            "x-source": source(response.status.evidence),
        ])
    }

    /// Header names are the same in any case.
    private mutating func headers(_ headers: [Parameter]) -> [JSONValue.Member] {
        var seen: Set<String> = []
        var members: [JSONValue.Member] = []
        for header in headers where seen.insert(header.name.value.lowercased()).inserted {
            let value = JSONValue.object([
                "description": header.description.map { .text($0.value) },
                "required": header.required.map { .flag($0.value) },
                "deprecated": header.deprecated == nil ? nil : .flag(true),
                "schema": schema(header.schema),
                "example": header.example?.value,
            ])
            members.append(.init(key: header.name.value, keyRange: .empty, value: value))
        }
        return members
    }
}
