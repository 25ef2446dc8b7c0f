import APIModel
import Mustache

/// What `Client.swift` and `Server.swift` are made from: one entry an operation.
func operationsContext(_ swift: SwiftAPI) -> TemplateObject {
    var context = swift.commonContext
    context["operations"] = .list(swift.operations.map { .object(swift.operation($0)) })
    context["bases"] = basePaths(swift)
    context["hasRepeatedAnswers"] = .boolean(!swift.repeatedAnswers.isEmpty)
    context["repeatedAnswers"] = swift.repeatedAnswersContext
    let schemes = schemeNames(swift.api.securitySchemes)
    context["hasSchemes"] = .boolean(!schemes.isEmpty)
    context["schemes"] = .list(
        zip(swift.api.securitySchemes, schemes).map { .object(scheme($0, named: $1)) })
    let parameters = zip(swift.api.securitySchemes, schemes).map { scheme, name in
        SwiftCode.parameter(name, credentialType(scheme).optional, isOmissible: true)
    }
    context["credentialsInitializer"] = SwiftCode.list(
        [swift.accessCode, SwiftCode("init(")], parameters, [SwiftCode(") {")], indentation: 4)
    let server = swift.api.defaultServer?.url
    context["server"] =
        server.map { url in
            let head = [swift.accessCode, SwiftCode("static let defaultServer = serverURL(")]
            let literal = SwiftCode.of(SwiftStringLiteral(url))
            return .object([
                "declaration": SwiftCode.list(head, [literal], [SwiftCode(")")], indentation: 4)
            ])
        } ?? .absent
    let pages = swift.operations.compactMap { swift.pages(of: $0) }
    context["hasLinkedPages"] = .boolean(swift.linkedPages.any)
    context["pages"] = .list(pages.map { .object($0) })
    context["hasOwnServers"] = .boolean(swift.api.hasOwnServers)
    context["ownsPasswords"] = .boolean(
        swift.api.usesPasswords && swift.options.namespace == nil)
    context["usesDigest"] = .boolean(swift.api.usesDigest)
    return context
}

extension APIDescription {
    /// Where a client calls unless it is told otherwise; none where the address has to be filled in.
    var defaultServer: Server? {
        servers.first.flatMap { $0.value.placeholders.isEmpty ? $0.value : nil }
    }

    /// Whether a client has somewhere to go by itself, and some operations are elsewhere.
    var hasOwnServers: Bool {
        defaultServer != nil && operations.contains { $0.ownServer != nil }
    }

    var usesDigest: Bool { securitySchemes.contains { $0.kind.value == .digest } }
}

extension APIDescription {
    fileprivate var usesPasswords: Bool {
        securitySchemes.contains { $0.kind.value == .basic || $0.kind.value == .digest }
    }
}

/// What a credential of each scheme is called.
func schemeNames(_ schemes: [SecurityScheme]) -> [SwiftIdentifier] {
    var scope = IdentifierScope()
    return schemes.map { scope.member($0.name) }
}

private func credentialType(_ scheme: SecurityScheme) -> SwiftType {
    switch scheme.kind.value {
    case .basic, .digest: .known("UserPassword")
    case .bearer, .header, .query, .cookie, .other: .known("String")
    }
}

private func scheme(_ scheme: SecurityScheme, named name: SwiftIdentifier) -> TemplateObject {
    var context: TemplateObject = [
        "name": name.value, "type": credentialType(scheme).optional.value,
        "wireName": SwiftStringLiteral(scheme.name).value,
        "doc": SwiftDocComment(scheme.description?.value ?? "", indentation: 4, limit: 2).value,
        "isHeader": .boolean(false), "isQuery": .boolean(false), "isBasic": .boolean(false),
        "isDigest": .boolean(false), "field": SwiftStringLiteral("").value,
        "prefix": SwiftStringLiteral("").value, "hasPrefix": .boolean(false),
        "carrier": SwiftCode.declaration(
            [SwiftCode("static let "), .of(name), SwiftCode(" =")], [SwiftCode("SecurityScheme(")],
            [.of(SwiftStringLiteral(scheme.name)), carrier(of: scheme.kind.value)],
            [SwiftCode(")")], indentation: 8),
    ]
    func header(_ field: String, _ prefix: String) {
        context["isHeader"] = .boolean(true)
        context["field"] = SwiftStringLiteral(field).value
        context["prefix"] = SwiftStringLiteral(prefix).value
        context["hasPrefix"] = .boolean(!prefix.isEmpty)
    }
    switch scheme.kind.value {
    case .bearer: header("Authorization", "Bearer ")
    case .header(let name, let prefix): header(name, prefix)
    case .cookie(let name): header("Cookie", name + "=")
    case .other: header("Authorization", "")
    case .query(let name):
        context["isQuery"] = .boolean(true)
        context["field"] = SwiftStringLiteral(name).value
    case .basic: context["isBasic"] = .boolean(true)
    case .digest: context["isDigest"] = .boolean(true)
    }
    return context
}

/// Where requests carry a credential, as the generated router looks for it.
private func carrier(of kind: SecurityScheme.Kind) -> SwiftCode {
    func call(_ name: StaticString, _ arguments: [SwiftCode]) -> SwiftCode {
        .joined([SwiftCode(name), .listed(arguments), SwiftCode(")")])
    }
    func header(_ name: String, _ prefix: String) -> SwiftCode {
        let label = SwiftCode.joined([SwiftCode("prefix: "), .of(SwiftStringLiteral(prefix))])
        return call(".header(", [.of(SwiftStringLiteral(name)), label])
    }
    switch kind {
    case .bearer: return header("Authorization", "Bearer ")
    case .header(let name, let prefix): return header(name, prefix)
    case .other: return header("Authorization", "")
    case .query(let name): return call(".query(", [.of(SwiftStringLiteral(name))])
    case .cookie(let name): return call(".cookie(", [.of(SwiftStringLiteral(name))])
    case .basic: return SwiftCode(".basic")
    case .digest: return SwiftCode(".digest")
    }
}

/// The paths of the documented servers, longest first: requests that a server receives may begin
/// with one, the routes do not.
private func basePaths(_ swift: SwiftAPI) -> TemplateValue {
    let servers = swift.api.servers + swift.api.operations.flatMap(\.servers)
    var bases: [String] = []
    for server in servers {
        guard let host = server.value.url.firstRange(of: "://")?.upperBound else { continue }
        let rest = server.value.url[host...]
        guard let slash = rest.firstIndex(of: "/") else { continue }
        let base = String(rest[slash...])
        if base != "/", !base.contains("{"), !bases.contains(base) { bases.append(base) }
    }
    bases.sort { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    let head = [swift.accessCode, SwiftCode("static let bases: [String] = [")]
    return SwiftCode.list(
        head, bases.map { .of(SwiftStringLiteral($0)) }, [SwiftCode("]")], indentation: 4)
}

extension Operation {
    /// Where it is if not where the others are; none where that has to be filled in.
    var ownServer: Server? {
        servers.first.flatMap { $0.value.placeholders.isEmpty ? $0.value : nil }
    }

    /// What to do instead, where the page says so in a line.
    var deprecationReason: TemplateValue {
        guard var reason = deprecated?.value[...] else { return .absent }
        // The compiler says that much itself.
        for word in ["Deprecated:", "Deprecated."] where reason.hasPrefix(word) {
            reason = reason.dropFirst(word.count).drop { $0 == " " }
        }
        guard !reason.isEmpty, reason.utf8.count <= 60 else { return .absent }
        return SwiftStringLiteral(String(reason)).value
    }
}

extension SwiftAPI {
    fileprivate func operation(_ swift: SwiftOperation) -> TemplateObject {
        let operation = swift.operation
        let input = InputContext(swift, in: self)
        let outputs = outputs(of: operation)
        let outputContexts = outputs.map { TemplateValue.object($0.context) }
        let title = operation.summary?.value ?? operation.description?.value ?? ""
        let line = "`\(operation.method.value.rawValue) \(operation.path.value.text)`"
        var context: TemplateObject = [
            "method": swift.method.value,
            "output": swift.output.value,
            "doc": SwiftDocComment(
                title.isEmpty ? line : "\(line): \(title)", indentation: 4, limit: 3
            ).value,
            "details": .list(details(of: operation, title, input)),
            "isDeprecated": .boolean(operation.deprecated != nil),
            "reason": operation.deprecationReason,
            "requirement": signature(swift, input, access: SwiftCode(""), .requirement),
            "implementation": signature(swift, input, access: accessCode, .implementation),
            "call": signature(swift, input, access: accessCode, .call),
            "accessRequirement": accessRequirement(swift),
            "routing": SwiftCode.list(
                [SwiftCode("private static func "), .of(swift.method), SwiftCode("(")],
                [.joined([SwiftCode("_ api: some "), .of(protocolName)])],
                [SwiftCode(") -> Route {")], indentation: 4),
            "route": input.route,
            "sending": sending(operation),
            "outputs": .list(outputContexts),
            "hasDefault": .boolean(operation.responses.contains { $0.status.value == .default }),
        ]
        input.add(to: &context)
        // The first documented success, whose value everything else is thrown beside.
        context["success"] =
            outputs.firstIndex(where: \.isSuccess).map { outputContexts[$0] } ?? .absent
        context["getting"] =
            outputs.first(where: \.isSuccess).map { SwiftCode.getter(of: $0.type, accessCode) }
            ?? .absent
        let leavesSuccess = outputs.allSatisfy {
            !$0.isSuccess && $0.response.status.value != .default
        }
        context["leavesSuccess"] = .boolean(leavesSuccess)
        context["readsStatus"] = .boolean(!outputs.isEmpty)
        return context
    }

    /// What stands below the line that names an operation: what the page says of it, and of its
    /// parameters.
    private func details(
        of operation: Operation, _ title: String, _ input: InputContext
    ) -> [TemplateValue] {
        let text = operation.description?.value ?? ""
        // What is deprecated says so in an attribute.
        let isSaid = text == title || text == operation.deprecated?.value
        let said = isSaid ? "" : remark(text, beside: title)
        let prose = said.isEmpty ? nil : SwiftDocComment(said, indentation: 4, limit: 4)
        return [prose, input.doc].compactMap { doc in
            doc.map { .object(["doc": $0.value]) }
        }
    }

    enum SignatureUse {
        /// In the protocol: no defaults, no body.
        case requirement
        /// By a type that answers: no defaults.
        case implementation
        /// By the client: what may be left out has a default.
        case call
    }

    func signature(
        _ swift: SwiftOperation, _ input: InputContext, access: SwiftCode, _ use: SignatureUse
    ) -> TemplateValue {
        let parameters = input.fields.map { field in
            SwiftCode.parameter(
                field.name, field.type, isOmissible: use == .call && field.isOmissible)
        }
        let end = use == .requirement ? SwiftCode("") : SwiftCode(" {")
        if parameters.isEmpty {
            return SwiftCode.bareSignature(
                [access, SwiftCode("func "), .of(swift.method), SwiftCode("()")],
                [SwiftCode("async throws -> "), .of(swift.output)], opensBody: use != .requirement)
        }
        return SwiftCode.list(
            [access, SwiftCode("func "), .of(swift.method), SwiftCode("(")], parameters,
            [SwiftCode(") async throws -> "), .of(swift.output), end], indentation: 4)
    }

    /// What a call hands on: the request, and the schemes that it may be authenticated with.
    private func sending(_ operation: Operation) -> TemplateValue {
        var arguments = [SwiftCode("request")]
        if !api.securitySchemes.isEmpty {
            arguments.append(SwiftCode.stringArray(operation.security.map(\.value)))
        }
        if api.defaultServer != nil, let server = operation.ownServer {
            arguments.append(.joined([SwiftCode("at: "), .of(SwiftStringLiteral(server.url))]))
        }
        return SwiftCode.call(
            [SwiftCode("let response = try await send(")], arguments, indentation: 8)
    }

    private func accessRequirement(_ swift: SwiftOperation) -> TemplateValue {
        let operation = swift.operation
        let names = schemeNames(api.securitySchemes)
        let schemes = operation.security.compactMap { fact in
            api.securitySchemes.firstIndex { $0.name == fact.value }.map { index in
                SwiftCode.joined([SwiftCode("Scheme."), .of(names[index])])
            }
        }
        let permissions = SwiftCode.argument(
            SwiftCode("permissions: "), operation.permissions.map(\.value.name), indentation: 12)
        return SwiftCode.declaration(
            [SwiftCode("let access =")], [SwiftCode("AccessRequirement(")],
            [
                .joined([SwiftCode("operation: "), .of(SwiftStringLiteral(operation.id))]),
                .joined([SwiftCode("schemes: ["), .listed(schemes), SwiftCode("]")]),
                permissions,
            ], [SwiftCode(")")], indentation: 8)
    }
}
