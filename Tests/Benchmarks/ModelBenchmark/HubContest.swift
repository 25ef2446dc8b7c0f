import Foundation
import Hub

private struct Page: Codable {
    let skip: Int
    let top: Int
    let total: Int
    let users: [[String: String]]
}

func hubContest() throws -> Contest {
    try Contest(
        "Hub", HubFixtures.getAllUsersOfOrganizationOK.data,
        GetAllUsersOfOrganizationResponse.self, Page.self)
}
