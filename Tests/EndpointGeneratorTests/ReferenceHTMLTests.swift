import EndpointGenerator
import Foundation
import SourceText
import Testing

@testable import Emission

/// What the HTML of a reference may hold, whatever a page says.
@Suite struct ReferenceHTMLTests {
    private func pages(_ text: String) -> Pages {
        Pages(
            name: "Library", folder: "", files: [File(path: "loan.md", bytes: Array(text.utf8))])
    }

    private func html(
        _ text: String, since: String? = nil, isSingleFile: Bool = true
    ) throws -> String {
        var choices = ReferenceChoices(.html)
        choices.isSingleFile = isSingleFile
        choices.since = since.map { .pages(pages($0)) }
        let made = reference(pages(text), choices)
        #expect(made.outcome == .done)
        let page = try #require(made.files.first { $0.path == "index.html" })
        return String(decoding: page.bytes, as: UTF8.self)
    }

    private let page = """
        # Show a loan

        `GET /loans/{id}`

        | Name | Type | Description |
        |------|------|-------------|
        | limit | integer | At most `</code><script>x()</script>` |
        """

    @Test func theWordsOfAPageAreText() throws {
        let html = try html(page + "\n\n```json\n{\"</script><script>y()\": \"<!--\"}\n```\n")
        #expect(html.contains("&lt;script&gt;x()"))
        #expect(!html.contains("<script>x"))
        #expect(!html.contains("<script>y"))
        #expect(!html.contains("<!--"))
        #expect(html.components(separatedBy: "<script").count == 3, "data and program")
    }

    @Test func thePolicyNamesItsOwnScriptAndStyle() throws {
        let html = try html(page)
        for tag in ["style", "script"] {
            let rest = try #require(html.components(separatedBy: "<\(tag)>").dropFirst().first)
            let content = try #require(rest.components(separatedBy: "</\(tag)>").first)
            let hash = base64(sha256Digest(Array(content.utf8)))
            #expect(html.contains("\(tag)-src &#39;sha256-\(hash)&#39;"), "\(tag)")
        }
    }

    @Test func aFolderHoldsStyleAndScript() {
        let made = reference(pages(page), ReferenceChoices(.html))
        #expect(made.files.map(\.path).sorted() == ["index.html", "reference.css", "reference.js"])
    }

    @Test func whatChangedStandsWithTheOperation() throws {
        let old = page.replacing("limit", with: "top")
        let html = try html(page, since: old)
        #expect(html.contains("What changed"))
        let entry = try #require(html.components(separatedBy: "<article").dropFirst().first)
        #expect(entry.contains("class=\"changes\""))
        #expect(try !self.html(page, since: page).contains("What changed"))
    }

    @Test func noEditionIsNoReference() {
        var choices = ReferenceChoices(.html)
        choices.since = .recorded(File(path: "api.json", bytes: Array("{".utf8)))
        #expect(reference(pages(page), choices).outcome == .misconfigured)
    }

    @Test func proseKnowsCodeAndParagraphs() {
        #expect(HTMLProse("a `b < c` d").paragraphs == ["a <code>b &lt; c</code> d"])
        #expect(HTMLProse("``a ` b``\n\nc\nd").paragraphs == ["<code>a ` b</code>", "c d"])
        #expect(HTMLProse("an open ` one").paragraphs == ["an open ` one"])
        #expect(HTMLProse("a\u{202E}b\r\n").paragraphs == ["a\u{FFFD}b"])
    }
}
