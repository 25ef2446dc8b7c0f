import EndpointGenerator
import Foundation
import Testing

@testable import Emission

/// What a catalogue for DocC says, and that no page's word is markup in it. That DocC itself takes it
/// is what `.ci/docc` shows.
@Suite struct ReferenceDocCTests {
    private let page = """
        # Show a loan

        `GET /loans/{id}`

        @Comment { of a page }

        ```bash
        curl https://example.com/loans/17 -H 'Authorization: Bearer 0000'
        ```

        | Name | Type | Description |
        |------|------|-------------|
        | limit | integer | See ``Loan`` or <doc:HTTP-calls>, at most 5 |

        Response:

        ```json
        {"title": "a\\u202Eb", "reader_name": "Ada", "2nd": 1}
        ```
        """

    private func files(_ text: String, target: String? = nil) -> [String: String] {
        let pages = Pages(
            name: "my-loans", folder: "",
            files: [File(path: "loan.md", bytes: Array(text.utf8))])
        var choices = ReferenceChoices(.docc)
        choices.target = target
        let made = reference(pages, choices)
        #expect(made.outcome == .done)
        #expect(made.name == (target ?? "my_loans") + ".docc")
        return Dictionary(
            uniqueKeysWithValues: made.files.map {
                ($0.path, String(decoding: $0.bytes, as: UTF8.self))
            })
    }

    @Test func linksLeadIntoTheModuleOfTheTarget() throws {
        let landing = try #require(files(page)["my_loans.md"])
        #expect(landing.hasPrefix("# ``my_loans``\n"))
        #expect(landing.contains("- ``my_loans/MyLoansClient/showLoan(id:limit:)``\n"))
        let named = try #require(files(page, target: "Loans")["Loans.md"])
        #expect(named.contains("- ``Loans/MyLoansClient/showLoan(id:limit:)``\n"))
    }

    @Test func aFunctionHasRequestParametersAndAnswers() throws {
        let text = try #require(files(page)["Operations/showLoan.md"])
        #expect(text.contains("\n  - limit: In the query, `limit`: integer. See"))
        #expect(text.contains("\n`GET /loans/{id}`\n"))
        #expect(text.contains("| `200` OK | ``my_loans/ShowLoanOutput/ok(_:)`` |"))
        #expect(text.contains("\n- Credential ``my_loans/Credentials/bearerAuth``\n"))
        #expect(text.contains("| `loan.md:3` | method, path (declared)"))
    }

    @Test func wordsOfAPageAreText() throws {
        let text = try #require(files(page)["Operations/showLoan.md"])
        #expect(text.contains("\n\\@Comment &#123; of a page }"))
        let words = MarkdownText.paragraphs("See ``Loan`` or <doc:a>\n\n@Metadata ``a`b`` [b](c)")
        #expect(words.map(\.text) == ["See `Loan` or &lt;doc:a>", "\\@Metadata a\\`b \\[b\\](c)"])
        #expect(
            MarkdownText.listing("a\u{202E}b", language: "json").text == "```json\na\u{FFFD}b\n```")
    }

    @Test func aTypeSaysWhatJSONCallsItsMembers() throws {
        let files = files(page)
        let text = try #require(files["Types/ShowLoanResponse.md"])
        #expect(text.contains("| `reader_name` | ``my_loans/ShowLoanResponse/readerName`` |"))
        #expect(text.contains("- ``my_loans/MyLoansClient/showLoan(id:limit:)``\n"))
        // The compiler leaves a name with an underscore out of what documentation is made from.
        #expect(text.contains("| `2nd` | `_2nd` |"))
    }
}
