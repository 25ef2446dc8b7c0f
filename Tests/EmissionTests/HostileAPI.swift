import APIModel
import CaseSupport
import JSONText
import SourceText

/// An API whose every text is one of the payloads, each payload in every position.
func hostileAPI(_ payloads: [String]) -> APIDescription {
    var api = APIDescription(name: "Hostile")
    api.title = fact(payloads.joined(separator: " "))
    api.servers = [fact(Server(url: "https://example.com/" + (payloads.first ?? "")))]
    for (index, payload) in payloads.enumerated() {
        api.securitySchemes.append(
            SecurityScheme(
                name: payload, kind: fact(.header(name: payload, prefix: payload + " "))))
        api.schemas.append(enumeration(payload, named: "\(payload) \(index) Kind"))
        api.schemas.append(structure(payload, named: "\(payload) \(index)"))
        api.operations.append(operation(payload, index))
    }
    return api
}

private func operation(_ payload: String, _ index: Int) -> Operation {
    let path = PathTemplate([
        .literal("/\(payload)/\(index)/"), .placeholder(payload), .literal("/end"),
    ])
    var operation = Operation(id: payload, method: fact(.post), path: fact(path))
    operation.summary = fact(payload)
    operation.description = fact(payload)
    operation.security = [fact(payload)]
    operation.permissions = [fact(Permission(name: payload, description: payload))]
    for location in [Parameter.Location.path, .query, .header, .cookie] {
        var parameter = Parameter(
            name: fact(payload), location: fact(location), schema: text(payload))
        parameter.description = fact(payload)
        if location == .query { parameter.terms = [term(payload)] }
        operation.parameters.append(parameter)
    }
    let reference = Schema(fact(.reference("\(payload) \(index)")))
    var body = Body(schema: reference)
    body.mediaTypes = [fact("application/json")]
    let value = JSONValue.object([payload: .text(payload)])
    body.examples = [
        Example(title: payload, value: value, evidence: nowhere, isPartial: false)
    ]
    operation.requestBody = body
    var response = Response(status: fact(.code(200)))
    response.description = fact(payload)
    response.body = body
    operation.responses = [response]
    return operation
}

private func term(_ payload: String) -> Term {
    Term(
        name: payload,
        arguments: [
            .init(label: payload, value: payload, isLiteral: false),
            .init(label: payload, value: payload, isLiteral: true),
        ],
        description: fact(payload))
}

private func structure(_ payload: String, named name: String) -> NamedSchema {
    var property = Property(name: fact(payload), schema: text(payload))
    property.deprecated = fact(payload)
    let object = ObjectSchema(properties: [property])
    var schema = NamedSchema(name: name, definition: .object(object))
    schema.description = fact(payload)
    return schema
}

private func enumeration(_ payload: String, named name: String) -> NamedSchema {
    var value = EnumerationValue(value: fact(payload))
    value.name = fact(payload)
    value.description = fact(payload)
    let definition = Enumeration(base: .string, values: [value])
    return NamedSchema(name: name, definition: .enumeration(definition))
}

private func text(_ payload: String) -> Schema {
    var schema = Schema(fact(.string(.plain)))
    schema.description = fact(payload)
    schema.defaultValue = fact(.text(payload))
    return schema
}

private let nowhere = Evidence(SourceSpan(FileID(0), .empty), .declared, "hostile")

func fact<Value>(_ value: Value) -> Fact<Value> {
    Fact(value, nowhere)
}
