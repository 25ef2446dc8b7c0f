import APIModel
import Mustache

/// The input of an operation: its parameters and its body as parameters of one function.
struct InputContext {
    private(set) var fields: [Field] = []
    /// How the router finds the operation: `Route("GET", access, path: "/loans/", nil) { call in`.
    let route: TemplateValue
    private let path: [SwiftCode]
    private let verb: SwiftCode
    private let method: SwiftIdentifier
    private let body: TemplateValue
    private let streamedStatuses: [Int]

    struct Field {
        let name: SwiftIdentifier
        let type: SwiftType
        let isOmissible: Bool
        /// How a server reads it from a call: `skip: try call.query("$skip")`.
        let decoding: SwiftCode
        /// What stands for it in a request: its name, or its values as one text.
        let sent: SwiftCode
        let context: TemplateObject
        /// What the page says of it.
        let description: String
        /// Where it stands in a request, for what the page says nothing of: `page` of the query
        let place: String
    }

    /// What the page says of the inputs, as one comment. Readers of Swift want all of them or none:
    /// beside others, one without a word is documented by its place.
    var doc: SwiftDocComment? {
        let remarks = fields.map { remark($0.description, beside: $0.name.name) }
        guard remarks.contains(where: { !$0.isEmpty }) else { return nil }
        let parameters = zip(fields, remarks).map { field, remark in
            (field.name, remark.isEmpty ? field.place : remark)
        }
        return SwiftDocComment(parameters: parameters, indentation: 4, limit: 4)
    }

    init(_ operation: SwiftOperation, in swift: SwiftAPI) {
        var reserved: Set<String> = ["request", "response", "call", "api", "send", "segment"]
        if operation.pages != nil { reserved.formUnion(["answer", "links", "output"]) }
        var scope = IdentifierScope(reserving: reserved)
        var fields: [Field] = []
        var segments: [Int: SwiftCode] = [:]
        let captures = operation.operation.path.value.placeholders
        for (index, parameter) in operation.operation.parameters.enumerated() {
            let name = scope.member(parameter.givenName?.value ?? parameter.name.value)
            let field = Field(
                parameter, named: name, query: operation.queries[index],
                capture: captures.firstIndex(of: parameter.name.value), in: swift)
            segments[index] = field.sent
            fields.append(field)
        }
        body = InputContext.body(of: operation.operation, &scope, &fields, in: swift)
        path = operation.operation.pathSteps(segments)
        verb = .of(SwiftStringLiteral(operation.operation.method.value.rawValue))
        route = InputContext.route(of: operation.operation)
        method = operation.method
        streamedStatuses = operation.operation.streamedStatuses
        self.fields = fields
    }

    /// Whether anything but the path goes into the request.
    var changesRequest: Bool {
        !streamedStatuses.isEmpty
            || fields.contains { field in
                if case .boolean(true)? = field.context["isPath"] { return false }
                return true
            }
    }

    func add(to context: inout TemplateObject) {
        context["fields"] = .list(fields.map { .object($0.context) })
        let keyword = changesRequest ? SwiftCode("var request = ") : SwiftCode("let request = ")
        context["request"] = SwiftCode.call(
            [keyword, SwiftCode("HTTPRequest(")], [verb] + path, indentation: 8)
        context["body"] = body
        context["hasStreamedStatuses"] = .boolean(!streamedStatuses.isEmpty)
        context["streamedStatuses"] =
            SwiftCode.listed(streamedStatuses.map { SwiftCode($0) }).value
        context["decoded"] = SwiftCode.list(
            [SwiftCode("switch try await api."), .of(method), SwiftCode("(")],
            fields.map(\.decoding), [SwiftCode(") {")], indentation: 12)
    }

    private static func route(of operation: Operation) -> TemplateValue {
        var parts = [
            SwiftCode.of(SwiftStringLiteral(operation.method.value.rawValue)), SwiftCode("access"),
        ]
        if let body = operation.requestBody {
            let documented = body.mediaTypes.map(\.value)
            let accepts = documented.isEmpty ? ["application/json"] : documented
            parts.append(.joined([SwiftCode("accepts: "), .stringArray(accepts)]))
            if body.isStreamed { parts.append(SwiftCode("takesStream: true")) }
        }
        var path = operation.routePattern
        path[0] = .joined([SwiftCode("path: "), path[0]])
        return SwiftCode.list(
            [SwiftCode("return Route(")], parts + path, [SwiftCode(") { call in")], indentation: 8)
    }

    private static func body(
        of operation: Operation, _ scope: inout IdentifierScope, _ fields: inout [Field],
        in swift: SwiftAPI
    ) -> TemplateValue {
        guard let body = operation.requestBody else { return .absent }
        let isJSON = body.isJSON
        let form = body.formSchema(in: swift.schemas) == nil ? nil : body.form
        let isTyped = isJSON || form != nil
        var type = isTyped ? swift.type(of: body.schema.shape.value) : body.bytesType
        let isRequired = body.required?.value ?? operation.method.value.sendsBody
        if !isRequired { type = type.optional }
        let name = scope.member("body")
        let context: TemplateObject = [
            "name": name.value, "type": type.value, "isJSON": .boolean(isJSON),
            "isURLEncoded": .boolean(!isJSON && form == .urlEncoded),
            "isMultipart": .boolean(!isJSON && form == .multipart),
            "isData": .boolean(!isTyped && !body.isStreamed),
            "isStreamed": .boolean(body.isStreamed),
            "isRequired": .boolean(isRequired),
            "mediaType": SwiftStringLiteral(
                body.mediaTypes.first?.value ?? "application/json"
            ).value,
        ]
        var field = context
        field["adding"] = .list([])
        for flag in ["isPath", "isQuery", "isHeader", "isCookie", "isList"] {
            field[flag] = .boolean(false)
        }
        field["isBody"] = .boolean(true)
        field["wireName"] = SwiftStringLiteral("body").value
        fields.append(
            Field(
                name: name, type: type, isOmissible: !isRequired,
                decoding: .decoding(
                    name,
                    body.isStreamed
                        ? "stream" : decoding(isJSON: isJSON, isForm: form != nil, isRequired), []),
                sent: .of(name), context: field, description: body.description?.value ?? "",
                place: "The body of the request."))
        return .object(context)
    }
}

/// What reads a body of a call.
private func decoding(isJSON: Bool, isForm: Bool, _ isRequired: Bool) -> StaticString {
    switch (isJSON, isForm) {
    case (true, true): isRequired ? "formOrJSON" : "formOrJSONIfPresent"
    case (true, false): isRequired ? "json" : "jsonIfPresent"
    case (false, true): isRequired ? "form" : "formIfPresent"
    case (false, false): "data"
    }
}

extension InputContext.Field {
    init(
        _ parameter: Parameter, named name: SwiftIdentifier, query: SwiftIdentifier?,
        capture: Int?, in swift: SwiftAPI
    ) {
        var (type, isList) = swift.type(of: parameter)
        if let query { (type, isList) = (.named(query, isText: true), false) }
        let location = parameter.location.value
        let isRequired = location == .path || parameter.required?.value == true
        if !isRequired { type = type.optional }
        self.name = name
        self.type = type
        isOmissible = !isRequired
        let wireName = SwiftCode.of(SwiftStringLiteral(parameter.wireName))
        let separator = isList ? parameter.separator : nil
        let limits = [
            separator.map { SwiftCode.joined([SwiftCode("by: "), $0]) }
                ?? SwiftCode.limits(parameter.schema.constraints, of: parameter.schema.shape.value)
        ].compactMap { $0 }
        let isRepeated = isList && separator == nil
        switch location {
        case .path:
            decoding = .decoding(name, "path", [SwiftCode(capture ?? 0), wireName] + limits)
        case .query:
            decoding = .decoding(name, isRepeated ? "queryList" : "query", [wireName] + limits)
        case .header: decoding = .decoding(name, "header", [wireName] + limits)
        case .cookie: decoding = .decoding(name, "cookie", [wireName] + limits)
        }
        sent =
            separator.map { SwiftCode.joining(name, isOptional: !isRequired, by: $0) } ?? .of(name)
        let adds: SwiftCode
        switch location {
        case .path, .query: adds = SwiftCode("request.addQuery(")
        case .header: adds = SwiftCode("request.addHeader(")
        case .cookie: adds = SwiftCode("try request.addCookie(")
        }
        let adding = SwiftCode.list(
            [adds], [wireName, sent], [SwiftCode(")")],
            indentation: 8)
        context = [
            "name": name.value, "type": type.value, "isRequired": .boolean(isRequired),
            "adding": location == .path ? .list([]) : adding,
            "isPath": .boolean(location == .path), "isQuery": .boolean(location == .query),
            "isHeader": .boolean(location == .header), "isCookie": .boolean(location == .cookie),
            "isBody": .boolean(false), "isList": .boolean(isList), "isJSON": .boolean(false),
            "wireName": SwiftStringLiteral(parameter.name.value).value,
        ]
        description = parameter.description?.value ?? ""
        place = parameter.place
    }
}

extension Parameter {
    /// Where it stands in a request, in words.
    fileprivate var place: String {
        switch location.value {
        case .path: "`\(name.value)` of the path."
        case .query: "`\(name.value)` of the query."
        case .header: "The header `\(name.value)`."
        case .cookie: "The cookie `\(name.value)`."
        }
    }
}

extension Operation {
    /// The path as a client writes it: literals and inputs in order.
    fileprivate func pathSteps(_ segments: [Int: SwiftCode]) -> [SwiftCode] {
        path.value.parts.map { part in
            switch part {
            case .literal(let text):
                return .of(SwiftStringLiteral(text))
            case .placeholder(let placeholder):
                let index = parameters.firstIndex { parameter in
                    parameter.location.value == .path && parameter.name.value == placeholder
                }
                guard let segment = index.flatMap({ segments[$0] }) else {
                    return .of(SwiftStringLiteral("{\(placeholder)}"))
                }
                return .joined([SwiftCode("segment("), segment, SwiftCode(")")])
            }
        }
    }

    /// The path as the router matches it, without the query that some pages write behind it.
    fileprivate var routePattern: [SwiftCode] {
        var parts: [SwiftCode] = []
        for part in path.value.parts {
            switch part {
            case .literal(let text):
                let end = text.firstIndex { $0 == "?" || $0 == "#" } ?? text.endIndex
                if end > text.startIndex {
                    parts.append(.of(SwiftStringLiteral(String(text[..<end]))))
                }
                if end < text.endIndex { return parts }
            case .placeholder: parts.append(SwiftCode("nil"))
            }
        }
        return parts.isEmpty ? [.of(SwiftStringLiteral("/"))] : parts
    }
}
