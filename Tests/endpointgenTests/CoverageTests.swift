import CaseSupport
import Foundation
import Testing

private let page = """
    # Show a loan

    `GET /loans/{id}`

    Shows one loan.

    ### Response

    ```json
    { "state": "open" }
    ```

    | Field | Type | Description |
    |---|---|---|
    | state | string | How it stands |

    <!-- for us -->

    ## Opening hours

    | Day | Doors |
    |---|---|
    | Monday | shut & <locked> |

    ```
    HTTP/ring twice
    ```

    """

private func coverage(
    _ options: [String], _ pages: [String: String] = ["docs/loans.md": page]
) throws -> Outcome {
    try withFolder(pages) { try endpointgen(["coverage", "docs"] + options, in: $0) }
}

@Suite struct CoverageTests {
    @Test func listsWhatNothingCameOf() throws {
        let outcome = try coverage([])
        #expect(outcome.status == 0)
        #expect(
            outcome.output == """
                docs/loans.md: text 4 of 5, tables 2 of 4 (2 unread), samples 1 of 2 (1 unread)
                    docs/loans.md:19:1: unused heading: ## Opening hours
                    docs/loans.md:21:1: unread row: | Day | Doors |
                    docs/loans.md:23:1: unread row: | Monday | shut & <locked> |
                    docs/loans.md:25:1: unread sample: ``` HTTP/ring twice ```
                1 pages: text 4 of 5, tables 2 of 4 (2 unread), samples 1 of 2 (1 unread)

                """)
    }

    @Test func everyPlaceThatHadASayCounts() throws {
        // The second page says again what the first one said; both are understood.
        let again = page.replacingOccurrences(of: "/loans", with: "/late")
        let outcome = try coverage(["--format", "json"], ["docs/a.md": page, "docs/b.md": again])
        let report = try #require(
            JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let pages = try #require(report["pages"] as? [[String: Any]])
        let tables = pages.compactMap { $0["tables"] as? [String: Int] }
        #expect(tables.map { $0["understood"] } == [2, 2])
        let text = pages.compactMap { $0["text"] as? [String: Int] }
        #expect(text.map { $0["furniture"] } == [1, 1])
        #expect((pages.first?["left"] as? [[String: Any]])?.count == 4)
    }

    @Test func showsPagesWithoutBelievingThem() throws {
        let evil = page.replacingOccurrences(
            of: "ring twice", with: "</pre><script>alert(1)</script>\u{202E}")
        let outcome = try coverage(["--format", "html"], ["docs/\"><i>.md": evil])
        let html = outcome.output
        #expect(html.hasPrefix("<!DOCTYPE html>"))
        #expect(!html.contains("<script") && !html.contains("\u{202E}"))
        #expect(
            html.contains("&lt;script&gt;alert(1)") && html.contains("docs/&quot;&gt;&lt;i&gt;.md"))
        #expect(html.contains("<span class=\"unread\" title=\"unread sample\">"))
        #expect(
            html.components(separatedBy: "<pre>").count
                == html.components(separatedBy: "</pre>").count)
        #expect(!html.contains("http://") && !html.contains("https://"))
    }

    @Test func writesAFileWhereItIsAskedTo() throws {
        try withFolder(["docs/loans.md": page]) { folder in
            let outcome = try endpointgen(
                ["coverage", "docs", "--format", "html", "--output", "seen.html"], in: folder)
            #expect(outcome.status == 0 && outcome.output.isEmpty)
            #expect(try text("seen.html", in: folder).hasSuffix("</html>\n"))
        }
    }
}
