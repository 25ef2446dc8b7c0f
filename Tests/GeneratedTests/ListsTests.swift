import Foundation
import Testing

@testable import Bindery

/// Lists of values in requests, in each of the ways that pages document.
@Suite struct ListsTests {
    private actor Bench {
        var requests: [HTTPRequest] = []

        func note(_ request: HTTPRequest) { requests.append(request) }
    }

    @Test func travelAsDocumented() async throws {
        let bench = Bench()
        let router = BinderyRouter(BinderyMockServer())
        let client = BinderyClient(
            server: serverForTests,
            transport: InMemoryTransport { request in
                await bench.note(request)
                return await router.respond(to: request)
            })
        _ = try await client.listManuscripts(
            ids: [17, 18], words: ["sea", "a b"], bindings: ["cloth"], sizes: [200, 210],
            xShelves: ["a", "b"]
        ).get()
        let request = try #require(await bench.requests.first)
        #expect(
            request.query == [
                WireField("ids", "17,18"), WireField("words", "sea"), WireField("words", "a b"),
                WireField("bindings[]", "cloth"), WireField("sizes", "200|210"),
            ])
        #expect(request.header("X-Shelves") == "a,b")
    }

    @Test(arguments: [
        ("ids=1,2", 200), ("ids=1,%202", 200), ("ids=", 200), ("ids=1,two", 400), ("words=a", 400),
        ("ids=1&sizes=1|x", 400),
    ])
    func areReadAsDocumented(_ query: String, _ status: Int) async {
        let request = HTTPRequest(
            method: "GET", target: "/v1/manuscripts?" + query, headers: [], body: nil, below: [])
        let answer = await BinderyRouter(BinderyMockServer()).respond(to: request)
        #expect(answer.status == status, "\(query)")
    }
}
