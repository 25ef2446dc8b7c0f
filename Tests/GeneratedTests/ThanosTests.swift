import Foundation
import Testing
import Thanos

@Suite struct ThanosTests {
    @Test func givesTheFixture() async throws {
        let router = ThanosRouter(ThanosMockServer())
        let client = ThanosClient(transport: InMemoryTransport(router.respond))
        let body = try ThanosFixtures.getAllUsersRequest.value()
        let users = try await client.getAllUsers(body: body).get()
        #expect(try sameJSON(users, ThanosFixtures.getAllUsersOK.value()))
    }

    @Test func tellsTheDocumentedStatusesApart() async throws {
        let names = [
            400: "badRequest", 401: "unauthorized", 403: "forbidden", 404: "notFound",
            415: "unsupportedMediaType",
        ]
        for (status, name) in names {
            let client = ThanosClient(
                transport: InMemoryTransport { _ in HTTPResponse(status: status) })
            #expect(try await "\(client.getAllUsers())" == name)
        }
    }

    @Test func sendsTokenAndBody() async throws {
        let body = try ThanosFixtures.getAllUsersRequest.value()
        let text = Data(try jsonText(body).utf8)
        let client = ThanosClient(
            credentials: Credentials(tokenAuth: "t"),
            transport: InMemoryTransport { request in
                #expect(request.header("authorization") == "Token t")
                #expect(request.header("content-type") == "application/json")
                #expect(request.body == text)
                return HTTPResponse(status: 404)
            })
        _ = try await client.getAllUsers(body: body)
    }

    @Test func namesThePlaceInABody() async throws {
        var request = HTTPRequest("GET", try await path())
        request.body = Data("[]".utf8)
        let response = await ThanosRouter(ThanosMockServer()).respond(to: request)
        #expect(response.status == 400)
        let error = try JSONDecoder().decode(InputError.self, from: response.body)
        #expect(error.place.hasPrefix("body"))
    }

    @Test func keepsAnUnknownValueOfAnEnumeration() throws {
        let text = Data(#"["ACTIVE","RETIRED"]"#.utf8)
        let values = try JSONDecoder().decode([UserStatus].self, from: text)
        #expect(values == [.active, UserStatus(rawValue: "RETIRED")])
        #expect(try jsonText(values) == #"["ACTIVE","RETIRED"]"#)
    }

    private func path() async throws -> String {
        let recorder = PathRecorder()
        let client = ThanosClient(transport: InMemoryTransport { await recorder.respond(to: $0) })
        _ = try await client.getAllUsers()
        return await recorder.path
    }
}

private actor PathRecorder {
    var path = ""

    func respond(to request: HTTPRequest) -> HTTPResponse {
        path = request.path
        return HTTPResponse(status: 404)
    }
}
