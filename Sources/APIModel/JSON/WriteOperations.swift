import JSONText
import SourceText

extension APIWriter {
    mutating func operation(_ operation: Operation) -> JSONValue {
        .object([
            "id": .text(operation.id),
            "method": fact(operation.method) { _, method in .text(method.rawValue) },
            "path": fact(operation.path) { _, path in path.json },
            "summary": textFact(operation.summary),
            "description": textFact(operation.description),
            "tags": list(operation.tags) { _, tag in .text(tag) },
            "deprecated": textFact(operation.deprecated),
            "orderingKey": textFact(operation.orderingKey),
            "servers": list(operation.servers) { $0.fact($1) { _, server in server.json } },
            "security": list(operation.security) { $0.fact($1) { _, name in .text(name) } },
            "permissions": list(operation.permissions) {
                $0.fact($1) { _, permission in permission.json }
            },
            "parameters": list(operation.parameters) { $0.parameter($1) },
            "requestBody": operation.requestBody.map { body($0) },
            "responses": list(operation.responses) { $0.response($1) },
            "externalNotes": list(operation.externalNotes) {
                $0.fact($1) { _, note in .text(note) }
            },
        ])
    }

    private mutating func parameter(_ parameter: Parameter) -> JSONValue {
        .object([
            "name": textFact(parameter.name),
            "location": fact(parameter.location) { _, location in .text(location.rawValue) },
            "required": flagFact(parameter.required),
            "schema": schema(parameter.schema),
            "description": textFact(parameter.description),
            "deprecated": textFact(parameter.deprecated),
            "example": valueFact(parameter.example),
            "givenName": textFact(parameter.givenName),
            "listStyle": parameter.listStyle.map {
                fact($0) { _, style in .text(style.rawValue) }
            },
            "terms": list(parameter.terms) { $0.term($1) },
        ])
    }

    private mutating func term(_ term: Term) -> JSONValue {
        .object([
            "name": .text(term.name),
            "arguments": list(term.arguments) { _, argument in
                .object([
                    "label": .text(argument.label), "value": .text(argument.value),
                    "isLiteral": .flag(argument.isLiteral),
                ])
            },
            "description": textFact(term.description),
        ])
    }

    private mutating func body(_ body: Body) -> JSONValue {
        .object([
            "mediaTypes": list(body.mediaTypes) { $0.fact($1) { _, name in .text(name) } },
            "schema": schema(body.schema),
            "required": flagFact(body.required),
            "description": textFact(body.description),
            "examples": list(body.examples) { $0.example($1) },
        ])
    }

    private mutating func response(_ response: Response) -> JSONValue {
        .object([
            "status": fact(response.status) { _, status in .text(status.text) },
            "description": textFact(response.description),
            "headers": list(response.headers) { $0.parameter($1) },
            "body": response.body.map { body($0) },
        ])
    }

    mutating func example(_ example: Example) -> JSONValue {
        .object([
            "title": example.title.map { .text($0) },
            "value": sample(example.value),
            "isPartial": .flag(example.isPartial),
        ]).with(evidence(example.evidence))
    }
}
