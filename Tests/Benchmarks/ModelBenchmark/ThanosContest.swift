import Foundation
import Thanos

private struct Member: Codable {
    let uuid: UUID
    let person: Human
    let permissionAssignments: Assignments
    let status: Status

    enum CodingKeys: String, CodingKey {
        case uuid, person, status
        case permissionAssignments = "permission_assignments"
    }
}

private struct Human: Codable {
    let uuid: UUID
    let firstName: String
    let lastName: String
    let email: String
    let phone: String

    enum CodingKeys: String, CodingKey {
        case uuid, email, phone
        case firstName = "first_name"
        case lastName = "last_name"
    }
}

private struct Assignments: Codable {
    let permissions: [Assignment]
    let orgUser: Owner

    enum CodingKeys: String, CodingKey {
        case permissions
        case orgUser = "org_user"
    }
}

private struct Assignment: Codable {
    let assigned: Bool
    let permission: Right
}

private struct Right: Codable {
    let uuid: UUID
    let name: String
    let displayName: String
    let description: String

    enum CodingKeys: String, CodingKey {
        case uuid, name, description
        case displayName = "display_name"
    }
}

private struct Owner: Codable {
    let uuid: UUID
}

private enum Status: String, Codable {
    case confirmationWaiting = "CONFIRMATION WAITING"
    case active = "ACTIVE"
    case deactivated = "DEACTIVATED"
}

func thanosContest() throws -> Contest {
    try Contest("Thanos", ThanosFixtures.getAllUsersOK.data, [User].self, [Member].self)
}
