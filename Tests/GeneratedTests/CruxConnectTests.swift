import CruxConnect
import Foundation
import Testing

@Suite struct CruxConnectTests {
    private func client(
        _ credentials: Credentials = Credentials(),
        authorize: @escaping @Sendable (HTTPRequest, AccessRequirement) async throws -> Void = {
            _, _ in
        }
    ) -> CruxConnectClient {
        let router = CruxConnectRouter(CruxConnectMockServer(), authorize: authorize)
        return CruxConnectClient(
            credentials: credentials, transport: InMemoryTransport(router.respond))
    }

    @Test func givesTheFixture() async throws {
        let users = try await client().getAllUsers().get()
        #expect(try sameJSON(users, CruxConnectFixtures.getAllUsersOK.value()))
        #expect(!users.isEmpty)
    }

    /// The header with the documented word before the token; the hook sees scheme and permission.
    @Test func guardsWithTheDocumentedSchemeAndPermission() async throws {
        let client = client(Credentials(tokenAuth: "abc")) { request, access in
            guard request.header("Authorization") == "Token abc",
                access.schemes.map(\.name) == ["TokenAuth"],
                access.permissions == ["view_org_users"],
                access.operation == "getAllUsers"
            else { throw AccessDenied.unauthenticated }
        }
        #expect(try await !client.getAllUsers().get().isEmpty)
    }

    @Test func refusesWithoutCredentials() async throws {
        let client = client { request, _ in
            if request.header("Authorization") == nil { throw AccessDenied.unauthenticated }
        }
        let output = try await client.getAllUsers()
        guard case .undocumented(let response) = output else {
            Issue.record("\(output)")
            return
        }
        #expect(response.status == 401)
    }

    @Test func writesIdentifiersInLowerCase() throws {
        let users = try CruxConnectFixtures.getAllUsersOK.value()
        let text = try jsonText(users)
        let first = try #require(users.first)
        #expect(text.contains(first.uuid.uuidString.lowercased()))
        #expect(!text.contains(first.uuid.uuidString))
    }

    /// A member that is required and may be `null` is written as `null`.
    @Test func keepsNullOfARequiredMember() throws {
        let text = CruxConnectFixtures.getAllUsersOK.text
        let names = ["phone", "job_title", "token"]
        for name in names {
            let value = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
            let nulled = try jsonText(value.replacing(name, with: .null))
            #expect(nulled.contains("\"\(name)\":null"), "\(name)")
            let users = try JSONDecoder().decode([User].self, from: Data(nulled.utf8))
            #expect(try jsonText(users).contains("\"\(name)\":null"), "\(name)")
        }
    }

    @Test func saysWhereABodyIsNotAsDocumented() async {
        let body = Data(#"[{ "uuid": 1 }]"#.utf8)
        let client = CruxConnectClient(
            transport: InMemoryTransport { _ in HTTPResponse(status: 200, body: body) })
        await #expect(throws: ClientError.self) { try await client.getAllUsers() }
    }
}

extension JSON {
    fileprivate func replacing(_ name: String, with value: JSON) -> JSON {
        switch self {
        case .array(let elements): .array(elements.map { $0.replacing(name, with: value) })
        case .object(let members):
            .object(
                Dictionary(
                    uniqueKeysWithValues: members.map { key, member in
                        (key, key == name ? value : member.replacing(name, with: value))
                    }))
        case .null, .boolean, .integer, .number, .string: self
        }
    }
}
