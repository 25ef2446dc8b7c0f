import CaseSupport
import Foundation
import Testing

/// Pages that are compiled one by one and linked give what their folder gives at once.
@Suite struct CompileTests {
    @Test func ourPagesLinkToWhatIsGenerated() throws {
        let specs = packageFolder.appendingPathComponent("Specs")
        let names = try FileManager.default.contentsOfDirectory(atPath: specs.path)
        let folders = names.filter { !$0.hasPrefix(".") }.sorted()
        #expect(folders.count >= 5)
        for name in folders { try compare(specs.appendingPathComponent(name), named: name) }
    }

    @Test(arguments: ["crux-docs", "docker-1.24"])
    func sitesLinkToWhatIsGenerated(corpus: String) throws {
        guard let shared = sharedFolder() else {
            print("linked sites: skipped (no ../shared)")
            return
        }
        let pages = shared.appendingPathComponent("corpus/\(corpus)/pages")
        try compare(pages, named: "Site")
    }

    @Test func theOrderOfRecordsDoesNotShow() throws {
        try withFolder(twoPages) { folder in
            try compile("docs/a.md", in: folder)
            try compile("docs/b.md", in: folder)
            let one = try endpointgen(
                ["link", "a.api.json", "b.api.json", "-o", "One"], in: folder)
            #expect(one.status == 0, "\(one.complaints)")
            try write("b.api.json\na.api.json\n", to: "list", in: folder)
            let two = try endpointgen(["link", "@list", "-o", "two/One"], in: folder)
            #expect(two.status == 0, "\(two.complaints)")
            #expect(try contents(of: "One", in: folder) == contents(of: "two/One", in: folder))
        }
    }

    @Test func aRecordDependsOnItsPageAlone() throws {
        try withFolder(["docs/a.md": smallPage, "elsewhere/docs/a.md": smallPage]) { folder in
            try compile("docs/a.md", in: folder)
            let here = try text("a.api.json", in: folder)
            try compile("docs/a.md", in: folder.appendingPathComponent("elsewhere"))
            #expect(try text("elsewhere/a.api.json", in: folder) == here)
            #expect(here.hasPrefix("{\"endpointgen\":\""))
            #expect(!here.contains("docs") && !here.contains(folder.lastPathComponent))
        }
    }

    @Test func aRecordIsJSON() throws {
        try withFolder(["docs/a.md": smallPage]) { folder in
            try compile("docs/a.md", in: folder)
            let data = Data(try text("a.api.json", in: folder).utf8)
            let object = try #require(
                try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(
                object.keys.sorted()
                    == ["constructs", "endpointgen", "items", "lines", "notes", "page"])
            #expect(object["page"] as? String == "a.md")
        }
    }

    private func compare(_ pages: URL, named name: String) throws {
        try withFolder { folder in
            let docs = folder.appendingPathComponent(name)
            try FileManager.default.copyItem(at: pages, to: docs)
            let whole = try endpointgen(
                ["generate", name, "--output", "whole", "--emit", everything], in: folder)
            try #require(whole.status <= 1, "\(whole.complaints)")
            var inputs: [String] = []
            for file in files(in: docs) {
                let path = relativePath(file, to: docs)
                guard isPage(path) else { continue }
                if path == "endpointgen.json" || path == "corrections.md" {
                    inputs.append("\(name)/\(path)")
                    continue
                }
                let record = "\(inputs.count).api.json"
                let run = try endpointgen(
                    ["compile", "\(name)/\(path)", "--root", name, "-o", record], in: folder)
                try #require(run.status == 0, "\(run.complaints)")
                inputs.append(record)
            }
            let generated = try FileManager.default.contentsOfDirectory(
                atPath: folder.appendingPathComponent("whole").path)
            let api = try #require(generated.first { !$0.hasPrefix(".") })
            let linked = try endpointgen(
                ["link", "-o", "linked/\(api)", "--emit", everything] + inputs.reversed(),
                in: folder)
            #expect(linked.status == whole.status, "\(linked.complaints)")
            let expected = try contents(of: "whole/\(api)", in: folder)
            let found = try contents(of: "linked/\(api)", in: folder)
            #expect(expected.count > 8)
            #expect(expected.keys.sorted() == found.keys.sorted())
            for (path, bytes) in expected { #expect(found[path] == bytes, "\(name)/\(path)") }
        }
    }

    private let everything = "models,client,server,fixtures,openapi"

    private func isPage(_ path: String) -> Bool {
        let endings = ["md", "markdown", "mdx", "rst", "inc", "txt", "html", "htm", "erb", "yaml"]
        return !path.hasPrefix(".") && !path.contains("/.")
            && (endings + ["yml", "json"]).contains(
                path.split(separator: ".").last.map(String.init))
    }
}

/// What goes wrong with records has one clear line each.
@Suite struct LinkFaultTests {
    /// A status that is none must not be reckoned with.
    @Test(arguments: ["99", "600", "999999999999999999", "-1"])
    func statusThatIsNone(_ status: String) throws {
        try withFolder(["docs/a.md": "`GET /keys`\n\n### Response 200\n"]) { folder in
            try compile("docs/a.md", in: folder)
            let whole = try text("a.api.json", in: folder)
            let broken = whole.replacingOccurrences(of: #""code",200"#, with: #""code",\#(status)"#)
            try #require(broken != whole, "\(whole)")
            try write(Data(broken.utf8), to: "broken.api.json", in: folder)
            let run = try endpointgen(["link", "broken.api.json", "-o", "One"], in: folder)
            #expect(run.status == 2)
            #expect(run.complaints.contains("cut off or damaged"), "\(run.complaints)")
        }
    }

    @Test func cutOffAnywhere() throws {
        try withFolder(["docs/a.md": smallPage]) { folder in
            try compile("docs/a.md", in: folder)
            let whole = Array(try text("a.api.json", in: folder).utf8)
            #expect(whole.count > 400)
            for count in stride(from: 40, to: whole.count, by: 97) {
                try write(Data(whole.prefix(count)), to: "cut.api.json", in: folder)
                let run = try endpointgen(["link", "cut.api.json", "-o", "One"], in: folder)
                #expect(run.status == 2)
                let line = "cut.api.json: error: this is cut off or damaged at byte "
                #expect(run.complaints.hasPrefix(line), "\(run.complaints)")
                #expect(run.complaints.hasSuffix("; compile the page again [disk]\n"))
                #expect(!exists("One", in: folder))
            }
        }
    }

    @Test func byAnotherVersion() throws {
        try withFolder(["docs/a.md": smallPage]) { folder in
            try compile("docs/a.md", in: folder)
            let record = try text("a.api.json", in: folder)
            let version = try endpointgen(["--version"], in: folder).output
                .split(separator: " ")[1].trimmingCharacters(in: .whitespacesAndNewlines)
            let writer = record.split(separator: "\"")[3]
            #expect(writer.hasPrefix("\(version)+"))
            let other = record.replacingOccurrences(of: "\"\(writer)\"", with: "\"0.0.0+1\"")
            try write(other, to: "a.api.json", in: folder)
            try expect(
                ["a.api.json"],
                "a.api.json: error: this was compiled by endpointgen 0.0.0+1, and this is "
                    + "\(version); compile the page again [disk]\n", in: folder)
        }
    }

    @Test func whatIsNoRecord() throws {
        try withFolder(["a.api.json": "{}"]) { folder in
            try expect(
                ["a.api.json"],
                "a.api.json: error: this is nothing that 'endpointgen compile' wrote [disk]\n",
                in: folder)
        }
    }

    @Test func onePageTwice() throws {
        try withFolder(twoPages) { folder in
            try compile("docs/a.md", in: folder)
            try compile("docs/a.md", to: "c.api.json", in: folder)
            try expect(
                ["c.api.json", "a.api.json"],
                "c.api.json: error: this is compiled from 'a.md', and so is 'a.api.json' [disk]\n",
                in: folder)
        }
    }

    @Test func severalAPIsAtOnce() throws {
        try withFolder(twoPages) { folder in
            try compile("docs/a.md", in: folder)
            try write(#"{ "namespaces": true }"#, to: "endpointgen.json", in: folder)
            try expect(
                ["a.api.json", "endpointgen.json"],
                "error: namespaces are made of folders of pages; link one API at a time "
                    + "[configuration]\n", in: folder)
        }
    }

    @Test func aPageOutsideOfItsRoot() throws {
        try withFolder(twoPages) { folder in
            let run = try endpointgen(
                ["compile", "docs/a.md", "--root", "site", "-o", "a.api.json"], in: folder)
            #expect(run.status == 2)
            #expect(run.complaints == "docs/a.md: error: this is not below 'site' [disk]\n")
        }
    }

    private func expect(_ inputs: [String], _ complaints: String, in folder: URL) throws {
        let run = try endpointgen(["link"] + inputs + ["-o", "One"], in: folder)
        #expect(run.status == 2)
        #expect(run.complaints == complaints)
        #expect(!exists("One", in: folder))
    }
}

private let twoPages = [
    "docs/a.md": smallPage,
    "docs/b.md": smallPage.replacingOccurrences(of: "keys", with: "locks"),
]

private func compile(_ page: String, to record: String? = nil, in folder: URL) throws {
    let name = (page as NSString).lastPathComponent.replacingOccurrences(of: ".md", with: "")
    let run = try endpointgen(
        ["compile", page, "-o", record ?? "\(name).api.json"], in: folder)
    try #require(run.status == 0, "\(run.complaints)")
}

/// The files below a folder by their paths.
private func contents(of path: String, in folder: URL) throws -> [String: Data] {
    let top = folder.appendingPathComponent(path)
    var found: [String: Data] = [:]
    for file in files(in: top) { found[relativePath(file, to: top)] = try Data(contentsOf: file) }
    return found
}
