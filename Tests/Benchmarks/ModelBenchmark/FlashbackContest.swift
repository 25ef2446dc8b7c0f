import Flashback
import Foundation

private struct Page: Codable {
    let success: Bool?
    let data: [Person]?
    let total: Int?
}

private struct Person: Codable {
    let id: UUID?
    let email: String?
    let name: String?
    let lastName: String?
    let orgId: UUID?
    let orgRole: Role?
    let validated: Bool?
    let deletedAt: String?
    let orgRoleDescription: String?
    let orgRoles: [Int]?
}

private enum Role: Int, Codable {
    case user = 0
    case billing = 1
    case workspaces = 2
    case administrator = 254
    case owner = 255
}

func flashbackContests() throws -> [Contest] {
    try [
        ("Flashback", FlashbackFixtures.getOrganizationUsersOK.data),
        ("10,000 users", users(10_000)),
    ].map { try Contest($0, $1, GetOrganizationUsersResponse.self, Page.self) }
}

private func users(_ count: Int) -> Data {
    let users = (0..<count).map { index in
        """
        {"id": "0b6f6f52-8d3e-4a0c-9a57-1f4f0f6f1c11", "email": "user\(index)@example.org",
        "name": "Name\(index)", "lastName": "Last\(index)",
        "orgId": "5d1c2a7e-63b4-4f7f-8f0d-7a2b9c3d4e5f", "orgRole": \(index % 3),
        "validated": true, "deletedAt": null, "orgRoleDescription": "User", "orgRoles": [0, 1]}
        """
    }
    return Data(
        "{\"success\": true, \"total\": \(count), \"data\": [\(users.joined(separator: ","))]}".utf8
    )
}
