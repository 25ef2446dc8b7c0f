import CaseSupport
import EndpointGenerator
import Foundation
import Testing

/// What is generated compiles for each choice of outputs, also where few of an API's parts need
/// something that others bring along.
@Suite struct OutputsTests {
    /// A form beside JSON, with a field called like what reads it; a header of a type that nothing
    /// else has; digest authentication.
    private let page = """
        # Depot

        ## Add a parcel

        `POST /parcels`

        ### Consumes

        - `application/json`
        - `multipart/form-data`

        ### Request body

        | Name | Type | Required |
        |------|------|----------|
        | form | string | yes |
        | body | string | no |
        | weight | number | no |

        ```sh
        curl --digest --user "ada:swordfish" -X POST https://depot.example/parcels -d '{"form": "a"}'
        ```

        ### Response 201

        | Name | Type | Required |
        |------|------|----------|
        | id | integer | yes |

        ### Response headers

        | Header | Type | Description |
        |--------|------|-------------|
        | X-Trace | uuid | Which call it was |
        | X-Due | date-time | When it leaves |
        """

    @Test(arguments: [
        ["models", "client"], ["models", "client", "fixtures"], ["models", "server"],
        ["models", "client", "server", "fixtures"],
    ])
    func compile(_ outputs: [String]) async throws {
        let pages = Pages(
            name: "Depot", folder: "", files: [File(path: "page.md", bytes: Array(page.utf8))])
        let files = generate(pages, Choices(outputs: outputs)).files
        if outputs.contains("client") {
            #expect(["Forms.swift", "Digest.swift"].allSatisfy(files.map(\.path).contains))
        }
        let scratch = FileManager.default.temporaryDirectory
            .appendingPathComponent("outputs-\(UUID().uuidString)")
        defer { removeFolder(scratch) }
        #expect(await compilerComplaints(about: [try writeSources(files, to: scratch)]) == [])
    }
}
