import APIModel
import CaseSupport
import EndpointGenerator
import Foundation
import Testing

/// Definition lists whose titles link to the nested example; a GET that shows a body.
@Suite struct ThanosTests {
    let system = System(name: "Thanos", seed: "001_99ed31c0ea62a7c2.txt")
    let path = "/api/organizations/users/all/"

    let facts = """
        (root): array
        []: object User
        [].uuid: string uuid
        [].person: object Person
        [].person.uuid: string uuid
        [].person.first_name: string
        [].person.last_name: string
        [].person.email: string
        [].person.phone: string !nullable
        [].permission_assignments: object
        [].permission_assignments.permissions: array
        [].permission_assignments.permissions[]: object
        [].permission_assignments.permissions[].assigned: boolean
        [].permission_assignments.permissions[].permission: object Permission
        [].permission_assignments.permissions[].permission.uuid: string uuid
        [].permission_assignments.permissions[].permission.name: string
        [].permission_assignments.permissions[].permission.display_name: string
        [].permission_assignments.permissions[].permission.description: string
        [].permission_assignments.org_user: object
        [].permission_assignments.org_user.uuid: string uuid
        [].status: enumeration !nullable
        """

    @Test(arguments: Origin.allCases)
    func oneOperation(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        #expect(reading.api.operations.count == 1)
        #expect(operation.summary?.value == "Get All Users")
        #expect(operation.orderingKey?.value == "0.4")
        #expect(operation.parameters.isEmpty)
        #expect(reading.api.servers.map(\.value.url) == ["https://stable.projectthanos.com"])
        let name = try #require(operation.security.first?.value)
        #expect(
            reading.api.scheme(named: name) == .header(name: "Authorization", prefix: "Token "))
    }

    @Test(arguments: Origin.allCases)
    func statusTableWithAShortDelimiterRow(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        #expect(operation.statusCodes == [200, 400, 401, 403, 404, 415])
        for response in operation.responses {
            #expect(response.description.map { reading.isOnPage($0.value) } == true)
            #expect((response.body != nil) == (response.status.value == .code(200)))
        }
    }

    @Test(arguments: Origin.allCases)
    func users(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let body = try #require(reading.api.operation("GET", path)?.response(200)?.body)
        let places = outline(body.schema, in: reading.api)
        #expect(mismatches(facts, places) == [])
        #expect(undocumented(facts, places) == [])
        let members = places.filter { !$0.path.isEmpty && !$0.path.hasSuffix("[]") }
        let undescribed = members.filter { $0.description == nil }.map(\.path)
        #expect(undescribed == ["[].permission_assignments.org_user.uuid"])
        let invented = members.compactMap(\.description).filter { !reading.isOnPage($0) }
        #expect(invented == [])
    }

    @Test(arguments: Origin.allCases)
    func statusOfAUser(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let enumerations = reading.api.schemas.compactMap { schema -> Enumeration? in
            guard case .enumeration(let enumeration) = schema.definition else { return nil }
            return enumeration
        }
        #expect(enumerations.map(\.base) == [.string])
        #expect(
            enumerations.map(\.spellings) == [["CONFIRMATION WAITING", "ACTIVE", "DEACTIVATED"]])
    }

    /// A body of a GET has no meaning (RFC 9110 §9.3.1), yet the page shows one: it is kept as an
    /// example, it is said, and its credentials go nowhere.
    @Test(arguments: Origin.allCases)
    func bodyOfTheGet(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let operation = try #require(reading.api.operation("GET", path))
        let example = try #require(operation.requestBody?.examples.first)
        guard case .object(let members) = example.value.node else {
            Issue.record("the request's example is no object")
            return
        }
        #expect(members.map(\.key) == ["username", "password"])
        let body = reading.lines { $0.id.contains("body") }
        #expect(body == [9], "one note, where the sample begins")
        #expect(reading.diagnostics.contains { $0.id.contains("redact") })
    }

    @Test(arguments: Origin.allCases)
    func noCredentialLeavesThePage(_ origin: Origin) throws {
        guard let reading = try read(system, from: origin) else { return }
        let secrets = credentials(on: reading)
        #expect(secrets.count == 2)
        let outputs = outputs(reading)
        #expect(!outputs.isEmpty)
        for output in outputs {
            #expect(secrets.filter { output.text.contains($0) } == [], "\(output.path)")
        }
    }
}

/// The token and the password that a page shows, taken from the page itself.
private func credentials(on reading: Reading) -> Set<String> {
    var found: Set<String> = []
    for file in reading.sources.files {
        let text = String(decoding: file.bytes, as: UTF8.self)
        for (mark, end) in [("Token ", "'"), ("\"password\": \"", "\"")] {
            for rest in text.components(separatedBy: mark).dropFirst() {
                let credential = rest.components(separatedBy: "\n")[0].components(separatedBy: end)
                if credential.count > 1, !credential[0].contains("\"") {
                    found.insert(credential[0])
                }
            }
        }
    }
    return found
}
