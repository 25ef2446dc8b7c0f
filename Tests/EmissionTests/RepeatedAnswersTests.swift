import EndpointGenerator
import Testing

/// What many operations say of a status in the same words stands once, above the protocol.
@Suite struct RepeatedAnswersTests {
    @Test func saidOnceWhereManySayIt() {
        let client = client(operations: 8)
        #expect(client.ranges(of: "No parcel has that number.").count == 1)
        #expect(client.contains("/// - `notFound`: No parcel has that number.\n"))
        #expect(client.contains("    /// Shelf 3 is locked.\n    case conflict"))
        #expect(!client.contains("`conflict`"))
    }

    @Test func saidWhereItStandsInASmallAPI() {
        let client = client(operations: 7)
        #expect(client.ranges(of: "/// No parcel has that number.\n    case notFound").count == 7)
        #expect(!client.contains("- `notFound`"))
    }

    /// Operations that say the same of one status and each its own of another.
    private func client(operations count: Int) -> String {
        let sections = (1...count).map { number in
            """
            ## Open shelf \(number)

            `GET /shelves/\(number)/{id}`

            | Code | Description |
            |------|-------------|
            | 200 | The parcel |
            | 404 | No parcel has that number. |
            | 409 | Shelf \(number) is locked. |

            """
        }
        let page = "# Depot\n\n" + sections.joined(separator: "\n")
        let pages = Pages(
            name: "Depot", folder: "", files: [File(path: "page.md", bytes: Array(page.utf8))])
        let files = generate(pages, Choices(outputs: ["models", "client"])).files
        let client = files.first { $0.path.hasSuffix("Client.swift") }
        return String(decoding: client?.bytes ?? [], as: UTF8.self)
    }
}
