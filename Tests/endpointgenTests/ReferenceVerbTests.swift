import EndpointGenerator
import Foundation
import Testing

@Suite struct ReferenceVerbTests {
    @Test func writesAFolderOrOneFile() throws {
        try withFolder(["docs/keys.md": smallPage]) { folder in
            let outcome = try endpointgen(["reference", "docs", "-o", "site"], in: folder)
            #expect(outcome.status == 0, "\(outcome.complaints)")
            #expect(try text("site/index.html", in: folder).contains("href=\"reference.css\""))
            #expect(exists("site/reference.css", in: folder))

            // What is no longer generated goes.
            let single = ["reference", "docs", "--format=html", "--single-file", "-o", "site"]
            #expect(try endpointgen(single, in: folder).status == 0)
            #expect(!exists("site/reference.css", in: folder))
            #expect(try text("site/index.html", in: folder).contains("<style>:root"))
        }
    }

    @Test func aFileOfSomebodyElseIsLeftAlone() throws {
        try withFolder(["docs/keys.md": smallPage, "site/mine.txt": "mine"]) { folder in
            let outcome = try endpointgen(["reference", "docs", "-o", "site"], in: folder)
            #expect(outcome.status == 2)
            #expect(!exists("site/index.html", in: folder))
        }
    }

    @Test func templatesAreReplacedOneByOne() throws {
        let files = [
            "docs/keys.md": smallPage,
            "look/reference/reference.css.mustache": "body { margin: 0 }\n",
        ]
        try withFolder(files) { folder in
            let outcome = try endpointgen(
                ["reference", "docs", "-o", "site", "--templates", "look"], in: folder)
            #expect(outcome.status == 0, "\(outcome.complaints)")
            #expect(try text("site/reference.css", in: folder) == "body { margin: 0 }\n")
            #expect(try text("site/reference.js", in: folder).contains("use strict"))
        }
    }

    @Test func aCatalogLiesBesideWhatIsThere() throws {
        let files = ["docs/keys.md": smallPage, "Sources/App/main.swift": "print()\n"]
        try withFolder(files) { folder in
            let words = ["--format", "docc", "-o", "Sources/App", "--target", "App"]
            let outcome = try endpointgen(["reference", "docs"] + words, in: folder)
            #expect(outcome.status == 0, "\(outcome.complaints)")
            #expect(try text("Sources/App/App.docc/App.md", in: folder).hasPrefix("# ``App``\n"))
            #expect(exists("Sources/App/main.swift", in: folder))
        }
    }

    @Test func whatIsNoEditionIsSaid() throws {
        try withFolder(["docs/keys.md": smallPage, "old/api.json": "{"]) { folder in
            let outcome = try endpointgen(
                ["reference", "docs", "--since", "old/api.json"], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.complaints.contains("old/api.json: error: is no edition of an API"))
        }
    }
}
