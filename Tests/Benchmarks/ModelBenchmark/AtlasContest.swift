import Atlas
import Foundation

private struct Page: Codable {
    let links: [[String: String]]
    let results: [Person]
    let totalCount: Int
}

private struct Person: Codable {
    let country: String
    let emailAddress: String
    let firstName: String
    let id: String
    let lastName: String
    let links: [[String: String]]
    let mobileNumber: String
    let roles: [PersonRole]
    let teamIds: [String]
    let username: String
}

private struct PersonRole: Codable {
    let groupId: String?
    let orgId: String?
    let roleName: String
}

func atlasContest() throws -> Contest {
    try Contest(
        "Atlas", AtlasFixtures.getAllOrganizationUsersOK.data,
        GetAllOrganizationUsersResponse.self, Page.self)
}
