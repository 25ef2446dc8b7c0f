import EndpointGenerator
import Testing

@Suite struct ConfigurationTests {
    @Test(arguments: [
        (#"{"nmae": "A"}"#, "1:2: error: unknown key 'nmae'; known are access, hashable"),
        (#"{"name": ""}"#, "1:10: error: a name is letters, digits, '_', '-', '.' and spaces"),
        (#"{"name": "../../x"}"#, "1:10: error: a name is letters"),
        (#"{"access": "open"}"#, "1:12: error: this is one of public, package, internal"),
        (#"{"hashable": 1}"#, "1:14: error: this is true or false"),
        (#"{"outputs": []}"#, "1:13: error: outputs are an array that is not empty"),
        (#"{"outputs": ["docs"]}"#, "1:14: error: this is one of models, client"),
        (#"{"name": "A",}"#, "1:13: error: this is not JSON: "),
        ("[]", "1:1: error: this is not an object"),
        ("", "1:1: error: this is not JSON: "),
    ])
    func mistakesHaveAPlace(text: String, complaint: String) {
        let generation = generate(pages(configuredBy: text))
        let lines = generation.findings.rendered(inColor: false)
        #expect(lines.count == 1)
        #expect(lines[0].hasPrefix("Specs/A/endpointgen.json:" + complaint), "\(lines[0])")
        #expect(lines[0].contains(" [configuration]\n"))
        #expect(generation.outcome == .misconfigured)
    }

    @Test func aNameIsTaken() {
        let configuration = #"{"name": "Key Store", "outputs": ["openapi"], "hashable": true}"#
        let generation = generate(pages(configuredBy: configuration))
        #expect(generation.name == "Key Store")
        #expect(generation.files.map(\.path) == ["openapi.json", "api.json"])
        #expect(generation.outcome == .done)
    }

    /// `--emit` is for this run, the configuration for all.
    @Test func theCommandLineComesFirst() {
        let pages = pages(configuredBy: #"{"outputs": ["models"]}"#)
        let files = generate(pages, Choices(outputs: ["openapi"])).files
        #expect(files.map(\.path) == ["openapi.json", "api.json"])
    }

    private func pages(configuredBy text: String) -> Pages {
        Pages(
            name: "A", folder: "Specs/A/",
            files: [File(path: "keys.md", bytes: Array("# Keys\n\n`GET /keys`\n".utf8))],
            configuration: File(path: "endpointgen.json", bytes: Array(text.utf8)))
    }
}
