import Foundation
import Testing

@testable import Atlas

@Suite struct DigestGuardTests {
    private let nala = UserPassword(user: "Nala", password: "a lion's")

    private func router(
        _ algorithms: [DigestGuard.Algorithm] = [.sha256], lifetime: Duration = .seconds(60)
    ) -> AtlasRouter {
        let known = [nala.user: nala.password]
        let digest = DigestGuard(
            realm: "pride \"rock\"", algorithms: algorithms, lifetime: lifetime
        ) { known[$0] }
        return AtlasRouter(AtlasMockServer(), authorize: digest.authorize)
    }

    private func request(_ path: String = "/orgs/1/users") -> HTTPRequest {
        HTTPRequest("GET", path)
    }

    /// The request with an answer to the challenge that a router gives it.
    private func signed(
        _ request: HTTPRequest, by credential: UserPassword, for router: AtlasRouter,
        count: Int = 1
    ) async throws -> HTTPRequest {
        let refusal = await router.respond(to: request)
        let challenge = try #require(try digestChallenge(of: refusal))
        return signed(request, by: credential, challenge, count: count)
    }

    private func signed(
        _ request: HTTPRequest, by credential: UserPassword, _ challenge: DigestChallenge,
        count: Int
    ) -> HTTPRequest {
        let answer = digestAnswer(
            challenge, to: request, on: AtlasClient.defaultServer, for: credential, count: count,
            nonce: "0a4f113b")
        var request = request
        request.headers = [WireField("Authorization", answer)]
        return request
    }

    @Test(arguments: [[DigestGuard.Algorithm.md5], [.sha256], [.sha256, .md5]])
    func letsInWhoKnowsThePassword(_ algorithms: [DigestGuard.Algorithm]) async throws {
        let router = router(algorithms)
        let refusal = await router.respond(to: request())
        #expect(refusal.status == 401)
        let offers = refusal.headers.map(\.value)
        #expect(offers.count == algorithms.count)
        for (offer, algorithm) in zip(offers, algorithms) {
            #expect(offer.contains("algorithm=\(algorithm.rawValue),"))
        }
        let right = try await signed(request(), by: nala, for: router)
        #expect(await router.respond(to: right).status == 200)
    }

    @Test(arguments: [("Nala", "a hyena's"), ("Scar", "a lion's"), ("Scar", "")])
    func refusesEveryoneElse(_ user: String, _ password: String) async throws {
        let router = router()
        let wrong = UserPassword(user: user, password: password)
        let answer = await router.respond(to: try await signed(request(), by: wrong, for: router))
        #expect(answer.status == 401)
        #expect(try digestChallenge(of: answer)?.isStale == false)
    }

    @Test func takesACountOnceAndInAnyOrder() async throws {
        let router = router()
        let refusal = await router.respond(to: request())
        let challenge = try #require(try digestChallenge(of: refusal))
        var statuses: [Int] = []
        for count in [2, 1, 2, 1, 100, 99, 100, 36, 3, 0] {
            let signed = signed(request(), by: nala, challenge, count: count)
            statuses.append(await router.respond(to: signed).status)
        }
        #expect(statuses == [200, 200, 401, 401, 200, 200, 401, 401, 401, 401])
    }

    @Test func saysThatANonceIsStale() async throws {
        let router = router(lifetime: .zero)
        let answer = await router.respond(to: try await signed(request(), by: nala, for: router))
        #expect(answer.status == 401)
        #expect(try digestChallenge(of: answer)?.isStale == true)
    }

    @Test func takesNoNonceOfAnothersMaking() async throws {
        let other = try await signed(request(), by: nala, for: router())
        #expect(await router().respond(to: other).status == 401)
    }

    @Test func takesAnAnswerForItsOwnRequestOnly() async throws {
        let router = router()
        var moved = try await signed(request("/orgs/2/users"), by: nala, for: router)
        moved.path = "/orgs/1/users"
        #expect(await router.respond(to: moved).status == 401)
        var widened = try await signed(request(), by: nala, for: router)
        widened.query = [WireField("envelope", "true")]
        #expect(await router.respond(to: widened).status == 401)
    }

    /// Parts left out, added or broken.
    @Test(arguments: [
        ("qop=auth, ", ""), ("qop=auth", "qop=auth-int"), ("nc=00000001", "nc=1"),
        ("nc=00000001", "nc=0000000z"), ("SHA-256", "MD5"), ("SHA-256", "SHA-256-sess"),
        ("realm=", "reaml="), ("cnonce=", "once="), ("Digest", "Basic"), ("nonce=\"", "nonce=\"-"),
    ])
    func refusesWhatIsMalformed(_ part: String, _ replacement: String) async throws {
        let router = router()
        var request = try await signed(request(), by: nala, for: router)
        let answer = try #require(request.header("Authorization"))
        #expect(answer.contains(part))
        request.headers = [
            WireField(
                "Authorization", answer.replacing(part, with: replacement, maxReplacements: 1))
        ]
        #expect(await router.respond(to: request).status == 401)
    }
}
