import JSONText
import Testing

/// One sin and what it means.
struct Repaired: Sendable, CustomStringConvertible {
    var text: String
    /// Values as `show` writes them, separated by blanks.
    var values: String
    var kinds: [JSONDocument.RepairKind]

    init(_ text: String, _ values: String, _ kinds: JSONDocument.RepairKind...) {
        self.text = text
        self.values = values
        self.kinds = kinds
    }

    var description: String { text }
}

@Suite struct JSONRepairTests {
    static let cases: [Repaired] = [
        Repaired(#"{"a": [1, 2,], }"#, #"{"a":[1,2]}"#, .trailingComma, .trailingComma),
        Repaired("[1,, 2]", "[1,2]", .doubleComma),
        Repaired("{\n\"a\": \"x\"\n\"b\": 2\n}", #"{"a":"x","b":2}"#, .missingComma),
        Repaired(
            "{\n  \"a\": 1, // first\n  # above\n  \"b\": 2 /* second */\n}",
            #"{"a":1 (first),"b":2 (above second)}"#, .comment, .comment, .comment),
        Repaired("[1, ...]", "[1,...]", .elision),
        Repaired("[{\"a\": …}, …]", #"[{"a":...},...]"#, .elision, .elision),
        Repaired("{\n \"a\": 1,\n ...\n}", #"{"a":1}"#, .elision),
        Repaired("{\n \"a\": 1\n // ...\n}", #"{"a":1}"#, .comment, .elision),
        Repaired("{'a': 'it'}", #"{"a":"it"}"#, .singleQuotes, .singleQuotes),
        Repaired("{“a”: “b”}", #"{"a":"b"}"#, .singleQuotes, .singleQuotes),
        Repaired("{a: 1}", #"{"a":1}"#, .unquotedKey),
        Repaired(
            "{\"skip\": int, \"users\": [user, ...]}",
            #"{"skip":<<int>>,"users":[<<user>>,...]}"#, .bareWord, .bareWord, .elision),
        Repaired("{\"a\": string|null}", #"{"a":<<string|null>>}"#, .bareWord),
        Repaired("{\"a\": \"on\" | \"off\"}", #"{"a":<<"on" | "off">>}"#, .bareWord),
        Repaired("{\"id\": <uuid>}", #"{"id":<<<uuid>>>}"#, .placeholder),
        Repaired("{\"id\": {id}, \"b\": {}}", #"{"id":<<{id}>>,"b":{}}"#, .placeholder),
        Repaired("{\"id\": {{ page.id }}}", #"{"id":<<{{ page.id }}>>}"#, .template),
        Repaired("<%= sample :user %>", "<<<%= sample :user %>>>", .template),
        Repaired("{ \"a\": [ {}, {} } }", #"{"a":[{},{}]}"#, .mismatchedBracket),
        Repaired("[{\"a\": 1 ]", #"[{"a":1}]"#, .mismatchedBracket),
        Repaired("{\n {\"a\": 1},\n}", #"[{"a":1}]"#, .mismatchedBracket, .trailingComma),
        Repaired("{\"a\": {\"b\": 1", #"{"a":{"b":1}}"#, .truncated),
        Repaired("{\"a\": 1}}", #"{"a":1}"#, .extraBracket),
        Repaired(")]}'\n{\"a\": 1}", #"{"a":1}"#, .guardPrefix),
        Repaired("{\"a\": 1}\n{\"a\": 2}", #"{"a":1} {"a":2}"#, .severalDocuments),
        Repaired("{\"a\": \"one\ntwo\"}", #"{"a":"one\ntwo"}"#, .controlCharacter),
        Repaired("{\"a\": \"x,\n\"b\": 1}", #"{"a":"x","b":1}"#, .missingQuote),
        Repaired("{\"a: \"x\"}", #"{"a":"x"}"#, .missingQuote),
        Repaired("{a\": 1}", #"{"a":1}"#, .missingQuote),
        Repaired("{\"a\" [1]}", #"{"a":[1]}"#, .missingColon),
        Repaired("{\"a\":\n\"b\": 1}", #"{"a":...,"b":1}"#, .missingValue),
        Repaired("\"a\": {\"b\": 1}", #"{"a":{"b":1}}"#, .missingBrace),
        Repaired("[{\"a\": 1}, \"b\": 2}, {}]", #"[{"a":1},{"b":2},{}]"#, .missingBrace),
        Repaired(#"{"a": "C:\Windows"}"#, #"{"a":"C:\\Windows"}"#, .badEscape),
        Repaired(
            "[007, 1., +1, NaN]", "[007,1.,+1,NaN]", .badNumber, .badNumber, .badNumber,
            .badNumber),
        Repaired("{\"a\": \"x\"\"}", #"{"a":"x"}"#, .extraQuote),
        Repaired("[1]\n{% end %}", "[1] <<{% end %}>>", .template),
        Repaired("{\"at\": 2020-01-01}", #"{"at":<<2020-01-01>>}"#, .bareWord),
        Repaired("{\"a\": \"say \"hi\" now\"}", #"{"a":"say \"hi\" now"}"#, .badEscape, .badEscape),
        Repaired("{\"a\": True, \"b\": None}", #"{"a":true,"b":null}"#, .bareWord, .bareWord),
        Repaired("GET /users?a=b HTTP/1.1\nHost: x\n\n{\"a\": 1}", #"{"a":1}"#, .httpHead),
        Repaired("Status: 201 Created\n\n[1]", "[1]", .httpHead),
    ]

    @Test(arguments: cases) func repairs(_ item: Repaired) {
        let document = readJSON(item.text)
        #expect(document.failure == nil)
        #expect(document.values.map(show).joined(separator: " ") == item.values)
        #expect(document.repairs.map(\.kind) == item.kinds)
    }

    @Test(arguments: [
        "curl -X POST https://example.org -d '{\"a\": 1}'", "<user><id>1</id></user>",
        "The reply is {\"a\": 1}.", "", "[note] see below", "function (a) { return {b: 1} }",
        "name=root&password=x", "key: value", "{ const x = 1; }", "\"quoted\" words", "-- none --",
    ])
    func refuses(_ text: String) {
        let document = readJSON(text)
        #expect(document.failure != nil)
        #expect(document.values == [])
    }

    @Test func headsKeepTheirParts() {
        let document = readJSON(
            "POST /users HTTP/1.1\nAccept: text/plain\n\n{}\n\nHTTP/1.1 201 Created\nETag: \"x\"\n")
        #expect(document.heads.count == 2)
        #expect(document.values.count == 1)
        guard case .request(let method, let target, _) = document.heads[0].line else {
            Issue.record("no request line")
            return
        }
        #expect(method == "POST")
        #expect(target == "/users")
        #expect(document.heads[0].headers.map(\.name) == ["Accept"])
        guard case .status(let code, let reason, _) = document.heads[1].line else {
            Issue.record("no status line")
            return
        }
        #expect(code == 201)
        #expect(reason == "Created")
        #expect(document.heads[1].headers.map(\.value) == ["\"x\""])
    }

    /// A bracket that nothing closes is no bracket; looking for its end is given up in time.
    @Test func openBracketsInWords() {
        #expect(words("[a < b, c(d, e), f]") == ["a < b", "c(d, e)", "f"])
        let many = readJSON("[" + String(repeating: "a < b, ", count: 20_000) + "c]")
        #expect(many.repairs.count == 20_001)
    }

    private func words(_ text: String) -> [String] {
        guard case .array(let items)? = readJSON(text).values.first?.node else { return [] }
        return items.map(show).map { $0.replacing("<<", with: "").replacing(">>", with: "") }
    }

    @Test func nestingHasALimit() {
        let document = readJSON(String(repeating: "[", count: 100_000))
        #expect(document.failure != nil)
    }
}
