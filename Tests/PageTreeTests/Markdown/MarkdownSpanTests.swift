import CaseSupport
import Foundation
import SourceText
import Testing

@testable import PageTree

/// Every node knows its bytes: children within parents, siblings in order, no character cut.
@Suite struct MarkdownSpans {
    @Test func suiteCases() throws {
        for name in ["commonmark-0.31.2", "gfm-extensions", "kramdown"] {
            guard let cases = try markdownSuite(name) else {
                print("markdown spans: skipped (no ../shared)")
                return
            }
            for item in cases {
                for options in [MarkdownOptions([]), .all] {
                    let fault = spanFault(markdownPage(Array(item.text.utf8), options))
                    #expect(fault == nil, "\(name) \(item.name)")
                }
            }
        }
    }

    @Test func corpusPages() throws {
        let pages = try corpusMarkdown()
        for page in pages {
            #expect(spanFault(markdownPage(page.bytes)) == nil, "\(page.name)")
        }
        print(
            pages.isEmpty ? "corpus spans: skipped (no ../shared)" : "corpus spans: \(pages.count)")
    }

    /// What fuzzing found: elements that blank lines and closing tags of others cut short.
    @Test(arguments: [
        "<table>\n\n  <tr>\n  <td>\n</table>", "<p><pre>", "<p><!-- a -->", "<p><script>",
        "<table><tr><td><hr><td>", "{:.a}\n{:b: c}\n",
        "a\n\n{:b: c}\n{:d}\n</table>",
        "a\n: b\n\nc\nd\n{:#e}\n\n: f", ">{: #a}\n>{: #b}\n c",
        "[<a href=\"\">][</a>b]()", "[<a href=\"\">](c)[</a>b]()",
        "<dl>>\n <tr>\n <td>\na\n\nb\n: (c\n\nd\n </tr>\n",
        "---\na: |\n  b\n\n  # c\n\n  {% d\n---\ne\n%}",
    ])
    func brokenElements(_ text: String) {
        #expect(spanFault(markdownPage(Array(text.utf8))) == nil)
    }

    /// Every beginning of every case, and beginnings of thirty pages, read without a trap.
    @Test func beginnings() throws {
        for name in ["commonmark-0.31.2", "gfm-extensions", "kramdown"] {
            for item in try markdownSuite(name) ?? [] {
                let bytes = Array(item.text.utf8)
                for end in 0...bytes.count {
                    let fault = spanFault(markdownPage(Array(bytes[..<end])))
                    #expect(fault == nil, "\(name) \(item.name) to \(end)")
                }
            }
        }
        let pages = try corpusMarkdown()
        for index in stride(from: 0, to: pages.count, by: max(1, pages.count / 30)) {
            let bytes = pages[index].bytes.prefix(20_000)
            for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 20)) {
                let fault = spanFault(markdownPage(Array(bytes[..<end])))
                #expect(fault == nil, "\(pages[index].name) to \(end)")
            }
        }
    }
}

struct CorpusPage {
    let name: String
    let bytes: [UInt8]
}

/// All Markdown pages of the corpora and the seeds.
func corpusMarkdown() throws -> [CorpusPage] {
    guard let folder = sharedFolder() else { return [] }
    var pages: [CorpusPage] = []
    for name in ["corpus", "seeds"] {
        for file in files(in: folder.appendingPathComponent(name)) {
            let suffixes = [".md", ".mdx", ".erb", ".txt"]
            guard suffixes.contains(where: file.lastPathComponent.hasSuffix) else { continue }
            pages.append(
                CorpusPage(name: file.lastPathComponent, bytes: Array(try Data(contentsOf: file))))
        }
    }
    return pages
}

/// What is wrong with the ranges of a page; nil if nothing is.
func spanFault(_ page: Page) -> String? {
    let bytes = page.source.bytes
    var stack = [NodeID.root]
    var visited = 0
    while let id = stack.popLast() {
        visited += 1
        guard visited <= page.nodes.count else { return "a cycle" }
        let range = page.range(id)
        guard range.end <= bytes.count else { return "\(page.kind(id)) ends behind the page" }
        for edge in [Int(range.start), Int(range.end)]
        where edge < bytes.count && bytes[edge] & 0xC0 == 0x80 && isWellFormed(bytes, edge) {
            return "\(page.kind(id)) cuts a character at \(edge)"
        }
        var last = range.start
        for child in page.children(id) {
            let inner = page.range(child)
            guard inner.start >= last else {
                return "\(page.kind(child)) at \(inner.start) starts before \(last)"
            }
            guard inner.end <= range.end else {
                return
                    "\(page.kind(child)) ends at \(inner.end) behind \(page.kind(id)) \(range.end)"
            }
            guard child.rawValue > id.rawValue else { return "a child before its parent" }
            last = inner.end
            stack.append(child)
        }
    }
    return nil
}

/// Pages cut in the middle of a character may end there.
private func isWellFormed(_ bytes: [UInt8], _ edge: Int) -> Bool {
    let around = bytes[max(0, edge - 4)..<min(bytes.count, edge + 4)]
    return !String(decoding: around.drop { $0 & 0xC0 == 0x80 }, as: UTF8.self).contains("\u{FFFD}")
}
