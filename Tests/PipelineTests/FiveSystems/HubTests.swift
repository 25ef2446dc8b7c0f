import APIModel
import CaseSupport
import Testing

/// A flattened page: a query string with types in the request line, a grammar in one cell.
@Suite struct HubTests {
    let system = System(name: "Hub", seed: "003_446ef2c13dfdf670.txt")
    let path = "/organizations/{organization id}/users"

    @Test(arguments: Origin.allCases)
    func oneOperation(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        #expect(reading.api.operations.map(\.path.value.text) == [path])
        let operation = try #require(reading.api.operation("GET", path))
        #expect(operation.summary?.value == "Get All Users of a Organization")
        #expect(
            reading.api.servers.filter { !$0.value.url.contains("REST API URL") }.isEmpty,
            "the page names its server by a placeholder only")
    }

    @Test(arguments: Origin.allCases)
    func parameters(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        #expect(
            operation.parameters.map(\.name.value)
                == ["organization id", "fields", "$skip", "$top", "query", "orderBy"])
        let place = try #require(operation.parameter("organization id"))
        #expect(place.location.value == .path)
        #expect(place.required?.value == true)
        for parameter in operation.parameters.dropFirst() {
            #expect(parameter.location.value == .query)
            #expect(parameter.required?.value == false)
            #expect(parameter.description.map { reading.isOnPage($0.value) } == true)
        }
        let shapes = operation.parameters.map(\.schema.shape.value)
        #expect(shapes[1] == .string(.plain))
        #expect(shapes[2] == .integer)
        #expect(shapes[3] == .integer)
        #expect(shapes[4] == .string(.plain))
    }

    @Test(arguments: Origin.allCases)
    func orderOfUsers(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        let order = reading.api.enumeration(operation.parameter("orderBy")?.schema)
        #expect(order?.base == .string)
        #expect(
            order?.spellings
                == ["creationTime", "lastAccessTime", "login", "name", "username"])
    }

    @Test(arguments: Origin.allCases)
    func searchTerms(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let query = try #require(reading.api.operation("GET", path)?.parameter("query"))
        #expect(query.terms.map(\.documented) == hubSearchTerms)
        #expect(query.terms.filter { $0.description.value.isEmpty } == [])
        #expect(query.terms.filter { !reading.isOnPage($0.description.value) } == [])
        let leaking = query.terms.filter { term in
            term.description.value.contains("—") || term.description.value.hasSuffix(":")
        }
        #expect(leaking == [])
        #expect(
            reading.api.operation("GET", path)?.parameters.filter { !$0.terms.isEmpty }.count == 1)
    }

    /// `has` and `is` take one of a few words; the others stand for a value of the caller's.
    @Test(arguments: Origin.allCases)
    func literalTerms(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let query = try #require(reading.api.operation("GET", path)?.parameter("query"))
        for term in query.terms {
            let isLiteral = term.name == "has" || term.name == "is"
            #expect(
                term.arguments.allSatisfy { $0.isLiteral == isLiteral }, "\(term.documented)")
        }
    }

    @Test(arguments: Origin.allCases)
    func pageOfUsers(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        #expect(operation.statusCodes == [200, 400, 403, 404, 500])
        for response in operation.responses {
            #expect(response.description.map { reading.isOnPage($0.value) } == true)
        }
        let body = try #require(operation.response(200)?.body)
        let facts = """
            (root): object
            skip: integer
            top: integer
            total: integer
            users: array
            users[]: unresolved user
            """
        let places = outline(body.schema, in: reading.api)
        #expect(mismatches(facts, places) == [])
        #expect(undocumented(facts, places) == [])
    }
}

extension Term {
    /// As the page writes it.
    fileprivate var documented: String {
        guard let first = arguments.first else { return name }
        if first.label.isEmpty { return "\(name): \(first.value)" }
        return "\(name)(\(arguments.map { "\($0.label): \($0.value)" }.joined(separator: ", ")))"
    }
}
