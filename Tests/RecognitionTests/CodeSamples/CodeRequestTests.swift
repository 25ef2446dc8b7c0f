import Testing

@testable import Recognition

private func read(_ code: String, _ language: String? = nil) -> CodeRequest? {
    readCodeRequest(Array(code.utf8), language: language)
}

private func line(_ request: CodeRequest?) -> String {
    guard let request else { return "-" }
    return "\(request.method?.rawValue ?? "?") \(request.url ?? "?")"
}

private func text(_ body: CodeBody?) -> String? {
    body.map { String(decoding: $0.bytes, as: UTF8.self) }
}

@Suite struct CurlTests {
    @Test(arguments: [
        ("curl https://x.io/a", "GET https://x.io/a"),
        ("$ curl -X PUT 'https://x.io/a'", "PUT https://x.io/a"),
        ("curl -XDELETE https://x.io/a", "DELETE https://x.io/a"),
        ("curl \"https://x.io/a\" \\\n  -d '{}'", "POST https://x.io/a"),
        ("curl -sH 'A-B: c' 'HOST_URL/a'", "GET HOST_URL/a"),
        ("curl -I https://x.io", "HEAD https://x.io"),
        ("curl https://x.io \\\n -X PATCH \\\n", "PATCH https://x.io"),
        ("curl --json '{}' https://x.io", "POST https://x.io"),
        ("curl --request=POST --url https://x.io/b", "POST https://x.io/b"),
        ("curl -u a:b --digest \"https://x.io\"", "GET https://x.io"),
        ("cf curl /v3/a/:b", "GET /v3/a/:b"),
        ("# a remark\ncurl https://x.io/c | jq .", "GET https://x.io/c"),
        ("curl -X \"POST\" \"https://x.io/\" \\ -H 'a: b'", "POST https://x.io/"),
        ("curl https://x.io\n  -X POST", "POST https://x.io"),
        ("curl http://adm:pass@h:1/db", "GET http://h:1/db"),
        ("curl -T f https://x.io", "PUT https://x.io"),
        ("curl -F 'a=@b' https://x.io", "POST https://x.io"),
        ("curl -iX POST https://x.io", "POST https://x.io"),
        ("use curl to do it", "GET to"), ("curl", "-"),
        ("cat ~/a.json | gzip | curl -X POST H/a", "POST H/a"),
        ("curl \\\n  -X POST 'H/a' \\\n  --data-binary '[]'", "POST H/a"),
    ])
    func readsCommands(code: String, expected: String) {
        #expect(line(read(code, "bash")) == expected, "\(code)")
    }

    @Test func readsHeadersAndBody() {
        let code =
            "curl -X POST \"https://x.io/a\" \\\n -H 'Authorization: Token 123' \\\n -d $'{\n \"a\": \"b\"\n}'"
        let request = read(code, "bash")
        #expect(request?.header("authorization") == "Token 123")
        #expect(text(request?.body) == "{\n \"a\": \"b\"\n}")
        #expect(request?.body?.isVerbatim == true)
        let range = request?.body?.range ?? 0..<0
        #expect(Array(code.utf8)[range].elementsEqual("{\n \"a\": \"b\"\n}".utf8))
    }

    @Test func readsCredentials() {
        #expect(read("curl -u a:b https://x.io")?.credentials == .basic)
        #expect(read("curl -i -u \"{A}:{B}\" --digest \"https://x.io\"")?.credentials == .digest)
        #expect(read("curl http://a:b@x.io")?.credentials == .basic)
        #expect(read("curl https://x.io")?.credentials == nil)
        #expect(
            read("curl --oauth2-bearer abc https://x.io")?.header("Authorization") == "Bearer abc")
    }

    @Test func dataIsTheQueryOfAGet() {
        let request = read("curl -G https://x.io/a -d 'b=c' -d d=e")
        #expect(line(request) == "GET https://x.io/a")
        #expect(request?.query.map(\.name) == ["b", "d"])
        #expect(request?.body == nil)
    }
}

@Suite struct HTTPieTests {
    @Test func readsItems() {
        let request = read(
            "http --json POST 'https://x.io/a' \\\n 'Authorization':'Token 1' \\\n name=\"v w\" n:=[1] q==2",
            "bash")
        #expect(line(request) == "POST https://x.io/a")
        #expect(request?.header("Authorization") == "Token 1")
        #expect(request?.query.first?.name == "q")
        #expect(text(request?.body) == "{\"name\": \"v w\", \"n\": [1]}")
    }

    @Test(arguments: [
        ("http https://x.io/a", "GET https://x.io/a"), ("http x.io/a b=c", "POST x.io/a"),
        ("http PUT :8000/a", "PUT :8000/a"),
        ("http is a protocol", "-"), ("$ http DELETE https://x.io/a", "DELETE https://x.io/a"),
    ])
    func readsCommands(code: String, expected: String) {
        #expect(line(read(code, "shell")) == expected)
    }
}

@Suite struct HTTPMessageTests {
    @Test func readsAMessage() {
        let request = read(
            "POST /a/b?c=d HTTP/1.1\nHost: x.io\nAccept: application/json\n\n{\"a\": 1}\n\nHTTP/1.1 200 OK\n",
            "http")
        #expect(line(request) == "POST /a/b?c=d")
        #expect(request?.header("host") == "x.io")
        #expect(text(request?.body) == "{\"a\": 1}")
        #expect(request?.body?.isVerbatim == true)
    }

    @Test(arguments: [
        ("GET https://x.io/a HTTP/1.1\nHost: y\n", "GET https://x.io/a"), ("GET /a", "GET /a"),
        ("\n  DELETE /a/{b}\n", "DELETE /a/{b}"),
        ("HTTP/1.1 200 OK\n\n{}", "-"), ("{\"a\": 1}", "-"), ("POST /a\n{\"a\": 1}", "POST /a"),
        ("GET the thing\n", "-"),
    ])
    func readsRequestLines(code: String, expected: String) {
        #expect(line(read(code, "json")) == expected)
    }

    @Test func aBodyMayFollowAtOnce() {
        #expect(text(read("POST /a\n{\"a\": 1}", "json")?.body) == "{\"a\": 1}")
    }
}
