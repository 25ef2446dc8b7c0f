import Atlas
import PeerServing

/// Serves with a Digest check, one port a choice: MD5, SHA-256, both, and a nonce that lives a second.
func serveGuarded(on port: String) async throws {
    let guards = [
        DigestGuard(realm: "peers", algorithms: [.md5], password: password(of:)),
        DigestGuard(realm: "peers", algorithms: [.sha256], password: password(of:)),
        DigestGuard(realm: "peers", algorithms: [.sha256, .md5], password: password(of:)),
        DigestGuard(
            realm: "peers", algorithms: [.sha256], lifetime: .seconds(1), password: password(of:)),
    ]
    let peers = guards.map { digest in
        Peer("Atlas", AtlasRouter(AtlasMockServer(), authorize: digest.authorize))
    }
    try await serve(peers, Choices(["", "--port", port]))
}

@Sendable private func password(of user: String) -> String? { user == "someone" ? "secret" : nil }
