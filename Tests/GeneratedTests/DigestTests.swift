import Foundation
import Testing

@testable import Atlas

@Suite struct DigestTests {
    private func answered(_ challenge: String) throws -> DigestChallenge? {
        let fields = [WireField("www-authenticate", challenge)]
        return try digestChallenge(of: HTTPResponse(status: 401, headers: fields))
    }

    private func client(_ guardian: DigestGuardian) -> AtlasClient {
        AtlasClient(
            credentials: Credentials(digestAuth: mufasa),
            transport: InMemoryTransport { await guardian.respond(to: $0) })
    }

    /// The example of RFC 7616 §3.9.1, by both algorithms.
    @Test(arguments: [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ])
    func answersTheChallengeOfTheStandard(_ algorithm: String, _ expected: String) throws {
        let challenge = try #require(
            try answered(
                "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", "
                    + "algorithm=\(algorithm), nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
                    + "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""))
        let answer = digestAnswer(
            challenge, to: HTTPRequest("GET", "/dir/index.html"), on: serverForTests, for: mufasa,
            count: 1, nonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ")
        for part in [
            "username=\"Mufasa\"", "uri=\"/dir/index.html\"", "response=\"\(expected)\"",
            "qop=auth", "nc=00000001", "algorithm=\(algorithm)",
            "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"",
        ] {
            #expect(answer.contains(part), "\(part)")
        }
    }

    /// After one refusal every request carries an answer, with a count and a nonce of its own.
    @Test func usesANonceAgain() async throws {
        let guardian = DigestGuardian()
        let client = client(guardian)
        for _ in 0..<3 { _ = try await client.getAllOrganizationUsers(orgID: "a b").get() }
        let answers = await guardian.answers
        #expect(answers.count == 4)
        #expect(answers[0] == nil)
        for (index, answer) in answers.enumerated().dropFirst() {
            let answer = try #require(answer)
            #expect(answer.contains("nc=0000000\(index)"))
            #expect(answer.contains("nonce=\"first\""))
            #expect(answer.contains("uri=\"/api/atlas/v1.0/orgs/a%20b/users\""))
        }
        #expect(Set(answers).count == 4)
    }

    @Test func takesANewNonceWhenItsOwnIsStale() async throws {
        let guardian = DigestGuardian()
        let client = client(guardian)
        _ = try await client.getAllOrganizationUsers(orgID: "1").get()
        await guardian.change(to: "second")
        _ = try await client.getAllOrganizationUsers(orgID: "1").get()
        let answers = await guardian.answers
        #expect(answers.count == 4)
        #expect(answers[2]?.contains("nonce=\"first\"") == true)
        #expect(answers[3]?.contains("nonce=\"second\"") == true)
        #expect(answers[3]?.contains("nc=00000001") == true)
    }

    @Test func givesUpWhereThePasswordIsWrong() async throws {
        let guardian = DigestGuardian(isRefusing: true)
        let client = client(guardian)
        for _ in 0..<2 {
            let output = try await client.getAllOrganizationUsers(orgID: "1")
            guard case .undocumented(let response) = output, response.status == 401 else {
                Issue.record("\(output)")
                return
            }
        }
        #expect(await guardian.answers.count == 3)
    }

    /// The first that is understood, whatever stands around it.
    @Test func choosesAmongChallenges() throws {
        let challenge = try answered(
            "Basic realm=\"a, b\", Digest realm=\"c\", nonce=\"1\", algorithm=SHA-512-256, "
                + "Digest realm=\"say \\\"d\\\"\", nonce=\"2\", qop=auth, algorithm=SHA-256, "
                + "Digest realm=\"e\", nonce=\"3\"")
        #expect(challenge?.realm == "say \"d\"")
        #expect(challenge?.nonce == "2")
        #expect(challenge?.hasQuality == true)
    }

    @Test(arguments: [
        "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-512-256",
        "Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"",
    ])
    func saysWhatItDoesNotKnow(_ challenge: String) {
        #expect(throws: ClientError.self) { try answered(challenge) }
    }

    @Test(arguments: ["", "Basic realm=\"r\"", "Digest", "Digest realm=", "Digest ,,=,\"\\"])
    func answersNoOtherChallenge(_ challenge: String) throws {
        #expect(try answered(challenge) == nil)
    }
}

private let mufasa = UserPassword(user: "Mufasa", password: "Circle of Life")

/// Challenges whoever comes without an answer to its nonce.
private actor DigestGuardian {
    private(set) var answers: [String?] = []
    private var nonce = "first"
    private let isRefusing: Bool

    init(isRefusing: Bool = false) {
        self.isRefusing = isRefusing
    }

    func change(to nonce: String) { self.nonce = nonce }

    func respond(to request: HTTPRequest) -> HTTPResponse {
        let answer = request.header("Authorization")
        answers.append(answer)
        if !isRefusing, answer?.contains("nonce=\"\(nonce)\"") == true {
            return HTTPResponse(status: 200, body: AtlasFixtures.getAllOrganizationUsersOK.data)
        }
        let isStale = !isRefusing && answer != nil
        let challenge = "Digest realm=\"r\", nonce=\"\(nonce)\", qop=\"auth\", stale=\(isStale)"
        return HTTPResponse(status: 401, headers: [WireField("WWW-Authenticate", challenge)])
    }
}
