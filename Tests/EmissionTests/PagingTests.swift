import APIModel
import SourceText
import Testing

@testable import Emission

/// What proves that a list has pages, and what does not.
@Suite struct PagingTests {
    private let users = ("users", Shape.array(Schema(fact(.string(.plain)))))

    @Test func offsetsWithATotal() {
        #expect(
            found(["$skip", "$top"], [users, ("total", .integer)])
                == Paging(style: .offset(total: ["total"]), parameter: "$skip", items: "users"))
        #expect(
            found(["start", "limit"], [users], about: ("pagination", ["total_count"]))
                == Paging(
                    style: .offset(total: ["pagination", "total_count"]), parameter: "start",
                    items: "users"))
        #expect(
            found(["offset", "limit"], [users])
                == Paging(style: .offset(total: nil), parameter: "offset", items: "users"))
    }

    @Test func numbersOfPages() {
        #expect(
            found(["page", "per_page"], [users], about: ("pagination", ["total_pages"]))
                == Paging(
                    style: .page(first: 1, total: nil, pages: ["pagination", "total_pages"]),
                    parameter: "page", items: "users"))
    }

    @Test(arguments: [
        ("Zero-based index of the page", 0), ("The page to show (0-based).", 0),
        ("The page to show", 1), ("Which of the 10-based pages", 1),
    ])
    func numbersOfPagesFromZero(_ text: String, _ first: Int) {
        #expect(
            found(["page", "size"], [users, ("totalElements", .integer)], saying: text)?.style
                == .page(first: first, total: ["totalElements"], pages: nil))
    }

    @Test func cursors() {
        #expect(
            found(["from", "limit"], [users, ("next", .integer), ("total", .integer)])
                == Paging(style: .cursor(next: ["next"]), parameter: "from", items: "users"))
        #expect(
            found(["start", "limit"], [users], about: ("pagination", ["next_start_index"]))
                == Paging(
                    style: .cursor(next: ["pagination", "next_start_index"]), parameter: "start",
                    items: "users"))
    }

    /// An address, and not what some parameter takes.
    @Test func links() {
        for (name, shape) in [("next_url", Shape.string(.plain)), ("next", .string(.uri))] {
            #expect(
                found(["limit"], [users, (name, shape)])
                    == Paging(style: .link(next: [name]), parameter: nil, items: "users"))
        }
        #expect(found(["limit"], [users, ("next", .string(.plain))]) == nil)
        #expect(found(["limit"], [users, ("next_url", .integer)]) == nil)
        #expect(found(["limit"], [users, ("next_state_url", .string(.uri))]) == nil)
    }

    /// A wrong guess would leave items out or never end.
    @Test func nothingWhereInDoubt() {
        #expect(found(["start", "limit"], [users]) == nil)
        #expect(found(["skip"], [users]) == nil)
        #expect(found(["page"], [users]) == nil)
        #expect(found(["limit"], [users, ("total", .integer)]) == nil)
        #expect(
            found(["cursor"], [users, ("next", .integer), ("x", .boolean)], of: .string(.plain))
                == nil)
        #expect(found(["skip", "top"], [users, ("teams", users.1), ("total", .integer)]) == nil)
        #expect(found(["skip", "top"], [("total", .integer)]) == nil)
        #expect(found(["skip", "top"], [users], method: .post) == nil)
    }

    /// Links beside the items are no items.
    @Test func leavesOutLinks() {
        let links = ("user_links", users.1)
        #expect(found(["skip", "top"], [links, users])?.items == "users")
    }

    /// The paging of an operation with these query parameters and these members of its success.
    private func found(
        _ parameters: [String], _ members: [(String, Shape)],
        about pages: (name: String, numbers: [String])? = nil, of shape: Shape = .integer,
        method: Method = .get, saying text: String? = nil
    ) -> Paging? {
        var operation = Operation(
            id: "listUsers", method: fact(method), path: fact(PathTemplate([.literal("/users")])))
        operation.parameters = parameters.map {
            var schema = Schema(fact(shape))
            schema.description = text.map(fact)
            return Parameter(name: fact($0), location: fact(.query), schema: schema)
        }
        var response = Response(status: fact(.code(200)))
        response.body = Body(schema: Schema(fact(.reference("Page"))))
        operation.responses = [response]
        var members = members
        var schemas: [String: NamedSchema] = [:]
        if let pages {
            members.append((pages.name, .reference("Pagination")))
            schemas["Pagination"] = object("Pagination", pages.numbers.map { ($0, .integer) })
        }
        schemas["Page"] = object("Page", members)
        return paging(of: operation, schemas)
    }
}

private func object(_ name: String, _ members: [(String, Shape)]) -> NamedSchema {
    let properties = members.map { Property(name: fact($0.0), schema: Schema(fact($0.1))) }
    return NamedSchema(name: name, definition: .object(ObjectSchema(properties: properties)))
}
