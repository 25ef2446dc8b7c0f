import Foundation

/// Calls the operations of one API over one transport, once for each documented status, and compares
/// what the client makes of the answer with what the pages show.
public struct Rehearsal: Sendable {
    /// What a documented status has to become: a case of the output, with the body of a fixture.
    public typealias Part = (status: Int, name: String, body: Data?)
    /// A case of an output, and its body as JSON.
    public typealias Heard = (name: String, body: Data?)

    let api: String
    let transport: String
    private(set) var operations = 0
    private(set) var statuses = 0
    private(set) var bodies = 0
    private(set) var right = 0
    private(set) var failures: [String] = []

    public init(_ api: String, over transport: String) {
        self.api = api
        self.transport = transport
    }

    /// Whether the transport sends bodies whatever the method; `URLSession` has none with GET.
    public var sendsAnyBody: Bool { transport != "URLSession" }

    public mutating func take(
        _ operation: String, _ parts: [Part], call: (Int) async throws -> Heard
    ) async {
        operations += 1
        statuses += parts.count
        bodies += parts.count { $0.body != nil }
        // Without a documented status there is no case for what the server says.
        for part in parts.isEmpty ? [(200, "undocumented", nil)] : parts {
            do {
                guard let complaint = try difference(part, try await call(part.status)) else {
                    right += parts.isEmpty ? 0 : 1
                    continue
                }
                failures.append("\(operation) \(part.status): \(complaint)")
            } catch {
                failures.append("\(operation) \(part.status): \(error)")
            }
        }
    }

    private func difference(_ part: Part, _ heard: Heard) throws -> String? {
        guard heard.name == part.name else {
            let body = String(decoding: heard.body ?? Data(), as: UTF8.self)
            return "is .\(heard.name) instead of .\(part.name) \(body.prefix(200))"
        }
        guard let shown = part.body else { return nil }
        guard let body = heard.body else { return "has no body" }
        let isSame = try Value(json: body) == Value(json: shown)
        return isSame ? nil : "has another body than the fixture"
    }

    /// Whether there was something to compare: every API has operations, and shows some body.
    fileprivate var isSomething: Bool { operations > 0 && bodies > 0 && right > 0 }

    fileprivate var row: String {
        let numbers = [operations, statuses, bodies, right].map { "\($0)".padded(to: 12) }
        return api.padded(to: 14) + transport.padded(to: 20) + numbers.joined()
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        padding(toLength: width, withPad: " ", startingAt: 0)
    }
}

/// Prints a table and what failed; whether nothing did.
public func report(_ rehearsals: [Rehearsal]) -> Bool {
    let heads = ["operations", "statuses", "bodies", "right"].map { $0.padded(to: 12) }
    print("API".padded(to: 14) + "transport".padded(to: 20) + heads.joined())
    for rehearsal in rehearsals {
        print(rehearsal.row)
        for failure in rehearsal.failures { print("    " + failure) }
        if !rehearsal.isSomething { print("    nothing to compare") }
    }
    let statuses = rehearsals.reduce(0) { $0 + $1.statuses }
    let right = rehearsals.reduce(0) { $0 + $1.right }
    print("rehearsal: \(right) of \(statuses) documented answers as documented")
    return !rehearsals.isEmpty && rehearsals.allSatisfy { $0.failures.isEmpty && $0.isSomething }
}

/// JSON in which a member that is `null` is as good as missing, and `1.0` is `1`.
private enum Value: Decodable, Equatable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([Value])
    case object([String: Value])

    init(json: Data) throws {
        self = try JSONDecoder().decode(Value.self, from: json)
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .boolean(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let elements = try? container.decode([Value].self) {
            self = .array(elements)
        } else {
            let members = try container.decode([String: Value].self)
            self = .object(members.filter { $0.value != .null })
        }
    }
}
