import CaseSupport
import EndpointGenerator
import Foundation
import Testing

/// Pages whose every word is an attack: what is made of them compiles without a warning, and no
/// word of theirs becomes code.
@Suite struct HostilePageTests {
    /// What the pages would like to call. Our own names have no underscore inside.
    private let marker = "injected_marker"

    @Test func compileAndStayText() async throws {
        let pages = try hostilePages()
        #expect(pages.count >= 30)
        let scratch = FileManager.default.temporaryDirectory
            .appendingPathComponent("hostile-\(UUID().uuidString)")
        defer { removeFolder(scratch) }
        var folders: [URL] = []
        for page in pages {
            let swift = generate(page).files.filter { $0.path.hasSuffix(".swift") }
            #expect(!swift.isEmpty, "\(page.name): nothing is generated")
            for file in swift where identifiers(in: file.bytes).contains(marker) {
                Issue.record("\(page.name)/\(file.path): a page's word is code")
            }
            folders.append(try writeSources(swift, to: scratch.appendingPathComponent(page.name)))
        }
        for problem in await compilerComplaints(about: folders) {
            Issue.record(Comment(rawValue: problem))
        }
    }

    /// Long names, wide and deep structures: too much for a document that people read.
    private func hostilePages() throws -> [Pages] {
        let folder = packageFolder.appendingPathComponent("Tests/EmissionTests/Cases/pages")
        let documents = try cases(in: folder).map { test in
            let name = test.file.deletingPathExtension().lastPathComponent
            let files = test.sections.filter { $0.name.contains(".") }
            return Pages(
                name: name, folder: "",
                files: files.map { File(path: $0.name, bytes: Array($0.text.utf8)) })
        }
        return documents + generatedPages
    }
}

/// Pages that are large rather than cunning.
private let generatedPages: [Pages] = [
    page("long-name", members: [String(repeating: "long ", count: 20_000), "b"]),
    page("long-name-without-blanks", members: [String(repeating: "x", count: 100_000), "b"]),
    page(
        "two-long-names",
        members: ["a", "b"].map { String(repeating: "y", count: 500) + $0 }),
    page("wide-object", members: (0..<400).map { "member_\($0)" }),
    page("chain-of-objects", sample: nested(60) { #"{"a\#($0 % 7)":"# + $1 + "}" }),
    page("nested-objects", sample: nested(60) { #"{"level\#($0)":"# + $1 + "}" }),
    page("nested-arrays-deep", sample: #"{"a":"# + nested(60) { "[" + $1 + "]" } + "}"),
]

private func page(_ name: String, members: [String]) -> Pages {
    page(name, sample: "{" + members.map { #""\#($0)": 1"# }.joined(separator: ", ") + "}")
}

private func page(_ name: String, sample: String) -> Pages {
    let text = "## Get it\n\n`GET /it`\n\n### Response\n\n```json\n\(sample)\n```\n"
    return Pages(name: name, folder: "", files: [File(path: "page.md", bytes: Array(text.utf8))])
}

private func nested(_ depth: Int, _ wrap: (Int, String) -> String) -> String {
    (0..<depth).reduce("1") { wrap($1, $0) }
}
