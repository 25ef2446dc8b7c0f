import Linting
import SourceText

extension CoverageReport {
    /// The pages as they stand, each unit in the colour of what became of it; no script, nothing
    /// from elsewhere.
    var html: String {
        var sink = HTMLSink()
        sink.markup(pageHead)
        sink.element("title", "What is understood of \(name)")
        sink.markup("<style>")
        sink.markup(style)
        sink.markup("</style></head><body><main>")
        sink.element("h1", "What is understood of \(name)")
        sink.markup(legend)
        writeOverview(to: &sink)
        for (index, page) in pages.enumerated() { write(page, index, to: &sink) }
        sink.markup("</main></body></html>\n")
        return sink.html
    }

    private func writeOverview(to sink: inout HTMLSink) {
        sink.markup("<table><thead><tr><th>Page</th>")
        for part in Unit.Part.allCases { sink.element("th", part.rawValue) }
        sink.markup("</tr></thead><tbody>")
        for (index, page) in pages.enumerated() {
            sink.markup("<tr><td>")
            sink.element("a", path(page), ["href": "#page-\(index)"])
            sink.close("td")
            for part in Unit.Part.allCases { write(page.count(part), of: part, to: &sink) }
            sink.close("tr")
        }
        sink.markup("</tbody><tfoot><tr>")
        sink.element("th", "\(pages.count) pages")
        for part in Unit.Part.allCases { write(total(part), of: part, to: &sink) }
        sink.markup("</tr></tfoot></table>\n")
    }

    /// A cell: how many of how many, and a bar of the three colours.
    private func write(_ count: UnitCount, of part: Unit.Part, to sink: inout HTMLSink) {
        sink.open("td")
        if count.whole > 0 {
            let figure = "\(count[.understood]) of \(count.whole)"
            sink.element("span", figure, ["class": "figure", "data-part": part.rawValue])
            sink.open("span", ["class": "bar"])
            for status in [Unit.Status.understood, .unused, .unread] where count[status] > 0 {
                let width = Double(count[status] * 1000 / count.whole) / 10
                sink.open("i", ["class": status.rawValue, "style": "width:\(width)%"])
                sink.close("i")
            }
            sink.close("span")
        }
        sink.close("td")
    }

    private func write(_ page: PageCoverage, _ index: Int, to sink: inout HTMLSink) {
        sink.open("section", ["id": "page-\(index)"])
        sink.element("h2", path(page))
        sink.open("pre")
        let source = sources[page.file]
        var end = 0
        for unit in page.units where Int(unit.range.start) >= end {
            sink.text(source.text(ByteRange(end, Int(unit.range.start))))
            sink.element(
                "span", source.text(unit.range),
                ["class": unit.status.rawValue, "title": title(of: unit)])
            end = Int(unit.range.end)
        }
        sink.text(source.text(ByteRange(end, source.bytes.count)))
        sink.markup("</pre></section>\n")
    }

    private func title(of unit: Unit) -> String {
        let words = "\(unit.status.rawValue) \(unit.kind.rawValue)"
        return unit.reader.isEmpty ? words : "\(words): \(unit.reader)"
    }
}

private let pageHead: StaticString = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">

    """

private let legend: StaticString = """
    <ul class="legend">
    <li><span class="understood">understood</span> a fact of the API rests on it</li>
    <li><span class="unused">unused</span> it was read, and no fact came of it</li>
    <li><span class="unread">unread</span> nothing knows how to read it</li>
    <li><span class="furniture">furniture</span> it says nothing of an API</li>
    </ul>

    """

private let style: StaticString = """
    :root { color-scheme: light dark; --paper: #fff; --ink: #1d2430; --line: #d8dee6;
      --understood: #cdeed6; --unused: #fdebc0; --unread: #ffc9c4; --furniture: #e8ebef;
      --bar: saturate(2.2) brightness(.88); }
    @media (prefers-color-scheme: dark) { :root { --paper: #14181f; --ink: #dde3ea; --line: #333c48;
      --understood: #1d4a2d; --unused: #54431a; --unread: #6b2320; --furniture: #262d37;
      --bar: saturate(1.4) brightness(1.7); } }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 72rem; margin: 0 auto; padding: 2rem 1.5rem; }
    h1 { font-size: 1.7rem; margin: 0 0 .5rem; }
    h1, h2 { overflow-wrap: anywhere; }
    h2 { font: 600 1rem/1.5 ui-monospace, monospace; margin: 2.5rem 0 .5rem; }
    table { border-collapse: collapse; width: 100%; margin: 1.5rem 0; }
    th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line);
      vertical-align: top; }
    td a { color: inherit; overflow-wrap: anywhere; }
    .figure { display: block; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .bar { display: flex; width: 100%; min-width: 3rem; max-width: 9rem; height: .4rem; background: var(--furniture); }
    .bar i { display: block; height: 100%; filter: var(--bar); }
    pre { margin: 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem;
      font: 13px/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
    .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; margin: 0; padding: 0; list-style: none; }
    .legend span { padding: .1rem .4rem; border-radius: .2rem; }
    pre span { border-radius: .2rem; box-decoration-break: clone; }
    .understood { background: var(--understood); } .unused { background: var(--unused); }
    .unread { background: var(--unread); } .furniture { background: var(--furniture); opacity: .75; }
    @media (max-width: 44rem) { main { padding: 1rem; } thead { display: none; }
      tr { display: grid; grid-template-columns: repeat(3, 1fr); padding: .4rem 0;
        border-bottom: 1px solid var(--line); }
      th, td { border: 0; padding: .1rem .6rem .1rem 0; }
      td:first-child, tr > th:first-child { grid-column: 1 / -1; }
      .figure::before { content: attr(data-part) " "; } }
    """
