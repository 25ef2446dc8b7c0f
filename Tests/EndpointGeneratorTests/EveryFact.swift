import APIModel
import JSONText
import SourceText

/// An API description that uses each part of the model at least once, made without a page.
let everyFact = EveryFact()

/// Facts are read at successive bytes of two files, so that no two have one place.
struct EveryFact {
    let sources = SourceSet([
        SourceFile(path: "a page.md", bytes: Array(repeating: 0x0A, count: 400)),
        SourceFile(path: "b.rst", bytes: Array(repeating: 0x20, count: 4000)),
    ])
    private(set) var api = APIDescription(name: "Every")

    init() {
        api.title = fact("Every fact", .described, 1)
        api.description = fact("Says \"all\"\nthere is", .implied, 2)
        api.servers = [
            fact(Server(url: "https://api.example.com", description: "live"), .declared, 3)
        ]
        api.tags = [Tag(name: "users", description: fact("People", .described, 4)), Tag(name: "b")]
        api.securitySchemes = schemes
        api.operations = [listUsers, replaceUser, oddOne]
        api.schemas = [user, status, code, either]
    }

    private var schemes: [SecurityScheme] {
        let kinds: [SecurityScheme.Kind] = [
            .bearer, .basic, .digest, .header(name: "Authorization", prefix: "Token "),
            .query(name: "key"), .cookie(name: "session"), .other("Kerberos"),
        ]
        return kinds.enumerated().map { index, kind in
            SecurityScheme(name: "Scheme \(index)", kind: fact(kind, .exemplified, 10 + index))
        }
    }

    private var listUsers: Operation {
        var operation = Operation(
            id: "listUsers", method: fact(.get, .declared, 20),
            path: fact(
                PathTemplate([.literal("/orgs/"), .placeholder("org id"), .literal("/users?all=1")]
                ),
                .declared, 21))
        operation.summary = fact("List users", .described, 22)
        operation.tags = ["users"]
        operation.orderingKey = fact("2.04", .declared, 23)
        operation.security = [fact("Scheme 0", .described, 24), fact("Scheme 3", .described, 25)]
        operation.permissions = [
            fact(Permission(name: "view", description: "Needs view."), .described, 26)
        ]
        operation.parameters = [
            parameter("org id", .path, Schema(fact(.string(.uuid), .implied, 27)), 28),
            filter, parameter("sort", .query, reference("Status", 30), 31),
            parameter("X-Trace", .header, Schema(fact(.string(.plain), .implied, 32)), 33),
            parameter("session", .cookie, Schema(fact(.unknown, .implied, 34)), 35),
        ]
        var body = Body(schema: Schema(fact(.array(reference("User", 36)), .exemplified, 37)))
        body.mediaTypes = [fact("application/json", .declared, 38), fact("text/csv", .implied, 39)]
        body.examples = [example]
        var ok = Response(status: fact(.code(200), .declared, 40))
        ok.body = body
        ok.headers = [parameter("Link", .header, Schema(fact(.string(.uri), .implied, 41)), 42)]
        var failure = Response(status: fact(.range(4), .declared, 43))
        failure.description = fact("Not today", .described, 44)
        operation.responses = [
            ok, failure, Response(status: fact(.default, .implied, 45)),
            Response(status: fact(.code(200), .implied, 46)),
            Response(status: fact(.code(999), .implied, 47)),
        ]
        return operation
    }

    private var filter: Parameter {
        var schema = Schema(fact(.integer, .described, 50))
        schema.defaultValue = fact(JSONValue(.string("10")), .described, 51)
        schema.constraints.minimum = fact("1", .described, 52)
        schema.constraints.maximum = fact("a lot", .described, 53)
        var filter = parameter("limit", .query, schema, 54)
        filter.required = fact(false, .described, 55)
        filter.description = fact("At most this many", .described, 56)
        filter.example = fact(JSONValue(.number("5")), .exemplified, 57)
        filter.terms = [
            Term(
                name: "access",
                arguments: [.init(label: "with", value: "role", isLiteral: false)],
                description: fact("By role", .described, 58))
        ]
        return filter
    }

    private var replaceUser: Operation {
        var operation = Operation(
            id: "listUsers", method: fact(.put, .declared, 60),
            path: fact(
                PathTemplate([.literal("/orgs/"), .placeholder("id"), .literal("/users/")]),
                .declared, 61))
        operation.deprecated = fact("use another", .described, 62)
        operation.servers = [fact(Server(url: "https://b.example.com"), .declared, 63)]
        operation.externalNotes = [fact("see elsewhere", .described, 64)]
        var body = Body(
            schema: Schema(fact(.dictionary(Schema(fact(.decimal, .implied, 65))), .implied, 66)))
        body.required = fact(true, .described, 67)
        body.description = fact("All of it", .described, 68)
        operation.requestBody = body
        return operation
    }

    private var oddOne: Operation {
        let parts: [PathTemplate.Part] = [
            .literal("odd/{"), .placeholder("a"), .literal("/"), .placeholder("a"),
        ]
        return Operation(
            id: "copyOdd", method: fact(.copy, .declared, 70),
            path: fact(PathTemplate(parts), .declared, 71))
    }
}

// MARK: Schemas

extension EveryFact {
    private var user: NamedSchema {
        let shapes: [Shape] = [
            .unknown, .boolean, .integer, .number, .decimal,
            .array(Schema(fact(.number, .implied, 80))),
            .dictionary(Schema(fact(.unknown, .implied, 81))), .reference("User"),
            .reference("Status"), .reference("Either"), .reference("Missing"), .unresolved("Role"),
        ]
        var properties = (shapes + StringFormat.allCases.map(Shape.string)).enumerated().map {
            index, shape in
            var schema = Schema(fact(shape, .described, 100 + index * 4))
            schema.nullable = fact(index.isMultiple(of: 2), .exemplified, 101 + index * 4)
            schema.defaultValue = fact(JSONValue(.string("ACTIVE")), .described, 102 + index * 4)
            return Property(name: fact("p\(index)", .declared, 103 + index * 4), schema: schema)
        }
        properties[0].required = fact(true, .described, 300)
        properties[1].deprecated = fact("gone soon", .described, 301)
        properties[2].readOnly = fact(true, .described, 302)
        properties[3].schema.description = fact("A number", .described, 303)
        properties[4].schema.constraints.minimumLength = fact(1, .described, 304)
        properties[4].schema.constraints.maximumLength = fact(-2, .described, 305)
        properties[4].schema.constraints.pattern = fact("^[a-z]+$", .described, 306)
        properties[5].schema.example = fact(JSONValue(.word("int")), .exemplified, 307)
        var schema = NamedSchema(
            name: "User",
            definition: .object(
                ObjectSchema(
                    properties: properties,
                    additionalProperties: Schema(fact(.unknown, .implied, 308)))))
        schema.documentedName = fact("User Object", .described, 309)
        schema.description = fact("Somebody", .described, 310)
        schema.examples = [example]
        return schema
    }

    private var status: NamedSchema {
        var active = EnumerationValue(value: fact("ACTIVE", .declared, 320))
        active.description = fact("Can log in", .described, 321)
        let gone = EnumerationValue(value: fact("GONE", .exemplified, 322))
        return NamedSchema(
            name: "Status",
            definition: .enumeration(Enumeration(base: .string, values: [active, gone])))
    }

    private var code: NamedSchema {
        var two = EnumerationValue(value: fact("2", .declared, 330))
        two.name = fact("WORKSPACES", .declared, 331)
        return NamedSchema(
            name: "Code", definition: .enumeration(Enumeration(base: .integer, values: [two])))
    }

    private var either: NamedSchema {
        NamedSchema(
            name: "Either",
            definition: .union([
                reference("User", 340), Schema(fact(.string(.plain), .implied, 341)),
            ]))
    }

    private var example: Example {
        let members: [JSONValue.Member] = [
            .init(key: "a", keyRange: .empty, value: JSONValue(.word("uuid"))),
            .init(key: "b", keyRange: .empty, value: JSONValue(.number("007"))),
            .init(
                key: "c", keyRange: .empty,
                value: .list([.integer(1), JSONValue(.elision), JSONValue(.null)])),
            .init(key: "d", keyRange: .empty, value: .object(["$word": .text("x")])),
        ]
        return Example(
            title: "One", value: JSONValue(.object(members)),
            evidence: Evidence(place(350), .exemplified, "sample"), isPartial: true)
    }
}

// MARK: Facts

extension EveryFact {
    private func parameter(
        _ name: String, _ location: Parameter.Location, _ schema: Schema, _ offset: Int
    ) -> Parameter {
        Parameter(
            name: fact(name, .declared, offset), location: fact(location, .declared, offset),
            schema: schema)
    }

    private func reference(_ name: String, _ offset: Int) -> Schema {
        Schema(fact(.reference(name), .described, offset))
    }

    /// Every seventh fact has places that agree and that lost.
    private func fact<Value>(
        _ value: Value, _ strength: Strength, _ offset: Int
    ) -> Fact<Value> {
        var fact = Fact(
            value, Evidence(place(offset), strength, Construct(keeping: "table-\(offset)")))
        if offset.isMultiple(of: 7) {
            fact.agreeing = [Evidence(place(offset + 1000), .implied, "prose")]
            fact.overruled = [
                Overruled("something else", Evidence(place(offset + 1001), .implied, "x"))
            ]
        }
        return fact
    }

    private func place(_ offset: Int) -> SourceSpan {
        let file = FileID(offset < 400 ? 0 : 1)
        return SourceSpan(file, ByteRange(offset, offset + 1))
    }
}
