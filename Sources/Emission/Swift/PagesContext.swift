import APIModel
import Mustache

extension SwiftAPI {
    /// The function of a client that walks through all pages of a list; `nil` where there are
    /// none, or the types do not have what it needs.
    func pages(of operation: SwiftOperation) -> TemplateObject? {
        guard let name = operation.pages,
            let paging = paging(of: operation.operation, schemas),
            let body = operation.operation.success?.body?.schema.shape.value,
            let access = PageAccess(body, paging, in: self),
            let index = operation.operation.parameters.firstIndex(where: {
                $0.location.value == .query && $0.name.value == paging.parameter
            })
        else { return nil }
        let input = InputContext(operation, in: self)
        let parameters = input.fields.map {
            SwiftCode.parameter($0.name, $0.type, isOmissible: $0.isOmissible)
        }
        let moving = SwiftCode.of(input.fields[index].name)
        return [
            "method": operation.method.value,
            "signature": SwiftCode.list(
                [accessCode, SwiftCode("func "), .of(name), SwiftCode("(")], parameters,
                [SwiftCode(") -> "), .of(access.pages), SwiftCode(" {")], indentation: 4),
            "opening": SwiftCode.joined([
                SwiftCode("Pages("), paging.style.label, moving, SwiftCode(") { "), moving,
                SwiftCode(" in"),
            ]).value,
            "call": SwiftCode.list(
                [SwiftCode("try await "), .of(operation.method), SwiftCode("(")],
                input.fields.map { SwiftCode.argument($0.name) }, [SwiftCode(").get()")],
                indentation: 12),
            "parts": SwiftCode.commaSeparated(access.parts),
        ]
    }
}

extension Paging.Style {
    fileprivate var label: SwiftCode {
        switch self {
        case .offset: SwiftCode("offset: ")
        case .page: SwiftCode("page: ")
        case .cursor: SwiftCode("cursor: ")
        }
    }
}

/// How the parts of a page are reached from a body, `$0`.
private struct PageAccess {
    let pages: SwiftType
    let parts: [SwiftCode]

    init?(_ body: Shape, _ paging: Paging, in swift: SwiftAPI) {
        let list = paging.items.map { [$0] } ?? []
        guard let items = swift.member(list, of: body),
            case .array(let element) = items.shape
        else { return nil }
        func optional(_ path: [String]?) -> SwiftCode? {
            guard let path else { return SwiftCode("nil") }
            return swift.member(path, of: body)?.code
        }
        let found: [SwiftCode?]
        switch paging.style {
        case .offset(let total): found = [optional(total)]
        case .page(let total, let pages): found = [optional(total), optional(pages)]
        case .cursor(let next): found = [optional(next)]
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
}

extension SwiftAPI {
    /// The member at a path of wire names; `nil` where one is no plain property.
    fileprivate func member(_ path: [String], of body: Shape) -> MemberAccess? {
        var access = MemberAccess(code: SwiftCode("$0"), shape: body)
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
