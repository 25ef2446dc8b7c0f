import Foundation
import Testing

@testable import Bindery

/// Bodies that travel as forms, from a client to a router.
@Suite struct FormsTests {
    /// Answers with what it was asked, kept aside.
    private actor Bench: BinderyAPI {
        var signIns: [SignInRequest] = []
        var uploads: [UploadManuscriptRequest] = []

        func partWithBinder(name: String) async throws -> PartWithBinderOutput {
            .undocumented(HTTPResponse(status: 500))
        }

        func signIn(body: SignInRequest) async throws -> SignInOutput {
            signIns.append(body)
            return .ok(SignInResponse(token: body.user))
        }

        func uploadManuscript(
            body: UploadManuscriptRequest
        ) async throws -> UploadManuscriptOutput {
            uploads.append(body)
            return .created(
                UploadManuscriptResponse(id: uploads.count), location: "/1", xQueueLength: nil)
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
    }

    private let bench = Bench()

    private var client: BinderyClient {
        let router = BinderyRouter(bench)
        return BinderyClient(
            server: serverForTests, transport: InMemoryTransport { await router.respond(to: $0) })
    }

    private func post(_ path: String, _ type: String, _ body: String) async -> HTTPResponse {
        var request = HTTPRequest("POST", path)
        request.headers = [WireField("Content-Type", type)]
        request.body = Data(body.utf8)
        return await BinderyRouter(bench).respond(to: request)
    }

    @Test func carriesFields() async throws {
        let body = SignInRequest(
            user: "ada & co", password: "a=b+c%\u{e9}\n", keep: true, scopes: ["x y", "z"])
        #expect(try await client.signIn(body: body).get().token == "ada & co")
        let received = try #require(await bench.signIns.first)
        #expect(received.password == "a=b+c%\u{e9}\n")
        #expect(received.keep == true)
        #expect(received.scopes == ["x y", "z"])
    }

    @Test func writesWhatOthersRead() throws {
        var request = HTTPRequest("POST", "/")
        try request.setForm(SignInRequest(user: "a b", password: "&", keep: nil))
        #expect(
            request.body.map { String(decoding: $0, as: UTF8.self) } == "user=a%20b&password=%26")
        #expect(request.header("Content-Type") == "application/x-www-form-urlencoded")
    }

    @Test func readsWhatOthersWrite() async {
        let type = "application/x-www-form-urlencoded; charset=UTF-8"
        let answer = await post("/v1/session", type, "user=a+b%20c&password=%26&scopes=1&scopes=2")
        #expect(answer.status == 200)
        #expect(await bench.signIns.first?.user == "a b c")
        #expect(await bench.signIns.first?.scopes == ["1", "2"])
    }

    @Test(arguments: [
        ("user=ada", "body.password", "is missing"),
        ("user=a&password=b", "body.user", "is shorter than 3 characters"),
        ("user=ada&user=eve&password=b", "body.user", "is there more than once"),
        ("user=ada&password=b&keep=perhaps", "body.keep", "'perhaps' is not of type Bool"),
    ])
    func saysWhatIsWrong(_ body: String, _ place: String, _ reason: String) async throws {
        let answer = await post("/v1/session", "application/x-www-form-urlencoded", body)
        #expect(answer.status == 400)
        let error = try JSONDecoder().decode(InputError.self, from: answer.body)
        #expect(error == InputError(place: place, reason: reason))
    }

    @Test func carriesFiles() async throws {
        let bytes = Data((0...255).map { UInt8($0) }) + Data("\r\n--part-\r\n\r\n".utf8)
        let body = UploadManuscriptRequest(
            title: "\u{c4}, \"B\"\r\nC", copies: 2, binding: .leather,
            text: FormFile(bytes, name: "a \"b\".txt", mediaType: "text/plain"),
            plates: [FormFile(Data(), name: "1"), FormFile(Data("2".utf8), name: "2")],
            address: Address(city: "Basel", street: nil))
        #expect(try await client.uploadManuscript(body: body).get().id == 1)
        let received = try #require(await bench.uploads.first)
        #expect(received.title == body.title)
        #expect(received.copies == 2)
        #expect(received.binding == .leather)
        #expect(received.text == body.text)
        #expect(received.plates == body.plates)
        #expect(received.address?.city == "Basel")
    }

    /// A line break of CR and LF is one letter to Swift, and the end of a header to a server.
    @Test func aFilesNameEndsNoLine() async throws {
        func upload(_ file: FormFile) async throws -> FormFile? {
            let body = UploadManuscriptRequest(title: "T", text: file)
            _ = try await client.uploadManuscript(body: body).get()
            return await bench.uploads.last?.text
        }
        let cunning = FormFile(Data("1".utf8), name: "a\r\nContent-Type: text/html\r\n\r\nb")
        let received = try #require(try await upload(cunning))
        #expect(received.content == cunning.content)
        #expect(received.name == "a%0D%0AContent-Type: text/html%0D%0A%0D%0Ab")
        await #expect(throws: ClientError.self) {
            try await upload(FormFile(Data(), name: "a", mediaType: "text/csv\r\nX-Y: z"))
        }
    }

    @Test func readsPartsThatOthersWrite() async {
        let body =
            "a line before\r\n--x y\r\ncontent-disposition: form-data; name=title\r\n\r\nT\r\n"
            + "--x y\r\nContent-Type: text/csv\r\n"
            + "Content-Disposition: form-data; filename=\"a;b\"; name=\"text\"\r\n\r\n1,2\r\n--x y--"
        let type = "multipart/form-data; boundary=\"x y\""
        #expect(await post("/v1/manuscripts", type, body).status == 201)
        let text = await bench.uploads.first?.text
        #expect(text == FormFile(Data("1,2".utf8), name: "a;b", mediaType: "text/csv"))
    }

    @Test(arguments: [
        "", "--b", "--b\r\n\r\n--b--", "--b\r\n\r\n\r\n--b\r\n", "b", "--b\r\n[]--b--",
    ])
    func refusesWhatHasNoParts(_ body: String) async throws {
        let type = "multipart/form-data; boundary=b"
        let answer = await post("/v1/manuscripts", type, body)
        #expect(answer.status == 400)
        let fault = try JSONDecoder().decode(InputError.self, from: answer.body)
        #expect(fault.place == "body")
        #expect(await post("/v1/manuscripts", "multipart/form-data", body).status == 400)
        #expect(await post("/v1/manuscripts", "application/json", "{}").status == 415)
    }
}
