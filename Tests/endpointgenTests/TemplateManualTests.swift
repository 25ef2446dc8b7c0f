import CaseSupport
import Foundation
import Testing

/// What `Templates/README.md` shows is run as it stands there, on the page that the README shows.
@Suite struct TemplateManualTests {
    private let templates = packageFolder.appendingPathComponent("Templates")

    @Test func whatThePageShowsIsWritten() throws {
        let blocks = try self.blocks()
        let files = blocks.compactMap { block in block.path.map { ($0, block.text) } }
        #expect(files.count == 7)
        let readme = try String(
            contentsOf: packageFolder.appendingPathComponent("README.md"), encoding: .utf8)
        let page = readme.components(separatedBy: "~~~~ markdown\n").last?
            .components(separatedBy: "~~~~").first
        try withFolder(["docs/show-a-loan.md": try #require(page)]) { folder in
            for (path, text) in files { try write(text, to: path, in: folder) }
            for line in blocks.filter({ $0.path == nil }).flatMap({ $0.text.split(separator: "\n") }
            ) {
                let words = line.split(separator: " ").map(String.init)
                #expect(words.first == "endpointgen")
                let outcome = try endpointgen(Array(words.dropFirst()), in: folder)
                #expect(outcome.status == 0, "\(line): \(outcome.complaints)")
                #expect(!outcome.complaints.contains(".mustache"), "\(outcome.complaints)")
            }
            let html = try text("site/index.html", in: folder)
            #expect(html.contains("<div class=\"panel\" data-key=\"ruby\">\n<h4>Ruby</h4>"))
            #expect(html.contains("uri = URI(\"https://api.example.com/loans/1\")"))
            #expect(html.contains("<dl class=\"values\">\n<dt><code>open</code></dt>"))
            #expect(
                try text("site/reference.css", in: folder).contains("--link: light-dark(#7a1f5c"))
            let models = try text("Generated/docs/Models.ts", in: folder)
            #expect(
                models.contains("export interface Loan {\n  /** Counts the loans */\n  id: number;")
            )
            #expect(models.contains("  | \"open\"\n  | \"late\";\n"))
            #expect(models.contains("  phone: string | null;\n"))
            #expect(!exists("Generated/docs/Models.swift", in: folder))
        }
    }

    /// The examples that users copy are those that the page explains.
    @Test func theExamplesAreThoseOfThePage() throws {
        let folders = ["look": "Ruby", "typescript": "TypeScript"]
        var compared = 0
        for block in try blocks() {
            guard let path = block.path, !path.contains("/reference/"),
                let slash = path.firstIndex(of: "/"),
                let folder = folders[String(path[..<slash])]
            else { continue }
            let file = templates.appendingPathComponent("Examples/\(folder)\(path[slash...])")
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text == block.text || text + "\n" == block.text, "\(path)")
            compared += 1
        }
        #expect(compared == files(in: templates.appendingPathComponent("Examples")).count)
    }

    private struct Block {
        /// The code span that the line above ends with, before a colon.
        let path: String?
        let text: String
    }

    private func blocks() throws -> [Block] {
        let file = templates.appendingPathComponent("README.md")
        let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n```")
        return stride(from: 1, to: parts.count, by: 2).map { index in
            let above = parts[index - 1].split(separator: "\n").last ?? ""
            let path = above.hasSuffix("`:") ? above.split(separator: "`").dropLast().last : nil
            let text = parts[index].split(
                separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return Block(path: path.map(String.init), text: String(text.last ?? "") + "\n")
        }
    }
}
