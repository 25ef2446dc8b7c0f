import CaseSupport
import Foundation
import Testing

@testable import Recognition

private func read(_ code: String, _ language: String? = nil) -> CodeRequest? {
    readCodeRequest(Array(code.utf8), language: language)
}

private func line(_ request: CodeRequest?) -> String {
    guard let request else { return "-" }
    return "\(request.method?.rawValue ?? "?") \(request.url ?? "?")"
}

@Suite struct ProgramTests {
    @Test(arguments: [
        (
            "python",
            "# GET https://no.io\nresponse = requests.get(\n  url=\"https://x.io/a\",\n headers={\"Authorization\": \"Token 1\"},\n)",
            "GET https://x.io/a"
        ),
        ("python", "r = requests.post('https://x.io/a', headers = headers)", "POST https://x.io/a"),
        ("python", "requests.request(\"PUT\", \"https://x.io/a\")", "PUT https://x.io/a"),
        (
            "javascript",
            "const o = { hostname: 'x.io', port: '443', path: '/a/', method: 'PATCH', headers: {} };",
            "PATCH https://x.io/a/"
        ),
        (
            "javascript", "fetch('https://x.io/a',\n{\n method: 'DELETE',\n headers: headers\n})",
            "DELETE https://x.io/a"
        ),
        ("javascript", "fetch('/a/b').then(f)", "GET /a/b"),
        ("javascript", "axios.post('https://x.io/a', {})", "POST https://x.io/a"),
        (
            "ruby", "result = RestClient.get 'https://x.io/a',\n  params: {\n  }, headers: headers",
            "GET https://x.io/a"
        ),
        (
            "php", "$response = $client->request('GET','https://x.io/a', array(",
            "GET https://x.io/a"
        ),
        (
            "java", "URL obj = new URL(\"https://x.io/a\");\ncon.setRequestMethod(\"GET\");",
            "GET https://x.io/a"
        ),
        (
            "go", "req, err := http.NewRequest(\"GET\", \"https://x.io/a\", data)",
            "GET https://x.io/a"
        ),
        ("python", "print('nothing')", "-"),
        ("typescript", "// this.makeRequest('a', 'GET', null);", "-"),
        ("javascript", "console.log('https')", "-"), ("go", "package main", "-"),
    ])
    func readsPrograms(language: String, code: String, expected: String) {
        #expect(line(read(code, language)) == expected, "\(code)")
    }

    @Test func readsHeadersOfAllLanguages() {
        let codes = [
            ("python", "requests.get('https://x.io', headers={'Authorization': 'Bearer 1'})"),
            ("ruby", "h = { 'Authorization' => 'Bearer 1' }\nRestClient.get 'https://x.io'"),
            (
                "java",
                "new URL(\"https://x.io\"); con.setRequestProperty(\"Authorization\", \"Bearer 1\");"
            ),
            (
                "go",
                "h := map[string][]string{\"Authorization\": []string{\"Bearer 1\"},}\nhttp.NewRequest(\"GET\", \"https://x.io\", d)"
            ),
            (
                "javascript",
                "o = {hostname: 'x.io', path: '/', headers: {\"Authorization\":\"Bearer 1\"}}"
            ),
        ]
        for (language, code) in codes {
            #expect(read(code, language)?.header("authorization") == "Bearer 1", "\(language)")
        }
    }

    @Test func readsBodiesAndParameters() {
        let node =
            "o = {hostname: 'x.io', path: '/', method: 'POST'}\nrequest.write(\"{\\\"a\\\":\\\"b\\\"}\")"
        #expect(
            read(node, "javascript").map { String(decoding: $0.body?.bytes ?? [], as: UTF8.self) }
                == "{\"a\":\"b\"}")
        let python =
            "requests.post('https://x.io', params={'c': 'string'}, data=json.dumps({\"a\": 1}))"
        #expect(read(python, "python")?.body?.bytes == Array("{\"a\": 1}".utf8))
        #expect(read(python, "python")?.query.first?.name == "c")
    }

    /// Every language of a page calls the same operation; what a tool implies is not compared,
    /// since pages send bodies with GET and leave the method out.
    @Test func samplesOfAPageAgree() throws {
        guard let shared = sharedFolder() else {
            print("samplesOfAPageAgree: skipped (no ../shared)")
            return
        }
        let seeds = shared.appendingPathComponent("seeds")
        for name in try FileManager.default.contentsOfDirectory(atPath: seeds.path).sorted() {
            let page = try String(contentsOf: seeds.appendingPathComponent(name), encoding: .utf8)
            let found = blocks(of: page).compactMap {
                readCodeRequest($0.code, language: $0.language)
            }
            .filter { $0.methodRange != nil && $0.url?.contains("?ask=") != true }
            #expect(Set(found.map { line($0) }).count <= 1, "\(name) \(found.map { line($0) })")
        }
    }

    private func blocks(of page: String) -> [(language: String, code: [UInt8])] {
        var blocks: [(language: String, code: [UInt8])] = []
        var open: (language: String, lines: [Substring])?
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("```") || line.hasPrefix("~~~") else {
                open?.lines.append(line)
                continue
            }
            if let block = open {
                blocks.append((block.language, Array(block.lines.joined(separator: "\n").utf8)))
                open = nil
            } else {
                open = (line.dropFirst(3).trimmingCharacters(in: .whitespaces), [])
            }
        }
        return blocks
    }
}
