import Foundation
import Library

/// Answers as the page says, so that the program needs no network.
let transport = InMemoryTransport { request in
    HTTPResponse(status: 200, body: Data(#"{ "id": "17", "book": "Emma" }"#.utf8))
}
let server = URL(fileURLWithPath: "/")
let client = LibraryClient(server: server, transport: transport)
let loan = try await client.listLoans(limit: 1).get()
print(loan.book ?? "no book")
