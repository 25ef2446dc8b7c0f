import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An HTTP/1.1 server on a port of its own, which gives each connection the next of its answers.
///
/// It waits for nothing but its peer: who never calls, or never ends, runs into the time that its
/// client waits.
final class LoopbackServer: Sendable {
    /// How a connection is answered.
    struct Answer: Sendable {
        var bytes: String
        /// What is sent once the peer has had time to read the rest.
        var later: String?
        /// Waited for before `later`, and before a connection is reset.
        var isReady: DispatchSemaphore?
        var isReset = false
    }

    struct Request: Sendable {
        var head = ""
        var body = Data()

        var line: String { String(head.prefix { $0 != "\r\n" }) }
    }

    let port: UInt16
    private let listener: Int32
    private let answers: [Answer]
    private let log = Log()

    /// The requests so far.
    var requests: [Request] { log.lock.withLock { log.requests } }

    /// A port that does not listen is taken, and refuses whoever calls.
    init(_ answers: Answer..., isListening: Bool = true) throws {
        listener = socket(AF_INET, tcpStream, 0)
        self.answers = answers
        port = try bindToFreePort(listener)
        guard isListening else { return }
        guard listen(listener, 8) == 0 else { throw SocketError() }
        Thread.detachNewThread { self.serve() }
    }

    deinit { close(listener) }

    var url: URL? { URL(string: "http://127.0.0.1:\(port)") }

    private func serve() {
        for answer in answers {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { break }
            forbidSignals(on: connection)
            let request = read(from: connection)
            log.lock.withLock { log.requests.append(request) }
            send(answer.bytes, to: connection)
            answer.isReady?.wait()
            if let later = answer.later { send(later, to: connection) }
            if answer.isReset { resetWhenClosed(connection) }
            close(connection)
        }
    }

    private final class Log: @unchecked Sendable {
        let lock = NSLock()
        var requests: [Request] = []
    }
}

/// Reads one request whose body is as long as its head says.
private func read(from connection: Int32) -> LoopbackServer.Request {
    var request = LoopbackServer.Request()
    var bytes = Data()
    var piece = [UInt8](repeating: 0, count: 4096)
    let end = Data("\r\n\r\n".utf8)
    while true {
        if let head = bytes.range(of: end) {
            request.head = String(decoding: bytes[..<head.lowerBound], as: UTF8.self)
            request.body = bytes[head.upperBound...]
            if request.body.count >= request.contentLength { return request }
        }
        let count = recv(connection, &piece, piece.count, 0)
        guard count > 0 else { return request }
        bytes.append(contentsOf: piece[..<count])
    }
}

extension LoopbackServer.Request {
    func header(_ name: String) -> String? {
        let lines = head.split(separator: "\r\n").dropFirst()
        let line = lines.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
        return line.map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }

    fileprivate var contentLength: Int { header("Content-Length").flatMap { Int($0) } ?? 0 }
}

// MARK: Sockets

struct SocketError: Error {
    let code = errno
}

#if canImport(Glibc)
    private let tcpStream = Int32(SOCK_STREAM.rawValue)
#else
    private let tcpStream = SOCK_STREAM
#endif

/// Takes a free port of the loopback interface; which one.
private func bindToFreePort(_ listener: Int32) throws -> UInt16 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
            bind(listener, address, length) == 0 && getsockname(listener, address, &length) == 0
        }
    }
    guard isBound else { throw SocketError() }
    return UInt16(bigEndian: address.sin_port)
}

/// A peer that has gone is an error here and no end of the process.
private func forbidSignals(on connection: Int32) {
    #if canImport(Darwin)
        var isOn: Int32 = 1
        setsockopt(
            connection, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
    #endif
}

private func send(_ text: String, to connection: Int32) {
    #if canImport(Darwin)
        let flags: Int32 = 0
    #else
        let flags = Int32(MSG_NOSIGNAL)
    #endif
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, flags) }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
    }
}

/// Closing sends RST instead of FIN.
private func resetWhenClosed(_ connection: Int32) {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
        connection, SOL_SOCKET, SO_LINGER, &linger,
        socklen_t(MemoryLayout.size(ofValue: linger)))
}
