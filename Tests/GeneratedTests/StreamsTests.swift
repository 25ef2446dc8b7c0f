import Foundation
import Testing

@testable import Bindery

/// Bodies that are read and sent piece by piece, from a client to a router.
@Suite struct StreamsTests {
    /// Pieces that are made one by one, and how many were asked for.
    private actor Press {
        private(set) var made = 0

        func next(of count: Int) -> Data? {
            guard made < count else { return nil }
            made += 1
            return Data(repeating: UInt8(made), count: 1000)
        }

        nonisolated func pieces(_ count: Int) -> AsyncStream<Data> {
            AsyncStream { await self.next(of: count) }
        }
    }

    private func client(_ respond: @escaping @Sendable (HTTPRequest) async -> HTTPResponse)
        -> BinderyClient
    {
        BinderyClient(server: serverForTests, transport: InMemoryTransport(respond))
    }

    /// A router over two operations that are told what to do.
    private func router(_ scan: ByteStream, bodyLimit: Int = 10) -> BinderyRouter {
        BinderyRouter(Scanner(scan: scan), bodyLimit: bodyLimit)
    }

    @Test func asksForPiecesAsTheyAreRead() async throws {
        let press = Press()
        let router = router(ByteStream(press.pieces(100), length: 100_000))
        let scan = try await client { await router.respond(to: $0) }.fetchScan(id: 1).get()
        #expect(scan.length == 100_000)
        #expect(await press.made == 0)
        var count = 0
        for try await piece in scan {
            count += piece.count
            if count == 3000 { break }
        }
        #expect(await press.made == 3)
    }

    @Test func sendsLongerBodiesThanAreReadAsAWhole() async throws {
        let press = Press()
        let router = router(ByteStream(Data()))
        let stored = try await client { await router.respond(to: $0) }
            .storeScan(id: 1, body: ByteStream(press.pieces(50), length: 50_000))
        guard case .undocumented(let response) = stored else {
            Issue.record("not stored")
            return
        }
        #expect(String(decoding: response.body, as: UTF8.self) == "50000")
    }

    @Test func otherBodiesAreReadUpToTheLimit() async throws {
        let press = Press()
        var request = HTTPRequest("POST", "/v1/session")
        request.headers = [WireField("Content-Type", "application/x-www-form-urlencoded")]
        request.stream = ByteStream(press.pieces(50))
        #expect(await router(ByteStream(Data())).respond(to: request).status == 413)
        #expect(await press.made == 1)
    }

    @Test func answersHeadWithTheLengthAlone() async {
        let press = Press()
        let router = router(ByteStream(press.pieces(7), length: 7000))
        let response = await router.respond(to: HTTPRequest("HEAD", "/v1/manuscripts/1/scan"))
        #expect(response.header("Content-Length") == "7000")
        #expect(response.stream == nil && response.body.isEmpty)
        #expect(await press.made == 0)
    }

    @Test func isSentOnce() async throws {
        let press = Press()
        var client = client { request in
            _ = try? await request.stream?.data()
            return HTTPResponse(status: 503)
        }
        client.middleware = [.retry()]
        _ = try await client.storeScan(id: 1, body: ByteStream(press.pieces(5)))
        #expect(await press.made == 5)
    }

    @Test func bytesAtHandAreSentAgain() async throws {
        let press = Press()
        var client = client { request in
            _ = await press.next(of: 10)
            return HTTPResponse(status: request.body?.count == 3 ? 503 : 500)
        }
        var policy = RetryPolicy()
        policy.sleep = { _ in }
        client.middleware = [.retry(policy)]
        _ = try await client.storeScan(id: 1, body: ByteStream(Data([1, 2, 3])))
        #expect(await press.made == 3)
    }

    @Test func aCancelledReaderIsNotAtTheEnd() async throws {
        // `AsyncStream` ends when the task that waits for it is cancelled.
        let (pieces, feed) = AsyncStream<Data>.makeStream()
        feed.yield(Data([1]))
        let stream = ByteStream(pieces)
        let reading = Task { try await stream.data() }
        reading.cancel()
        await #expect(throws: ClientError.self) { try await reading.value }
    }

    @Test func readsBytesTwiceThatAreAtHand() async throws {
        let stream = ByteStream(Data([1, 2, 3]))
        #expect(try await stream.data() == Data([1, 2, 3]))
        var pieces: [Data] = []
        for try await piece in stream { pieces.append(piece) }
        #expect(pieces == [Data([1, 2, 3])])
    }
}

/// Hands out one scan, and says how long another is.
private struct Scanner: BinderyAPI {
    let scan: ByteStream

    func fetchScan(id: Int) async throws -> FetchScanOutput { .ok(scan) }

    func storeScan(id: Int, body: ByteStream) async throws -> StoreScanOutput {
        let count = try await body.data().count
        return .undocumented(HTTPResponse(status: 200, body: Data("\(count)".utf8)))
    }

    func priceManuscript(
        id: Int, body: PriceManuscriptRequest
    ) async throws -> PriceManuscriptOutput {
        .undocumented(HTTPResponse(status: 500))
    }

    func partWithBinder(name: String) async throws -> PartWithBinderOutput {
        .undocumented(HTTPResponse(status: 500))
    }

    func signIn(body: SignInRequest) async throws -> SignInOutput {
        .undocumented(HTTPResponse(status: 500))
    }

    func uploadManuscript(
        body: UploadManuscriptRequest
    ) async throws -> UploadManuscriptOutput {
        .undocumented(HTTPResponse(status: 500))
    }

    func listManuscripts(
        ids: [Int], words: [String]?, bindings: [String]?, sizes: [Int]?, limit: Int?,
        xShelves: [String]?
    ) async throws -> ListManuscriptsOutput {
        .undocumented(HTTPResponse(status: 500))
    }

    func listBinders(city: String?) async throws -> ListBindersOutput {
        .undocumented(HTTPResponse(status: 500))
    }
}
