import Desk
import Foundation

private let size = 50 * 1024 * 1024
/// In MB. Less than the body, of which client and server together, being one process here, have no
/// more than some pieces; 26 were seen on a busy machine. The thread sanitizer keeps words of its own
/// beside each that a program has.
private let most = ProcessInfo.processInfo.environment["SANITIZE"] == "thread" ? 160 : 40

/// Bodies that are read and sent piece by piece, whole and broken.
let streamFaults: [Fault] = [
    Fault(name: "50 MB down", expected: "\(size) bytes, in little memory") { desk in
        try await inLittleMemory {
            let file = try await desk.client().fetchFile(kind: "big." + desk.name).get()
            return "\(try await length(of: file)) bytes"
        }
    },
    Fault(name: "50 MB down, read slowly", expected: "\(size) bytes, in little memory") { desk in
        try await inLittleMemory {
            let file = try await desk.client().fetchFile(kind: "big." + desk.name).get()
            return "\(try await length(of: file, pausing: .seconds(1))) bytes"
        }
    },
    Fault(name: "50 MB up", expected: "\(size) bytes by length, in little memory") { desk in
        try await inLittleMemory {
            try await desk.store(manyPieces(size / 65_536, of: 65_536))
        }
    },
    Fault(name: "up without a length", expected: "65536 bytes") { desk in
        let answer = try await desk.store(manyPieces(16, of: 4096, isLengthKnown: false))
        // URLSession is given a file, and knows how long that is.
        return String(answer.prefix(11))
    },
    Fault(name: "bytes at hand up", expected: "17 bytes by length") { desk in
        try await desk.store(ByteStream(Data(repeating: 7, count: 17)))
    },
    Fault(name: "50 MB through Hummingbird", expected: "\(size) of \(size), in little memory") {
        try await $0.throughDepot(port: 8290)
    },
    Fault(name: "50 MB through FlyingFox", expected: "\(size) of \(size), in little memory") {
        try await $0.throughDepot(port: 8291)
    },
    Fault(name: "no such file", expected: "notFound, none") { desk in
        let output = try await desk.client().fetchFile(kind: "none." + desk.name)
        guard case .notFound(let body) = output else { return "found" }
        return "notFound, " + body.name
    },
    Fault(name: "200 files in turn", expected: "200 times, closed behind them") { desk in
        var count = 0
        for _ in 0..<200 {
            let output = try await desk.client().fetchFile(kind: "drops." + desk.name)
            if try await length(of: output.get()) == 4 { count += 1 }
        }
        try await Task.sleep(for: .milliseconds(100))
        let open = try await desk.counters().open[desk.name] ?? 0
        return "\(count) times, " + (open < 3 ? "closed behind them" : "\(open) open")
    },
    Fault(name: "five pieces, dripping", expected: "20 bytes, as they come") { desk in
        let file = try await desk.client().fetchFile(kind: "drip." + desk.name).get()
        var arrivals: [ContinuousClock.Instant] = []
        var count = 0
        for try await piece in file {
            arrivals.append(.now)
            count += piece.count
        }
        let gaps = zip(arrivals, arrivals.dropFirst()).filter {
            $0.duration(to: $1) > .seconds(0.1)
        }
        return "\(count) bytes, " + (gaps.count > 2 ? "as they come" : "at once")
    },
    Fault(name: "no further piece, 1 s at most", expected: "timedOut") { desk in
        let client = desk.client(isImpatient: true)
        let file = try await client.fetchFile(kind: "hold." + desk.name).get()
        return "\(try await length(of: file)) bytes"
    },
    Fault(name: "truncated in mid-stream", expected: "truncatedBody") { desk in
        let file = try await desk.client().fetchFile(kind: "truncated." + desk.name).get()
        return "\(try await length(of: file)) bytes"
    },
    Fault(name: "reset in mid-stream", expected: "connectionLost") { desk in
        let file = try await desk.client().fetchFile(kind: "reset." + desk.name).get()
        return "\(try await length(of: file)) bytes"
    },
    Fault(name: "cancelled in mid-stream", expected: "cancelled, closed") { desk in
        let name = "endless." + desk.name + "-1"
        let reading = Task { try await length(of: desk.client().fetchFile(kind: name).get()) }
        try await Task.sleep(for: .milliseconds(400))
        reading.cancel()
        guard case .failure(ClientError.cancelled) = await reading.result else {
            return "not cancelled"
        }
        return "cancelled, " + (try await desk.fate(of: name))
    },
    Fault(name: "dropped in mid-stream", expected: "dropped, closed") { desk in
        let name = "endless." + desk.name + "-2"
        for try await _ in try await desk.client().fetchFile(kind: name).get() { break }
        return "dropped, " + (try await desk.fate(of: name))
    },
]

extension Caller {
    fileprivate func store(_ body: ByteStream) async throws -> String {
        let answer = try await client().storeFile(kind: "any." + name, body: body).get()
        return "\(answer.count) bytes by \(answer.name)"
    }

    /// What comes down goes up again, each with a generated server at the other end.
    fileprivate func throughDepot(port: Int) async throws -> String {
        var client = client()
        client.server = URL(string: "http://127.0.0.1:\(port)") ?? server
        let depot = client
        return try await inLittleMemory {
            let file = try await depot.fetchFile(kind: "\(size / 65_536)").get()
            let stored = try await depot.storeFile(kind: "any", body: file).get()
            return "\(stored.count) of \(file.length ?? 0)"
        }
    }

    /// What the server says of a connection that nobody wants any more.
    fileprivate func fate(of kind: String) async throws -> String {
        for _ in 0..<20 {
            try await Task.sleep(for: .milliseconds(50))
            if try await counters().closed[kind] == 1 { return "closed" }
        }
        return "left open"
    }
}

/// How many bytes come; the first piece may be looked at for a while.
private func length(of file: ByteStream, pausing pause: Duration = .zero) async throws -> Int {
    var count = 0
    for try await piece in file {
        if count == 0, pause > .zero { try await Task.sleep(for: pause) }
        count += piece.count
    }
    return count
}

/// Whether some work took no more memory at any time than a part of what passed through it.
private func inLittleMemory(_ work: @Sendable () async throws -> String) async throws -> String {
    // Forgets the highest mark (proc(5), clear_refs).
    try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
    let before = memory("VmRSS:")
    let outcome = try await work()
    let grown = memory("VmHWM:") - before
    return outcome + (grown <= most ? ", in little memory" : ", in \(grown) MB more")
}

/// A line of the process's status in MB; 0 on systems that have none.
private func memory(_ name: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
    return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
}
