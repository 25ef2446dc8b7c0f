// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that the generator's stays without dependencies. `.ci/faults` generates
// the target Desk from Pages before it builds.
let package = Package(
    name: "Faults",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0")
    ],
    targets: [
        .target(
            name: "Desk",
            dependencies: [.product(name: "AsyncHTTPClient", package: "async-http-client")],
            path: ".generated/Desk", exclude: [".endpointgen-manifest", "api.json"]),
        .executableTarget(name: "Faults", dependencies: ["Desk"]),
    ]
)
