import Foundation
import Hummingbird

/// What the page documents, written by hand.
struct UserPage: Codable, Sendable {
    struct User: Codable, Sendable {
        let country: String
        let emailAddress: String
        let firstName: String
        let id: String
        let lastName: String
        let links: [[String: String]]
        let mobileNumber: String
        let roles: [Role]
        let teamIds: [String]
        let username: String
    }

    struct Role: Codable, Sendable {
        let groupId: String?
        let orgId: String?
        let roleName: String
    }

    let links: [[String: String]]
    let results: [User]
    let totalCount: Int
}

/// The bytes that a generated server sends.
func encoded(_ page: UserPage) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(page)
}

func encodingByHand(_ json: Data) throws -> some HTTPResponder<BasicRequestContext> {
    let page = try JSONDecoder().decode(UserPage.self, from: json)
    return router { answer(try encoded(page)) }
}

func handingByHand(_ bytes: Data) -> some HTTPResponder<BasicRequestContext> {
    router { answer(bytes) }
}

/// Reads what is documented of a request, as somebody who writes a server by hand would.
private func router(
    _ respond: @escaping @Sendable () throws -> Response
) -> some HTTPResponder<BasicRequestContext> {
    let router = Router()
    router.get("/api/atlas/v1.0/orgs/:id/users") { request, context in
        _ = try context.parameters.require("id")
        if request.uri.queryParameters["envelope"] != nil {
            _ = try request.uri.queryParameters.require("envelope", as: Bool.self)
        }
        return try respond()
    }
    return router.buildResponder()
}

private func answer(_ bytes: Data) -> Response {
    Response(
        status: .ok, headers: [.contentType: "application/json"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
}
