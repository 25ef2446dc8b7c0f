import CaseSupport
import EndpointGenerator
import Foundation
import Testing

private let generate = ["generate", "--emit", "models,openapi"]
private let otherPage = smallPage.replacingOccurrences(of: "/keys", with: "/locks")

/// An output folder is replaced as a whole, and nothing else in or beside it is.
@Suite struct ReplacingTests {
    @Test func whatAKilledRunLeftIsRemoved() throws {
        let files = [
            "Specs/A/keys.md": smallPage, "Generated/.A.endpointgen/half": "written",
            "Generated/.B.endpointgen/other": "of another API",
        ]
        try withFolder(files) { folder in
            #expect(try endpointgen(generate, in: folder).status == 0)
            #expect(!exists("Generated/.A.endpointgen", in: folder))
            #expect(exists("Generated/.B.endpointgen/other", in: folder))
            try write("half", to: "Generated/.A.endpointgen/more", in: folder)
            #expect(try endpointgen(generate, in: folder).status == 0)
            #expect(!exists("Generated/.A.endpointgen", in: folder))
        }
    }

    @Test func filesOfOthersStayAsTheyAre() throws {
        try withFolder(["Specs/A/keys.md": smallPage]) { folder in
            _ = try endpointgen(generate, in: folder)
            try write("mine", to: "Generated/A/notes/own.txt", in: folder)
            try write(otherPage, to: "Specs/A/keys.md", in: folder)
            #expect(try endpointgen(generate, in: folder).status == 0)
            #expect(try text("Generated/A/notes/own.txt", in: folder) == "mine")
            #expect(try text("Generated/A/openapi.json", in: folder).contains("/locks"))
            #expect(try endpointgen(["check"] + generate.dropFirst(), in: folder).status == 0)
        }
    }

    /// A link in place of the output is followed; what it leads to is replaced, not emptied.
    @Test func aLinkStaysALink() throws {
        try withFolder(["Specs/A/keys.md": smallPage, "elsewhere/.keep": ""]) { folder in
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent("Generated"), withIntermediateDirectories: true)
            _ = try endpointgen(generate + ["--output", "elsewhere"], in: folder)
            let link = folder.appendingPathComponent("Generated/A")
            try FileManager.default.createSymbolicLink(
                atPath: link.path, withDestinationPath: "../elsewhere/A")
            try write(otherPage, to: "Specs/A/keys.md", in: folder)
            #expect(try endpointgen(generate, in: folder).status == 0)
            let target = try FileManager.default.destinationOfSymbolicLink(atPath: link.path)
            #expect(target == "../elsewhere/A")
            #expect(try text("elsewhere/A/openapi.json", in: folder).contains("/locks"))
        }
    }

    /// What a link leads to that stands where files are prepared is none of our business.
    @Test func aLinkAmongLeftoversIsNotFollowed() throws {
        let files = [
            "Specs/A/keys.md": smallPage, "precious/file": "kept", "Generated/.keep": "",
            "Generated/.A.endpointgen/inner/file": "of a killed run",
        ]
        try withFolder(files) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder.appendingPathComponent("Generated/.A.endpointgen/link").path,
                withDestinationPath: "../../precious")
            #expect(try endpointgen(generate, in: folder).status == 0)
            #expect(try text("precious/file", in: folder) == "kept")
            #expect(!exists("Generated/.A.endpointgen", in: folder))
        }
    }

    @Test func manyRunsAtOnceLoseNothing() throws {
        try withFolder(["one/A/keys.md": smallPage, "two/A/keys.md": otherPage]) { folder in
            var runs: [Process] = []
            defer { for run in runs { _ = end(run) } }
            for number in 0..<6 {
                let pages = number % 2 == 0 ? "one" : "two"
                runs.append(
                    try start(generate + [pages, "--output", "Generated"], in: folder))
            }
            for run in runs {
                run.waitUntilExit()
                #expect(run.terminationStatus == 0)
            }
            let model = try text("Generated/A/openapi.json", in: folder)
            #expect(model.contains("/keys") != model.contains("/locks"))
            let edition = model.contains("/keys") ? "one" : "two"
            #expect(
                try endpointgen(["check", edition, "--emit", "models,openapi"], in: folder).status
                    == 0)
        }
    }

    /// A run that holds the folder keeps the others waiting, and they say so.
    @Test func aRunWaitsForAnother() throws {
        try withFolder(["Specs/A/keys.md": smallPage, "Generated/.keep": ""]) { folder in
            let held = open(folder.appendingPathComponent("Generated").path, O_RDONLY)
            #expect(flock(held, LOCK_EX) == 0)
            let complaints = folder.appendingPathComponent("complaints")
            try Data().write(to: complaints)
            let run = try start(generate, in: folder, complaints: complaints)
            defer { _ = end(run) }
            while try text("complaints", in: folder).isEmpty, run.isRunning { usleep(1000) }
            #expect(
                try text("complaints", in: folder)
                    == "Generated: note: another run writes here; waiting for it [locked]\n")
            #expect(!exists("Generated/A", in: folder))
            close(held)
            run.waitUntilExit()
            #expect(run.terminationStatus == 0)
            #expect(exists("Generated/A/openapi.json", in: folder))
        }
    }

    /// Nobody may write there, not even the administrator: a file stands in place of the folder.
    @Test func aFileWhereAFolderShouldBeIsSaid() throws {
        try withFolder(["Specs/A/keys.md": smallPage, "Generated": "a file"]) { folder in
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 2)
            #expect(
                outcome.complaints.contains(
                    "Generated: error: cannot make a folder: a file is there"))
            #expect(try text("Generated", in: folder) == "a file")
        }
    }
}
