import JSONText
import SourceText

extension APIReader {
    func operation(_ json: JSONValue) throws(APIReadingError) -> Operation {
        var operation = Operation(
            id: try text("id", of: json),
            method: try fact(try member("method", of: json)) { method in
                method.string.flatMap { Method(rawValue: $0) }
            },
            path: try fact(try member("path", of: json), PathTemplate.init))
        operation.summary = try textFact("summary", of: json)
        operation.description = try textFact("description", of: json)
        operation.tags = try list("tags", of: json) { (tag) throws(APIReadingError) in
            try read(tag, \.string)
        }
        operation.deprecated = try textFact("deprecated", of: json)
        operation.orderingKey = try textFact("orderingKey", of: json)
        operation.servers = try list("servers", of: json, facts(Server.init))
        operation.security = try list("security", of: json, facts(\.string))
        operation.permissions = try list("permissions", of: json, facts(Permission.init))
        operation.parameters = try list("parameters", of: json, parameter)
        operation.requestBody = try optionalBody("requestBody", of: json)
        operation.responses = try list("responses", of: json, response)
        operation.externalNotes = try list("externalNotes", of: json, facts(\.string))
        return operation
    }

    private func parameter(_ json: JSONValue) throws(APIReadingError) -> Parameter {
        var parameter = Parameter(
            name: try fact(try member("name", of: json), \.string),
            location: try fact(try member("location", of: json)) { location in
                location.string.flatMap(Parameter.Location.init)
            },
            schema: try schema(try member("schema", of: json)))
        parameter.required = try flagFact("required", of: json)
        parameter.description = try textFact("description", of: json)
        parameter.deprecated = try textFact("deprecated", of: json)
        parameter.example = try valueFact("example", of: json)
        parameter.givenName = try textFact("givenName", of: json)
        if let style = json["listStyle"] {
            parameter.listStyle = try fact(style) { $0.string.flatMap(ListStyle.init) }
        }
        parameter.terms = try list("terms", of: json, term)
        return parameter
    }

    private func term(_ json: JSONValue) throws(APIReadingError) -> Term {
        var arguments: [Term.Argument] = []
        for item in try items("arguments", of: json) {
            arguments.append(
                Term.Argument(
                    label: try text("label", of: item), value: try text("value", of: item),
                    isLiteral: try flag("isLiteral", of: item)))
        }
        return Term(
            name: try text("name", of: json), arguments: arguments,
            description: try fact(try member("description", of: json), \.string))
    }

    private func optionalBody(
        _ key: String, of json: JSONValue
    ) throws(APIReadingError) -> Body? {
        guard let json = json[key] else { return nil }
        var body = Body(schema: try schema(try member("schema", of: json)))
        body.mediaTypes = try list("mediaTypes", of: json, facts(\.string))
        body.required = try flagFact("required", of: json)
        body.description = try textFact("description", of: json)
        body.examples = try list("examples", of: json, example)
        return body
    }

    private func response(_ json: JSONValue) throws(APIReadingError) -> Response {
        var response = Response(
            status: try fact(try member("status", of: json)) { status in
                status.string.flatMap(Response.Status.init(text:))
            })
        response.description = try textFact("description", of: json)
        response.headers = try list("headers", of: json, parameter)
        response.body = try optionalBody("body", of: json)
        return response
    }

    func example(_ json: JSONValue) throws(APIReadingError) -> Example {
        Example(
            title: json["title"]?.string, value: readSample(try member("value", of: json)),
            evidence: try evidence(json), isPartial: try flag("isPartial", of: json))
    }
}
