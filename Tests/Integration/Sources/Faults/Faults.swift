import Desk
import Foundation

/// Meets every fault with every transport: `Faults PORT`, with `server.py` on that port.
@main struct Faults {
    static func main() async {
        guard CommandLine.arguments.count == 2,
            let server = URL(string: "http://127.0.0.1:" + CommandLine.arguments[1])
        else {
            print("usage: Faults PORT")
            exit(2)
        }
        let depot = Task { try await serveDepot() }
        defer { depot.cancel() }
        let second = Duration.seconds(1)
        let desks = [
            Caller(
                name: "URLSession", server: server, transport: URLSessionTransport.shared,
                impatient: URLSessionTransport(timeout: second)),
            Caller(
                name: "async-http-client", server: server,
                transport: AsyncHTTPClientTransport.shared,
                impatient: AsyncHTTPClientTransport.shared.waiting(second)),
        ]
        var failures = 0
        for desk in desks {
            for fault in streamFaults + faults {
                let begun = ContinuousClock.now
                let outcome = await outcome(of: fault, desk)
                let time = Int(begun.duration(to: .now) / .milliseconds(1))
                let isRight = outcome == fault.expected
                if !isRight { failures += 1 }
                print(
                    column(desk.name, 18), column(fault.name, 30), column(outcome, 36),
                    column("\(time) ms", 9),
                    isRight ? "" : "FAILED, expected \(fault.expected)")
            }
        }
        print("faults: \(failures) of \(desks.count * (streamFaults + faults).count) failed")
        exit(failures == 0 ? 0 : 1)
    }

    /// The name of the error's case, or what the call gave; nothing may take longer than 60 s.
    private static func outcome(of fault: Fault, _ desk: Caller) async -> String {
        let work = Task { try await fault.run(desk) }
        let watch = Task {
            try await Task.sleep(for: .seconds(60))
            print("\(desk.name): \(fault.name): hangs")
            exit(1)
        }
        defer { watch.cancel() }
        switch await work.result {
        case .success(let text): return text
        case .failure(let error as ClientError): return error.word
        case .failure(let error): return "\(type(of: error))"
        }
    }

    private static func column(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension ClientError {
    fileprivate var word: String {
        switch self {
        case .invalidRequest: "invalidRequest"
        case .cannotConnect: "cannotConnect"
        case .connectionLost: "connectionLost"
        case .truncatedBody: "truncatedBody"
        case .timedOut: "timedOut"
        case .cancelled: "cancelled"
        case .transportFailed(let text): "transportFailed: " + text
        case .redirected: "redirected"
        case .wrongMediaType: "wrongMediaType"
        case .notJSON: "notJSON"
        case .undecodableBody: "undecodableBody"
        case .unsupportedChallenge: "unsupportedChallenge"
        }
    }
}
