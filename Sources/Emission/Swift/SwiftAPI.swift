import APIModel
import JSONText
import Mustache

/// What the Swift outputs of an API share: a name for every type and operation, and which way
/// types travel.
struct SwiftAPI {
    let api: APIDescription
    let options: EmissionOptions
    let own: OwnNames
    let schemas: [String: NamedSchema]
    let types: [String: SwiftIdentifier]
    let operations: [SwiftOperation]
    /// Schemas reachable from what is sent and from what is received.
    let sent: Set<String>
    let received: Set<String>
    /// Schemas of bodies that travel as forms, and those of them that travel in no other way.
    let forms: Set<String>
    let formsOnly: Set<String>
    /// Properties whose type holds their owner again by value.
    let boxed: Set<BoxedProperty>
    let repeatedAnswers: [DescribedStatus]
    /// What the context of every template has; looking for it walks through all operations.
    private(set) var commonContext = TemplateObject()

    init(_ documented: APIDescription, _ options: EmissionOptions) {
        let api = documented.withoutOwnHeaders
        self.api = api
        self.options = options
        let claimed = options.namespace == nil ? [] : namesInNamespaces
        var scope = IdentifierScope(reserving: reservedTypeNames.union(claimed), prefix: "API")
        var types: [String: SwiftIdentifier] = [:]
        var schemas: [String: NamedSchema] = [:]
        for schema in api.schemas {
            types[schema.name] = scope.type(schema.name)
            schemas[schema.name] = schema
        }
        own = OwnNames(api.name, options.namespace, in: &scope)
        self.types = types
        self.schemas = schemas
        var methods = IdentifierScope(reserving: reservedMethodNames)
        operations = api.operations.map { operation in
            SwiftOperation(
                operation, method: methods.member(operation.id),
                output: scope.type([operation.id, "Output"]),
                scope: &scope)
        }
        for swift in operations where paging(of: swift.operation, schemas) != nil {
            swift.pages = methods.member(["each of", listName(swift.operation.id)])
        }
        let reach = Reach(schemas: schemas)
        forms = Set(api.operations.compactMap { $0.requestBody?.formSchema(in: schemas) })
        sent = reach.names(from: api.operations.flatMap { $0.sentSchemas(schemas) })
        received = reach.names(from: api.operations.flatMap(\.receivedSchemas))
        formsOnly = forms.subtracting(sent).subtracting(received)
        boxed = reach.boxedProperties(in: api.schemas)
        repeatedAnswers = DescribedStatus.repeated(in: api.operations)
        commonContext = sharedNames
    }

    var name: SwiftIdentifier { own.name }
    var protocolName: SwiftIdentifier { own.protocolName }
    var clientName: SwiftIdentifier { own.clientName }
    var routerName: SwiftIdentifier { own.routerName }
    var mockName: SwiftIdentifier { own.mockName }
    var fixturesName: SwiftIdentifier { own.fixturesName }

    /// Whether clients and servers both exist, so that every type travels both ways.
    var travelsBothWays: Bool {
        !options.effectiveOutputs.isDisjoint(with: [.server, .fixtures])
    }

    /// Whether what callers send is held to what is documented.
    var validates: Bool { options.effectiveOutputs.contains(.server) }

    func isDecodable(_ schema: String) -> Bool {
        !formsOnly.contains(schema)
            && (travelsBothWays || received.contains(schema) || !sent.contains(schema))
    }
    func isEncodable(_ schema: String) -> Bool {
        !formsOnly.contains(schema)
            && (travelsBothWays || sent.contains(schema) || !received.contains(schema))
    }
}

/// One operation's names.
///
/// One object, for each file is made of all operations, which are large to be handed about.
final class SwiftOperation {
    let operation: Operation
    let method: SwiftIdentifier
    /// The enumeration of its documented answers.
    let output: SwiftIdentifier
    /// What walks through all pages, where there are several.
    fileprivate(set) var pages: SwiftIdentifier?
    /// A type for the structured values of a parameter, by the parameter's place.
    let queries: [Int: SwiftIdentifier]

    init(
        _ operation: Operation, method: SwiftIdentifier, output: SwiftIdentifier,
        scope: inout IdentifierScope
    ) {
        self.operation = operation
        self.method = method
        self.output = output
        var queries: [Int: SwiftIdentifier] = [:]
        for (index, parameter) in operation.parameters.enumerated() where !parameter.terms.isEmpty {
            queries[index] = scope.type([operation.id, parameter.name.value])
        }
        self.queries = queries
    }
}

/// `users` for `listAllUsers`: what an operation lists, without the words that say that it does.
private func listName(_ id: String) -> String {
    let verbs: Set<String> = ["all", "fetch", "find", "get", "list", "read", "retrieve", "show"]
    let words = identifierWords(id)
    let rest = words.drop { verbs.contains($0.lowercased()) }
    return (rest.isEmpty ? words[...] : rest).joined(separator: " ")
}

struct BoxedProperty: Hashable {
    let schema: String
    let property: String
}

extension Operation {
    /// What stands in a form travels; the form itself has no coding.
    fileprivate func sentSchemas(_ schemas: [String: NamedSchema]) -> [Schema] {
        guard let body = requestBody else { return parameters.map(\.schema) }
        guard !body.isJSON, let form = body.formSchema(in: schemas),
            case .object(let object)? = schemas[form]?.definition
        else { return parameters.map(\.schema) + [body.schema] }
        return parameters.map(\.schema) + object.properties.map(\.schema)
    }

    fileprivate var receivedSchemas: [Schema] {
        responses.compactMap { $0.body?.schema }
    }
}

/// Members of clients and routers, and the functions that both call.
private let reservedMethodNames: Set<String> = [
    "answer", "authorize", "bases", "bodyLimit", "credentials", "defaultServer", "digest",
    "following", "middleware", "pass", "preferredStatus", "respond", "routes", "segment", "send",
    "server",
    "serverURL", "transport", "within",
]

/// Names that the support code, Foundation and the standard library use in generated files.
let reservedTypeNames: Set<String> = [
    "AccessDenied", "AccessRequirement", "Any", "AnyObject", "Array",
    "AsyncHTTPClientTransport", "Backlog", "Bool", "Boxed", "ByteStream", "CalendarDate",
    "CancellationError",
    "Character", "CharacterSet", "CheckedContinuation", "ClientError", "Codable", "CodingKey",
    "ContinuousClock", "Credentials", "Data", "Date", "Decimal", "Decodable", "Decoder",
    "Dictionary", "DigestAnswer", "DigestChallenge", "DigestCounts", "DigestGuard",
    "DigestSession", "Double", "Duration", "Encodable", "Encoder", "Equatable", "Error",
    "Exchanges", "Fixture", "Float", "Form", "FormBody", "FormFile", "Foundation",
    "FoundationNetworking", "HTTPRequest", "HTTPResponse", "HTTPURLResponse", "Hashable",
    "Hasher", "InMemoryTransport", "InputError", "Int", "JSON", "JSONDecoder", "JSONEncoder",
    "KeyedDecodingContainer", "KeyedEncodingContainer", "Limits", "Locale", "Middleware",
    "NSLock", "NSObject", "Never", "Nullable", "OpenEnumeration", "Operation", "Optional",
    "Pages", "Protocol", "QueryExpression", "RawRepresentable", "Refusal", "Result",
    "RetryPolicy", "Route", "RoutePattern", "RouteTable", "SecurityScheme", "Self", "Sendable",
    "ServerCall", "Set", "String", "Swift", "Task", "Timestamp", "Transport", "Type", "URL",
    "URLError", "URLRequest", "URLSession", "URLSessionConfiguration", "URLSessionDataDelegate",
    "URLSessionDataTask", "URLSessionTask", "URLSessionTransport", "UUID", "UnexpectedOutput",
    "UserPassword", "Void", "WireField", "WireKey", "WireText",
]
