import Desk
import Foundation

/// One fault of a network, and what a client has to make of it.
struct Fault {
    let name: String
    let expected: String
    /// Gives what came of it in a word or two.
    let run: @Sendable (Caller) async throws -> String
}

/// A client of the scripted server, and the name that its counters have there.
///
/// A class, since Swift 6.3 with optimization loses a structure like this on its way into a task.
final class Caller: Sendable {
    let name: String
    let server: URL
    let transport: any Transport
    /// The same transport, which waits less long.
    let impatient: any Transport

    init(name: String, server: URL, transport: any Transport, impatient: any Transport) {
        self.name = name
        self.server = server
        self.transport = transport
        self.impatient = impatient
    }

    func client(_ middleware: [Middleware] = [], isImpatient: Bool = false) -> DeskClient {
        var client = DeskClient(server: server, transport: isImpatient ? impatient : transport)
        client.middleware = middleware
        return client
    }

    func ask(_ kind: String, _ middleware: [Middleware] = []) async throws -> String {
        let output = try await client(middleware).readFault(kind: kind + "." + name)
        switch output {
        case .ok(let body): return "ok, \(body.name)"
        case .undocumented(let response): return "undocumented \(response.status)"
        }
    }

    func counters() async throws -> Counters {
        let text = try await client().readFault(kind: "counters.x").get().name
        return try JSONDecoder().decode(Counters.self, from: Data(text.utf8))
    }
}

/// What the server has counted.
struct Counters: Decodable {
    let asked: [String: Int]
    let closed: [String: Int]
    let most: [String: Int]
    let open: [String: Int]
}

let faults: [Fault] = [
    Fault(name: "connection refused", expected: "cannotConnect") { desk in
        var client = desk.client()
        guard let nobody = URL(string: "http://127.0.0.1:1") else { return "no URL" }
        client.server = nobody
        _ = try await client.readFault(kind: "fine")
        return "ok"
    },
    Fault(name: "reset before the answer", expected: "connectionLost") {
        try await $0.ask("early")
    },
    Fault(name: "reset in mid-body", expected: "connectionLost") { try await $0.ask("reset") },
    Fault(name: "truncated body", expected: "truncatedBody") { try await $0.ask("truncated") },
    Fault(name: "slow drip, 1 s at most", expected: "timedOut") { desk in
        let begun = ContinuousClock.now
        do {
            _ = try await desk.client(isImpatient: true).readFault(kind: "drip." + desk.name)
        } catch {
            let waited = begun.duration(to: .now)
            guard waited < .seconds(3) else { return "after \(waited)" }
            throw error
        }
        return "ok"
    },
    Fault(name: "a body that is not JSON", expected: "notJSON") { try await $0.ask("notjson") },
    Fault(name: "another media type", expected: "wrongMediaType") { try await $0.ask("mediatype") },
    Fault(name: "another shape", expected: "undecodableBody") { try await $0.ask("shape") },
    Fault(name: "a redirect", expected: "redirected") { try await $0.ask("redirect") },
    Fault(name: "429 with Retry-After: 1", expected: "ok, fine, waited") { desk in
        let begun = ContinuousClock.now
        let answer = try await desk.ask("retryafter", [.retry()])
        return answer + (begun.duration(to: .now) >= .seconds(1) ? ", waited" : ", too early")
    },
    Fault(name: "two of 503, then 200", expected: "ok, fine") {
        try await $0.ask("burst", [.retry()])
    },
    Fault(name: "503 for ever", expected: "undocumented 503, asked 3 times") { desk in
        let answer = try await desk.ask("down", [.retry()])
        let asked = try await desk.counters().asked["down." + desk.name] ?? 0
        return answer + ", asked \(asked) times"
    },
    Fault(name: "cancelled in mid-request", expected: "cancelled, closed") { desk in
        let call = Task { try await desk.ask("hang") }
        try await Task.sleep(for: .milliseconds(200))
        call.cancel()
        guard case .failure(ClientError.cancelled) = await call.result else {
            return "not cancelled"
        }
        try await Task.sleep(for: .milliseconds(200))
        let closed = try await desk.counters().closed["hang." + desk.name] ?? 0
        return "cancelled, " + (closed == 1 ? "closed" : "left open")
    },
    Fault(name: "10,000 at once, pool of 100", expected: "10000 ok, at most 100 open") { desk in
        let fine = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<10_000 { group.addTask { try await desk.ask("fine") } }
            return try await group.reduce(into: 0) { $0 += $1 == "ok, fine" ? 1 : 0 }
        }
        let open = try await desk.counters().most[desk.name] ?? 0
        return "\(fine) ok, " + (open <= 100 ? "at most 100 open" : "\(open) open")
    },
]
