import Foundation
import Testing

@testable import Bindery

/// Documented headers of answers, from a server to a client.
@Suite struct HeadersTests {
    private func client(_ response: HTTPResponse) -> BinderyClient {
        BinderyClient(server: serverForTests, transport: InMemoryTransport { _ in response })
    }

    private let upload = UploadManuscriptRequest(
        title: "The Waves", text: FormFile(Data(), name: "waves.txt"))

    @Test func areValuesOfTheCase() async throws {
        var response = HTTPResponse(status: 201, body: Data(#"{"id": 7}"#.utf8))
        response.headers = [
            WireField("location", "/v1/manuscripts/7"), WireField("X-QUEUE-LENGTH", "3"),
        ]
        guard
            case .created(let body, let location, let queue) = try await client(response)
                .uploadManuscript(body: upload)
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
        let output = try await client(response).uploadManuscript(body: upload)
        guard case .created(_, location: nil, xQueueLength: nil) = output else {
            Issue.record("\(output)")
            return
        }
        #expect(try output.get().id == 7)
    }

    @Test func areSentByTheServer() async {
        let link = "</v1/binders?page=2>; rel=\"next\""
        for (total, link) in [(3, link), (nil, nil)] {
            let router = BinderyRouter(Town(total: total, link: link))
            let answer = await router.respond(to: HTTPRequest("GET", "/v1/binders"))
            #expect(answer.status == 200)
            #expect(answer.header("Total") == total.map(String.init))
            #expect(answer.header("Link") == link)
            #expect(answer.header("Content-Type") == "application/json")
        }
    }

    /// Says with its list of binders what it is told to.
    private struct Town: BinderyAPI {
        var total: Int?
        var link: String?
        private let rest = BinderyMockServer()

        func listBinders(city: String?) -> ListBindersOutput {
            .ok([], total: total, link: link)
        }

        func priceManuscript(
            id: Int, body: PriceManuscriptRequest
        ) async throws -> PriceManuscriptOutput {
            .undocumented(HTTPResponse(status: 500))
        }

        func fetchScan(id: Int) async throws -> FetchScanOutput {
            .undocumented(HTTPResponse(status: 500))
        }

        func storeScan(id: Int, body: ByteStream) async throws -> StoreScanOutput {
            .undocumented(HTTPResponse(status: 500))
        }

        func partWithBinder(name: String) async throws -> PartWithBinderOutput {
            .undocumented(HTTPResponse(status: 500))
        }

        func signIn(body: SignInRequest) async throws -> SignInOutput {
            try await rest.signIn(body: body)
        }

        func uploadManuscript(
            body: UploadManuscriptRequest
        ) async throws -> UploadManuscriptOutput {
            try await rest.uploadManuscript(body: body)
        }

        func listManuscripts(
            ids: [Int], words: [String]?, bindings: [String]?, sizes: [Int]?, limit: Int?,
            xShelves: [String]?
        ) async throws -> ListManuscriptsOutput {
            try await rest.listManuscripts(
                ids: ids, words: words, bindings: bindings, sizes: sizes, limit: limit,
                xShelves: xShelves)
        }
    }

    /// The mock sends what the pages say is always there.
    @Test func areRoundTripped() async throws {
        let router = BinderyRouter(BinderyMockServer())
        let client = BinderyClient(
            server: serverForTests, transport: InMemoryTransport { await router.respond(to: $0) })
        guard
            case .created(_, let location, let queue) = try await client.uploadManuscript(
                body: upload)
        else {
            Issue.record("another case")
            return
        }
        #expect(location?.isEmpty == false)
        #expect(queue == nil)
    }
}
