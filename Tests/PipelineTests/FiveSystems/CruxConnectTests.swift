import APIModel
import CaseSupport
import Foundation
import Testing

/// Kramdown, front matter with a block scalar, includes that hold the field lists.
@Suite struct CruxConnectTests {
    let system = System(name: "CruxConnect", seed: "000_fb1a343f6fbbe8a5.txt")
    let path = "/timp/organizations/users/all/"

    /// What the example alone shows; our own includes and those of the corpus say more.
    let facts = """
        (root): array !nullable
        []: object User
        [].uuid: string uuid !nullable
        [].person: object Person !nullable
        [].person.uuid: string uuid
        [].person.first_name: string
        [].person.last_name: string
        [].person.email: string
        [].person.phone: nullable
        [].person.job_title: nullable
        [].permission_assignments: object
        [].permission_assignments.permissions: array
        [].permission_assignments.permissions[]: object
        [].permission_assignments.permissions[].assigned: boolean
        [].permission_assignments.permissions[].permission: object
        [].permission_assignments.permissions[].permission.uuid: string uuid
        [].permission_assignments.permissions[].permission.name: string
        [].permission_assignments.permissions[].permission.display_name: string
        [].permission_assignments.permissions[].permission.description: string
        [].permission_assignments.permissions[].permission.visibility:
        [].permission_assignments.permissions[].permission.grouping: string
        [].permission_assignments.org_user: object
        [].permission_assignments.org_user.uuid: string uuid
        [].status: !nullable
        [].token: nullable
        """

    @Test(arguments: Origin.allCases)
    func oneOperation(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        #expect(reading.api.operations.count == 1, "'# GET https://…' in Python is a comment")
        #expect(operation.summary?.value == "Get All Users")
        #expect(operation.orderingKey?.value == "2.04", "a key for sorting, not a number")
        #expect(operation.parameters.isEmpty)
        #expect(operation.description.map { reading.isOnPage($0.value) } == true)
        #expect(operation.method.evidence.strength == .declared)
        #expect(reading.line(operation.path.evidence) == 2)
        #expect(reading.line(operation.method.evidence) == 6)
    }

    @Test(arguments: Origin.allCases)
    func serverFromTheSamples(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        #expect(reading.api.servers.map(\.value.url) == ["https://api-sandbox.cruxconnect.com"])
    }

    @Test(arguments: Origin.allCases)
    func tokenInAHeader(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        let name = try #require(operation.security.first?.value)
        #expect(
            reading.api.scheme(named: name) == .header(name: "Authorization", prefix: "Token "))
    }

    @Test(arguments: Origin.allCases)
    func permission(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        #expect(operation.permissions.map(\.value.name) == ["view_org_users"])
        let sentence = try #require(operation.permissions.first?.value.description)
        #expect(reading.isOnPage(sentence))
    }

    @Test(arguments: Origin.allCases)
    func users(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        #expect(operation.statusCodes == [200])
        let body = try #require(operation.response(200)?.body)
        let places = outline(body.schema, in: reading.api)
        #expect(mismatches(facts, places) == [])
        #expect(undocumented(facts, places) == [])
        #expect(body.mediaTypes.map(\.value) == ["application/json"])
        #expect(body.examples.count == 1)
    }

    @Test func ownIncludesAreResolved() throws {
        let reading = try #require(try read(system, from: .specs))
        #expect(reading.lines { $0.id.contains("include") } == [])
        let body = try #require(reading.api.operation("GET", path)?.response(200)?.body)
        let places = outline(body.schema, in: reading.api)
        #expect(mismatches("[].person.phone: string nullable", places) == [])
        #expect(places.first { $0.path == "[].person.phone" }?.description != nil)
        #expect(places.first { $0.path == "[].person.job_title" }?.description == nil)
        try checkStatus(reading)
    }

    /// Three includes that are not there: three notes, no error, and all that the example shows.
    @Test func missingIncludesAreNoted() throws {
        guard let reading = try read(system, from: .seed) else { return }
        let notes = reading.diagnostics.filter { $0.id.contains("include") }
        #expect(notes.map(\.severity) == [.note, .note, .note])
        #expect(reading.lines { $0.id.contains("include") } == [55, 57, 61])
    }

    @Test func includesOfTheWholeSite() throws {
        guard let shared = sharedFolder() else {
            print("CruxConnect includes: skipped (no ../shared)")
            return
        }
        let site = shared.appendingPathComponent("corpus/crux-docs/pages")
        let seed = try page(
            shared.appendingPathComponent("seeds/\(system.seed)"), as: "_organization/seed.md")
        let reading = try describe(system.name, [seed] + pages(in: site, under: ["_includes"]))
        let body = try #require(reading.api.operation("GET", path)?.response(200)?.body)
        #expect(mismatches(facts, outline(body.schema, in: reading.api)) == [])
        #expect(reading.lines { $0.id.contains("include") } == [])
        try checkStatus(reading)
    }

    private func checkStatus(_ reading: Reading) throws {
        let body = try #require(reading.api.operation("GET", path)?.response(200)?.body)
        let places = outline(body.schema, in: reading.api)
        let place = try #require(places.first { $0.path == "[].status" })
        #expect(place.words.contains("enumeration"))
        let enumerations = reading.api.schemas.compactMap { schema -> [String]? in
            guard place.words.contains(schema.name),
                case .enumeration(let enumeration) = schema.definition
            else { return nil }
            return enumeration.spellings
        }
        #expect(enumerations == [["CONFIRMATION WAITING", "ACTIVE", "DEACTIVATED"]])
    }
}
