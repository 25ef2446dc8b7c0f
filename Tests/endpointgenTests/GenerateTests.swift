import EndpointGenerator
import Foundation
import Testing

/// `openapi` stands for all outputs here: what is tested is the way to the disk.
private let generate = ["generate", "--emit", "openapi"]

@Suite struct GenerateTests {
    @Test func everySubfolderIsAnAPI() throws {
        try withFolder(["Specs/A/keys.md": smallPage, "Specs/B/keys.md": smallPage]) { folder in
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 0, "\(outcome.complaints)")
            #expect(try text("Generated/A/openapi.json", in: folder).contains("\"/keys\""))
            #expect(exists("Generated/B/\(Manifest.fileName)", in: folder))
        }
    }

    @Test func aReadmeBesideTheAPIsIsNoPage() throws {
        try withFolder(["Specs/README.md": "# Ours\n", "Specs/A/keys.md": smallPage]) { folder in
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 0, "\(outcome.complaints)")
            #expect(exists("Generated/A/openapi.json", in: folder))
        }
    }

    /// Fragments stand in a folder of their own, in or above the one that is read.
    @Test func aFolderOfFragmentsMakesOneAPI() throws {
        let files = [
            "site/_includes/key.md": "| Name | Type |\n|---|---|\n| id | integer |\n",
            "site/keys/list.md": smallPage + "\n## Response\n\n{% include key.md %}\n",
        ]
        try withFolder(files) { folder in
            for path in ["site", "site/keys", "site/keys/list.md"] {
                let outcome = try endpointgen(["openapi", path], in: folder)
                #expect(
                    outcome.status == 0 && !outcome.complaints.contains("key.md'"), "\(outcome)")
            }
            let inside = folder.appendingPathComponent("site/keys")
            let here = try endpointgen(["openapi", "."], in: inside)
            #expect(here.status == 0)
            #expect(here.output.contains(#""x-source": "keys/list.md:3""#))
            let outcome = try endpointgen(generate + ["site"], in: folder)
            #expect(outcome.status == 0, "\(outcome.complaints)")
            #expect(exists("Generated/site/openapi.json", in: folder))
        }
    }

    @Test func aSecondRunWritesNothing() throws {
        try withFolder(["Specs/A/keys.md": smallPage]) { folder in
            _ = try endpointgen(generate, in: folder)
            let file = folder.appendingPathComponent("Generated/A/openapi.json")
            let old = Date(timeIntervalSince1970: 1_000_000)
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file.path)
            #expect(try endpointgen(generate, in: folder).status == 0)
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect(attributes[.modificationDate] as? Date == old)
        }
    }

    /// Each step waits for what the one before it brings about, however long that takes.
    @Test func watchingGeneratesAgain() throws {
        try withFolder(["Specs/A/keys.md": smallPage]) { folder in
            let run = try start(["watch", "--emit", "openapi"], in: folder)
            defer { #expect(end(run), "held on when it was told to end") }
            while !exists("Generated/A/openapi.json", in: folder), run.isRunning { usleep(1000) }
            let changed = smallPage.replacingOccurrences(of: "/keys", with: "/locks")
            try write(changed, to: "Specs/A/keys.md", in: folder)
            while run.isRunning,
                try !text("Generated/A/openapi.json", in: folder).contains("\"/locks\"")
            { usleep(1000) }
            #expect(run.isRunning)
        }
    }

    /// Of several APIs, those that nobody touched have said what they had to say.
    @Test func watchingRepeatsNothingOfOtherAPIs() throws {
        let empty = "# About\n\n`GET /about`\n\n```json\n{ \"a\": 1, }\n```\n"
        try withFolder(["Specs/A/about.md": empty, "Specs/B/keys.md": smallPage]) { folder in
            let complaints = folder.appendingPathComponent("said")
            try Data().write(to: complaints)
            let run = try start(
                ["watch", "--emit", "openapi"], in: folder, complaints: complaints)
            defer { #expect(end(run), "held on when it was told to end") }
            func said(_ words: String) throws -> Int {
                try text("said", in: folder).components(separatedBy: words).count - 1
            }
            while try said("watching") < 1, run.isRunning { usleep(1000) }
            #expect(try said("Specs/A/about.md") > 0)
            let first = try said("Specs/A/about.md")
            try write(
                smallPage.replacingOccurrences(of: "/keys", with: "/locks"), to: "Specs/B/keys.md",
                in: folder)
            while try said("watching") < 2, run.isRunning { usleep(1000) }
            #expect(try said("Specs/A/about.md") == first)
            #expect(try said("Generated/B: since the last run") == 1)
        }
    }

    /// Without a page there is no place to point at, and what was generated stays.
    @Test func anAPIThatLostItsPagesIsNamed() throws {
        try withFolder(["Specs/A/keys.md": smallPage]) { folder in
            _ = try endpointgen(generate, in: folder)
            let page = folder.appendingPathComponent("Specs/A/keys.md")
            try FileManager.default.removeItem(at: page)
            let outcome = try endpointgen(generate, in: folder)
            #expect(
                outcome.complaints
                    == "error: no page of 'A' documents an operation [no-operation]\n")
            #expect(outcome.status == 1)
            #expect(exists("Generated/A/openapi.json", in: folder))
        }
    }

    @Test func onePageIsAnAPIToo() throws {
        try withFolder(["keys.md": smallPage]) { folder in
            let outcome = try endpointgen(generate + ["keys.md", "--output", "Out"], in: folder)
            #expect(outcome.status == 0, "\(outcome.complaints)")
            #expect(exists("Out/keys/openapi.json", in: folder))
        }
    }

    @Test func checkListsWhatDiffers() throws {
        try withFolder(["Specs/A/keys.md": smallPage]) { folder in
            let check = ["check", "--emit", "openapi"]
            let before = try endpointgen(check, in: folder)
            #expect(before.status == 1)
            #expect(
                before.output
                    == "Generated/A/api.json: missing\nGenerated/A/openapi.json: missing\n")
            #expect(!exists("Generated", in: folder))
            _ = try endpointgen(generate, in: folder)
            #expect(try endpointgen(check, in: folder).status == 0)
            try write(
                smallPage.replacing("/keys", with: "/locks"), to: "Specs/A/keys.md", in: folder)
            let after = try endpointgen(check, in: folder)
            #expect(
                after.output
                    == "Generated/A/api.json: differs\nGenerated/A/openapi.json: differs\n")
            #expect(after.status == 1)
        }
    }

    @Test func whatIsNoLongerGeneratedIsRemoved() throws {
        try withFolder(["Specs/A/keys.md": smallPage]) { folder in
            _ = try endpointgen(["generate", "--emit", "openapi"], in: folder)
            try write("mine", to: "Generated/A/notes.txt", in: folder)
            let outcome = try endpointgen(["generate", "--emit", "models"], in: folder)
            #expect(outcome.status == 0, "\(outcome.complaints)")
            #expect(!exists("Generated/A/openapi.json", in: folder))
            #expect(try text("Generated/A/notes.txt", in: folder) == "mine")
        }
    }
}
