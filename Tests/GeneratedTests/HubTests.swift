import Foundation
import Hub
import Testing

@Suite struct HubTests {
    private let server = serverForTests

    private func client(
        _ api: some HubAPI = HubMockServer(),
        authorize: @escaping @Sendable (HTTPRequest, AccessRequirement) async throws -> Void = {
            _, _ in
        }
    ) -> HubClient {
        let router = HubRouter(api, authorize: authorize)
        return HubClient(server: server, transport: InMemoryTransport(router.respond))
    }

    @Test func givesTheFixture() async throws {
        let output = try await client().getAllUsersOfOrganization(organizationID: "1")
        let expected = try HubFixtures.getAllUsersOfOrganizationOK.value()
        #expect(try sameJSON(output.get(), expected))
    }

    /// The path and the query of a request, as a server on the wire would see them.
    @Test func writesPathAndQuery() async throws {
        let recorder = HubRecorder()
        let client = HubClient(server: server, transport: recorder.transport)
        let query = GetAllUsersOfOrganizationQuery.has2FA
            .and(.accessByProjectWith(project: "x", with: "y"))
        _ = try await client.getAllUsersOfOrganization(
            organizationID: "a b/c?d#é", fields: "id,name", skip: 20, top: -1, query: query,
            orderBy: .login)
        #expect(
            await recorder.targets == [
                "/organizations/a%20b%2Fc%3Fd%23%C3%A9/users?fields=id%2Cname&%24skip=20&%24top=-1"
                    + "&query=has%3A%202FA%20and%20access%28project%3A%20x%2C%20with%3A%20y%29"
                    + "&orderBy=login"
            ])
    }

    @Test func readsPathAndQueryBack() async throws {
        let recorder = HubRecorder()
        let output = try await client(recorder).getAllUsersOfOrganization(
            organizationID: "a b/c%20é", skip: 3, query: "login: \"x\"",
            orderBy: .login)
        #expect(throws: UnexpectedOutput<GetAllUsersOfOrganizationOutput>.self) {
            try output.get()
        }
        #expect(await recorder.inputs == ["a b/c%20é nil 3 nil login: \"x\" login"])
    }

    @Test func writesTermsAsDocumented() {
        #expect(GetAllUsersOfOrganizationQuery.has2FA.wireText == "has: 2FA")
        #expect(
            GetAllUsersOfOrganizationQuery.accessByProjectWith(project: "x", with: "y").wireText
                == "access(project: x, with: y)")
        #expect(GetAllUsersOfOrganizationQuery.email("a@b.c").wireText == "email: a@b.c")
    }

    @Test func keepsWhatNoStatusDocuments() async throws {
        let teapot = HTTPResponse(status: 418, body: Data("short and stout".utf8))
        let client = HubClient(server: server, transport: InMemoryTransport { _ in teapot })
        let output = try await client.getAllUsersOfOrganization(organizationID: "1")
        guard case .undocumented(let response) = output else {
            Issue.record("\(output)")
            return
        }
        #expect(response.status == 418 && response.body == teapot.body)
        #expect(response.headers.isEmpty)
    }

    @Test func namesThePlaceOfABadInput() async throws {
        let router = HubRouter(HubMockServer())
        var request = HTTPRequest("GET", "/organizations/1/users")
        request.query = [WireField("$skip", "many")]
        let response = await router.respond(to: request)
        #expect(response.status == 400)
        let error = try JSONDecoder().decode(InputError.self, from: response.body)
        #expect(error.place == "$skip")
    }

    @Test func answersWhatIsNotThere() async {
        let router = HubRouter(HubMockServer())
        for path in ["/", "", "/organizations", "/organizations//users", "/organizations/1/users/"]
        {
            #expect(await router.respond(to: HTTPRequest("GET", path)).status == 404, "\(path)")
        }
        let path = "/organizations/1/users"
        let refused = await router.respond(to: HTTPRequest("DELETE", path))
        #expect(refused.status == 405)
        #expect(refused.header("allow")?.contains("GET") == true)
        let options = await router.respond(to: HTTPRequest("OPTIONS", path))
        #expect(options.status == 204)
        let head = await router.respond(to: HTTPRequest("HEAD", path))
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
    }

    @Test func refusesByTheHook() async throws {
        let output = try await client { _, _ in throw AccessDenied.forbidden }
            .getAllUsersOfOrganization(organizationID: "1")
        guard case .forbidden = output else {
            Issue.record("\(output)")
            return
        }
    }
}

/// Notes what comes through a transport or arrives at an implementation.
private actor HubRecorder: HubAPI {
    var targets: [String] = []
    var inputs: [String] = []

    nonisolated var transport: InMemoryTransport {
        InMemoryTransport { request in
            await self.note(request)
            return HTTPResponse(status: 404)
        }
    }

    private func note(_ request: HTTPRequest) { targets.append(request.target) }

    func getAllUsersOfOrganization(
        organizationID: String, fields: String?, skip: Int?, top: Int?,
        query: GetAllUsersOfOrganizationQuery?, orderBy: OrderBy?
    ) async throws -> GetAllUsersOfOrganizationOutput {
        let words: [String] = [
            organizationID, fields ?? "nil", skip.map(String.init) ?? "nil",
            top.map(String.init) ?? "nil", query?.wireText ?? "nil", orderBy?.rawValue ?? "nil",
        ]
        inputs.append(words.joined(separator: " "))
        return .notFound
    }
}
