import APIModel
import CaseSupport
import Testing

/// reStructuredText: list-tables, includes that nobody supplies, digest authentication in a curl line.
@Suite struct AtlasTests {
    let system = System(name: "Atlas", seed: "004_8078a43c66291f97.txt")
    let path = "/orgs/{ORG-ID}/users"

    let facts = """
        (root): object
        links: array
        results: array
        results[]: object
        results[].country: string
        results[].emailAddress: string
        results[].firstName: string
        results[].id: string
        results[].lastName: string
        results[].links: array
        results[].mobileNumber: string
        results[].roles: array
        results[].roles[]: object
        results[].roles[].groupId: string !required !nullable
        results[].roles[].orgId: string !required !nullable
        results[].roles[].roleName: string
        results[].teamIds: array
        results[].teamIds[]: string
        results[].username: string
        totalCount: integer
        """

    @Test(arguments: Origin.allCases)
    func oneOperation(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        #expect(reading.api.operations.map(\.path.value.text) == [path])
        let operation = try #require(reading.api.operation("GET", path))
        #expect(operation.summary?.value == "Get All Organization Users")
        #expect(reading.line(operation.path.evidence) == 25)
    }

    @Test(arguments: Origin.allCases)
    func serverAndDigestFromTheCurlLine(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        #expect(
            reading.api.servers.map(\.value.url) == ["https://cloud.mongodb.com/api/atlas/v1.0"])
        let name = try #require(operation.security.first?.value)
        #expect(reading.api.scheme(named: name) == .digest)
    }

    @Test(arguments: Origin.allCases)
    func parameters(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        let organization = try #require(operation.parameter("ORG-ID"))
        #expect(organization.location.value == .path)
        #expect(organization.required?.value == true)
        #expect(organization.schema.shape.value == .string(.plain))
        #expect(organization.description.map { reading.isOnPage($0.value) } == true)
        let envelope = try #require(operation.parameter("envelope"))
        #expect(envelope.location.value == .query)
        #expect(envelope.schema.shape.value == .boolean)
        #expect(envelope.required?.value != true)
    }

    @Test(arguments: Origin.allCases)
    func users(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        #expect(operation.statusCodes == [200])
        let body = try #require(operation.response(200)?.body)
        let places = outline(body.schema, in: reading.api)
        #expect(mismatches(facts, places) == [])
        let elided = ["links[]", "results[].links[]"]
        #expect(undocumented(facts, places).filter { !elided.contains($0) } == [])
        let properties = places.filter { place in
            place.path.hasPrefix("results[].") && place.path.filter { $0 == "." }.count == 1
                && !place.path.hasSuffix("[]")
        }
        #expect(properties.count == 10)
        #expect(properties.filter { $0.description == nil }.map(\.path) == [])
        #expect(body.examples.first?.isPartial == true)
    }

    /// The table describes `lastName` as a project's ID. It is quoted, and stays a string.
    @Test(arguments: Origin.allCases)
    func wrongProseIsQuoted(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let body = try #require(reading.api.operation("GET", path)?.response(200)?.body)
        let places = outline(body.schema, in: reading.api)
        let lastName = try #require(places.first { $0.path == "results[].lastName" })
        #expect(lastName.description?.contains("project") == true)
        #expect(lastName.words == ["string"] || lastName.words == ["string", "required"])
    }

    @Test(arguments: Origin.allCases)
    func missingIncludesAreNoted(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let notes = reading.diagnostics.filter { $0.id.contains("include") }
        #expect(notes.allSatisfy { $0.severity == .note })
        let lines = String(decoding: reading.sources.files[0].bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let includes = lines.indices.filter { lines[$0].contains(".. include::") }.map { $0 + 1 }
        #expect(includes.count == 6)
        #expect(reading.lines { $0.id.contains("include") } == includes)
    }
}
