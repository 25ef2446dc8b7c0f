import CaseSupport
import Testing

/// Which module may know which: the arrows of `ARCHITECTURE.md`.
///
/// The build refuses an arrow between targets; this table also holds Foundation out of everything
/// that has no business with it.
private let allowedImports: [(folder: String, modules: Set<String>)] = [
    ("Sources/SourceText", []),
    ("Sources/JSONText", ["SourceText"]),
    ("Sources/YAMLText", ["SourceText"]),
    ("Sources/PageTree", ["SourceText", "YAMLText"]),
    ("Sources/HTMLRendering", ["SourceText", "PageTree"]),
    ("Sources/APIModel", ["SourceText", "JSONText"]),
    ("Sources/Recognition", ["SourceText", "JSONText", "YAMLText", "PageTree", "APIModel"]),
    ("Sources/Recording", ["SourceText", "JSONText", "APIModel", "Recognition"]),
    ("Sources/Resolution", ["SourceText", "JSONText", "APIModel", "Recognition"]),
    ("Sources/Comparison", ["SourceText", "JSONText", "APIModel"]),
    ("Sources/Linting", ["SourceText", "PageTree", "APIModel", "Recognition"]),
    ("Sources/Mustache", ["SourceText"]),
    ("Sources/Emission", ["SourceText", "JSONText", "APIModel", "Mustache", "BuiltinTemplates"]),
    (
        "Sources/EndpointGenerator",
        [
            "SourceText", "JSONText", "YAMLText", "PageTree", "APIModel", "Recognition",
            "Recording", "Resolution", "Comparison", "Linting", "Mustache", "Emission",
            "BuiltinTemplates",
            // For threads.
            "Glibc", "Musl", "Darwin",
        ]
    ),
    ("Sources/endpointgen", ["EndpointGenerator", "Glibc", "Musl", "Darwin"]),
    ("Sources/BuildPlugin", ["Foundation", "PackagePlugin"]),
    ("Sources/CommandPlugin", ["Foundation", "PackagePlugin"]),
    // The templates' text imports what generated code may import.
    (
        "Templates",
        [
            "Foundation", "FoundationNetworking", "Testing", "{{moduleName}}", "AsyncHTTPClient",
            "FlyingFox", "FlyingSocks", "Hummingbird", "NIOCore", "NIOPosix",
        ]
    ),
    ("Generated", ["Foundation", "FoundationNetworking", "Testing"]),
]

@Suite struct ImportTests {
    @Test func arrowsPointOneWay() throws {
        for (folder, modules) in allowedImports {
            for file in try swiftFiles(in: [folder]) {
                let foreign = imports(of: file).filter { module in
                    !modules.contains(module) && !isGenerated(module, seenFrom: file.path)
                }
                #expect(foreign == [], "\(file.path)")
            }
        }
    }

    @Test func everyFolderOfSourcesIsInTheTable() throws {
        let folders = Set(
            try swiftFiles(in: ["Sources"]).map { file in
                file.path.split(separator: "/").prefix(2).joined(separator: "/")
            })
        #expect(folders.subtracting(allowedImports.map(\.folder)).sorted() == [])
    }

    /// Generated tests import the module they are generated for.
    private func isGenerated(_ module: String, seenFrom path: String) -> Bool {
        path.hasPrefix("Generated/\(module)/Tests/")
    }
}

private func imports(of file: TextFile) -> [String] {
    file.lines.compactMap { line in
        var words = line.split(separator: " ")
        while let first = words.first,
            first.hasPrefix("@") || ["package", "public", "internal", "private"].contains(first)
        {
            words.removeFirst()
        }
        guard words.count >= 2, words[0] == "import" else { return nil }
        let name = words[words.count > 2 ? 2 : 1]
        return name.split(separator: ".").first.map(String.init)
    }
}
