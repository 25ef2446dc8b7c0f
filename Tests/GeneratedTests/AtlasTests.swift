import Foundation
import Testing

@testable import Atlas

@Suite struct AtlasTests {
    @Test func givesTheFixture() async throws {
        let router = AtlasRouter(AtlasMockServer())
        let client = AtlasClient(transport: InMemoryTransport(router.respond))
        let response = try await client.getAllOrganizationUsers(orgID: "1", envelope: true).get()
        #expect(try sameJSON(response, AtlasFixtures.getAllOrganizationUsersOK.value()))
    }
}
