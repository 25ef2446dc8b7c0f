import Atlas
import Foundation

/// Encodes a body for each request.
struct Encoding: AtlasAPI {
    let page: GetAllOrganizationUsersResponse

    func getAllOrganizationUsers(
        orgID: String, envelope: Bool?, pretty: Bool?
    ) async throws -> GetAllOrganizationUsersOutput {
        .ok(page)
    }
}

/// Has its bytes ready.
struct Handing: AtlasAPI {
    let bytes: Data

    func getAllOrganizationUsers(
        orgID: String, envelope: Bool?, pretty: Bool?
    ) async throws -> GetAllOrganizationUsersOutput {
        let type = WireField("Content-Type", "application/json")
        return .undocumented(HTTPResponse(status: 200, headers: [type], body: bytes))
    }
}
