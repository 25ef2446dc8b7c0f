import CaseSupport
import Foundation
import Testing

private let page = """
    # Show a loan

    `GET /loans/{id}`

    ### Response

    ```json
    { "state": null, "größe": 1, "due": "2026-01-31" }
    ```

    | Field | Type | Description |
    |---|---|---|
    | state | string | How it stands |
    | größe | string | How large it is |

    """

private func lint(
    _ options: [String], _ pages: [String: String] = ["docs/loans.md": page]
) throws -> Outcome {
    try withFolder(pages) { try endpointgen(["lint", "docs"] + options, in: $0) }
}

@Suite struct LintTests {
    @Test func saysWhatWhereAndWhatToDo() throws {
        let outcome = try lint([])
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(
            lines.first
                == "docs/loans.md:8:12: warning: 'state' is null in this example but its type does "
                + "not allow null [nullable-by-example]")
        #expect(lines.contains("  help: Say that the field may be null, or show a value"))
        #expect(lines.last == "0 errors, 2 warnings, 1 note")
        #expect(outcome.complaints.isEmpty)
    }

    @Test func failsFromTheLevelThatIsAskedFor() throws {
        #expect(try lint(["--fail-on", "warning"]).status == 1)
        #expect(try lint(["--fail-on", "error"]).status == 0)
        #expect(try lint([], ["docs/a.md": "# Nothing\n\nText.\n"]).status == 1)
    }

    @Test func whatABaselineListsStaysKnownWhenLinesMove() throws {
        try withFolder(["docs/loans.md": page]) { folder in
            let kept = try endpointgen(["lint", "docs", "--write-baseline", "known"], in: folder)
            #expect(kept.status == 0 && kept.output.isEmpty)
            #expect(try text("known", in: folder).split(separator: "\n").count == 3)
            try write("Lent and returned.\n\n" + page, to: "docs/loans.md", in: folder)
            let options = ["lint", "docs", "--baseline", "known", "--fail-on", "note"]
            let moved = try endpointgen(options, in: folder)
            #expect(moved.output == "nothing found; 3 more in the baseline\n")
            #expect(moved.status == 0)
            let worse = page.replacingOccurrences(of: "\"due\"", with: "\"until\"")
            try write(worse, to: "docs/loans.md", in: folder)
            let changed = try endpointgen(options, in: folder)
            #expect(changed.status == 1)
            #expect(
                changed.output.hasSuffix(
                    "0 errors, 0 warnings, 1 note; 2 more in the baseline; 1 of the baseline are "
                        + "mended\n"), "\(changed.output)")
        }
    }

    @Test func sameFindingsTwiceAreCounted() throws {
        let two = page + "\n" + page.replacingOccurrences(of: "/loans", with: "/books")
        let outcome = try lint(["--format", "json"], ["docs/loans.md": two])
        let report = try object(outcome.output)
        let findings = try #require(report["findings"] as? [[String: Any]])
        let prints = findings.compactMap { $0["fingerprint"] as? String }
        #expect(Set(prints).count == findings.count)
        #expect(prints.allSatisfy { $0.count == 12 })
    }

    @Test func annotationsStayInTheirLine() throws {
        let odd = page.replacingOccurrences(of: "state", with: "a%, b: c")
        let outcome = try lint(["--format", "github"], ["docs/100%,a:b.md": odd])
        let lines = outcome.output.split(separator: "\n")
        #expect(
            lines.first?.hasPrefix(
                "::notice file=docs/100%25%2Ca%3Ab.md,line=8,col=3,title=undocumented-member::"
                    + "'a%25, b: c' is shown here") == true, "\(outcome.output)")
        #expect(lines.allSatisfy { $0.hasPrefix("::") })
    }

    @Test func sarifHasWhatItsSchemaDemands() throws {
        let outcome = try lint(["--format", "sarif"], ["docs/a b.md": page])
        let log = try object(outcome.output)
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let tool = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(tool["rules"] as? [[String: Any]]).compactMap {
            $0["id"] as? String
        }
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == 3)
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index] == result["ruleId"] as? String)
        }
        // `größe` has five characters and seven bytes.
        let size = try #require(results.first { $0["ruleId"] as? String == "type-by-example" })
        let location = try #require((size["locations"] as? [[String: Any]])?.first)
        let place = try #require(location["physicalLocation"] as? [String: Any])
        #expect((place["artifactLocation"] as? [String: String])?["uri"] == "docs/a%20b.md")
        #expect((place["region"] as? [String: Int])?["startColumn"] == 27)
    }

    @Test func whatCannotBeReadIsSaid() throws {
        #expect(try lint(["--baseline", "lost"]).status == 2)
        #expect(try lint(["--format", "xml"]).status == 2)
        #expect(try lint(["more"]).status == 2)
    }

    private func object(_ text: String) throws -> [String: Any] {
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(json as? [String: Any])
    }
}
