import EndpointGenerator
import Testing

/// One leniency: a sample on the page, and what is said about it.
struct ForgivenSample: Sendable, CustomStringConvertible {
    var text: String
    /// Line and column on the page, message and identifier; the sample begins on line 6.
    var notes: [String]

    init(_ text: String, _ notes: String...) {
        self.text = text
        self.notes = notes
    }

    var description: String { text }
}

@Suite struct SampleNotesTests {
    static let samples: [ForgivenSample] = [
        ForgivenSample(
            #"{"a": "C:\Windows"}"#,
            #"6:10: note: '\W' is no JSON escape; read as it stands [json-bad-escape]"#),
        ForgivenSample(
            "[007]", "6:2: note: '007' is no JSON number; its spelling is kept [json-bad-number]"),
        ForgivenSample(
            "{\"a\": string}", "6:7: note: 'string' stands without quotes [json-bare-word]"),
        ForgivenSample(
            "[1] // one", "6:5: note: JSON has no comments: '// one' [json-comment]"),
        ForgivenSample(
            "{\"a\": \"one\ttwo\"}",
            "6:11: note: a line break, tab or control character stands inside the text"
                + " [json-control-character]"),
        ForgivenSample(
            "[1,, 2]",
            "6:4: note: nothing stands before this comma; skipped [json-double-comma]"),
        ForgivenSample(
            "[1, ...]", "6:5: note: something is left out here: '...' [json-elision]"),
        ForgivenSample("[1]\n}", "7:1: note: '}' closes nothing; skipped [json-extra-bracket]"),
        ForgivenSample(
            "{\"a\": \"x\"\"}",
            "6:10: note: nothing opens with this quote; skipped [json-extra-quote]"),
        ForgivenSample(
            ")]}'\n[1]",
            "6:1: note: ')]}'' keeps browsers from running the JSON; skipped, as clients have to do"
                + " [json-guard-prefix]"),
        ForgivenSample(
            "HTTP/1.1 200 OK\n\n[1]",
            "6:1: note: a message head stands before the body: 'HTTP/1.1 200 OK' [json-http-head]"
        ),
        ForgivenSample(
            "[{\"a\": 1 ]",
            "6:10: note: ']' does not match the bracket that is open [json-mismatched-bracket]"),
        ForgivenSample(
            "\"a\": 1", "6:1: note: braces are missing around '\"a\"' [json-missing-brace]"),
        ForgivenSample(
            "{\"a\" [1]}", "6:2: note: a colon is missing after '\"a\"' [json-missing-colon]"),
        ForgivenSample(
            "[1\n2]", "7:1: note: a comma is missing before '2' [json-missing-comma]"),
        ForgivenSample(
            "{\"a\": \"x,\n\"b\": 1}",
            "6:7: note: a quote is missing: '\"x' [json-missing-quote]"),
        ForgivenSample(
            "{\"a\": }", "6:2: note: a value is missing after '\"a\"' [json-missing-value]"),
        ForgivenSample(
            "{\"a\": <uuid>}", "6:7: note: '<uuid>' is a placeholder [json-placeholder]"),
        ForgivenSample(
            "[1]\n[2]", "7:1: note: a second value begins with '[' [json-several-documents]"),
        ForgivenSample(
            "['a']", "6:2: note: ''' is no quote of JSON; read as one [json-single-quotes]"),
        ForgivenSample(
            "[{{ name }}]",
            "6:2: note: '{{ name }}' is filled in by a template [json-template]"),
        ForgivenSample(
            "[1,]", "6:3: note: nothing follows this comma; skipped [json-trailing-comma]"),
        ForgivenSample(
            "[1", "6:3: note: the text ends before its brackets close [json-truncated]"),
        ForgivenSample(
            "{a: 1}", "6:2: note: the key 'a' stands without quotes [json-unquoted-key]"),
        ForgivenSample(
            "{\"a\": 1, \"b\": =}", "6:15: note: '=}' is no value [json-unreadable]"),
        ForgivenSample(
            "function (a) {", "6:1: note: 'function (a) {' begins no JSON value [json-unreadable]"),
        ForgivenSample("", "6:1: note: there is no value [json-unreadable]"),
    ]

    /// Every leniency is said, with its place and in its own words.
    @Test(arguments: samples) func eachRepairIsANote(_ sample: ForgivenSample) {
        #expect(headings(of: show(.claims, of: page(sample.text)).findings) == sample.notes)
    }

    @Test func noTwoLenienciesShareAWording() {
        let wordings = Self.samples.flatMap(\.notes).map { note in
            note.drop { $0 != "[" }
        }
        #expect(Set(wordings).count == 25)
    }

    /// Many repairs of one page are one line when something is generated.
    @Test func repairsOfAPageFold() {
        let printout = show(.claims, of: page("{'a': 1, b: 2, 'c': 3,}"))
        #expect(printout.findings.rendered(inColor: false).count == 4)
        #expect(
            headings(of: printout.findings.folded) == [
                "6:2: note: samples of this page are JSON after 4 repairs: 2 single-quotes, "
                    + "1 trailing-comma, 1 unquoted-key; 'endpointgen show claims' lists each"
                    + " [json-repairs]"
            ])
    }

    /// One repair says more than that there was one; and what is not read is never folded away.
    @Test func whatIsRareStaysAsItIs() {
        let findings = show(.claims, of: page("{'a': 1, \"b\": =}")).findings
        #expect(findings.folded.rendered(inColor: false) == findings.rendered(inColor: false))
    }

    /// What a block's language has is no sin in it.
    @Test(arguments: [
        ("jsonc", "[1, // one\n]"), ("json5", "{a: 'x', /* two */ b: +1,}"),
        ("js", "{a: 'x'} // one"), ("http", "HTTP/1.1 200 OK\n\n[1]"), ("text", "just words"),
    ])
    func languagesAllow(language: String, text: String) {
        let findings = show(.claims, of: page(text, in: language)).findings
        #expect(findings.rendered(inColor: false) == [])
    }

    /// Also in the body of a call, at its place in the command.
    @Test func bodiesOfCallsAreSamples() {
        let call = "curl -X POST https://api.example.org/keys -d '{\n  \"a\": 1,\n}'"
        let findings = show(.claims, of: page(call, in: "sh")).findings
        #expect(
            headings(of: findings) == [
                "7:9: note: nothing follows this comma; skipped [json-trailing-comma]"
            ])
    }

    /// An attribute list below a fence is no code.
    @Test func attributesAreNoCode() {
        let findings = show(.claims, of: page("[1]", below: "{: title=\"Response\" }")).findings
        #expect(findings.rendered(inColor: false) == [])
    }

    private func page(_ text: String, in language: String = "json", below: String = "") -> Pages {
        let text = "# Show a key\n\n`GET /key`\n\n```\(language)\n\(text)\n```\n\(below)\n"
        return Pages(
            name: "Keys", folder: "", files: [File(path: "keys.md", bytes: Array(text.utf8))])
    }

    /// The first line of each, without the page's name.
    private func headings(of findings: Findings) -> [String] {
        findings.rendered(inColor: false).map { text in
            let line = text.prefix { $0 != "\n" }
            return String(line.hasPrefix("keys.md:") ? line.dropFirst("keys.md:".count) : line)
        }
    }
}
