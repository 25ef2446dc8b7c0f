import APIModel
import JSONText
import SourceText

/// A small API that every case of a rule starts from: it lends books.
func library() -> APIDescription {
    var api = APIDescription(name: "Library")
    api.title = fact("Library")
    api.description = fact("Lends books.")
    api.servers = [fact(Server(url: "https://a.example.com", description: "live"))]
    api.securitySchemes = [SecurityScheme(name: "Key", kind: fact(.bearer))]
    api.tags = [Tag(name: "books", description: fact("Books."))]
    api.operations = [listBooks(), addABook()]
    api.schemas = [book(), state(), either()]
    return api
}

/// Every fact has a place of its own, as if each stood on a line by itself.
func fact<Value>(_ value: Value) -> Fact<Value> {
    Fact(value, Evidence(SourceSpan(FileID(0), ByteRange(0, 1)), .declared, "test"))
}

func schema(_ shape: Shape) -> Schema { Schema(fact(shape)) }

func property(_ name: String, _ shape: Shape, required: Bool = false) -> Property {
    var property = Property(name: fact(name), schema: schema(shape))
    property.required = fact(required)
    return property
}

func parameter(
    _ name: String, _ location: Parameter.Location, _ shape: Shape = .string(.plain),
    required: Bool = false
) -> Parameter {
    var parameter = Parameter(name: fact(name), location: fact(location), schema: schema(shape))
    parameter.required = fact(required)
    return parameter
}

private func listBooks() -> Operation {
    var operation = Operation(
        id: "listBooks", method: fact(.get),
        path: fact(
            PathTemplate([.literal("/shelves/"), .placeholder("shelf"), .literal("/books")]))
    )
    operation.summary = fact("List books")
    operation.description = fact("Lists the books of a shelf.")
    operation.orderingKey = fact("1")
    operation.tags = ["books"]
    operation.security = [fact("Key")]
    operation.permissions = [fact(Permission(name: "read", description: "Needs read."))]
    operation.parameters = [
        parameter("shelf", .path), parameter("limit", .query, .integer),
        parameter("sort", .query, .reference("State")),
    ]
    var ok = Response(status: fact(.code(200)))
    ok.description = fact("It worked.")
    ok.headers = [parameter("Link", .header)]
    ok.body = body(.array(schema(.reference("Book"))))
    operation.responses = [ok, Response(status: fact(.code(404)))]
    return operation
}

private func addABook() -> Operation {
    var operation = Operation(
        id: "addABook", method: fact(.post), path: fact(PathTemplate([.literal("/books")])))
    operation.requestBody = body(.reference("Book"))
    var made = Response(status: fact(.code(201)))
    made.body = body(.reference("Either"))
    operation.responses = [made]
    return operation
}

private func body(_ shape: Shape) -> Body {
    var body = Body(schema: schema(shape))
    body.mediaTypes = [fact("application/json")]
    body.description = fact("A body.")
    return body
}

private func book() -> NamedSchema {
    NamedSchema(
        name: "Book",
        definition: .object(
            ObjectSchema(properties: [
                property("title", .string(.plain), required: true), property("pages", .integer),
                property("state", .reference("State")), property("notes", .unknown),
            ])))
}

private func state() -> NamedSchema {
    NamedSchema(
        name: "State",
        definition: .enumeration(
            Enumeration(base: .string, values: [value("in"), value("out")])))
}

func value(_ text: String) -> EnumerationValue { EnumerationValue(value: fact(text)) }

private func either() -> NamedSchema {
    NamedSchema(
        name: "Either",
        definition: .union([schema(.reference("Book")), schema(.string(.plain))]))
}
