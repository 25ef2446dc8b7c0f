import Flashback
import Foundation

// What a generated client costs over JSONDecoder on hand-written structures of the same shape: a
// thousand users, and one small call. The transport is in memory, so that nothing else counts.
// Status 2 says that it is over its limits.

private struct HandWrittenAnswer: Codable {
    var success: Bool?
    var data: [HandWrittenUser]?
    var total: Int?
}

private struct HandWrittenUser: Codable {
    var id: UUID?
    var email: String?
    var name: String?
    var lastName: String?
    var orgId: UUID?
    var orgRole: HandWrittenRole?
    var validated: Bool?
    var deletedAt: String?
    var orgRoleDescription: String?
    var orgRoles: [Int]?
}

private enum HandWrittenRole: Int, Codable {
    case user, reader, owner
}

private func answer(_ count: Int) -> Data {
    let users = (0..<count).map { index in
        """
        {"id": "0b6f6f52-8d3e-4a0c-9a57-1f4f0f6f1c11", "email": "user\(index)@example.org",
        "name": "Name\(index)", "lastName": "Last\(index)",
        "orgId": "5d1c2a7e-63b4-4f7f-8f0d-7a2b9c3d4e5f", "orgRole": \(index % 3),
        "validated": true, "deletedAt": null, "orgRoleDescription": "User", "orgRoles": [0, 1]}
        """
    }
    return Data(
        "{\"success\": true, \"total\": \(count), \"data\": [\(users.joined(separator: ","))]}".utf8
    )
}

/// Processor time in microseconds, since machines have other things to do.
private func now() -> Double { Double(clock()) * 1_000_000 / Double(CLOCKS_PER_SEC) }

private func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

/// Median times of both, measured in turn, in microseconds a round.
private func compare(_ body: Data, rounds: Int) async throws -> (client: Double, plain: Double) {
    let client = FlashbackClient(
        transport: InMemoryTransport { _ in HTTPResponse(status: 200, body: body) })
    var clientTimes: [Double] = []
    var plainTimes: [Double] = []
    for _ in 0..<21 {
        let begun = now()
        for _ in 0..<rounds { _ = try await client.getOrganizationUsers().get() }
        let between = now()
        for _ in 0..<rounds {
            _ = try JSONDecoder().decode(HandWrittenAnswer.self, from: body)
        }
        clientTimes.append((between - begun) / Double(rounds))
        plainTimes.append((now() - between) / Double(rounds))
    }
    return (median(clientTimes), median(plainTimes))
}

// Off the main thread, where clients are called from in servers and most of an app.
let many = try await Task.detached { try await compare(answer(1000), rounds: 1) }.value
let ratio = many.client / many.plain
print(
    "1,000 users: client \(Int(many.client)) µs, hand-written \(Int(many.plain)) µs, ratio "
        + "\(Double(Int(ratio * 100)) / 100) (at most 1.15)")
let one = try await Task.detached { try await compare(answer(1), rounds: 200) }.value
print(
    "one user: client \(Int(one.client)) µs, hand-written \(Int(one.plain)) µs, "
        + "\(Int(one.client - one.plain)) µs over it (at most 40)")
exit(ratio <= 1.15 && one.client - one.plain <= 40 ? 0 : 2)
