// swift-tools-version: 6.1
import PackageDescription

/// Somebody's package: its target `Library` holds pages of documentation, its target
/// `Town` those of two APIs, and its programs use what comes of them.
let package = Package(
    name: "PluginUser",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "swift-endpoint-generator", path: "../../..")],
    targets: [
        .target(
            name: "Library",
            plugins: [
                .plugin(name: "EndpointGenerator", package: "swift-endpoint-generator")
            ]),
        .target(
            name: "Town",
            plugins: [
                .plugin(name: "EndpointGenerator", package: "swift-endpoint-generator")
            ]),
        .executableTarget(name: "Use", dependencies: ["Library"]),
        .executableTarget(name: "UseTown", dependencies: ["Town"]),
    ],
    swiftLanguageModes: [.v6]
)
