import APIModel
import JSONText

/// Which responses the document lists.
package enum OpenAPIAnswers: Sendable {
    /// Those of the pages.
    case documented
    /// What the generated router says of itself besides, to callers who do not keep to the pages.
    case server
}

extension OpenAPIWriter {
    /// The documented responses, and the router's own among them.
    func addingRefusals(
        to documented: [JSONValue.Member], of operation: Operation
    ) -> [JSONValue.Member] {
        guard answers == .server else { return documented }
        var members = documented
        // The mock has to answer something.
        if members.isEmpty { members.append(refusal("200", hasBody: false, nil)) }
        for (status, hasBody) in refusals(of: operation) {
            if let index = members.firstIndex(where: { $0.key == status }) {
                members[index] = refusal(status, hasBody: hasBody, members[index].value)
            } else {
                members.append(refusal(status, hasBody: hasBody, nil))
            }
        }
        return members
    }

    private func refusals(of operation: Operation) -> [(status: String, hasBody: Bool)] {
        var statuses: [(String, Bool)] = []
        let hasBody = operation.requestBody != nil
        if hasBody || !operation.parameters.isEmpty { statuses.append(("400", true)) }
        if security(of: operation) != nil { statuses.append(("401", false)) }
        if hasBody { statuses += [("413", true), ("415", true)] }
        return statuses
    }

    /// A response that may be the router's; what the pages say of it stays.
    private func refusal(
        _ status: String, hasBody: Bool, _ documented: JSONValue?
    ) -> JSONValue.Member {
        var value =
            documented ?? JSONValue.object(["description": .text(reasonPhrase(status))])
        if hasBody {
            let schema = value["content"]?["application/json"]?["schema"]
            let either = schema.map { JSONValue.object(["anyOf": .list([$0, Self.inputError])]) }
            let content = JSONValue.object([
                "application/json": .object(["schema": either ?? Self.inputError])
            ])
            value = JSONValue(.object(value.members.filter { $0.key != "content" }))
                .with(.object(["content": content]))
        }
        return JSONValue.Member(key: status, keyRange: .empty, value: value)
    }

    /// A number or a truth value, or the text of one: where the generated server takes both.
    func eitherSpelling(of schema: Schema) -> JSONValue? {
        guard answers == .server, schema.isTakenAsText, schema.constraints.pattern == nil
        else {
            return nil
        }
        let (type, pattern) =
            switch schema.shape.value {
            case .boolean: ("boolean", "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$")
            case .integer: ("integer", "^-?(0|[1-9][0-9]{0,17})$")
            default: ("number", #"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?$"#)
            }
        var types = [JSONValue.text(type), .text("string")]
        if schema.nullable?.value == true { types.append(.text("null")) }
        return .object(["type": .list(types), "pattern": .text(pattern)])
    }

    /// `InputError` of the generated code.
    private static var inputError: JSONValue {
        let text = JSONValue.object(["type": .text("string")])
        return .object([
            "type": .text("object"), "required": .list([.text("place"), .text("reason")]),
            "properties": .object(["place": text, "reason": text]),
        ])
    }
}
