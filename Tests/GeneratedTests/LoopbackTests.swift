import Foundation
import Testing

@testable import Bindery

/// The transport that clients use by default, against a socket.
@Suite struct LoopbackTests {
    private func client(of server: LoopbackServer) throws -> BinderyClient {
        BinderyClient(
            server: try #require(server.url),
            transport: URLSessionTransport(timeout: .seconds(120)))
    }

    private func answer(
        _ status: String, _ body: String, _ mediaType: String = "application/json",
        length: Int? = nil, fields: String...
    ) -> LoopbackServer.Answer {
        let lines =
            [
                "HTTP/1.1 \(status)", "Content-Type: \(mediaType)", "Connection: close",
                "Content-Length: \(length ?? body.utf8.count)",
            ] + fields
        return LoopbackServer.Answer(bytes: lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    @Test func getsJSON() async throws {
        let binders = #"[{"name": "Ann Leaf", "since": 1998}]"#
        let server = try LoopbackServer(answer("200 OK", binders, fields: "Total: 7"))
        let output = try await client(of: server).listBinders(city: "Köln & Bonn")
        guard case .ok(let found, let total, _) = output else {
            Issue.record("\(output)")
            return
        }
        #expect(found.map(\.name) == ["Ann Leaf"] && found.map(\.since) == [1998])
        #expect(total == 7)
        let request = try #require(server.requests.first)
        #expect(request.line == "GET /v1/binders?city=K%C3%B6ln%20%26%20Bonn HTTP/1.1")
        #expect(request.header("Accept") == "application/json, */*;q=0.8")
        #expect(request.body.isEmpty)
    }

    @Test func postsABody() async throws {
        let server = try LoopbackServer(answer("200 OK", #"{"token": "t-1"}"#))
        let session = try await client(of: server)
            .signIn(body: SignInRequest(user: "ann", password: "a&b", keep: true)).get()
        #expect(session.token == "t-1")
        let request = try #require(server.requests.first)
        #expect(request.line == "POST /v1/session HTTP/1.1")
        #expect(request.header("Content-Type") == "application/x-www-form-urlencoded")
        #expect(
            String(decoding: request.body, as: UTF8.self) == "user=ann&password=a%26b&keep=true")
    }

    @Test func tellsADocumentedErrorFromOthers() async throws {
        let server = try LoopbackServer(
            answer("404 Not Found", #"{"message": "no such scan"}"#),
            answer("500 Internal Server Error", "<p>", "text/html"))
        let client = try client(of: server)
        guard case .notFound = try await client.fetchScan(id: 1) else {
            Issue.record("not found is documented")
            return
        }
        guard case .undocumented(let response) = try await client.fetchScan(id: 1) else {
            Issue.record("an error of the server is not documented")
            return
        }
        #expect(response.status == 500 && response.body == Data("<p>".utf8))
    }

    @Test func readsABodyBeforeItIsComplete() async throws {
        var answer = answer("200 OK", "first", "application/pdf", length: 11)
        let isRead = DispatchSemaphore(value: 0)
        (answer.later, answer.isReady) = ("second", isRead)
        let scan = try await client(of: LoopbackServer(answer)).fetchScan(id: 1).get()
        #expect(scan.length == 11)
        var text = ""
        for try await piece in scan {
            text += String(decoding: piece, as: UTF8.self)
            if text == "first" { isRead.signal() }
        }
        #expect(text == "firstsecond")
    }

    @Test func sendsABodyInPieces() async throws {
        let server = try LoopbackServer(.init(bytes: "HTTP/1.1 204 No Content\r\n\r\n"))
        let (pieces, feed) = AsyncStream<Data>.makeStream()
        for piece in ["ab", "cd", "ef"] { feed.yield(Data(piece.utf8)) }
        feed.finish()
        try await client(of: server).storeScan(id: 3, body: ByteStream(pieces, length: 6)).get()
        let request = try #require(server.requests.first)
        #expect(request.line == "PUT /v1/manuscripts/3/scan HTTP/1.1")
        #expect(request.header("Content-Type") == "application/pdf")
        #expect(request.body == Data("abcdef".utf8))
    }

    @Test func saysThatABodyWasReset() async throws {
        var answer = answer("200 OK", "first", "application/pdf", length: 11)
        let isRead = DispatchSemaphore(value: 0)
        (answer.isReset, answer.isReady) = (true, isRead)
        let scan = try await client(of: LoopbackServer(answer)).fetchScan(id: 1).get()
        var text = ""
        do {
            for try await piece in scan {
                text += String(decoding: piece, as: UTF8.self)
                if text == "first" { isRead.signal() }
            }
            Issue.record("a body that was reset ended like another")
        } catch ClientError.truncatedBody, ClientError.connectionLost {
            #expect(text == "first")
        }
    }

    @Test func saysThatABodyWasCut() async throws {
        let server = try LoopbackServer(answer("200 OK", "[{\"na", length: 400))
        do {
            _ = try await client(of: server).listBinders(city: nil)
            Issue.record("a body that was cut was taken")
        } catch ClientError.truncatedBody {}
    }

    @Test func saysThatNobodyListens() async throws {
        let server = try LoopbackServer(isListening: false)
        do {
            _ = try await client(of: server).listBinders(city: nil)
            Issue.record("nobody listens")
        } catch ClientError.cannotConnect {
            #expect(server.requests.isEmpty)
        }
    }
}
