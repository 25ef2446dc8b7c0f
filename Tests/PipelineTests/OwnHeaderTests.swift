import CaseSupport
import EndpointGenerator
import SourceText
import Testing

/// `Accept` and `Content-Type`, which pages list among the headers of every call.
@Suite struct OwnHeaderTests {
    private let page = """
        ## Make a shelf

        `POST /shelves`

        Headers:

        | Header | Required | Description |
        |--------|----------|-------------|
        | Accept | yes | `application/json` |
        | Content-Type | yes | `application/json` |
        | If-Match | no | The revision |

        Body:

        | Name | Type | Description |
        |------|------|-------------|
        | name | string | The name |
        """

    @Test func theClientWritesThemItself() throws {
        let client = try file("Client.swift")
        #expect(client.contains("ifMatch: String?"))
        #expect(!client.contains("accept: "))
        #expect(!client.contains("contentType: "))
        #expect(client.contains(#"request.addHeader("Accept", "application/json, */*;q=0.8")"#))
    }

    /// What the row of `Content-Type` says is the type of the body (OpenAPI 3.1 §4.8.12.2 ignores a
    /// parameter of that name).
    @Test func theDescriptionKeepsWhatThePageSays() {
        let names = reading.api.operations.flatMap { $0.parameters.map(\.name.value) }
        #expect(names == ["Accept", "If-Match"])
        let types = reading.api.operations.compactMap(\.requestBody).flatMap(\.mediaTypes)
        #expect(types.map(\.value) == ["application/json"])
    }

    private var reading: Reading {
        describe("Shelves", [SourceFile(path: "shelves.md", bytes: Array(page.utf8))])
    }

    private func file(_ name: String) throws -> String {
        let file = try #require(outputs(reading).first { $0.path.hasSuffix(name) })
        return String(decoding: file.bytes, as: UTF8.self)
    }
}
