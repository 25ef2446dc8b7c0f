import Foundation
import Testing

@testable import Bindery

/// Lists whose next page is behind a link.
@Suite struct LinksTests {
    private let server = URL(string: "https://api.bindery.example/base")

    private actor Bench {
        var answers: [HTTPResponse]
        var targets: [String] = []

        init(_ answers: [HTTPResponse]) { self.answers = answers }

        func answer(_ request: HTTPRequest) -> HTTPResponse {
            targets.append(request.target)
            return answers.removeFirst()
        }
    }

    private func client(_ bench: Bench) throws -> BinderyClient {
        BinderyClient(
            server: try #require(server), transport: InMemoryTransport { await bench.answer($0) })
    }

    private func page(_ id: Int, _ next: String?) -> HTTPResponse {
        let link = next.map { ", \"next\": \"\($0)\"" } ?? ""
        let text = "{\"manuscripts\": [{\"id\": \(id), \"title\": \"T\"}]\(link)}"
        return HTTPResponse(status: 200, body: Data(text.utf8))
    }

    /// Two pages there are, whatever number the first one has.
    @Test(arguments: [0, 1])
    func countsPagesFromTheirFirst(_ first: Int) async throws {
        let numbers = Pages<Int>(page: nil, first: first) { page in
            page
        } of: { page in
            ([page], total: nil, pages: 2)
        }
        let seen = try await numbers.prefix(5).reduce(into: []) { $0.append($1) }
        #expect(seen == [first, first + 1])
    }

    @Test(arguments: [
        "https://api.bindery.example/base/v1/manuscripts?ids=1%2C2&after=a+b",
        "HTTPS://API.bindery.example:443/base/v1/manuscripts?ids=1%2C2&after=a%20b",
        "/base/v1/manuscripts?ids=1,2&after=a%20b", "?ids=1,2&after=a+b",
    ])
    func followsLinksInBodies(_ link: String) async throws {
        let bench = Bench([page(1, link), page(2, nil)])
        var ids: [Int] = []
        for try await item in try client(bench).eachOfManuscripts(ids: [1, 2]) {
            ids.append(item.id)
        }
        #expect(ids == [1, 2])
        #expect(
            await bench.targets == [
                "/v1/manuscripts?ids=1%2C2", "/v1/manuscripts?ids=1%2C2&after=a%20b",
            ])
    }

    /// Credentials would go there.
    @Test(arguments: [
        "https://evil.example/base/v1/manuscripts",
        "http://api.bindery.example/base/v1/manuscripts",
        "https://api.bindery.example:8443/base/v1/manuscripts", "//evil.example/base/v1/x",
        "https://api.bindery.example@evil.example/base/v1/x", "/other/v1/manuscripts",
        "https://user@api.bindery.example/base/v1/manuscripts", "/basement/v1/manuscripts",
        "file:///base/v1/x", "/base/../other/x",
    ])
    func followsNoLinkThatLeadsElsewhere(_ link: String) async throws {
        let bench = Bench([page(1, link), page(2, nil)])
        var pages = try client(bench).eachOfManuscripts(ids: [1]).makeAsyncIterator()
        #expect(try await pages.next()?.id == 1)
        await #expect(throws: ClientError.self) { _ = try await pages.next() }
        #expect(await bench.targets.count == 1)
    }

    @Test func endsWhereALinkLeadsRound() async throws {
        let link = "https://api.bindery.example/base/v1/manuscripts?after=1"
        let bench = Bench([page(1, link), page(2, link), page(3, link)])
        var count = 0
        for try await _ in try client(bench).eachOfManuscripts(ids: [1]) { count += 1 }
        #expect(count == 2)
    }

    @Test func followsLinksInHeaders() async throws {
        func page(_ name: String, _ link: String?) -> HTTPResponse {
            HTTPResponse(
                status: 200, headers: link.map { [WireField("Link", $0)] } ?? [],
                body: Data("[{\"name\": \"\(name)\", \"since\": 1998}]".utf8))
        }
        let bench = Bench([
            page(
                "a", "</base/v1/binders?page=9>; rel=\"last\", </base/v1/binders?page=2>; rel=next"),
            page("b", "<?page=3>; title=\"x\"; rel=\"prev next\""),
            page("c", "<?page=1>; rel=prev"),
        ])
        var names: [String] = []
        for try await binder in try client(bench).eachOfBinders(city: "Basel") {
            names.append(binder.name)
        }
        #expect(names == ["a", "b", "c"])
        #expect(
            await bench.targets == [
                "/v1/binders?city=Basel", "/v1/binders?page=2", "/v1/binders?page=3",
            ])
    }
}
