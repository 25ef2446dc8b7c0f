import CaseSupport
import Foundation
import HTMLRendering
import SourceText
import Testing

@testable import PageTree

/// The suites that the communities of CommonMark, GitHub and kramdown hold up.
@Suite struct MarkdownConformance {
    @Test func commonMark() throws {
        try run("commonmark-0.31.2", atLeast: 652, options: [])
    }

    @Test func gitHub() throws {
        try run("gfm-extensions", atLeast: 22, options: .github)
    }

    private func run(_ name: String, atLeast recorded: Int, options: MarkdownOptions) throws {
        guard let cases = try markdownSuite(name) else {
            print("\(name): skipped (no ../shared)")
            return
        }
        var passed = 0
        for item in cases {
            let output = rendered(item.text, options, isFiltered: item.isFiltered)
            if output == item.html {
                passed += 1
            } else {
                Issue.record("\(name) \(item.name): \(output)")
            }
        }
        print("\(name): \(passed)/\(cases.count)")
        #expect(passed >= recorded)
    }
}

struct MarkdownCase {
    let name: String
    let text: String
    let html: String
    let isFiltered: Bool
    let options: String?
}

/// The cases of one suite, or `nil` from a clone without them.
func markdownSuite(_ name: String) throws -> [MarkdownCase]? {
    guard let folder = sharedFolder() else { return nil }
    let file = folder.appendingPathComponent("conformance/markdown/\(name).json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return try #require(object as? [[String: Any]]).map { item in
        let number = (item["example"] as? Int).map(String.init)
        return MarkdownCase(
            name: try #require(number ?? item["name"] as? String),
            text: try #require((item["markdown"] ?? item["text"]) as? String),
            html: try #require(item["html"] as? String),
            isFiltered: (item["extensions"] as? [String])?.contains("tagfilter") ?? false,
            options: item["options"] as? String)
    }
}

func markdownPage(_ bytes: [UInt8], _ options: MarkdownOptions = .all) -> Page {
    readMarkdown(SourceFile(path: "page.md", bytes: bytes), as: FileID(0), options)
}

func rendered(_ text: String, _ options: MarkdownOptions, isFiltered: Bool = false) -> String {
    let page = markdownPage(Array(text.utf8), options)
    let html = renderHTML(page, isFiltered ? .github : .none)
    return String(decoding: html, as: UTF8.self)
}
