// swift-tools-version: 6.1
import PackageDescription

/// The generated code of these APIs lies in `.build-generated`, where `generate` writes it.
let names = (Context.environment["PEERS"] ?? "").split(separator: " ").map(String.init)

let packages: [Target.Dependency] = [
    .product(name: "AsyncHTTPClient", package: "async-http-client"),
    .product(name: "FlyingFox", package: "FlyingFox"),
    .product(name: "Hummingbird", package: "hummingbird"),
]
let apis = names.map { Target.Dependency.byName(name: $0) }

/// Generated clients and servers behind clients and servers that are not ours: a package of its own,
/// so that the generator's stays without dependencies.
let package = Package(
    name: "Integration",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: [
        .target(name: "PeerServing", dependencies: packages),
        .executableTarget(
            name: "Serve", dependencies: ["PeerServing"] + apis + packages,
            path: ".build-generated/Serve"),
    ]
        + names.map { name in
            .target(
                name: name, dependencies: packages, path: ".build-generated/\(name)",
                exclude: [".endpointgen-manifest", "Tests", "api.json"])
        } + checks,
    swiftLanguageModes: [.v6]
)

/// What `.ci` runs; it needs more of the generated code than a server does.
var checks: [Target] {
    guard Context.environment["PEERS_CHECKS"] != nil else { return [] }
    return [
        .executableTarget(name: "Faults", dependencies: ["Desk", "PeerServing"]),
        .executableTarget(name: "Digest", dependencies: ["Atlas", "PeerServing"]),
        .executableTarget(name: "Load", dependencies: ["Atlas"] + packages),
        .target(name: "Rehearsing"),
        .executableTarget(
            name: "Rehearsal", dependencies: ["Rehearsing"] + apis,
            path: ".build-generated/Rehearsal"),
    ]
}
