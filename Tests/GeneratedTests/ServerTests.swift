import Foundation
import Testing

@testable import Thanos

/// What a router does before and after an implementation has its say.
@Suite struct ServerTests {
    private let path = "/api/organizations/users/all/"

    private func request(_ body: String? = nil, type: String? = nil) -> HTTPRequest {
        var request = HTTPRequest("GET", path)
        request.headers = type.map { [WireField("content-type", $0)] } ?? []
        request.body = body.map { Data($0.utf8) }
        return request
    }

    private func error(_ response: HTTPResponse) throws -> InputError {
        try JSONDecoder().decode(InputError.self, from: response.body)
    }

    @Test func takesDocumentedMediaTypesOnly() async throws {
        let router = ThanosRouter(ThanosMockServer())
        for type in ["application/json", "Application/JSON; charset=utf-8"] {
            #expect(await router.respond(to: request("{}", type: type)).status == 200, "\(type)")
        }
        let refused = await router.respond(to: request("{}", type: "text/plain"))
        #expect(refused.status == 415)
        #expect(try error(refused).place == "Content-Type")
        #expect(await router.respond(to: request(type: "text/plain")).status == 200)
    }

    @Test func takesBodiesUpToALimit() async {
        let router = ThanosRouter(ThanosMockServer(), bodyLimit: 4)
        #expect(await router.respond(to: request("{  }")).status == 200)
        #expect(await router.respond(to: request("{   }")).status == 413)
    }

    @Test(arguments: [
        (#"{"username": 1}"#, "body.username", "String"), (#"{"username": "#, "body", "JSON"),
    ])
    func saysWhatIsWrongWithABody(_ body: String, _ place: String, _ word: String) async throws {
        let found = try error(await ThanosRouter(ThanosMockServer()).respond(to: request(body)))
        #expect(found.place == place)
        #expect(found.reason.contains(word))
    }

    @Test func holdsBodiesToLists() throws {
        let data = Data(#"["ACTIVE","RETIRED"]"#.utf8)
        #expect(throws: DecodingError.self) {
            try JSONDecoder.strict().decode([UserStatus].self, from: data)
        }
    }

    @Test func answersEveryDocumentedStatus() async {
        let router = ThanosRouter(ThanosMockServer())
        for (wish, status) in [
            ("code=404", 404), ("wait=5, code=\"415\"", 415), ("code=418", 200), ("code", 200),
        ] {
            var request = request()
            request.headers.append(WireField("Prefer", wish))
            #expect(await router.respond(to: request).status == status, "\(wish)")
        }
    }

    @Test func asksForWhatIsDocumented() async {
        let router = ThanosRouter(
            ThanosMockServer(),
            authorize: AccessRequirement.credentials { scheme, text in
                scheme.name == "TokenAuth" && text == "t"
            })
        for (credential, status) in [
            (nil, 401), ("Token t", 200), ("token  t", 200), ("Token x", 401), ("Bearer t", 401),
        ] {
            var request = request()
            request.headers = credential.map { [WireField("Authorization", $0)] } ?? []
            let response = await router.respond(to: request)
            #expect(response.status == status, "\(credential ?? "none")")
            let challenge = response.header("WWW-Authenticate")
            #expect((challenge == "Token realm=\"TokenAuth\"") == (status == 401))
        }
    }

    @Test func readsARequestAsItStandsOnTheWire() {
        let request = HTTPRequest(
            method: "GET", target: "/api/v1/a%20b/?q=a+b%2Bc&flag&q=%C3%A9=1", headers: [],
            body: nil, below: ["/api/v1", "/api"])
        #expect(request.path == "/a%20b/")
        #expect(
            request.query == [
                WireField("q", "a b+c"), WireField("flag", ""), WireField("q", "é=1"),
            ])
        let elsewhere = HTTPRequest(
            method: "GET", target: "/apiary", headers: [], body: nil, below: ["/api"])
        #expect(elsewhere.path == "/apiary")
    }

    /// Each route says its own number, and what it caught.
    private func table() -> RouteTable {
        let none = AccessRequirement(operation: "", schemes: [], permissions: [])
        func say(_ word: String) -> @Sendable (ServerCall) async throws -> HTTPResponse {
            { call in
                let caught = call.captures.map { $0 ?? "?" }.joined(separator: ",")
                return HTTPResponse(status: 200, body: Data("\(word) \(caught)".utf8))
            }
        }
        let routes = [
            Route("GET", none, path: "/users/", nil, respond: say("user")),
            Route("GET", none, path: "/users/me", respond: say("me")),
            Route("DELETE", none, path: "/users/", nil, respond: say("delete")),
            Route("GET", none, path: "/users/", nil, "/books", respond: say("books")),
            Route("POST", none, path: "/users/", nil, ":lock", respond: say("lock")),
            Route("GET", none, path: "/", nil, "/me/books", respond: say("other")),
            Route("GET", none, path: "/a~b", respond: say("tilde")),
        ]
        return RouteTable(routes, bodyLimit: 10) { _, _ in }
    }

    @Test(arguments: [
        ("GET", "/users/7", "user 7"), ("GET", "/users/me", "me "), ("GET", "/users/m", "user m"),
        ("DELETE", "/users/a%2Fb", "delete a/b"), ("GET", "/users/me/books", "books me"),
        ("POST", "/users/7:lock", "lock 7"), ("GET", "/x/me/books", "other x"),
        ("GET", "/users/%ff", "user ?"), ("GET", "/a%7eb", "tilde "), ("HEAD", "/users/7", ""),
    ])
    func findsTheMostLiteralRoute(_ method: String, _ path: String, _ answer: String) async {
        let response = await table().answer(HTTPRequest(method, path))
        #expect(response.status == 200)
        #expect(String(decoding: response.body, as: UTF8.self) == answer)
    }

    @Test(arguments: [
        ("POST", "/users/me", 405, "GET, HEAD, OPTIONS"),
        ("OPTIONS", "/users/7", 204, "DELETE, GET, HEAD, OPTIONS"),
        ("GET", "/users/7:lock", 405, "OPTIONS, POST"), ("GET", "/users//books", 404, nil),
        ("GET", "/users/", 404, nil), ("GET", "", 404, nil), ("GET", "/users/me/", 404, nil),
    ])
    func saysWhatIsNotThere(
        _ method: String, _ path: String, _ status: Int, _ allow: String?
    ) async {
        let response = await table().answer(HTTPRequest(method, path))
        #expect(response.status == status)
        #expect(response.header("Allow") == allow)
    }
}

@Suite struct RequestTargetTests {
    @Test func readsWhatAFormMayWrite() {
        let fields = formFields("a=1&b=x+y%2Bz&c&&d==%zz&%C3%A9=")
        #expect(
            fields == [
                WireField("a", "1"), WireField("b", "x y+z"), WireField("c", ""),
                WireField("d", "=%zz"), WireField("é", ""),
            ])
    }

    @Test(arguments: [
        ("/api/v1/users?a=1", "/users"), ("/api/v1x/users", "/api/v1x/users"),
        ("/api/v1", "/api/v1"),
        ("", ""), ("?", ""), ("/users?b?", "/users"),
    ])
    func leavesOutTheBase(_ target: String, _ path: String) {
        let request = HTTPRequest(
            method: "GET", target: target, headers: [], body: nil, below: ["/api/v1"])
        #expect(request.path == path)
    }

    @Test func knowsHeadersInAnyCase() {
        let fields = [WireField("X-a_b", "1"), WireField("x-A@B", "2")]
        #expect(fields.value(of: "x-A_B") == "1")
        #expect(fields.value(of: "X-a@b") == "2")
        #expect(fields.value(of: "X-a`b") == nil)
        #expect(fields.value(of: "X-a_bc") == nil)
    }
}
