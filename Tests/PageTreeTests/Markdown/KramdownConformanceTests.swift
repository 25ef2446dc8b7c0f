import HTMLRendering
import SourceText
import Testing

@testable import PageTree

/// Kramdown's cases, read with all constructs on, as pages are.
@Suite struct KramdownConformance {
    @Test func kramdown() throws {
        guard let cases = try markdownSuite("kramdown") else {
            print("kramdown: skipped (no ../shared)")
            return
        }
        var passed = 0
        for item in cases {
            let page = markdownPage(Array(item.text.utf8))
            var writer = KramdownWriter(item.options, page)
            let html = writer.finish(String(decoding: renderHTML(page), as: UTF8.self))
            let isEqual = laidOut(html) == laidOut(item.html)
            if isEqual { passed += 1 }
            let decision = decidedOtherwise.first { $0.name == item.name }
            #expect(isEqual == (decision == nil), "\(item.name)")
        }
        print("kramdown: \(passed)/\(cases.count)")
        print("kramdown: \(decidedOtherwise.count) decided otherwise, each with its sentence")
    }
}

/// Cases that come out differently, and why: sections are those of CommonMark 0.31.2.
private let decidedOtherwise: [(name: String, reason: String)] = [
    ("block/04_header/atx_header", "4.2 wants a space behind `#` and lets `#` stand alone."),
    ("block/04_header/setext_header", "4.3 lets the text of a heading have several lines."),
    ("block/06_codeblock/error", "4.5 closes an open fence at the end of the page."),
    (
        "block/06_codeblock/highlighting",
        "4.4 takes code for literal text; Rouge, another program, colours it."
    ),
    (
        "block/06_codeblock/highlighting-opts",
        "4.4 takes code for literal text; Rouge, another program, colours it."
    ),
    ("block/06_codeblock/lazy", "4.4 ends indented code before a line that is not indented."),
    ("block/06_codeblock/no_newline_at_end_1", "4.4 ends indented code before such a line."),
    ("block/11_ial/nested", "4.6 ends raw HTML at a blank line: the list behind it is part of it."),
    (
        "block/14_table/escaping",
        "4.8: a line that begins no other block is a paragraph, whatever pipes are in its midst."
    ),
    ("block/14_table/header", "5.2 reads `+ :-: |` as an item of a list."),
    ("block/14_table/simple", "6.6 keeps a closing tag alone as raw HTML."),
    ("block/14_table/table_with_footnote", "4.7 reads `[^1]: Something` as a definition."),
]

/// HTML without indentation and blank lines outside of `<pre>`: layout is the writer's own.
private func laidOut(_ html: String) -> String {
    var output = ""
    var isCode = false
    for line in html.split(separator: "\n", omittingEmptySubsequences: false) {
        let isInside = isCode
        if line.contains("<pre") { isCode = true }
        if line.contains("</pre>") { isCode = false }
        let text = isInside ? line : line.drop { $0 == " " }
        if !isInside, text.isEmpty { continue }
        output += text + "\n"
    }
    return output
}
