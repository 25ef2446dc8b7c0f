/// Saved pages that no site serves: tags that nothing closes, quotes that nothing ends.
package let pathologicalHTML: [PathologicalInput] = [
    page("elements without end") { n in again("<div>", n / 5) },
    page("spans without end") { n in again("<b>a ", n / 5) },
    page("closing tags without openers") { n in again("a</p></b>", n / 9) },
    page("spans closed in the wrong order") { n in again("<b><i>a</b></i>", n / 15) },
    page("tables in tables") { n in again("<table><tr><td>", n / 15) },
    page("rows without tables") { n in again("<tr><td>a", n / 9) },
    page("cells that reach over many") { n in
        "<table>" + again("<tr><td colspan=1000 rowspan=1000>a", n / 35)
    },
    page("lists in lists") { n in again("<ul><li>", n / 8) },
    page("items without lists") { n in again("<li>a", n / 5) },
    page("comments without end") { n in again("<!-- a ", n / 7) },
    page("declarations without end") { n in again("<!a ", n / 4) },
    page("scripts without end") { n in again("<script>a ", n / 10) },
    page("navigation without end") { n in again("<nav>a ", n / 7) },
    page("code without end") { n in again("<pre>a ", n / 7) },
    page("values without end") { n in again("<a b=\"c", n / 8) },
    page("values of two quotes") { n in again("<a b='c <a d=\"e ", n / 16) },
    page("tags cut short") { n in again("<a b ", n / 5) },
    page("attributes without number") { n in "<a" + again(" b=c", n / 4) + ">d" },
    page("character references cut short") { n in again("&#x10&a", n / 7) },
    page("terms without lists") { n in again("<dt>a<dd>b", n / 10) },
    page("headings in headings") { n in again("<h1>a<h2>b", n / 10) },
    page("main places") { n in again("<main>a</main>", n / 14) },
]

private func page(
    _ name: String, _ text: @escaping @Sendable (Int) -> String
) -> PathologicalInput {
    PathologicalInput("HTML: " + name, ending: "html", text: text)
}
