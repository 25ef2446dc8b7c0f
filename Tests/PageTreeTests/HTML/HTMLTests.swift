import PageTree
import SourceText
import Testing

/// One habit of pages, and the tree that it means.
struct HTMLCase: Sendable, CustomStringConvertible {
    var html: String
    var tree: String

    init(_ html: String, _ tree: String) {
        self.html = html
        self.tree = tree
    }

    var description: String { html }
}

@Suite struct HTMLTests {
    static let cases: [HTMLCase] = [
        HTMLCase(
            "<h1 id=top>Users</h1><p>List <b>all</b>\n users.",
            "h1: {#top}Users\np: List_*all*_users."),
        HTMLCase("plain <i>text</i>", "p: plain_~text~"),
        HTMLCase(
            "<ul><li>One<li>Two<ol><li>Deep</ol></ul>After",
            "ul\n  item\n    p: One\n  item\n    p: Two\n    ol\n      item\n        p: Deep\np: After"
        ),
        HTMLCase(
            "<dl><dt>name<dd>The name.<dt>id<dd><p>One.<p>Two.</dl>",
            "definitionList\n  definitionTerm: name\n  definitionDetails\n    p: The name.\n"
                + "  definitionTerm: id\n  definitionDetails\n    p: One.\n    p: Two."),
        HTMLCase(
            "<table><thead><tr><td>A<td>B</thead><tbody><tr><td>1<td><code>x</code></table>",
            "table\n  header\n    cell: A\n    cell: B\n  row\n    cell: 1\n    cell: `x`"),
        HTMLCase(
            "<table><tr><th>A</th><th colspan=2>B</th></tr><tr><th>x</th><td>1</td></tr></table>",
            "table\n  header\n    cell: A\n    cell columns=2: B\n  row\n    cell: x\n    cell: 1"),
        HTMLCase(
            "<table><caption>Fields</caption><tr><td><p>One<p>Two<td>x</table>",
            "p: Fields\ntable\n  row\n    cell\n      p: One\n      p: Two\n    cell: x"),
        HTMLCase(
            "<table><tr><td>a<table><tr><td>b</table><td>c</table>",
            "table\n  row\n    cell\n      p: a\n      table\n        row\n          cell: b\n    cell: c"
        ),
        HTMLCase(
            "<pre><code class=\"language-json\">{\n  \"a\": 1\n}\n</code></pre>",
            "code(json)\n  | {\n  |   \"a\": 1\n  | }"),
        HTMLCase(
            "<div class=\"highlight-http\"><div><pre><span></span><b>GET</b> /a?b&amp;c\n\n</pre></div></div>",
            "code(http)\n  | GET /a?b&c"),
        HTMLCase("<a href=\"/x?a=1\" title=t>see <em>this</em></a>.", "p: [see_~this~](/x?a=1)."),
        HTMLCase("<p>a&nbsp;b &lt;c&gt; &bogus;", "p: a&\u{A0};b_&<;c&>;_&bogus;"),
        HTMLCase("<p>one<br>two", "p: one/two"),
        HTMLCase("<img src=a.png alt=\"A cat\">", "p: ![A cat](a.png)"),
        HTMLCase(
            "<nav><a href=/>Home</a></nav><script>if (a < b) { '<p>' }</script><p>Text<footer>x</footer>",
            "p: Text"),
        HTMLCase(
            "<body><div>menu</div><main><header><h1>T</h1></header>x</main><div>end</div></body>",
            "h1: T\np: x"),
        HTMLCase(
            "<h2>Get<a class=headerlink href=#get>#</a></h2>", "h2: Get"),
        HTMLCase(
            "<details><summary>More</summary><p>Hidden</details>",
            "<details>\n  <summary>\n    p: More\n  p: Hidden"),
        HTMLCase("<blockquote>Said<p>twice</blockquote>", "blockQuote\n  p: Said\n  p: twice"),
        HTMLCase("<nav>never closed <p>text", "p: never closed\np: text"),
        HTMLCase("</p></div>text</b>", "p: text"),
        HTMLCase("<p><b>bold <i>both</b> after</i>", "p: *bold_~both~*_after"),
        HTMLCase("<section id=s><h2>A</h2></section>", "{#s}\nh2: A"),
        HTMLCase("<p>see <a name=x></a> <code id=y>z</code>", "p: see_{#x}{#y}`z`"),
        HTMLCase("a < b and <3", "p: a_< b and_<3"),
        HTMLCase(
            "<p>&ltid&gt &copy &#146;&#x3C ?a=1&copy=2 &amp",
            "p: &<;id&>;_&©;_&’;&<;_?a=1&copy=2_&&;"
        ),
        HTMLCase(
            "<div>menu</div><div role=\"main\"><ul class=toc><li>A</ul><p>x</div><p>end", "p: x"),
        HTMLCase("<div>menu</div><article><header><h1>T</h1></header></article>end", "h1: T"),
        HTMLCase("<article>a</article><article>b</article>c", "p: a\np: b\np: c"),
        HTMLCase("<main><table><tr><td>a</main>end", "table\n  row\n    cell: a"),
        HTMLCase("<script>'<main>'</script>text", "p: text"),
    ]

    @Test(arguments: cases) func reads(_ item: HTMLCase) {
        #expect(outline(item.html) == item.tree)
    }

    @Test func everyPrefixIsSound() {
        for item in Self.cases {
            let bytes = Array(item.html.utf8)
            for length in 0...bytes.count {
                let source = SourceFile(path: "page.html", bytes: Array(bytes[..<length]))
                #expect(flaws(of: readHTML(source, as: FileID(0))) == [], "\(item.html) \(length)")
            }
        }
    }

    /// What fuzzing found: tables left open, with blocks and other tables between their rows; code
    /// that ends with a tag and a return.
    @Test(arguments: [
        "<table><tr><td>a</td></tr>x<p>b<table><caption>c</caption><tr><td>d</table>",
        "<table><tr><td>a</td></tr><table><p>b<caption>c<tr><td>d</table>e",
        "<ul>a<ul>b<li>c</ul>d<p>e", "<dl>a<dd>b<p>c<dt><ul><li>d</dl>",
        "p<tbody><p>", "<table><tr><table><pre></pre><tr>",
        "<table><tr><table><hr><tr><td>a", "<table><tr><table><div id=x></div><tr><td>a",
        "<table><caption><p>a<ul><li>b</caption><tr>c<td>d",
        "<pre>a\n<b></b>\r", "<pre><i>\n</code>\r",
    ])
    func brokenElementsAreSound(_ html: String) {
        let source = SourceFile(path: "page.html", bytes: Array(html.utf8))
        #expect(flaws(of: readHTML(source, as: FileID(0))) == [])
    }

    @Test(arguments: [
        "<div>", "<ul><li>", "<table><tr><td>", "<b>", "<nav>", "<a href=\"", "<!--", "&", "<p",
        "</x>", "<td>", "<dl><dt>", "<pre>", "<nav><nav></nav>",
    ])
    func repetitionIsHarmless(_ part: String) {
        let bytes = Array(String(repeating: part, count: 20_000).utf8)
        let page = readHTML(SourceFile(path: "page.html", bytes: bytes), as: FileID(0))
        #expect(flaws(of: page).prefix(3) == [])
    }
}

@Suite struct PlacedCodeTests {
    @Test func codeKnowsItsPlace() {
        let html = "<pre>{<b>&quot;a&quot;</b>: 1}\n[2]</pre>"
        let page = readHTML(
            SourceFile(path: "page.html", bytes: Array(html.utf8)), as: FileID(0))
        let code = page.placedCode(NodeID(1))
        #expect(String(decoding: code.bytes, as: UTF8.self) == "{\"a\": 1}\n[2]\n")
        #expect(page.raw(code.place(1..<4)) == "&quot;a&quot;")
        #expect(page.raw(code.place(6..<7)) == "1")
        #expect(page.raw(code.place(9..<12)) == "[2]")
    }
}
