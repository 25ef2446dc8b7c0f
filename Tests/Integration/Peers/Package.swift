// swift-tools-version: 6.1
import PackageDescription

/// The generated code of these APIs lies in `.build-generated`, where `serve` writes it.
let names = (Context.environment["PEERS"] ?? "").split(separator: " ").map(String.init)

let servers: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "FlyingFox", package: "FlyingFox"),
]

/// Generated servers behind servers that are not ours.
let package = Package(
    name: "Peers",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .target(name: "PeerServing", dependencies: servers),
        .executableTarget(
            name: "Serve",
            dependencies: ["PeerServing"] + names.map { .byName(name: $0) } + servers,
            path: ".build-generated/Serve"),
    ]
        + names.map { name in
            .target(
                name: name, dependencies: servers, path: ".build-generated/\(name)",
                exclude: [".endpointgen-manifest", "Tests", "api.json"])
        },
    swiftLanguageModes: [.v6]
)
