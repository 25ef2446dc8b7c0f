import Foundation
import Testing

@testable import Hub

/// What stands between a client and its transport.
@Suite struct MiddlewareTests {
    private let unwaited: RetryPolicy = {
        var policy = RetryPolicy()
        policy.sleep = { _ in }
        return policy
    }()

    private func client(_ middleware: [Middleware], _ answers: Answers) -> HubClient {
        var client = HubClient(server: serverForTests, transport: answers.transport)
        client.middleware = middleware
        return client
    }

    @Test func passesAllInOrder() async throws {
        let seen = Lines()
        func named(_ name: String) -> Middleware {
            Middleware { request, next in
                seen.add("> " + name)
                var request = request
                request.headers.append(WireField("X-Seen", name))
                let response = try await next(request)
                seen.add("< " + name)
                return response
            }
        }
        let answers = Answers([HTTPResponse(status: 404)])
        _ = try await client([named("a"), named("b")], answers)
            .getAllUsersOfOrganization(organizationID: "1")
        #expect(seen.all == ["> a", "> b", "< b", "< a"])
        let headers = try #require(await answers.requests.first).headers
        #expect(headers.filter { $0.name == "X-Seen" }.map(\.value) == ["a", "b"])
        #expect(headers.value(of: "accept")?.hasPrefix("application/json") == true)
    }

    @Test func sendsAgainUntilABurstHasPassed() async throws {
        let answers = Answers([
            HTTPResponse(status: 503), HTTPResponse(status: 502), HTTPResponse(status: 404),
        ])
        let output = try await client([.retry(unwaited)], answers)
            .getAllUsersOfOrganization(organizationID: "1")
        guard case .notFound = output else {
            Issue.record("\(output)")
            return
        }
        #expect(await answers.requests.count == 3)
    }

    @Test func givesTheLastFailureAfterAllAttempts() async throws {
        let answers = Answers(Array(repeating: HTTPResponse(status: 500), count: 9))
        let output = try await client([.retry(unwaited)], answers)
            .getAllUsersOfOrganization(organizationID: "1")
        guard case .internalServerError = output else {
            Issue.record("\(output)")
            return
        }
        #expect(await answers.requests.count == 3)
    }

    @Test func sendsAgainWhatTheConnectionLost() async throws {
        let client = client([.retry(unwaited)], Answers([]))
        await #expect(throws: ClientError.self) {
            try await client.getAllUsersOfOrganization(organizationID: "1")
        }
    }

    @Test func waitsAsLongAsTheServerAsks() throws {
        let policy = RetryPolicy()
        func delay(_ method: String, _ status: Int, _ after: String? = nil) -> Duration? {
            let fields = after.map { [WireField("retry-after", $0)] } ?? []
            let response = HTTPResponse(status: status, headers: fields)
            return policy.delay(
                of: HTTPRequest(method, "/"), after: .success(response), attempt: 1)
        }
        #expect(delay("GET", 429, "7") == .seconds(7))
        #expect(delay("GET", 429, "31") == nil)
        #expect(delay("POST", 429, "7") == nil)
        #expect(delay("PATCH", 503) == nil)
        #expect(delay("GET", 404) == nil)
        let first = try #require(delay("DELETE", 503))
        #expect((.milliseconds(125)...(.milliseconds(250))).contains(first))
        let cancelled = Result<HTTPResponse, any Error>.failure(ClientError.cancelled)
        #expect(policy.delay(of: HTTPRequest("GET", "/"), after: cancelled, attempt: 1) == nil)
    }

    /// The three forms of RFC 9110 §5.6.7, and what is none of them.
    @Test func readsDatesOfHeaders() {
        let now = Date(timeIntervalSince1970: 784_111_777 - 20)
        for text in [
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ] {
            #expect(retryDelay(text, now: now) == .seconds(20), "\(text)")
        }
        #expect(retryDelay("Sun, 06 Nov 1994 08:49:37 GMT") == .zero)
        for text in [
            "", "soon", "-1", "06 Nov 1994", "Nov Nov 1994 08:49:37", "1 2 3 4:5:6", "inf", "nan",
            "1e30",
        ] {
            #expect(retryDelay(text) == nil, "\(text)")
        }
    }

    @Test func logsWithoutSecrets() async throws {
        let lines = Lines()
        let answers = Answers([HTTPResponse(status: 200, body: Data("{}".utf8))])
        let addsSecret = Middleware { request, next in
            var request = request
            request.query.append(WireField("api_key", "s3cret"))
            request.headers.append(WireField("Authorization", "s3cret"))
            return try await next(request)
        }
        let client = client([addsSecret, .logging { lines.add($0) }], answers)
        await #expect(throws: ClientError.self) {
            try await client.getAllUsersOfOrganization(organizationID: "a b", skip: 2)
        }
        let line = try #require(lines.all.first)
        #expect(line.hasPrefix("GET /organizations/a%20b/users?%24skip=2&api_key=...: 200, "))
        #expect(lines.all.count == 1)
    }
}

/// Answers in order; then the connection is lost.
actor Answers {
    private var answers: [HTTPResponse]
    private(set) var requests: [HTTPRequest] = []

    init(_ answers: [HTTPResponse]) {
        self.answers = answers.reversed()
    }

    nonisolated var transport: InMemoryTransport {
        InMemoryTransport { try await self.answer($0) }
    }

    private func answer(_ request: HTTPRequest) throws -> HTTPResponse {
        requests.append(request)
        guard let answer = answers.popLast() else { throw ClientError.connectionLost("in a test") }
        return answer
    }
}

/// Lines noted from closures.
final class Lines: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [String] = []

    var all: [String] { lock.withLock { lines } }

    func add(_ line: String) { lock.withLock { lines.append(line) } }
}
