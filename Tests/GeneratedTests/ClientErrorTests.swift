import Foundation
import Testing

@testable import Hub

/// Each fault has an error of its own.
@Suite struct ClientErrorTests {
    private func error(of response: HTTPResponse) async -> ClientError? {
        let client = HubClient(
            server: serverForTests, transport: InMemoryTransport { _ in response })
        do {
            _ = try await client.getAllUsersOfOrganization(organizationID: "1")
            return nil
        } catch {
            return error as? ClientError
        }
    }

    private func success(_ body: String, _ mediaType: String? = nil) -> HTTPResponse {
        let fields = mediaType.map { [WireField("content-type", $0)] } ?? []
        return HTTPResponse(status: 200, headers: fields, body: Data(body.utf8))
    }

    @Test(arguments: ["", "<html>", "{", "{\"a\": 1,"])
    func saysThatABodyIsNotJSON(_ body: String) async {
        guard case .notJSON = await error(of: success(body, "application/json")) else {
            Issue.record("\(body)")
            return
        }
    }

    @Test func saysWhereABodyIsNotAsDocumented() async {
        let found = await error(of: success("{\"users\": 1}"))
        guard case .undecodableBody(let text, _) = found else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect(text == "body.skip is missing")
    }

    @Test(arguments: ["text/html; charset=utf-8", "application/xml", "image/png"])
    func saysThatTheMediaTypeIsAnother(_ mediaType: String) async {
        guard case .wrongMediaType(mediaType, _) = await error(of: success("{}", mediaType)) else {
            Issue.record("\(mediaType)")
            return
        }
    }

    /// What servers send that never set a media type, and what is JSON by its suffix.
    @Test(arguments: [
        "text/plain; charset=utf-8", "application/octet-stream", "application/hal+json",
        "Application/JSON",
    ])
    func takesMediaTypesThatMayBeJSON(_ mediaType: String) async {
        let found = await error(of: success("<", mediaType))
        guard case .notJSON = found else {
            Issue.record("\(String(describing: found))")
            return
        }
    }

    @Test func doesNotFollowARedirect() async {
        let location = WireField("Location", "https://elsewhere.example/")
        let found = await error(of: HTTPResponse(status: 302, headers: [location]))
        guard case .redirected("https://elsewhere.example/", _) = found else {
            Issue.record("\(String(describing: found))")
            return
        }
    }

    /// The error has a type, so nobody casts.
    @Test func handsOutWhatElseCame() {
        let output = GetAllUsersOfOrganizationOutput.undocumented(HTTPResponse(status: 503))
        do {
            _ = try output.get()
            Issue.record("an answer that is no success was taken for one")
        } catch {
            guard case .undocumented(let response) = error.output else {
                Issue.record("\(error.output)")
                return
            }
            #expect(response.status == 503)
        }
    }

    @Test func saysThatItWasCancelled() async {
        let transport = InMemoryTransport { _ in
            try await Task.sleep(for: .seconds(600))
            return HTTPResponse(status: 404)
        }
        let call = Task {
            try await HubClient(server: serverForTests, transport: transport)
                .getAllUsersOfOrganization(organizationID: "1")
        }
        call.cancel()
        guard case .failure(ClientError.cancelled) = await call.result else {
            Issue.record("not cancelled")
            return
        }
    }

    @Test(arguments: ["..", ".", ""])
    func refusesAPathThatLeadsElsewhere(_ id: String) throws {
        let server = try #require(URL(string: "https://api.example.com/v1/"))
        let request = HTTPRequest("GET", "/organizations/", segment(id), "/users")
        #expect(throws: ClientError.self) { try request.url(on: server) }
        let sound = HTTPRequest("GET", "/organizations/", segment("..."), "/users/")
        #expect(
            try sound.url(on: server).absoluteString
                == "https://api.example.com/v1/organizations/.../users/")
    }

    @Test(arguments: ["a\r\nX-Other: b", "a\nb", "a\u{0}"])
    func refusesAHeaderThatEndsItsLine(_ value: String) {
        var request = HTTPRequest("GET", "/")
        request.addHeader("X-Name", value)
        #expect(throws: ClientError.self) { try request.url(on: serverForTests) }
    }

    @Test func writesAllCookiesInOneHeader() throws {
        var request = HTTPRequest("GET", "/")
        try request.addCookie("a", 1)
        try request.addCookie("b", String?.none)
        try request.addCookie("c", "x")
        #expect(request.headers == [WireField("Cookie", "a=1; c=x")])
    }

    @Test(arguments: ["x; role=admin", ";", "x;"])
    func refusesACookieThatBeginsAnother(_ value: String) {
        var request = HTTPRequest("GET", "/")
        #expect(throws: ClientError.self) { try request.addCookie("c", value) }
        #expect(request.headers.isEmpty)
    }
}
