import CaseSupport
import Foundation
import Testing

private let oldPage = """
    # List loans

    `GET /loans`

    | Parameter | Type | Description |
    |---|---|---|
    | `limit` | integer | Optional. How many. |
    | `since` | string | Optional. From when on. |

    Response `200 OK`:

    ```json
    { "total": 1, "state": "open" }
    ```

    """

private let newPage = oldPage.replacingOccurrences(of: "| `since`", with: "| `after:1,2%`")
    .replacingOccurrences(of: "\"state\": \"open\"", with: "\"mood\": true")

private func diff(
    _ options: [String], old: String = oldPage, new: String = newPage,
    more: [String: String] = [:]
) throws -> Outcome {
    try withFolder(["old/loans.md": old, "new/loans.md": new].merging(more) { $1 }) { folder in
        try endpointgen(["diff", "old", "new"] + options, in: folder)
    }
}

@Suite struct DiffTests {
    @Test func listsWhatChangedTheCostliestFirst() throws {
        let outcome = try diff([])
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        let subjects = lines.map { $0.split(separator: " [").first.map(String.init) ?? "" }
        #expect(
            subjects == [
                "wire: GET /loans query since: removed",
                "wire: ListLoansResponse.state: property removed though required",
                "source: GET /loans query after:1,2%: added",
                "source: ListLoansResponse.mood: property added as required",
                "4 changes: 2 wire, 2 source, 0 documentation",
            ])
        #expect(outcome.output.contains("    was at loans.md:8:3\n"), "\(outcome.output)")
    }

    @Test func theSamePagesAreNoChange() throws {
        let outcome = try diff(["--fail-on", "any"], new: oldPage)
        #expect(outcome.output == "nothing changed\n")
        #expect(outcome.status == 0)
    }

    @Test func failsFromTheLevelThatIsAskedFor() throws {
        let extended = oldPage.replacingOccurrences(
            of: "Response `200", with: "Lists them.\n\nResponse `200")
        #expect(try diff(["--fail-on", "wire"]).status == 1)
        #expect(try diff(["--fail-on=source"], new: extended).status == 0)
        #expect(try diff(["--fail-on", "any"], new: extended).status == 1)
        #expect(try diff(["--fail-on", "much"]).status == 2)
    }

    /// What somebody approved stays unsaid, and the rest does not.
    @Test func leavesOutWhatWasApproved() throws {
        let report = try diff([]).output
        let outcome = try diff(
            ["--approvals", "approved.txt", "--fail-on", "any"], more: ["approved.txt": report])
        #expect(outcome.output == "nothing changed but what is approved (4)\n")
        #expect(outcome.status == 0)
        let some = try diff(
            ["--approvals", "approved.txt", "--fail-on", "any"],
            more: ["approved.txt": String(report.prefix { $0 != "\n" })])
        #expect(some.output.hasSuffix("3 changes: 1 wire, 2 source, 0 documentation\n"))
        #expect(some.status == 1)
    }

    /// GitHub ends a message at the line's end and a property at `:` or `,`.
    @Test func annotatesAPullRequest() throws {
        let outcome = try diff(["--format", "github"])
        #expect(
            outcome.output.contains(
                "::warning file=new/loans.md,line=8,col=3,title=parameter-added::"
                    + "GET /loans query after:1,2%25: added\n"), "\(outcome.output)")
        #expect(outcome.output.contains("::error title=parameter-removed::"))
    }

    @Test func writesMarkdownAndJSON() throws {
        let markdown = try diff(["--format", "markdown"]).output
        #expect(
            markdown.hasPrefix(
                "### Breaks programs that run\n\n- `GET /loans query since`: removed\n"))
        let json = try diff(["--format", "json"]).output
        let value = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [[String: Any]]])
        #expect(value["changes"]?.first?["rule"] as? String == "parameter-added")
        #expect(value["changes"]?.first?["newPlace"] as? String == "loans.md:8:3")
    }

    /// A folder of APIs is compared as it is generated: what two APIs call alike is not one thing.
    @Test func comparesEachOfSeveralAPIs() throws {
        let files = [
            "old/A/loans.md": oldPage, "new/A/loans.md": newPage, "old/B/loans.md": oldPage,
            "new/B/loans.md": oldPage, "new/C/loans.md": newPage,
        ]
        try withFolder(files) { folder in
            func diff(_ format: String) throws -> String {
                try endpointgen(["diff", "old", "new", "--format", format], in: folder).output
            }
            let text = try diff("text")
            #expect(text.hasPrefix("A:\nwire: GET /loans query since: removed ["), "\(text)")
            #expect(
                text.contains(
                    "4 changes: 2 wire, 2 source, 0 documentation\n\nC:\n"
                        + "source: GET /loans: added ["), "\(text)")
            #expect(!text.contains("B:"))
            let markdown = try diff("markdown")
            #expect(markdown.hasPrefix("### `A`\n\n#### Breaks programs that run\n\n- "))
            #expect(try diff("json").contains("\"api\": \"C\""))
            #expect(try diff("github").contains("::warning file=new/C/loans.md,line="))
            let same = try endpointgen(["diff", "new", "new", "--fail-on", "any"], in: folder)
            #expect(same.output == "nothing changed\n")
        }
    }

    /// An `api.json` stands for the pages it was made from.
    @Test func comparesWithWhatWasGenerated() throws {
        try withFolder(["Specs/Loans/loans.md": oldPage]) { folder in
            #expect(try endpointgen(["generate"], in: folder).status == 0)
            let same = try endpointgen(
                ["diff", "Generated/Loans/api.json", "Specs/Loans"], in: folder)
            #expect(same.output == "nothing changed\n", "\(same.complaints)")
            try write(newPage, to: "Specs/Loans/loans.md", in: folder)
            let again = try endpointgen(["generate"], in: folder)
            #expect(again.complaints.contains("Generated/Loans: since the last run:\nwire: "))
            #expect(again.complaints.contains("4 changes: 2 wire, 2 source, 0 documentation\n"))
            let silent = try endpointgen(["generate"], in: folder)
            #expect(!silent.complaints.contains("since the last run"))
        }
    }

    @Test func saysWhatItCannotCompare() throws {
        let broken = try withFolder(["old.api.json": "{\"format\": 9}", "new/a.md": newPage]) {
            try endpointgen(["diff", "old.api.json", "new"], in: $0)
        }
        #expect(broken.status == 2)
        #expect(broken.output.isEmpty)
        #expect(broken.complaints.contains("api-json-unreadable"))
        let missing = try withFolder(["new/a.md": newPage]) {
            try endpointgen(["diff", "old", "new"], in: $0)
        }
        #expect(missing.status == 2)
        #expect(missing.complaints.contains("old: error: there is no such folder"))
    }
}

/// Whether there is a git to ask; the tests of revisions need one.
private let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

@Suite(.enabled(if: hasGit)) struct RevisionTests {
    @Test func readsPagesOfARevision() throws {
        try withFolder(["docs/loans.md": oldPage]) { folder in
            try git(["init", "-q"], in: folder)
            try commit("one", in: folder)
            try write(newPage, to: "docs/loans.md", in: folder)
            try write("# Of no use\n", to: "docs/.hidden.md", in: folder)
            try commit("two", in: folder)
            let outcome = try endpointgen(["diff", "one:docs", "docs"], in: folder)
            #expect(outcome.output.hasSuffix("4 changes: 2 wire, 2 source, 0 documentation\n"))
            try write(oldPage, to: "Specs/A/loans.md", in: folder)
            try write(oldPage, to: "Specs/B/loans.md", in: folder)
            try commit("two.later", in: folder)
            try write(newPage, to: "Specs/B/loans.md", in: folder)
            let several = try endpointgen(["diff", "two.later:Specs", "Specs"], in: folder)
            #expect(several.output.hasPrefix("B:\nwire: "), "\(several.output)")
            let page = try endpointgen(
                ["diff", "one:docs/loans.md", "two:docs/loans.md"], in: folder)
            #expect(page.output.hasSuffix("4 changes: 2 wire, 2 source, 0 documentation\n"))
            let notes = try endpointgen(["changelog", "docs"], in: folder)
            #expect(
                notes.output.hasPrefix(
                    "## two.later\n\nNothing changed.\n\n## two\n\n### Breaks programs that run\n"))
            let unknown = try endpointgen(["diff", "four:docs", "docs"], in: folder)
            #expect(unknown.status == 2)
            #expect(
                unknown.complaints
                    == "four:docs: error: git has no such revision or path here [disk]\n")
            let option = try endpointgen(["diff", "--", "-x:docs", "docs"], in: folder)
            #expect(option.status == 2)
        }
    }

    /// Corrections, and fragments that lie above the pages, are part of a revision too, as they are
    /// of a folder on disk.
    @Test func readsOfARevisionWhatIsReadOfAFolder() throws {
        let page = "{% include loan.md %}\n" + oldPage
        let pages = [
            "site/_includes/loan.md": "A loan is of one book.\n", "site/api/loans.md": page,
            "site/api/corrections.md": "`GET /loans` is called `showLoans`\n",
            "site/api/logo.png": "\0",
        ]
        try withFolder(pages) { folder in
            try git(["init", "-q"], in: folder)
            try commit("one", in: folder)
            for (old, new) in [("one:site/api", "site/api"), ("one:./site/api", "site/api")] {
                let outcome = try endpointgen(["diff", old, new, "--fail-on", "any"], in: folder)
                #expect(outcome.output == "nothing changed\n", "\(outcome.complaints)")
                #expect(outcome.status == 0)
            }
            let alone = try endpointgen(
                ["diff", "one:site/api/loans.md", "site/api/loans.md"], in: folder)
            #expect(alone.output == "nothing changed\n", "\(alone.complaints)")
            try write("", to: "site/api/corrections.md", in: folder)
            let without = try endpointgen(["diff", "one:site/api", "site/api"], in: folder)
            #expect(without.output.contains("[operation-renamed "), "\(without.output)")
        }
    }

    /// As every path that the program is given, one without a revision begins where it is run.
    @Test func changelogBeginsWithTheFirstTagThatHasThePages() throws {
        try withFolder(["package/README.md": "Nothing yet.\n"]) { folder in
            try git(["init", "-q"], in: folder)
            try commit("1.0", in: folder)
            try write(oldPage, to: "package/docs/loans.md", in: folder)
            try commit("1.1", in: folder)
            let package = folder.appendingPathComponent("package")
            let young = try endpointgen(["changelog", "docs"], in: package)
            #expect(
                young.complaints
                    == "docs: error: a changelog needs two tags that have it; there is 1 [disk]\n")
            try write(newPage, to: "package/docs/loans.md", in: folder)
            try commit("1.2", in: folder)
            let notes = try endpointgen(["changelog", "docs"], in: package)
            #expect(notes.output.hasPrefix("## 1.2\n\n### Breaks programs that run\n"))
            #expect(!notes.output.contains("## 1.1"))
            let unknown = try endpointgen(["changelog", "docs", "1.1", "1.3"], in: package)
            #expect(unknown.status == 2)
        }
    }

    private func commit(_ tag: String, in folder: URL) throws {
        try git(["add", "-A"], in: folder)
        try git(
            ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", tag],
            in: folder)
        try git(["tag", tag], in: folder)
    }

    private func git(_ arguments: [String], in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "git \(arguments)")
    }
}
