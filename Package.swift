// swift-tools-version: 6.1
import PackageDescription

/// One target a stage, so that the build itself refuses an arrow that must not exist.
/// `ARCHITECTURE.md` draws them.
let stages: [Target] = [
    .target(name: "SourceText"),
    .target(name: "JSONText", dependencies: ["SourceText"]),
    .target(name: "YAMLText", dependencies: ["SourceText"]),
    .target(name: "PageTree", dependencies: ["SourceText", "YAMLText"]),
    .target(name: "HTMLRendering", dependencies: ["SourceText", "PageTree"]),
    .target(name: "APIModel", dependencies: ["SourceText", "JSONText"]),
    .target(
        name: "Recognition",
        dependencies: ["SourceText", "JSONText", "YAMLText", "PageTree", "APIModel"]),
    .target(
        name: "Recording", dependencies: ["SourceText", "JSONText", "APIModel", "Recognition"]),
    .target(
        name: "Resolution", dependencies: ["SourceText", "JSONText", "APIModel", "Recognition"]),
    .target(name: "Comparison", dependencies: ["SourceText", "JSONText", "APIModel"]),
    .target(
        name: "Linting",
        dependencies: ["SourceText", "PageTree", "APIModel", "Recognition"]),
    .target(name: "Mustache", dependencies: ["SourceText"]),
    .target(
        name: "BuiltinTemplates", path: "Templates",
        exclude: [
            "AsyncHTTPClientTransport.swift.mustache",
            "Client.swift.mustache",
            "Digest.swift.mustache",
            "DigestGuard.swift.mustache",
            "Examples",
            "Fixtures.swift.mustache",
            "FlyingFox.swift.mustache",
            "FormBodies.swift.mustache",
            "Forms.swift.mustache",
            "HTTP.swift.mustache",
            "Hummingbird.swift.mustache",
            "Middleware.swift.mustache",
            "Models.swift.mustache",
            "Pages.swift.mustache",
            "README.md",
            "Routing.swift.mustache",
            "Server.swift.mustache",
            "Streams.swift.mustache",
            "Support.swift.mustache",
            "Tests",
            "URLSessionTransport.swift.mustache",
            "docc",
            "markdown",
            "partials",
            "reference",
        ],
        sources: ["BuiltinTemplates.swift"]),
    .target(
        name: "Emission",
        dependencies: ["SourceText", "JSONText", "APIModel", "Mustache", "BuiltinTemplates"]),
    .target(
        name: "EndpointGenerator",
        dependencies: [
            "SourceText", "JSONText", "YAMLText", "PageTree", "APIModel", "Recognition",
            "Recording", "Resolution", "Comparison", "Linting", "Mustache", "Emission",
            "BuiltinTemplates",
        ]),
    .executableTarget(name: "endpointgen", dependencies: ["EndpointGenerator"]),
]

/// What a package that uses this one builds with.
let plugins: [Target] = [
    .plugin(
        name: "EndpointGeneratorPlugin", capability: .buildTool(), dependencies: ["endpointgen"],
        path: "Sources/BuildPlugin"),
    .plugin(
        name: "GenerateEndpoints",
        capability: .command(
            intent: .custom(
                verb: "generate-endpoints",
                description: "Generates Swift from API documentation, or checks it with --check"),
            permissions: [
                .writeToPackageDirectory(reason: "to write what is generated from the pages")
            ]),
        dependencies: ["endpointgen"], path: "Sources/CommandPlugin"),
]

/// What the tests of several targets share: documents as cases, the folder of corpora.
let testSupport: [Target] = [
    .target(name: "CaseSupport", path: "Tests/CaseSupport"),
    .executableTarget(
        name: "Benchmark", dependencies: ["CaseSupport", "endpointgen", "EmptyProgram"],
        path: "Tests/Benchmark"),
    .executableTarget(name: "EmptyProgram", path: "Tests/EmptyProgram"),
    .target(
        name: "CircleSupport",
        dependencies: ["EndpointGenerator", "Emission", "APIModel", "JSONText", "SourceText"],
        path: "Tests/CircleSupport"),
    .executableTarget(
        name: "Circle",
        dependencies: ["CircleSupport", "EndpointGenerator", "Emission", "APIModel", "SourceText"],
        path: "Tests/Circle"),
    .executableTarget(
        name: "RSTBenchmark", dependencies: ["CaseSupport", "SourceText", "PageTree"],
        path: "Tests/RSTBenchmark", exclude: ["run", "docutils_peer.py"]),
    .executableTarget(
        name: "ClientBenchmark", dependencies: ["Flashback"],
        path: "Tests/Benchmarks/ClientBenchmark"),
    .executableTarget(
        name: "ModelBenchmark",
        dependencies: ["Atlas", "CruxConnect", "Flashback", "Hub", "Thanos"],
        path: "Tests/Benchmarks/ModelBenchmark"),
    .executableTarget(
        name: "ReadBenchmark", dependencies: ["CaseSupport", "PageTree", "SourceText"],
        path: "Tests/Benchmarks/ReadBenchmark"),
]

let tests: [Target] = [
    .testTarget(
        name: "EmissionTests",
        dependencies: [
            "CaseSupport", "EndpointGenerator", "Emission", "APIModel", "JSONText", "Mustache",
            "SourceText",
        ],
        exclude: ["Cases"]),
    .testTarget(
        name: "CircleTests",
        dependencies: [
            "CaseSupport", "CircleSupport", "EndpointGenerator", "APIModel", "JSONText",
            "SourceText",
        ]),
    .testTarget(
        name: "endpointgenTests", dependencies: ["CaseSupport", "EndpointGenerator", "endpointgen"]),
    .testTarget(
        name: "EndpointGeneratorTests",
        dependencies: [
            "CaseSupport", "EndpointGenerator", "Emission", "APIModel", "JSONText", "SourceText",
        ]),
    .testTarget(
        name: "ComparisonTests", dependencies: ["Comparison", "APIModel", "JSONText", "SourceText"]),
    .testTarget(
        name: "LintingTests", dependencies: ["CaseSupport", "Linting"], exclude: ["Cases"]),
    .testTarget(name: "MustacheTests", dependencies: ["CaseSupport", "Mustache", "SourceText"]),
    .testTarget(
        name: "PipelineTests",
        dependencies: [
            "CaseSupport", "Comparison", "EndpointGenerator", "SourceText", "JSONText", "PageTree",
            "APIModel",
        ],
        exclude: ["Cases", "Labelled"]),
    .testTarget(
        name: "RecognitionTests",
        dependencies: [
            "CaseSupport", "Recognition", "APIModel", "JSONText", "PageTree", "SourceText",
        ]),
    .testTarget(
        name: "PageTreeTests",
        dependencies: ["CaseSupport", "SourceText", "PageTree", "HTMLRendering"],
        exclude: ["Cases"]),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"]),
    .testTarget(name: "TidyTests", dependencies: ["CaseSupport"]),
    .testTarget(name: "JSONTextTests", dependencies: ["CaseSupport", "SourceText", "JSONText"]),
    .testTarget(name: "YAMLTextTests", dependencies: ["CaseSupport", "SourceText", "YAMLText"]),
]

/// What `endpointgen generate` makes of `Specs`, compiled, so that bad Swift fails the build.
let generated: [Target] = [
    "Atlas", "Bindery", "CruxConnect", "Flashback", "Hub", "Thanos",
].flatMap { name in
    [
        .target(
            name: name, path: "Generated/\(name)",
            exclude: [".endpointgen-manifest", "Tests", "api.json"]),
        .testTarget(
            name: "\(name)FixtureTests", dependencies: [.byName(name: name)],
            path: "Generated/\(name)/Tests"),
    ]
}

/// The generated clients and servers, talking to each other.
let generatedTests: [Target] = [
    .testTarget(
        name: "GeneratedTests",
        dependencies: ["Atlas", "Bindery", "CruxConnect", "Flashback", "Hub", "Thanos"])
]

let package = Package(
    name: "swift-endpoint-generator",
    platforms: [.macOS(.v13)],
    products: [
        .executable(name: "endpointgen", targets: ["endpointgen"]),
        .library(name: "EndpointGeneratorLibrary", targets: ["EndpointGenerator"]),
        .plugin(name: "EndpointGenerator", targets: ["EndpointGeneratorPlugin"]),
        .plugin(name: "GenerateEndpoints", targets: ["GenerateEndpoints"]),
    ],
    targets: stages + plugins + testSupport + tests + generated + generatedTests,
    swiftLanguageModes: [.v6]
)
