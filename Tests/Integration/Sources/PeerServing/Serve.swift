import FlyingFox
import Hummingbird
import Logging

/// One generated server, ready for either of the two packages.
public struct Peer: Sendable {
    let name: String
    let run: @Sendable (UInt16, Package) async throws -> Void

    /// What it is served with.
    enum Package: Sendable {
        case hummingbird, flyingFox
    }

    public init(
        _ name: String,
        _ router: some HTTPResponder<BasicRequestContext> & HTTPHandler
    ) {
        self.name = name
        run = { port, package in
            switch package {
            case .hummingbird:
                let address = ApplicationConfiguration(
                    address: .hostname("127.0.0.1", port: Int(port)))
                var logger = Logger(label: name)
                logger.logLevel = .error
                try await Application(
                    responder: router, configuration: address, logger: logger
                ).runService()
            case .flyingFox:
                let server = HTTPServer(
                    address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled,
                    handler: router)
                try await server.run()
            }
        }
    }
}

/// What the command line says.
public struct Choices: Sendable {
    var port: UInt16 = 8080
    var package = Peer.Package.hummingbird
    /// Whether callers have to authenticate as documented.
    public private(set) var isGuarded = false
    private var token: String?

    public init(_ arguments: [String]) {
        var rest = arguments.dropFirst()
        while let word = rest.popFirst() {
            switch word {
            case "--port": port = rest.popFirst().flatMap(UInt16.init) ?? port
            case "--flyingfox": package = .flyingFox
            case "--guard": isGuarded = true
            case "--token":
                isGuarded = true
                token = rest.popFirst()
            default: print("unknown: \(word)")
            }
        }
    }

    /// Whether a credential will do: any, unless one is named.
    public func accepts(_ credential: String) -> Bool {
        token.map { credential.contains($0) } ?? true
    }
}

/// Serves each on a port of its own, upwards from the first, until it is interrupted.
public func serve(_ peers: [Peer], _ choices: Choices) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for (index, peer) in peers.enumerated() {
            let port = choices.port + UInt16(index)
            group.addTask { try await peer.run(port, choices.package) }
            print("\(peer.name) http://127.0.0.1:\(port)")
        }
        try await group.waitForAll()
    }
}
