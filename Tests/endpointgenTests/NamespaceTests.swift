import Foundation
import Testing

/// Several APIs of one folder, for one target. That the result compiles is seen by `.ci/plugins`.
@Suite struct NamespaceTests {
    @Test func eachHasItsOwnFilesAndAllShareTheRest() throws {
        try withFolder(town) { folder in
            let run = try endpointgen(["generate", "Town"], in: folder)
            #expect(run.status == 0, "\(run.complaints)")
            let output = folder.appendingPathComponent("Generated/Town")
            let names = try FileManager.default.contentsOfDirectory(atPath: output.path)
            #expect(
                names.filter { !$0.hasPrefix(".") }.sorted() == [
                    "HTTP.swift", "Library+Client.swift", "Library+Models.swift",
                    "Library+api.json", "Middleware.swift", "Museum+Client.swift",
                    "Museum+Models.swift", "Museum+api.json", "Streams.swift", "Support.swift",
                    "URLSessionTransport.swift",
                ])
            let models = try text("Generated/Town/Library+Models.swift", in: folder)
            #expect(models.contains("\npublic enum Library {\n    public struct Key"))
            #expect(models.contains("\n// swift-format-ignore-file\n\nimport Foundation\n"))
            let client = try text("Generated/Town/Museum+Client.swift", in: folder)
            #expect(client.contains("\nextension Museum {\n"))
            #expect(client.contains("\n    public struct Client: API {\n"))
            let check = try endpointgen(["check", "Town"], in: folder)
            #expect(check.status == 0, "\(check.output)")
        }
    }

    /// What speaks of one API does not make one of several.
    @Test(arguments: [
        ["openapi", "Town"], ["show", "api", "Town"], ["show", "context", "Town"],
        ["explain", "Town", "name"], ["coverage", "Town"], ["lint", "Town"],
        ["reference", "Town", "-o", "Pages"],
    ])
    func otherVerbsAskForOne(_ arguments: [String]) throws {
        try withFolder(town) { folder in
            let run = try endpointgen(arguments, in: folder)
            #expect(run.status == 2)
            let said = run.output + run.complaints
            #expect(
                said.contains(
                    "Town/endpointgen.json:1:1: error: each folder here is an API of its own "
                        + "('namespaces'); name one: 'Town/Library', 'Town/Museum'"),
                "\(said)")
            #expect(!exists("Pages", in: folder))
            #expect(try endpointgen(["openapi", "Town/Library"], in: folder).status == 0)
        }
    }

    /// An API that is alone in its folder is what it was.
    @Test func onRequestOnly() throws {
        let pages = town.filter { !$0.key.hasSuffix(".json") }
        try withFolder(pages) { folder in
            let run = try endpointgen(["generate", "Town"], in: folder)
            #expect(run.status == 0, "\(run.complaints)")
            #expect(exists("Generated/Library/Client.swift", in: folder))
            #expect(exists("Generated/Museum/Client.swift", in: folder))
        }
    }

    @Test func theFolderSaysWhatAnAPIIsCalled() throws {
        var files = town
        files["Town/Library/endpointgen.json"] = #"{ "name": "Reading Room" }"#
        try withFolder(files) { folder in
            let run = try endpointgen(["generate", "Town"], in: folder)
            #expect(run.status == 0, "\(run.complaints)")
            let models = try text("Generated/Town/Library+Models.swift", in: folder)
            #expect(models.contains("\npublic enum ReadingRoom {\n"))
        }
    }

    @Test(arguments: [
        (
            "Town/Library/endpointgen.json", #"{ "outputs": ["models"] }"#,
            "Town/Library/endpointgen.json:1:1: error: in namespaces, an API's own folder says "
                + "'name' only [configuration]"
        ),
        (
            "Town/Museum/endpointgen.json", #"{ "name": "library" }"#,
            "Town/Museum/endpointgen.json:1:1: error: another API of this target lives in the namespace "
                + "'Library' too [configuration]"
        ),
        (
            "Town/start.md", "`GET /start`\n",
            "Town/start.md:1:1: error: in namespaces, a page stands in the folder of its API "
                + "[configuration]"
        ),
        (
            "Town/corrections.md", "- `Key.id` is nullable\n",
            "Town/corrections.md:1:1: error: in namespaces, 'corrections.md' stands in the folder "
                + "of its API [configuration]"
        ),
        (
            "Town/Zoo/empty.md", "Nothing yet.\n",
            "Town/Zoo/empty.md:1:1: error: no page of 'Zoo' documents an operation [no-operation]"
        ),
    ])
    func whatHasNoPlace(path: String, contents: String, complaint: String) throws {
        try withFolder(town.merging([path: contents]) { $1 }) { folder in
            let run = try endpointgen(["generate", "Town"], in: folder)
            #expect(run.status != 0)
            #expect(run.complaints.contains(complaint + "\n"), "\(run.complaints)")
            #expect(!exists("Generated/Town", in: folder))
        }
    }
}

private let town = [
    "Town/endpointgen.json": #"{ "namespaces": true, "outputs": ["models", "client"] }"#,
    "Town/Library/keys.md": smallPage,
    "Town/Museum/keys.md": smallPage,
]
