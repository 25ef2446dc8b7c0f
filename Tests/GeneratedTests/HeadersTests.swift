import Foundation
import Testing

@testable import Bindery

/// Documented headers of answers, from a server to a client.
@Suite struct HeadersTests {
    private func client(_ response: HTTPResponse) -> BinderyClient {
        BinderyClient(server: serverForTests, transport: InMemoryTransport { _ in response })
    }

    private let upload = UploadAManuscriptRequest(
        title: "The Waves", text: FormFile(Data(), name: "waves.txt"))

    @Test func areValuesOfTheCase() async throws {
        var response = HTTPResponse(status: 201, body: Data(#"{"id": 7}"#.utf8))
        response.headers = [
            WireField("location", "/v1/manuscripts/7"), WireField("X-QUEUE-LENGTH", "3"),
        ]
        guard
            case .created(let body, let location, let queue) = try await client(response)
                .uploadAManuscript(body: upload)
        else {
            Issue.record("another case")
            return
        }
        #expect(body.id == 7)
        #expect(location == "/v1/manuscripts/7")
        #expect(queue == 3)
    }

    @Test func mayBeMissingOrMalformed() async throws {
        let response = HTTPResponse(
            status: 201, headers: [WireField("X-Queue-Length", "many")],
            body: Data(#"{"id": 7}"#.utf8))
        let output = try await client(response).uploadAManuscript(body: upload)
        guard case .created(_, location: nil, xQueueLength: nil) = output else {
            Issue.record("\(output)")
            return
        }
        #expect(try output.get().id == 7)
    }

    @Test func areSentByTheServer() async {
        let router = BinderyRouter(BinderyMockServer())
        let answer = await router.respond(to: HTTPRequest("GET", "/v1/binders"))
        #expect(answer.status == 200)
        #expect(answer.header("Link") == nil)
        #expect(answer.header("Content-Type") == "application/json")
    }

    /// The mock sends what the pages say is always there.
    @Test func areRoundTripped() async throws {
        let router = BinderyRouter(BinderyMockServer())
        let client = BinderyClient(
            server: serverForTests, transport: InMemoryTransport { await router.respond(to: $0) })
        guard
            case .created(_, let location, let queue) = try await client.uploadAManuscript(
                body: upload)
        else {
            Issue.record("another case")
            return
        }
        #expect(location?.isEmpty == false)
        #expect(queue == nil)
    }
}
