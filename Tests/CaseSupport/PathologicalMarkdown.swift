/// A text that brings readers to their knees which search too often or nest too deep.
package struct PathologicalInput: Sendable {
    package let name: String
    /// The ending of a file with such text, which chooses the reader.
    package let ending: String
    /// The text for a size; about as many bytes, or some times as many.
    package let text: @Sendable (Int) -> String

    init(_ name: String, ending: String = "md", text: @escaping @Sendable (Int) -> String) {
        self.name = name
        self.ending = ending
        self.text = text
    }
}

package let pathologicalInputs = pathologicalMarkdown + pathologicalHTML

/// What CommonMark's own readers are tried with, written anew.
package let pathologicalMarkdown: [PathologicalInput] = [
    PathologicalInput("components without an end") { n in
        again("<Boat kind={{\"a\": 1\n", n / 20)
    },
    PathologicalInput("nested strong emphasis") { n in
        again("*a **a ", n / 7) + "b" + again(" a** a*", n / 7)
    },
    PathologicalInput("closers without openers") { n in again("a_ ", n / 3) },
    PathologicalInput("openers without closers") { n in again("_a ", n / 3) },
    PathologicalInput("closing brackets alone") { n in again("a]", n / 2) },
    PathologicalInput("opening brackets alone") { n in again("[a", n / 2) },
    PathologicalInput("openers and closers that differ") { n in again("*a_ ", n / 4) },
    PathologicalInput("runs of three and more") { n in
        "a**b" + again("c* ", n / 3)
    },
    PathologicalInput("brackets and closing emphasis") { n in again("[ a_", n / 4) },
    PathologicalInput("brackets and parentheses") { n in again("[ (](", n / 5) },
    PathologicalInput("emphasis across links") { n in again("**x [a*b**c*](d)", n / 16) },
    PathologicalInput("nested brackets") { n in again("[", n / 2) + "a" + again("]", n / 2) },
    PathologicalInput("nested quotes") { n in again("> ", n / 2) + "a" },
    PathologicalInput("nested lists") { n in nestedLists(n) },
    PathologicalInput("zero bytes") { n in again("abc\u{0}de\u{0}", n / 7) },
    PathologicalInput("runs of backticks that grow") { n in growingBackticks(n) },
    PathologicalInput("links with an open angle") { n in again("[a](<b", n / 6) },
    PathologicalInput("links with an open parenthesis") { n in again("[a](b", n / 5) },
    PathologicalInput("references without end") { n in
        (0..<n / 12).map { "[\($0)]: u\($0)\n" }.joined() + again("[0] ", n / 4)
    },
    PathologicalInput("rows of one cell under many columns") { n in
        again("x|", 5_000) + "\n" + again("-|", 5_000) + "\n" + again("a|\n", n / 3)
    },
    PathologicalInput("images in images") { n in again("![[]()", n / 6) },
    PathologicalInput("comments without end") { n in again("a <!-- ", n / 7) },
    PathologicalInput("declarations without end") { n in again("a <!A ", n / 6) },
    PathologicalInput("instructions without end") { n in again("a <?", n / 4) },
    PathologicalInput("strikethrough that differs") { n in again("~~a ~b ", n / 7) },
    PathologicalInput("elements without end") { n in again("<div>\n\n", n / 7) },
    PathologicalInput("tags of templates without end") { n in again("{% a %}\n", n / 8) },
    PathologicalInput("closing tags alone") { n in
        again("{% b %}\n", n / 16) + again("{% endc %}\n", n / 22)
    },
    PathologicalInput("tags cut short") { n in again("{% a\n", n / 5) },
    PathologicalInput("components cut short") { n in again("<Note a=\"\n", n / 10) },
    PathologicalInput("marks of code in HTML") { n in
        again("<b>a ", n / 5) + again("</i>", n / 4)
    },
    PathologicalInput("attribute lists") { n in again("`a`{: .b", n / 8) },
    PathologicalInput("terms without details") { n in again("a\n", n / 2) + ": b" },
]

func again(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: max(count, 0))
}

private func nestedLists(_ size: Int) -> String {
    var text = ""
    var depth = 0
    while text.utf8.count < size {
        text += again("  ", depth % 200) + "* a\n"
        depth += 1
    }
    return text
}

private func growingBackticks(_ size: Int) -> String {
    var text = ""
    var length = 1
    while text.utf8.count < size {
        text += "e" + again("`", length)
        length += 1
    }
    return text
}
