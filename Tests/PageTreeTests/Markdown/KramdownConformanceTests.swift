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
            let isEqual = laidOut(rendered(item.text, .all)) == laidOut(item.html)
            if isEqual { passed += 1 }
            let decision = decidedOtherwise.first { $0.name == item.name }
            #expect(isEqual == (decision == nil), "\(item.name)")
        }
        print("kramdown: \(passed)/\(cases.count)")
        print("kramdown: \(decidedOtherwise.count) decided otherwise, each with its sentence")
    }
}

/// Cases that come out differently, and why.
private let decidedOtherwise: [(name: String, reason: String)] = [
    ("block/04_header/atx_header", "CommonMark wants a space behind `#` and lets `#` stand alone."),
    ("block/04_header/header_type_offset", "An option of the writer moves levels."),
    ("block/04_header/setext_header", "CommonMark lets a heading have several lines."),
    ("block/04_header/with_auto_id_prefix", "An option of the writer makes identifiers."),
    ("block/04_header/with_auto_id_stripping", "An option of the writer makes identifiers."),
    ("block/04_header/with_auto_ids", "An option of the writer makes identifiers."),
    ("block/04_header/with_header_links", "An option of the writer makes links."),
    ("block/06_codeblock/error", "CommonMark closes an open fence at the end of the page."),
    ("block/06_codeblock/guess_lang_css_class", "An option of the writer highlights code."),
    ("block/06_codeblock/highlighting", "An option of the writer highlights code."),
    ("block/06_codeblock/highlighting-opts", "An option of the writer highlights code."),
    ("block/06_codeblock/lazy", "CommonMark has no lazy lines in indented code."),
    ("block/06_codeblock/no_newline_at_end_1", "CommonMark has no lazy lines in indented code."),
    ("block/06_codeblock/whitespace", "An option of the writer shows white space."),
    ("block/11_ial/nested", "CommonMark ends raw HTML at a blank line, not at its closing tag."),
    (
        "block/13_definition_list/auto_ids",
        "A list named `auto_ids` makes identifiers in the writer."
    ),
    ("block/14_table/errors", "GitHub reads two rows of dashes as a header and its delimiters."),
    ("block/14_table/escaping", "GitHub wants a row of dashes; without one it is text."),
    ("block/14_table/footer", "GitHub knows no footers, and `=` delimits nothing."),
    ("block/14_table/header", "GitHub begins a table with its header, not with dashes."),
    ("block/14_table/simple", "GitHub wants a row of dashes; without one it is text."),
    ("block/14_table/table_with_footnote", "GitHub wants a row of dashes; without one it is text."),
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
