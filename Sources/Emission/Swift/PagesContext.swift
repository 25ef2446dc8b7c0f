import APIModel
import Mustache

/// What `Pages.swift` is made from.
func pagesContext(_ swift: SwiftAPI) -> TemplateObject {
    var context = swift.commonContext
    let linked = swift.linkedPages
    let isShared = swift.options.namespace != nil
    context["hasLinkedPages"] = .boolean(isShared || linked.any)
    context["hasLinkHeaders"] = .boolean(isShared || linked.headers)
    return context
}

extension SwiftAPI {
    /// The function of a client that walks through all pages of a list; `nil` where there are
    /// none, or the types do not have what it needs.
    func pages(of operation: SwiftOperation) -> TemplateObject? {
        guard let name = operation.pages,
            let paging = paging(of: operation.operation, schemas),
            let body = operation.operation.success?.body?.schema.shape.value,
            let access = PageAccess(body, paging, in: self)
        else { return nil }
        let input = InputContext(operation, in: self)
        let parameters = input.fields.map {
            SwiftCode.parameter($0.name, $0.type, isOmissible: $0.isOmissible)
        }
        var context: TemplateObject = [
            "method": operation.method.value,
            "isDeprecated": .boolean(operation.operation.deprecated != nil),
            "reason": operation.operation.deprecationReason,
            "signature": SwiftCode.list(
                [accessCode, SwiftCode("func "), .of(name), SwiftCode("(")], parameters,
                [SwiftCode(") -> "), .of(access.pages), SwiftCode(" {")], indentation: 4),
            "parts": SwiftCode.commaSeparated(access.parts),
            "opening": .absent, "guarding": .absent,
            "hasGuard": .boolean(paging.style == .linkHeader),
            "isLinked": .boolean(paging.parameter == nil),
        ]
        if paging.parameter == nil {
            let isHeader = paging.style == .linkHeader
            context["guarding"] = isHeader ? guarding(operation.operation) : .absent
            context["call"] = call(
                operation, input, isHeader ? "let output = " : "let answer = ",
                on: "following($0).", isHeader ? ")" : ").get()")
            return context
        }
        guard
            let index = operation.operation.parameters.firstIndex(where: {
                $0.location.value == .query && $0.name.value == paging.parameter
            })
        else { return nil }
        let moving = SwiftCode.of(input.fields[index].name)
        context["opening"] =
            SwiftCode.joined([
                SwiftCode("Pages("), paging.style.label, moving, paging.style.start,
                SwiftCode(") { "), moving, SwiftCode(" in"),
            ]).value
        context["call"] = call(operation, input, "", on: "", ").get()")
        return context
    }

    private func call(
        _ operation: SwiftOperation, _ input: InputContext, _ head: StaticString,
        on client: StaticString, _ tail: StaticString
    ) -> TemplateValue {
        SwiftCode.list(
            [
                SwiftCode(head), SwiftCode("try await "), SwiftCode(client), .of(operation.method),
                SwiftCode("("),
            ], input.fields.map { SwiftCode.argument($0.name) }, [SwiftCode(tail)],
            indentation: 12)
    }

    /// `.ok(let answer, let links, _)`: the success with the header that holds the link.
    private func guarding(_ operation: Operation) -> TemplateValue {
        guard let success = operation.success else { return .absent }
        let documented = outputs(of: operation)
        guard let output = documented.first(where: { $0.response.status == success.status }) else {
            return .absent
        }
        let headers = output.headers.map { $0.isLink ? SwiftCode("let links") : SwiftCode("_") }
        return SwiftCode.list(
            [SwiftCode("guard case ."), .of(output.name), SwiftCode("(")],
            [SwiftCode("let answer")] + headers, [SwiftCode(") = output else {")], indentation: 12)
    }

    /// Whether any list goes on by links, and by those in headers.
    var linkedPages: (any: Bool, headers: Bool) {
        let styles = operations.compactMap { operation in
            pages(of: operation).flatMap { _ in paging(of: operation.operation, schemas)?.style }
        }
        let isHeader = styles.contains(.linkHeader)
        let isLinked = styles.contains { style in
            if case .link = style { return true }
            return false
        }
        return (isHeader || isLinked, isHeader)
    }
}

extension Paging.Style {
    fileprivate var label: SwiftCode {
        switch self {
        case .offset: SwiftCode("offset: ")
        case .page: SwiftCode("page: ")
        case .cursor: SwiftCode("cursor: ")
        case .link, .linkHeader: SwiftCode("")
        }
    }

    /// The number of the first page, where it is not the usual one.
    fileprivate var start: SwiftCode {
        guard case .page(let first, _, _) = self, first != 1 else { return SwiftCode("") }
        return .joined([SwiftCode(", first: "), SwiftCode(first)])
    }
}

/// How the parts of a page are reached from a body: `$0`, or `answer` where a link leads on.
private struct PageAccess {
    let pages: SwiftType
    let parts: [SwiftCode]

    init?(_ body: Shape, _ paging: Paging, in swift: SwiftAPI) {
        let list = paging.items.map { [$0] } ?? []
        let root = paging.parameter == nil ? SwiftCode("answer") : SwiftCode("$0")
        guard let items = swift.member(list, of: body, called: root),
            case .array(let element) = items.shape
        else { return nil }
        func optional(_ path: [String]?) -> SwiftCode? {
            guard let path else { return SwiftCode("nil") }
            return swift.member(path, of: body, called: root)?.code
        }
        let found: [SwiftCode?]
        switch paging.style {
        case .offset(let total): found = [optional(total)]
        case .page(_, let total, let pages): found = [optional(total), optional(pages)]
        case .cursor(let next): found = [optional(next)]
        case .link(let next): found = [swift.member(next, of: body, called: root)?.text]
        case .linkHeader: found = [SwiftCode("nextLink(in: links)")]
        }
        let others = found.compactMap { $0 }
        guard others.count == found.count else { return nil }
        let itemsCode: SwiftCode =
            items.isOptional ? .joined([items.code, SwiftCode(" ?? []")]) : items.code
        parts = [itemsCode] + others
        guard element.nullable?.value != true else { return nil }
        pages = swift.type(of: element.shape.value).paged
    }
}

/// A member behind `$0`, such as `$0.pagination?.total`.
private struct MemberAccess {
    var code: SwiftCode
    var shape: Shape
    var isOptional = false

    /// As text, where it is an address.
    var text: SwiftCode {
        guard shape == .string(.uri) else { return code }
        return .joined([
            code, isOptional ? SwiftCode("?.absoluteString") : SwiftCode(".absoluteString"),
        ])
    }
}

extension SwiftAPI {
    /// The member at a path of wire names; `nil` where one is no plain property.
    fileprivate func member(
        _ path: [String], of body: Shape, called root: SwiftCode
    ) -> MemberAccess? {
        var access = MemberAccess(code: root, shape: body)
        for wireName in path {
            guard case .reference(let schema) = access.shape,
                case .object(let object)? = schemas[schema]?.definition
            else { return nil }
            var scope = IdentifierScope()
            let names = object.properties.map { scope.member($0.spelling) }
            guard let index = object.properties.firstIndex(where: { $0.name.value == wireName })
            else { return nil }
            let property = object.properties[index]
            let key = BoxedProperty(schema: schema, property: wireName)
            let isNullable = property.schema.nullable?.value == true
            let isRequired = property.required?.value == true
            guard !boxed.contains(key), !(isNullable && !isRequired && sent.contains(schema))
            else { return nil }
            access.code = .joined([
                access.code, access.isOptional ? SwiftCode("?.") : SwiftCode("."),
                .of(names[index]),
            ])
            access.shape = property.schema.shape.value
            access.isOptional = access.isOptional || isNullable || !isRequired
        }
        return access
    }
}
