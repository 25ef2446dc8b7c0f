import APIModel
import EndpointGenerator
import SourceText
import Testing

@testable import Emission

/// What references say, by the values that all formats write.
@Suite struct ReferenceTests {
    private let page = """
        # Lend a book

        `POST https://api.example.com/v2/members/{member id}/loans`

        Needs the `books.lend` permission.

        | Name | Type | Required | Description |
        |------|------|----------|-------------|
        | title | string | yes | What is lent |
        | days | integer | no | How long, at most 30. Default is 14 |

        ```shell
        curl -X POST https://api.example.com/v2/members/7/loans -H "Authorization: Bearer abc" \\
          -H "Content-Type: application/json" -d '{"title": "It'"'"'s", "days": 3}'
        ```

        Response:

        ```json
        {"id": 1, "book": {"title": "It's", "state": "lent"}}
        ```
        """

    private func made(_ page: String) -> Reference {
        let sources = SourceSet([SourceFile(path: "lend.md", bytes: Array(page.utf8))])
        let (api, _) = describe(sources, named: "Library")
        return makeReference(of: api, from: sources)
    }

    private func operation() throws -> ReferenceOperation {
        try #require(made(page).groups.first?.operations.first)
    }

    private func sample(_ language: SampleLanguage) throws -> String {
        try #require(try operation().samples.first { $0.language == language }).text
    }

    @Test func permalinksSayMethodAndPath() throws {
        #expect(
            try operation().anchor == "post-v2-members-loans"
                || operation().anchor == "post-members-loans")
    }

    @Test func factsKnowTheirLines() throws {
        let operation = try operation()
        let path = try #require(operation.sources.first { $0.facts.contains("path") })
        #expect(path.path == "lend.md")
        #expect(path.line == 3)
    }

    @Test func typesKnowWhoUsesThem() throws {
        let reference = made(page)
        for type in reference.types { #expect(!type.uses.isEmpty, "\(type.schema.name)") }
        let anchors = reference.types.flatMap(\.uses).compactMap(\.anchor)
        #expect(anchors.contains(try operation().anchor))
    }

    @Test func aShellReadsQuotesAsText() throws {
        let sample = try sample(.curl)
        #expect(sample.contains(#"--header "Authorization: Bearer $TOKEN""#))
        #expect(sample.contains(#""title": "It'\''s""#))
        #expect(!sample.contains("abc"))
    }

    @Test func aRequestHasHostAndBody() throws {
        let lines = try sample(.http).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.contains("Host: api.example.com"))
        #expect(lines.contains("Authorization: Bearer REDACTED"))
        let empty = try #require(lines.firstIndex(of: ""))
        #expect(lines[empty + 1] == "{")
    }

    @Test func pythonWritesItsOwnLiterals() throws {
        let sample = try sample(.python)
        #expect(sample.contains("requests.post(\n"))
        #expect(sample.contains(#""Authorization": "Bearer " + os.environ["TOKEN"],"#))
        #expect(sample.contains(#"        "title": "It's","#))
    }

    @Test func javaScriptSendsWhatThePageShows() throws {
        let sample = try sample(.javascript)
        #expect(sample.contains(#"method: "POST","#))
        #expect(sample.contains(#""title": "It's","#))
    }

    @Test func swiftCallsTheGeneratedClient() throws {
        let sample = try sample(.swift)
        #expect(sample.contains("LibraryClient(credentials: Credentials("))
        #expect(sample.contains("try await client."))
        #expect(sample.contains(#"title: "It's""#))
        #expect(sample.hasSuffix(".get()"))
    }

    @Test func whatHoldsItselfComesToAnEnd() throws {
        let page = """
            # Show a shelf

            `GET /shelves/{id}`

            - `id` (integer): its number
            - `shelves` (array of Shelf): what it holds

            ```json
            {"id": 1, "shelves": [{"id": 2, "shelves": [{"id": 3, "shelves": []}]}]}
            ```
            """
        let reference = made(page)
        #expect(!reference.groups.isEmpty)
        #expect(reference.types.count < 8)
    }

    @Test func anchorsDiffer() {
        var scope = AnchorScope()
        let anchors = ["a b", "A-b", "a_b", "a b 2", "é"].map { scope.take([$0]) }
        #expect(anchors == ["a-b", "a-b-2", "a-b-3", "a-b-2-2", "entry"])
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
    ])
    func base64IsThatOfTheRFC(text: String, expected: String) {
        #expect(base64(Array(text.utf8)) == expected)
    }
}
