import APIModel
import JSONText

/// A call of the generated client, with what it cannot do without.
func swiftSample(_ operation: SwiftOperation, _ call: SampleCall, in swift: SwiftAPI) -> String {
    let input = InputContext(operation, in: swift)
    var arguments: [SwiftExpression.Argument] = []
    var lines = swift.clientLines(for: operation.operation)
    for (index, field) in input.fields.enumerated() {
        let value = swift.value(of: index, operation, call)
        if field.isOmissible && (index < operation.operation.parameters.count || value == nil) {
            continue
        }
        if value == nil {
            lines.append("let content = try Data(contentsOf: URL(fileURLWithPath: \"body\"))")
        }
        let isStreamed = operation.operation.requestBody?.isStreamed == true
        let content = isStreamed ? "ByteStream(content)" : "content"
        arguments.append(
            .init(label: field.name.argumentLabel, value: value ?? .code(content)))
    }
    let method = SwiftExpression.call(
        "try await client.\(operation.method.code)", arguments)
    let hasSuccess = operation.operation.responses.contains { $0.status.value.isSuccess }
    lines.append(
        "let answer = " + method.text(indentation: 0, from: 13) + (hasSuccess ? ".get()" : ""))
    return lines.joined(separator: "\n")
}

extension SwiftAPI {
    /// What stands for a field of an operation's input; `nil` for a body that is not JSON.
    fileprivate func value(
        of index: Int, _ operation: SwiftOperation, _ call: SampleCall
    ) -> SwiftExpression? {
        let parameters = operation.operation.parameters
        guard index < parameters.count else {
            guard let body = operation.operation.requestBody,
                let value = call.body ?? (call.form == nil ? nil : sampleBody(body))
            else { return nil }
            return expression(value, body.schema)
                ?? expression(synthesized(body.schema), body.schema)
        }
        let parameter = parameters[index]
        let value = sampleValue(of: parameter)
        let (type, _) = type(of: parameter)
        if operation.queries[index] != nil || type == .known("String", isText: true) {
            return .code(SwiftStringLiteral(wireText(value)).code)
        }
        return expression(value, parameter.schema)
    }

    /// Credentials from the environment, and the client that has them.
    fileprivate func clientLines(for operation: Operation) -> [String] {
        var lines: [String] = []
        var arguments: [SwiftExpression.Argument] = []
        if api.defaultServer == nil {
            arguments.append(
                .init(label: "server", value: .code("URL(string: \"https://example.com\")!")))
        }
        if let scheme = credential(of: operation), let name = credentialName(of: scheme) {
            lines.append(
                "let environment = ProcessInfo.processInfo.environment")
            let isPassword = scheme.kind.value == .basic || scheme.kind.value == .digest
            if isPassword {
                lines.append(
                    "let user = UserPassword(\n    user: environment[\"API_USER\"] ?? \"\",\n"
                        + "    password: environment[\"API_PASSWORD\"] ?? \"\"\n)")
            }
            let value = isPassword ? "user" : "environment[\"TOKEN\"]"
            let credentials = SwiftExpression.call(
                "Credentials", [.init(label: name.argumentLabel, value: .code(value))])
            arguments.append(.init(label: "credentials", value: credentials))
        }
        let client = SwiftExpression.call(clientName.code, arguments)
        return lines + ["let client = " + client.text(indentation: 0, from: 13)]
    }

    private func credentialName(of scheme: SecurityScheme) -> SwiftIdentifier? {
        let names = schemeNames(api.securitySchemes)
        return zip(api.securitySchemes, names).first { $0.0.name == scheme.name }?.1
    }
}
