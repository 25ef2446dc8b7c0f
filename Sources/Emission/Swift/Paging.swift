import APIModel

/// How a list goes on behind its first page, as far as an operation's parameters and the members
/// of its success prove it.
package struct Paging: Equatable, Sendable {
    package var style: Style
    /// The name of the query parameter that moves on; `nil` where a link does.
    package var parameter: String?
    /// The member with the items; `nil` where the body itself is the list.
    package var items: String?

    package enum Style: Equatable, Sendable {
        /// The parameter counts items that are left out.
        case offset(total: [String]?)
        /// The parameter counts pages, the first of which has the number `first`.
        case page(first: Int, total: [String]?, pages: [String]?)
        /// The parameter takes what a member of the last answer says; the member's path.
        case cursor(next: [String])
        /// A member holds the address of the next page; the member's path.
        case link(next: [String])
        /// The header `Link` does (RFC 8288).
        case linkHeader
    }
}

/// The paging of an operation; `nil` where anything is in doubt, since a loop that leaves items out
/// or never ends is worse than none.
package func paging(of operation: Operation, _ schemas: [String: NamedSchema]) -> Paging? {
    guard operation.method.value == .get, let body = operation.success?.body, body.isJSON,
        body.schema.nullable?.value != true
    else { return nil }
    var evidence = PagingEvidence(operation)
    switch body.schema.shape.value {
    case .array: break
    case .reference(let name):
        guard case .object(let object)? = schemas[name]?.definition else { return nil }
        let lists = object.properties.filter { property in
            guard case .array = property.schema.shape.value else { return false }
            return property.words.last != "links"
        }
        guard lists.count == 1 else { return nil }
        evidence.items = lists.first?.name.value
        evidence.note(object, schemas)
    case .unknown, .boolean, .integer, .number, .decimal, .string, .dictionary, .unresolved:
        return nil
    }
    return evidence.cursor ?? evidence.page ?? evidence.offset ?? evidence.link
}

private struct PagingEvidence {
    private let parameters: [Parameter]
    var items: String?
    /// What the body says beside its items: each member's words, shape and path.
    private var members: [(words: [String], shape: Shape, path: [String])] = []
    /// The first member that holds the address of the next page.
    private var next: [String]?
    private let hasLinkHeader: Bool

    init(_ operation: Operation) {
        parameters = operation.parameters.filter { $0.location.value == .query }
        hasLinkHeader = operation.success?.headers.contains { $0.isLink } ?? false
    }

    /// Members of the body, and of the one object in it that speaks of pages.
    mutating func note(_ object: ObjectSchema, _ schemas: [String: NamedSchema]) {
        for property in object.properties {
            let shape = property.schema.shape.value
            members.append((property.words, shape, [property.name.value]))
            next = next ?? property.nextAddress(below: [], schemas)
            guard case .reference(let name) = shape, property.isAboutPages,
                case .object(let inner)? = schemas[name]?.definition
            else { continue }
            members += inner.properties.map {
                ($0.words, $0.schema.shape.value, [property.name.value, $0.name.value])
            }
            for member in inner.properties {
                next = next ?? member.nextAddress(below: [property.name.value], schemas)
            }
        }
    }

    var link: Paging? {
        if let next { return Paging(style: .link(next: next), parameter: nil, items: items) }
        return hasLinkHeader ? Paging(style: .linkHeader, parameter: nil, items: items) : nil
    }

    var cursor: Paging? {
        for member in members where member.words.first == "next" {
            for parameter in parameters where parameter.required?.value != true {
                let isNamed = member.words.dropFirst().starts(with: parameter.words)
                let isOnly = member.words.count == 1 && parameter.isCursor
                guard isNamed || isOnly, parameter.schema.shape.value == member.shape,
                    member.shape == .integer || member.shape == .string(.plain)
                else { continue }
                return paging(parameter, .cursor(next: member.path))
            }
        }
        return nil
    }

    var page: Paging? {
        // Beside an offset, a number of pages is another way to ask for the same.
        guard integer(named: [["skip"], ["offset"]]) == nil,
            let parameter = integer(named: [["page"], ["page", "number"]])
        else { return nil }
        let pages = member(named: [["total", "pages"], ["page", "count"]])
        let isSized =
            integer(named: [["per", "page"], ["page", "size"], ["limit"], ["size"]]) != nil
        guard isSized || total != nil || pages != nil else { return nil }
        return paging(parameter, .page(first: parameter.firstPage, total: total, pages: pages))
    }

    var offset: Paging? {
        let isSized = integer(named: [["limit"], ["top"], ["size"], ["count"]]) != nil
        if isSized || total != nil, let parameter = integer(named: [["skip"], ["offset"]]) {
            return paging(parameter, .offset(total: total))
        }
        // A start alone could be a time or an index of anything.
        if isSized, total != nil, let parameter = integer(named: [["start"]]) {
            return paging(parameter, .offset(total: total))
        }
        return nil
    }

    private var total: [String]? {
        member(named: [
            ["total"], ["total", "count"], ["total", "items"], ["total", "results"],
            ["total", "rows"], ["total", "elements"],
        ])
    }

    private func member(named names: [[String]]) -> [String]? {
        members.first { $0.shape == .integer && names.contains($0.words) }?.path
    }

    private func integer(named names: [[String]]) -> Parameter? {
        parameters.first { $0.schema.shape.value == .integer && names.contains($0.words) }
    }

    private func paging(_ parameter: Parameter, _ style: Paging.Style) -> Paging {
        Paging(style: style, parameter: parameter.name.value, items: items)
    }
}

extension Operation {
    /// The first documented answer of the second hundred.
    var success: Response? {
        responses.first { response in
            if case .code(200..<300) = response.status.value { return true }
            return false
        }
    }
}

extension Property {
    fileprivate var words: [String] { identifierWords(name.value).map { $0.lowercased() } }

    fileprivate var isAboutPages: Bool {
        [["pagination"], ["paging"], ["page", "info"], ["meta"], ["metadata"], ["links"]]
            .contains(words)
    }

    /// The path of what leads to the next page: `next_url`, `next` with an address in it, or an
    /// object `next` with a member `href`.
    fileprivate func nextAddress(
        below path: [String], _ schemas: [String: NamedSchema]
    ) -> [String]? {
        guard words.first == "next" else { return nil }
        let path = path + [name.value]
        let isNamed =
            ["url", "uri", "link", "href"].contains(words.last)
            && (words.count == 2 || words.count == 3 && words[1] == "page")
        switch schema.shape.value {
        case .string(.uri):
            return isNamed || words.count == 1 || words == ["next", "page"] ? path : nil
        case .string(.plain):
            return isNamed || words.count == 1 && schema.showsAddress ? path : nil
        case .reference(let name):
            guard words.count == 1, case .object(let object)? = schemas[name]?.definition,
                let href = object.properties.first(where: { $0.words == ["href"] }),
                case .string = href.schema.shape.value
            else { return nil }
            return path + [href.name.value]
        case .unknown, .boolean, .integer, .number, .decimal, .string, .array, .dictionary,
            .unresolved:
            return nil
        }
    }
}

extension Schema {
    /// Whether its example is an address or a path.
    fileprivate var showsAddress: Bool {
        guard case .string(let text)? = example?.value.node else { return false }
        return ["/", "?", "http://", "https://"].contains { text.hasPrefix($0) }
    }
}

extension Parameter {
    var isLink: Bool { name.value.lowercased() == "link" }

    fileprivate var words: [String] { identifierWords(name.value).map { $0.lowercased() } }

    /// 0 where the page says that counting begins there, as it does who calls a page an index.
    fileprivate var firstPage: Int {
        if schema.constraints.minimum?.value == "0" { return 0 }
        if case .number("0")? = schema.defaultValue?.value.node { return 0 }
        let text = schema.description?.value.lowercased() ?? ""
        let words = text.split { $0.isWhitespace || "().,;".contains($0) }
        let said: Set<Substring> = ["zero-based", "0-based", "zero-indexed", "0-indexed"]
        return said.isDisjoint(with: words) ? 1 : 0
    }

    fileprivate var isCursor: Bool {
        let names = [["cursor"], ["marker"], ["from"], ["after"], ["page", "token"], ["bookmark"]]
        return names.contains(words)
    }
}
