import Foundation
import Testing

@testable import Bindery

/// Statuses that no page names one by one, and operations whose answers no page describes.
@Suite struct UnnamedStatusTests {
    private func client(_ response: HTTPResponse) -> BinderyClient {
        BinderyClient(server: serverForTests, transport: InMemoryTransport { _ in response })
    }

    @Test(arguments: [400, 404, 499])
    func aRangeReadsItsBody(_ status: Int) async throws {
        let field = WireField("Retry-After", "7")
        let body = Data(#"{"title": "No such town"}"#.utf8)
        let output = try await client(HTTPResponse(status: status, headers: [field], body: body))
            .listBinders()
        guard case .status4XX(let error, let seconds, status) = output else {
            Issue.record("\(output)")
            return
        }
        #expect(error.title == "No such town" && seconds == 7)
        #expect(throws: UnexpectedOutput<ListBindersOutput>.self) { try output.get() }
    }

    @Test func aRangeHoldsNoOtherStatus() async throws {
        let output = try await client(HTTPResponse(status: 500)).listBinders()
        guard case .undocumented(let response) = output else {
            Issue.record("\(output)")
            return
        }
        #expect(response.status == 500)
    }

    @Test(arguments: [("", 200), ("code=404", 404), ("code=418", 418), ("code=503", 200)])
    func theServerSendsTheStatusOfTheCase(_ wish: String, _ status: Int) async throws {
        var request = HTTPRequest("GET", "/v1/binders")
        request.headers.append(WireField("Prefer", wish))
        let answer = await BinderyRouter(BinderyMockServer()).respond(to: request)
        #expect(answer.status == status)
        let error = try? JSONDecoder().decode(ListBindersError.self, from: answer.body)
        #expect((error != nil) == (status != 200))
    }

    @Test(arguments: [200, 204]) func anySuccessIsOne(_ status: Int) async throws {
        let output = try await client(HTTPResponse(status: status)).partWithBinder(name: "Ada")
        #expect(try output.get().status == status)
    }

    @Test(arguments: [199, 300, 404, 500]) func nothingElseIs(_ status: Int) async throws {
        let output = try await client(HTTPResponse(status: status)).partWithBinder(name: "Ada")
        #expect(throws: UnexpectedOutput<PartWithBinderOutput>.self) { try output.get() }
    }
}
