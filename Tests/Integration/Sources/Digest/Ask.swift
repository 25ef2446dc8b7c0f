import Atlas
import Foundation

/// Calls a server that asks for Digest authentication, over both transports; whether every answer is
/// as expected. Each case has a path of its own, by which the server's log tells them apart.
func ask(_ server: URL, nonceLifetime: Duration) async -> Bool {
    let transports: [(String, any Transport)] = [
        ("URLSession", URLSessionTransport.shared),
        ("async-http-client", AsyncHTTPClientTransport.shared),
    ]
    var isRight = true
    for (name, transport) in transports {
        let caller = Caller(name: name, server: server, transport: transport)
        isRight = await caller.expect("one", 1) { try await caller.client().call("one") } && isRight
        isRight =
            await caller.expect("wrong", 0) {
                try await caller.client(password: "secret?").call("wrong")
            } && isRight
        isRight = await caller.expect("many", 200) { try await caller.oneByOne(200) } && isRight
        isRight = await caller.expect("crowd", 500) { try await caller.atOnce(500) } && isRight
        isRight =
            await caller.expect("stale", 2) {
                let client = caller.client()
                let first = try await client.call("stale")
                try await Task.sleep(for: nonceLifetime + .milliseconds(1500))
                return try await first + client.call("stale")
            } && isRight
    }
    return isRight
}

/// Who calls, and over what.
private struct Caller: Sendable {
    let name: String
    let server: URL
    let transport: any Transport

    func client(password: String = "secret", middleware: [Middleware] = []) -> CallingClient {
        let user = UserPassword(user: "someone", password: password)
        var client = AtlasClient(
            server: server, credentials: Credentials(digestAuth: user), transport: transport)
        client.middleware = middleware
        return CallingClient(client: client, prefix: name)
    }

    func oneByOne(_ count: Int) async throws -> Int {
        let client = client()
        var right = 0
        for _ in 0..<count { right += try await client.call("many") }
        return right
    }

    /// A server that has many connections closes some that wait, which is what retrying is for.
    func atOnce(_ count: Int) async throws -> Int {
        let client = client(middleware: [.retry()])
        return try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<count { group.addTask { try await client.call("crowd") } }
            return try await group.reduce(0, +)
        }
    }

    func expect(_ name: String, _ count: Int, _ run: () async throws -> Int) async -> Bool {
        do {
            let right = try await run()
            guard right != count else { return true }
            print("\(self.name) \(name): \(right) let in instead of \(count)")
        } catch {
            print("\(self.name) \(name): \(error)")
        }
        return false
    }
}

private struct CallingClient: Sendable {
    let client: AtlasClient
    let prefix: String

    /// 1 for a documented answer with its body, 0 for a refusal.
    func call(_ name: String) async throws -> Int {
        let output = try await client.getAllOrganizationUsers(
            orgID: prefix + "-" + name, envelope: false)
        switch output {
        case .ok(let body):
            let shown = try AtlasFixtures.getAllOrganizationUsersOK.value()
            return body.totalCount == shown.totalCount ? 1 : 0
        case .undocumented(let response) where response.status == 401: return 0
        case .undocumented(let response): throw Unexpected(status: response.status)
        }
    }
}

private struct Unexpected: Error {
    let status: Int
}
