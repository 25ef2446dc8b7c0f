import Foundation
import Testing

@testable import Atlas

@Suite struct AtlasTests {
    private let mufasa = UserPassword(user: "Mufasa", password: "Circle of Life")

    @Test func givesTheFixture() async throws {
        let router = AtlasRouter(AtlasMockServer())
        let client = AtlasClient(transport: InMemoryTransport(router.respond))
        let response = try await client.getAllOrganizationUsers(orgID: "1", envelope: true).get()
        #expect(try sameJSON(response, AtlasFixtures.getAllOrganizationUsersOK.value()))
    }

    /// The example of RFC 7616 §3.9.1, by both algorithms.
    @Test(arguments: [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ])
    func answersTheChallengeOfTheStandard(_ algorithm: String, _ expected: String) throws {
        let challenge =
            "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", "
            + "algorithm=\(algorithm), nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
            + "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""
        let answer = try #require(
            try digestAnswer(
                challenge, to: HTTPRequest("GET", "/dir/index.html"), on: serverForTests,
                for: mufasa, nonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"))
        for part in [
            "username=\"Mufasa\"", "uri=\"/dir/index.html\"", "response=\"\(expected)\"",
            "qop=auth", "nc=00000001", "algorithm=\(algorithm)",
            "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"",
        ] {
            #expect(answer.contains(part), "\(part)")
        }
    }

    /// One more request, with an answer, and with a new nonce of our own each time.
    @Test func answersAChallengeOnce() async throws {
        let recorder = DigestRecorder()
        let client = AtlasClient(
            credentials: Credentials(digestAuth: mufasa),
            transport: InMemoryTransport { try await recorder.respond(to: $0) })
        _ = try await client.getAllOrganizationUsers(orgID: "a b").get()
        _ = try await client.getAllOrganizationUsers(orgID: "a b").get()
        let answers = await recorder.answers
        #expect(answers.count == 4)
        #expect(answers[0] == nil && answers[2] == nil)
        #expect(answers[1] != answers[3])
        #expect(answers[1]?.contains("uri=\"/api/atlas/v1.0/orgs/a%20b/users\"") == true)
    }

    @Test func givesUpOnWhatItDoesNotKnow() {
        for challenge in [
            "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-512-256",
            "Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"",
        ] {
            #expect(throws: ClientError.self) {
                try digestAnswer(
                    challenge, to: HTTPRequest("GET", "/"), on: serverForTests, for: mufasa)
            }
        }
    }

    @Test(arguments: ["", "Basic realm=\"r\"", "Digest", "Digest realm=", "Digest ,,=,\"\\"])
    func answersNoOtherChallenge(_ challenge: String) throws {
        let answer = try digestAnswer(
            challenge, to: HTTPRequest("GET", "/"), on: serverForTests, for: mufasa)
        #expect(answer == nil)
    }
}

/// Challenges whoever comes without an answer.
private actor DigestRecorder {
    var answers: [String?] = []

    func respond(to request: HTTPRequest) throws -> HTTPResponse {
        answers.append(request.header("Authorization"))
        guard request.header("Authorization") == nil else {
            return HTTPResponse(
                status: 200, body: AtlasFixtures.getAllOrganizationUsersOK.data)
        }
        let challenge = "Digest realm=\"r\", nonce=\"n\", qop=\"auth\""
        return HTTPResponse(status: 401, headers: [WireField("WWW-Authenticate", challenge)])
    }
}
