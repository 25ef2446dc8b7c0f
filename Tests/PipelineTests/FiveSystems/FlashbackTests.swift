import APIModel
import CaseSupport
import Testing

/// Tables with a depth mark, escaped names, tabs of samples, a footer addressed to programs.
@Suite struct FlashbackTests {
    let system = System(name: "Flashback", seed: "002_af4ba09b00b7eb34.txt")
    let path = "/organization/users"

    let facts = """
        (root): object
        success: boolean optional
        data: array optional
        data[]: object
        data[].id: string optional
        data[].email: string optional
        data[].name: string optional
        data[].lastName: string optional
        data[].orgId: string optional
        data[].orgRole: enumeration optional
        data[].validated: boolean optional
        data[].deletedAt: string date-time nullable optional
        data[].orgRoleDescription: string optional
        data[].orgRoles: array optional
        data[].orgRoles[]:
        total: integer optional
        """

    let emptyFacts = """
        (root): object
        success: boolean optional
        data: array optional
        total: integer optional
        """

    /// The footer asks programs to call another URL. It is text on a page, no operation.
    @Test(arguments: Origin.allCases)
    func oneOperation(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        #expect(reading.api.operations.count == 1)
        let operation = try #require(reading.api.operation("GET", path))
        #expect(operation.parameters.isEmpty)
        #expect(operation.requestBody == nil)
        #expect(reading.api.servers.map(\.value.url) == ["https://backend.flashback.tech"])
        #expect(reading.line(operation.path.evidence) == 5)
        #expect(operation.description.map { reading.isOnPage($0.value) } == true)
    }

    @Test(arguments: Origin.allCases)
    func unescapedHeading(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        let words = [operation.id, operation.summary?.value, reading.api.title?.value]
        #expect(words.compactMap { $0 }.filter { $0.contains("\\") } == [])
        let summary = try #require(operation.summary)
        #expect(summary.value == "List Organization Users")
        #expect(summary.overruled.map(\.statement) == ["get__organization_users"])
    }

    @Test(arguments: Origin.allCases)
    func bearerToken(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        #expect(operation.security.map(\.value) == ["BearerAuth"])
        #expect(reading.api.scheme(named: "BearerAuth") == .bearer)
    }

    @Test(arguments: Origin.allCases)
    func roleRequirement(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        #expect(operation.permissions.map(\.value.name) == ["WORKSPACES"])
        let sentence = try #require(operation.permissions.first?.value.description)
        #expect(reading.isOnPage(sentence))
    }

    @Test(arguments: Origin.allCases)
    func threeStatusesWithTypedBodies(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        #expect(operation.statusCodes == [200, 403, 500])
        for (code, facts) in [(200, facts), (403, emptyFacts), (500, emptyFacts)] {
            let response = try #require(operation.response(code))
            #expect(response.description.map { reading.isOnPage($0.value) } == true)
            let body = try #require(response.body)
            let places = outline(body.schema, in: reading.api)
            #expect(mismatches(facts, places) == [], "\(code)")
            let members = places.filter { !$0.path.isEmpty && !$0.path.hasSuffix("[]") }
            #expect(undocumented(facts, members) == [], "\(code)")
            #expect(members.filter { $0.description == nil }.map(\.path) == [], "\(code)")
            #expect(body.examples.count == 1, "\(code)")
        }
    }

    /// `» orgRole` in the one table, `»» orgRole` in the other; hexadecimal there, decimal in the
    /// example: one enumeration.
    @Test(arguments: Origin.allCases)
    func roles(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let named = try #require(reading.api.schemas.first { $0.name == "OrgRole" })
        guard case .enumeration(let roles) = named.definition else {
            Issue.record("OrgRole is no enumeration")
            return
        }
        #expect(roles.base == .integer)
        #expect(roles.spellings == ["0", "1", "2", "254", "255"])
        #expect(
            roles.names == ["USER", "BILLING", "WORKSPACES", "ADMINISTRATOR", "OWNER"])
        #expect(
            roles.values.allSatisfy { value in
                value.description.map { reading.isOnPage($0.value) } == true
            })
    }
}
