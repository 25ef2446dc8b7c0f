import Flashback
import Foundation
import Testing

@Suite struct FlashbackTests {
    @Test func givesTheFixture() async throws {
        let router = FlashbackRouter(FlashbackMockServer())
        let client = FlashbackClient(transport: InMemoryTransport(router.respond))
        let response = try await client.getOrganizationUsers().get()
        #expect(try sameJSON(response, FlashbackFixtures.getOrganizationUsersOK.value()))
    }

    @Test func decodesTheBodyOfAFailure() async throws {
        let fixture = FlashbackFixtures.getOrganizationUsersForbidden
        let client = FlashbackClient(
            transport: InMemoryTransport { _ in HTTPResponse(status: 403, body: fixture.data) })
        let output = try await client.getOrganizationUsers()
        guard case .forbidden(let error) = output else {
            Issue.record("\(output)")
            return
        }
        #expect(try sameJSON(error, fixture.value()))
    }

    @Test func guardsWithBearerTokenAndRole() async throws {
        let router = FlashbackRouter(FlashbackMockServer()) { request, access in
            #expect(request.header("Authorization") == "Bearer abc")
            #expect(access.schemes.map(\.name) == ["BearerAuth"])
            #expect(access.permissions == ["WORKSPACES"])
        }
        let client = FlashbackClient(
            credentials: Credentials(bearerAuth: "abc"),
            transport: InMemoryTransport(router.respond))
        _ = try await client.getOrganizationUsers().get()
    }

    @Test func keepsAnUnknownNumberOfAnEnumeration() throws {
        let values = try JSONDecoder().decode([OrgRole].self, from: Data("[0,254,7]".utf8))
        #expect(values == [.user, .administrator, OrgRole(rawValue: 7)])
        #expect(try jsonText(values) == "[0,254,7]")
    }

    @Test(arguments: [
        "2024-05-01T10:20:30Z", "2024-05-01T10:20:30.123456789+02:00", "2024-05-01 10:20:30-0330",
        "2024-05-01t10:20z", "2016-12-31T23:59:60Z", "0001-01-01T00:00:00Z",
    ])
    func keepsTheTextOfAMoment(_ text: String) throws {
        let json = #"{"deletedAt":"\#(text)"}"#
        let user = try JSONDecoder().decode(User.self, from: Data(json.utf8))
        #expect(user.deletedAt?.text == text)
        #expect(try jsonText(user) == json)
    }

    @Test func readsTheMomentItself() {
        #expect(
            Timestamp(wireText: "2024-05-01T10:20:30.25+02:00")?.date
                == Date(timeIntervalSince1970: 1_714_551_630.25))
        #expect(Timestamp(Date(timeIntervalSince1970: 0)).text == "1970-01-01T00:00:00Z")
        for (seconds, text) in [(1.123, "01.123"), (1.9996, "02"), (-0.001, "59.999")] {
            let found = Timestamp(Date(timeIntervalSince1970: seconds)).text
            #expect(found.hasSuffix(":" + text + "Z"), "\(found)")
        }
        for text in ["", "2024-05-01", "2024-13-01T00:00:00Z", "2024-05-01T10:61:00Z", "x"] {
            #expect(Timestamp(wireText: text) == nil, "\(text)")
        }
    }

    @Test func takesNullForAMissingMember() throws {
        let user = try JSONDecoder().decode(User.self, from: Data(#"{"deletedAt":null}"#.utf8))
        #expect(user.deletedAt == nil)
    }
}
