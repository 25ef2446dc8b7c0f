// swift-tools-version: 6.1
import PackageDescription

/// Somebody's package: its target `Library` holds pages of documentation, and its program
/// uses what comes of them.
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
        .executableTarget(name: "Use", dependencies: ["Library"]),
    ],
    swiftLanguageModes: [.v6]
)
