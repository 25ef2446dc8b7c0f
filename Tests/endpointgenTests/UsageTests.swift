import EndpointGenerator
import Foundation
import Testing

@Suite struct UsageTests {
    @Test func saysWhatItIs() throws {
        try withFolder { folder in
            let version = try endpointgen(["--version"], in: folder)
            #expect(version.status == 0)
            #expect(version.output.hasPrefix("endpointgen 0."))
        }
    }

    @Test(arguments: [
        "generate", "check", "watch", "show", "explain", "openapi", "diff", "changelog",
        "coverage", "lint", "reference", "compile", "link",
    ])
    func everyVerbHasAnExample(verb: String) throws {
        try withFolder { folder in
            let help = try endpointgen([verb, "--help"], in: folder)
            #expect(help.status == 0)
            #expect(help.output.hasPrefix("usage: endpointgen \(verb)"))
            #expect(help.output.contains("\nexample:\n  endpointgen \(verb)"))
            #expect(help.complaints == "")
        }
    }

    @Test(arguments: [
        ([], "nothing to do"),
        (["frob"], "there is no command 'frob'"),
        (["generate", "a", "b"], "one folder or page at a time"),
        (["generate", "--emit", "models,java"], "there is no output 'java'"),
        (["generate", "--output"], "'--output' needs a value"),
        (["check", "--force"], "there is no option '--force'"),
        (["show", "everything", "a.md"], "there is no stage 'everything'"),
        (["openapi"], "openapi needs a page or a folder of pages"),
        (["explain", "a.md"], "explain needs a page and a fact"),
        (["compile", "a.md"], "compile needs '-o FILE'"),
        (["compile", "a.md", "b.md", "-o", "c"], "compile needs a page"),
        (["link", "a.api.json"], "link needs compiled pages and '-o DIR'"),
        (["link", "a.api.json", "-o", "A", "--emit", "java"], "there is no output 'java'"),
    ])
    func wrongUsageIsStatusTwo(arguments: [String], message: String) throws {
        try withFolder { folder in
            let outcome = try endpointgen(arguments, in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.output == "")
            #expect(outcome.complaints.hasPrefix("endpointgen: error: \(message)"))
            #expect(outcome.complaints.contains(" [usage]\nusage: endpointgen "))
        }
    }
}
