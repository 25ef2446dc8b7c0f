import APIModel
import Testing

@testable import Recognition

@Suite struct PathTests {
    @Test(arguments: [
        ("/a/{b}/c", "/a/{b}/c"), ("/a/:b", "/a/{b}"), ("/a/<b>/c", "/a/{b}/c"),
        ("/a/&lt;b&gt;/c", "/a/{b}/c"),
        ("/a/&ltb&gt/c", "/a/{b}/c"), ("/a/(b)/c", "/a/{b}/c"), ("/a/(int:b)", "/a/{b}"),
        ("/a/[b]", "/a/{b}"),
        ("/a/{organization id}/c", "/a/{organization id}/c"), ("/a/{b.id}", "/a/{b.id}"),
        ("/a/{ORG-ID}/u", "/a/{ORG-ID}/u"),
        (
            "<API URL>/a/{organization id}/u?fields=string&$skip=int",
            "<API URL> /a/{organization id}/u fields=string $skip=int"
        ),
        ("https://x.io/a/b/", "https://x.io /a/b/"), ("/a/b.", "/a/b"), ("/a/{+path}", "/a/{path}"),
        ("/a{?x,y}", "/a x y"), ("/a/{b}:{c}", "/a/{b}:{c}"), ("{baseUrl}/a", "{baseUrl} /a"),
        ("/a/{b}.json", "/a/{b}.json"), ("/a/&lt;b&gt;", "/a/{b}"), ("/", "/"),
        ("/a?x=<y>&z", "/a x=<y> z"),
        ("/a/<uuid:b>/", "/a/{b}/"), ("/a/b:cancel", "/a/b:cancel"),
        ("/a/:b-id/:c", "/a/{b-id}/{c}"),
        ("https://x.io", "https://x.io /"), ("a sentence", "-"), ("`/a/b`", "/a/b"),
        ("/a/{{b}}/c", "/a/{b}/c"),
        ("https://{host}:8080/a", "https://{host}:8080 /a"), ("$HOST/a/b", "$HOST /a/b"),
        ("v1/a/b", "v1/a/b"),
        ("/a(b)", "/a{b}"), ("/a/:b/c?d=1,2", "/a/{b}/c d=1,2"), ("and / or", "-"),
        ("//comment", "-"),
        ("/a/_all_docs", "/a/_all_docs"), ("/a/{b}/*", "/a/{b}/*"),
    ])
    func readsTargets(text: String, expected: String) {
        #expect(target(readPath(text)) == expected, "\(text)")
    }

    @Test(arguments: [
        ("GET /a/{b}", "GET /a/{b}"), ("POST /a HTTP/1.1", "POST /a"),
        ("`DELETE /a/:b`", "DELETE /a/{b}"),
        ("GET the user", "-"), ("GET", "-"), ("Get /a", "-"), ("GET /a to list", "-"),
        ("PUT https://x.io/a", "PUT https://x.io /a"),
        ("GET <API URL>/a?b=int", "GET <API URL> /a b=int"), ("PATCH: /a", "PATCH /a"),
        ("POST `/a`", "POST /a"),
        ("GET and/or", "GET and/or"), ("GETS /a", "-"), ("OPTIONS /", "OPTIONS /"),
        ("COPY /{db}/{docid}", "COPY /{db}/{docid}"),
        ("HEAD /a/&lt;b&gt;/", "HEAD /a/{b}/"), ("GET /a.", "GET /a"), ("[GET /a]", "GET /a"),
        ("POST a request", "-"),
        ("DELETE /a/{id}?force=true", "DELETE /a/{id} force=true"), ("GET /a, then POST /b", "-"),
    ])
    func readsRequestLines(text: String, expected: String) {
        let line = readRequestLine(text)
        let found = line.map { $0.method.rawValue + " " + target($0.path) } ?? "-"
        #expect(found == expected, "\(text)")
    }

    private func target(_ path: PathPhrase?) -> String {
        guard let path else { return "-" }
        var text = path.server.map { $0 + " " } ?? ""
        text += path.template.text
        for item in path.query { text += " " + item.name + (item.value.map { "=" + $0 } ?? "") }
        return text
    }
}
