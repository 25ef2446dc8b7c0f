import Foundation
import Town

/// Both APIs have a `Visitor` and a `showVisitor`, and neither knows of the other. Their mocks answer,
/// so that the program needs no network.
func visitors() async throws -> String {
    let server = URL(fileURLWithPath: "/")
    let desk = Library.Router(Library.MockServer())
    let library = Library.Client(
        server: server, transport: InMemoryTransport { await desk.respond(to: $0) })
    let reader: Library.Visitor? = try await library.listVisitors(limit: 1, offset: 0).get().first
    let hall = Museum.Router(Museum.MockServer())
    let museum = Museum.Client(
        server: server, transport: InMemoryTransport { await hall.respond(to: $0) })
    try await museum.addVisitor(body: .init(name: "Ada", kind: .year)).get()
    let guest: Museum.Visitor = try await museum.showVisitor(id: 17).get()
    return "\(reader?.card == .gold ? "gold" : "none") \(guest.card.kind)"
}

print(try await visitors())
