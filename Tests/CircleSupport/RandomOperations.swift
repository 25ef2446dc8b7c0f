import APIModel
import JSONText
import SourceText

extension RandomModels {
    mutating func schemes() -> [SecurityScheme] {
        let kinds: [SecurityScheme.Kind] = [
            .bearer, .basic, .digest, .header(name: "X-Key", prefix: ""),
            .header(name: "Authorization", prefix: "Token "), .query(name: "key"),
            .cookie(name: "sid"), .other("A letter of introduction"),
        ]
        let start = below(kinds.count)
        return (0..<below(4)).map { index in
            var scheme = SecurityScheme(
                name: "Scheme\(index)", kind: fact(kinds[(start + index) % kinds.count]))
            scheme.description = maybe { $0.fact($0.text()) }
            return scheme
        }
    }

    mutating func operation(
        _ names: [String], _ schemes: [SecurityScheme]
    ) -> Operation {
        number += 1
        let id = "callThing\(number)"
        let holder = "key\(number)"
        var operation = Operation(
            id: id, method: fact(one(of: Method.allCases)),
            path: fact(
                PathTemplate([.literal("/things\(number)/"), .placeholder(holder), .literal("/x")]))
        )
        operation.summary = maybe { $0.fact($0.one(of: summaries) + " \($0.number)") }
        operation.description = maybe { $0.fact($0.text()) }
        operation.deprecated = isLikely(20) ? fact(isLikely(50) ? "" : text()) : nil
        operation.tags = isLikely(60) ? [one(of: ["Users", "A & B", "*x*"])] : []
        operation.orderingKey = isLikely(20) ? fact("2.0\(below(9))") : nil
        operation.security = schemes.filter { _ in isLikely(50) }.map { fact($0.name) }
        operation.permissions = (0..<below(3)).map { index in
            fact(Permission(name: "perm.\(index)", description: maybe { $0.text() }))
        }
        operation.parameters = parameters(holder, names)
        if isLikely(40) { operation.requestBody = body(names, isRequest: true) }
        operation.responses = responses(names)
        return operation
    }

    private mutating func parameters(_ holder: String, _ names: [String]) -> [Parameter] {
        var all = [parameter(holder, .path, names)]
        for _ in 0..<below(5) {
            all.append(parameter(member(), one(of: [.query, .header, .cookie]), names))
        }
        return all
    }

    private mutating func parameter(
        _ name: String, _ location: Parameter.Location, _ names: [String]
    ) -> Parameter {
        var schema = schema(names)
        if case .unknown = schema.shape.value { schema.shape = fact(.string(.plain)) }
        var parameter = Parameter(name: fact(name), location: fact(location), schema: schema)
        parameter.description = schema.description
        parameter.schema.description = nil
        parameter.example = schema.example
        parameter.required = location == .path ? fact(true) : maybe { $0.fact($0.isLikely(50)) }
        parameter.deprecated = isLikely(10) ? fact(isLikely(50) ? "" : text()) : nil
        if case .array = schema.shape.value {
            parameter.listStyle = maybe { $0.fact($0.one(of: ListStyle.allCases)) }
        }
        return parameter
    }

    private mutating func body(_ names: [String], isRequest: Bool) -> Body {
        var body = Body(schema: schema(names))
        body.schema.constraints = Constraints()
        let types = ["application/json", "text/csv", "application/vnd.x+json; charset=utf-8"]
        body.mediaTypes = types.filter { _ in isLikely(50) }.map { fact($0) }
        if body.mediaTypes.isEmpty { body.mediaTypes = [fact(types[0])] }
        body.required = maybe { $0.fact($0.isLikely(50)) }
        for _ in 0..<below(3) { body.examples.append(example()) }
        return body
    }

    private mutating func example() -> Example {
        let members = (0...below(4)).map { _ in
            JSONValue.Member(key: member(), keyRange: .empty, value: scalar())
        }
        let value = JSONValue(.object(members))
        return Example(
            title: isLikely(20) ? "Example \(below(9))" : nil,
            value: isLikely(30) ? .list([value, JSONValue(.null)]) : value, evidence: evidence,
            isPartial: isLikely(20))
    }

    private mutating func responses(_ names: [String]) -> [Response] {
        let all: [Response.Status] = [.code(200), .code(404), .range(4), .range(5), .default]
        return all.filter { _ in isLikely(40) }.map { status in
            var response = Response(status: fact(status))
            response.description = maybe { $0.fact($0.text()) }
            for index in 0..<below(3) {
                var header = parameter("X-Header-\(index)", .header, names)
                header.deprecated = nil
                response.headers.append(header)
            }
            if isLikely(60) { response.body = body(names, isRequest: false) }
            return response
        }
    }
}

private let summaries = [
    "List users", "Get a role", "Create", "Response headers of a thing", "GET all", "*Star*",
    "Errors", "A & B <c>", "Request",
]
