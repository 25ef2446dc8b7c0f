import APIModel
import Comparison
import JSONText

/// What happens to the library, and the rule that has to say so.
struct RuleCase: Sendable, CustomStringConvertible {
    let rule: Rule
    /// Makes the library what it is before, and then what it is after.
    private let before: Edit
    private let after: Edit

    typealias Edit = @Sendable (inout APIDescription) -> Void

    init(
        _ part: Rule.Part, _ event: Event, before: @escaping Edit = { _ in },
        _ after: @escaping Edit
    ) {
        rule = Rule(part, event)
        self.before = before
        self.after = after
    }

    var editions: (old: APIDescription, new: APIDescription) {
        var old = library()
        before(&old)
        var new = old
        after(&new)
        return (old, new)
    }

    var description: String { rule.id }
}

/// One case for each pair of opposite rules: the way back is the other's case.
let ruleCases: [RuleCase] =
    casesOfTheAPI + casesOfOperations + casesOfMessages + casesOfSchemas

private let casesOfTheAPI: [RuleCase] = [
    RuleCase(.api, .titleChanged) { $0.title = fact("Books") },
    RuleCase(.api, .descriptionChanged) { $0.description = nil },
    RuleCase(.server, .added) { $0.servers.append(fact(Server(url: "https://b.example.com"))) },
    RuleCase(.server, .descriptionChanged) { $0.servers[0].value.description = "trial" },
    RuleCase(.securityScheme, .added) {
        $0.securitySchemes.append(SecurityScheme(name: "Other", kind: fact(.basic)))
    },
    RuleCase(.securityScheme, .changed) { $0.securitySchemes[0].kind = fact(.basic) },
    RuleCase(.securityScheme, .descriptionChanged) {
        $0.securitySchemes[0].description = fact("Ask us.")
    },
    RuleCase(.tag, .added) { $0.tags.append(Tag(name: "more")) },
    RuleCase(.tag, .descriptionChanged) { $0.tags[0].description = fact("All books.") },
    RuleCase(.type, .renamed) { api in
        api.schemas[1].name = "BookState"
        api.operations[0].parameters[2].schema = schema(.reference("BookState"))
        edit(&api, \.properties[2].schema) { $0 = schema(.reference("BookState")) }
    },
]

private let casesOfOperations: [RuleCase] = [
    RuleCase(.operation, .added) { api in
        api.operations.append(
            Operation(
                id: "removeABook", method: fact(.delete),
                path: fact(PathTemplate([.literal("/books")]))))
    },
    RuleCase(.operation, .renamed) { $0.operations[0].id = "getBooks" },
    RuleCase(.operation, .pathChanged) {
        $0.operations[1].path = fact(PathTemplate([.literal("/books/")]))
    },
    RuleCase(.operation, .deprecated) { $0.operations[0].deprecated = fact("old") },
    RuleCase(.operation, .summaryChanged) { $0.operations[0].summary = fact("All books") },
    RuleCase(.operation, .descriptionChanged) { $0.operations[0].description = fact("All.") },
    RuleCase(.operation, .orderChanged) { $0.operations[0].orderingKey = fact("2") },
    RuleCase(.operation, .tagAdded) { $0.operations[0].tags.append("shelves") },
    RuleCase(.operation, .noteAdded) { $0.operations[0].externalNotes = [fact("Mind.")] },
    RuleCase(.operation, .serverAdded) {
        $0.operations[0].servers = [fact(Server(url: "https://b.example.com"))]
    },
    RuleCase(.operation, .securityDemanded) { $0.operations[1].security = [fact("Key")] },
    RuleCase(.operation, .securityAdded) { $0.operations[0].security.append(fact("Other")) },
    RuleCase(.operation, .permissionAdded) {
        $0.operations[0].permissions.append(fact(Permission(name: "write")))
    },
    RuleCase(.operation, .permissionDescriptionChanged) {
        $0.operations[0].permissions[0].value.description = "Read it."
    },
    RuleCase(.parameter, .added) { $0.operations[0].parameters.append(parameter("q", .query)) },
    RuleCase(.parameter, .addedAsRequired) {
        $0.operations[0].parameters.append(parameter("q", .query, required: true))
    },
    RuleCase(.parameter, .renamed) { api in
        api.operations[0].path = fact(
            PathTemplate([.literal("/shelves/"), .placeholder("id"), .literal("/books")]))
        api.operations[0].parameters[0].name = fact("id")
    },
    RuleCase(.parameter, .moved) { $0.operations[0].parameters[1].location = fact(.header) },
    RuleCase(.parameter, .becameRequired) { $0.operations[0].parameters[1].required = fact(true) },
    RuleCase(.parameter, .deprecated) { $0.operations[0].parameters[1].deprecated = fact("old") },
    RuleCase(.parameter, .listStyleChanged) {
        $0.operations[0].parameters[1].listStyle = fact(.comma)
    },
    RuleCase(.parameter, .termAdded) {
        $0.operations[0].parameters[1].terms = [
            Term(name: "has", arguments: [], description: fact("Has it."))
        ]
    },
]

private let casesOfMessages: [RuleCase] = [
    RuleCase(.request, .bodyAdded) { api in
        api.operations[0].requestBody = Body(schema: schema(.integer))
        api.operations[0].requestBody?.required = fact(false)
    },
    RuleCase(.request, .bodyAddedAsRequired) {
        $0.operations[0].requestBody = Body(schema: schema(.integer))
    },
    RuleCase(.request, .becameOptional) { $0.operations[1].requestBody?.required = fact(false) },
    RuleCase(.request, .mediaTypeAdded) {
        $0.operations[1].requestBody?.mediaTypes.append(fact("text/csv"))
    },
    RuleCase(.response, .added) {
        $0.operations[0].responses.append(Response(status: fact(.code(500))))
    },
    RuleCase(.response, .successAdded) {
        $0.operations[0].responses.append(Response(status: fact(.code(202))))
    },
    RuleCase(.response, .bodyAdded) {
        $0.operations[0].responses[1].body = Body(schema: schema(.integer))
    },
    RuleCase(.response, .mediaTypeAdded) {
        $0.operations[0].responses[0].body?.mediaTypes.append(fact("text/csv"))
    },
    RuleCase(.response, .descriptionChanged) {
        $0.operations[0].responses[0].description = fact("It went well.")
    },
    RuleCase(.header, .added) {
        $0.operations[0].responses[0].headers.append(parameter("ETag", .header))
    },
    RuleCase(.header, .addedAsRequired) {
        $0.operations[0].responses[0].headers.append(parameter("ETag", .header, required: true))
    },
    RuleCase(.header, .becameRequired) {
        $0.operations[0].responses[0].headers[0].required = fact(true)
    },
    RuleCase(.header, .deprecated) {
        $0.operations[0].responses[0].headers[0].deprecated = fact("old")
    },
]
