import Foundation
import Testing

@testable import EndpointGenerator

private let generate = ["generate", "--emit", "openapi"]

/// One clear line with a place, the rest of the work done, a status that says so, nothing lost.
@Suite struct BadInputTests {
    @Test func anUnreadableFile() throws {
        try withFolder(["Specs/A/keys.md": smallPage, "Specs/A/locked.md": "x"]) { folder in
            let file = folder.appendingPathComponent("Specs/A/locked.md")
            try FileManager.default.removeItem(at: file)
            try FileManager.default.createSymbolicLink(
                atPath: file.path, withDestinationPath: "nowhere.md")
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 2)
            #expect(
                outcome.complaints
                    == "Specs/A/locked.md: error: this link leads nowhere [disk]\n")
            #expect(exists("Generated/A/openapi.json", in: folder))
        }
    }

    @Test func aLinkOutOfTheFolder() throws {
        try withFolder(["secret.md": smallPage, "Specs/A/keys.md": smallPage]) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder.appendingPathComponent("Specs/A/out.md").path,
                withDestinationPath: "../../secret.md")
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.complaints.contains("Specs/A/out.md: error: this link leads out"))
        }
    }

    @Test func noSuchFolder() throws {
        try withFolder { folder in
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 2)
            #expect(
                outcome.complaints
                    == "Specs: error: cannot read: No such file or directory [disk]\n")
        }
    }

    @Test func anUnknownConfigurationKey() throws {
        let files = [
            "Specs/A/keys.md": smallPage, "Specs/A/endpointgen.json": "{\n  \"nmae\": \"X\"\n}\n",
            "Specs/B/keys.md": smallPage,
        ]
        try withFolder(files) { folder in
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 2)
            let line = "Specs/A/endpointgen.json:2:3: error: unknown key 'nmae'; known are access, "
            #expect(outcome.complaints.hasPrefix(line))
            #expect(!exists("Generated/A", in: folder))
            #expect(exists("Generated/B/openapi.json", in: folder))
        }
    }

    @Test func aPageWithoutAnOperation() throws {
        let files = ["Specs/A/about.md": "# About\n\nHello.\n", "Specs/B/keys.md": smallPage]
        try withFolder(files) { folder in
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 1)
            #expect(
                outcome.complaints.contains(
                    "Specs/A/about.md:1:1: error: no page of 'A' documents an operation"))
            #expect(exists("Generated/B/openapi.json", in: folder))
        }
    }

    @Test func whatWasGeneratedSurvivesAPageThatVanished() throws {
        try withFolder(["Specs/A/keys.md": smallPage]) { folder in
            _ = try endpointgen(generate, in: folder)
            try write("", to: "Specs/A/keys.md", in: folder)
            #expect(try endpointgen(generate, in: folder).status == 1)
            #expect(exists("Generated/A/openapi.json", in: folder))
        }
    }

    @Test func aTemplateThatDoesNotParse() throws {
        let files = ["Specs/A/keys.md": smallPage, "mine/Models.swift.mustache": "a\n{{#b}}\n"]
        try withFolder(files) { folder in
            let outcome = try endpointgen(generate + ["--templates", "mine"], in: folder)
            #expect(outcome.status == 2)
            #expect(
                outcome.complaints.hasPrefix(
                    "mine/Models.swift.mustache:2:1: error: 'b' is never closed [template-syntax]\n"
                ))
            #expect(!exists("Generated", in: folder))
        }
    }

    @Test func anOutputFolderThatIsNotOurs() throws {
        let files = [
            "Specs/A/keys.md": smallPage, "Specs/B/keys.md": smallPage,
            "Generated/A/openapi.json": "mine",
        ]
        try withFolder(files) { folder in
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 2)
            #expect(
                outcome.complaints
                    == "Generated/A: error: this folder has no '\(Manifest.fileName)', "
                    + "so it is not ours to write [disk]\n")
            #expect(try text("Generated/A/openapi.json", in: folder) == "mine")
            #expect(exists("Generated/B/openapi.json", in: folder))
        }
    }

    @Test func aFileEditedByHand() throws {
        try withFolder(["Specs/A/keys.md": smallPage]) { folder in
            _ = try endpointgen(generate, in: folder)
            let path = "Generated/A/openapi.json"
            let mine = try text(path, in: folder).replacingOccurrences(
                of: "/keys\"", with: "/locks\"")
            try write(mine, to: path, in: folder)
            let line = mine.components(separatedBy: "\n").firstIndex { $0.contains("/locks") }
            let kept = try endpointgen(generate, in: folder)
            #expect(kept.status == 1)
            #expect(
                kept.complaints
                    == "Generated/A/openapi.json: error: edited by hand since it was generated; "
                    + "nothing was written; --force overwrites it [output-edited]\n"
                    + "    line \((line ?? -1) + 1)\n"
                    + "    -     \"/keys\": {\n    +     \"/locks\": {\n")
            #expect(try text(path, in: folder) == mine)
            #expect(try endpointgen(generate + ["--force"], in: folder).status == 0)
            #expect(try text(path, in: folder) != mine)
        }
    }

    /// Some new files among an old one are no API.
    @Test func aFileEditedByHandHoldsBackTheRest() throws {
        try withFolder(["Specs/A/keys.md": smallPage]) { folder in
            let both = ["generate", "--emit", "openapi,models"]
            _ = try endpointgen(both, in: folder)
            try write("// mine", to: "Generated/A/Models.swift", in: folder)
            let before = try text("Generated/A/openapi.json", in: folder)
            let doors = smallPage.replacing("/keys", with: "/doors")
            try write(doors, to: "Specs/A/keys.md", in: folder)
            #expect(try endpointgen(both, in: folder).status == 1)
            #expect(try text("Generated/A/openapi.json", in: folder) == before)
            #expect(try endpointgen(both + ["--force"], in: folder).status == 0)
            #expect(try text("Generated/A/openapi.json", in: folder).contains("/doors"))
            #expect(try text("Generated/A/Models.swift", in: folder) != "// mine")
        }
    }

    @Test(arguments: [
        ("a\nb\nc", "a\nc", "line 2; + b"), ("a\nc", "a\nb\nc", "line 2; - b"),
        ("", "a\nb", "line 1; - a; - b; + "), ("a\u{1B}[2J", "a", "line 1; - a; + a [2J"),
        (
            "1\n2\n3\n4\n5\n6\n7\n8\n9\n10", "",
            "line 1; - ; + 1; + 2; + 3; + 4; + 5; + 6; + 7; + 8; + and 2 more"
        ),
    ])
    func editsAreShown(found: String, generated: String, shown: String) {
        let lines = editedLines(of: Array(found.utf8), generated: Array(generated.utf8))
        let joined = lines.split(separator: "\n").map { $0.dropFirst(4) }.joined(separator: "; ")
        #expect(joined == shown)
    }

    @Test func aFileInTheWay() throws {
        try withFolder(["Specs/A/keys.md": smallPage]) { folder in
            _ = try endpointgen(["generate", "--emit", "models"], in: folder)
            try write("mine", to: "Generated/A/openapi.json", in: folder)
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 2)
            #expect(
                outcome.complaints
                    == "Generated/A/openapi.json: error: in the way of a generated file and not "
                    + "ours; nothing was written [output-foreign]\n")
            #expect(try text("Generated/A/openapi.json", in: folder) == "mine")
        }
    }

    @Test func twoOperationsOfOneName() throws {
        let second = smallPage.replacing("/keys", with: "/locks/keys")
        try withFolder(["Specs/A/a.md": smallPage, "Specs/A/b.md": second]) { folder in
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 0)
            let line = "Specs/A/b.md:3:1: warning: 'List the keys' names another operation too; "
            #expect(
                outcome.complaints.contains(
                    line + "this one is called 'listLocksKeys' [operation-name-shared]"))
            #expect(outcome.complaints.contains("Specs/A/a.md:3:1: note: the other is here"))
        }
    }

    @Test func twoAPIsOfOneName() throws {
        let files = [
            "Specs/A/keys.md": smallPage, "Specs/B/keys.md": smallPage,
            "Specs/B/endpointgen.json": #"{"name": "a"}"#,
        ]
        try withFolder(files) { folder in
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 2)
            #expect(
                outcome.complaints
                    == "Specs/B: error: another API is written to 'Generated/a' too [name-taken]\n")
        }
    }

    @Test func filesThatAreNoPages() throws {
        try withFolder(["Specs/A/keys.md": smallPage, "Specs/A/empty.md": ""]) { folder in
            try write(Data([0x50, 0, 0x4B, 3]), to: "Specs/A/picture.md", in: folder)
            try write(Data([0x23, 0x20, 0xFF, 0xC3, 0x0A]), to: "Specs/A/broken.md", in: folder)
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 0, "\(outcome.complaints)")
            #expect(
                outcome.complaints.contains(
                    "Specs/A/picture.md: warning: not text; not read [binary-file]\n"))
        }
    }

    @Test func aPageCutAtAnyByte() throws {
        try withFolder(["keys.md": smallPage]) { folder in
            for count in stride(from: 0, to: smallPage.utf8.count, by: 5) {
                try write(Data(smallPage.utf8.prefix(count)), to: "keys.md", in: folder)
                let outcome = try endpointgen(["openapi", "keys.md"], in: folder)
                #expect([0, 1].contains(outcome.status))
            }
        }
    }
}
