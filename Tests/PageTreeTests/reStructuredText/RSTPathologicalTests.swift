import SourceText
import Testing

@testable import PageTree

/// Hostile pages: twice the size may make twice the tree, and nothing overflows the stack.
///
/// What they cost in time is for the benchmark; no test looks at a clock.
@Suite(.serialized) struct RSTPathological {
    @Test func growsWithItsInput() {
        for input in hostileInputs {
            let small = input.make(input.size)
            let large = input.make(input.size * 2)
            let first = rstPage(small).nodes.count
            let second = rstPage(large).nodes.count
            let growth = Double(large.utf8.count) / Double(small.utf8.count)
            let limit = Double(first) * growth * 1.25 + 100
            #expect(Double(second) < limit, "\(input.name): \(first), \(second)")
        }
    }

    /// Words that stand for words that stand for words grow no page beyond bounds.
    @Test func wordsDoNotMultiply() {
        let doubled = (0..<40).map { ".. |a\($0)| replace:: |a\($0 + 1)| |a\($0 + 1)|\n" }.joined()
        let texts = [
            doubled + "\n" + repeated("|a0| ", 5_000),
            doubled + "\n" + repeated("|a33| ", 5_000),
            ".. |a| replace:: " + repeated("b ", 400) + "\n\n" + repeated("|a| ", 5_000),
            ".. |a| replace:: |b| |b|\n.. |b| replace:: |a| |a|\n\n" + repeated("|a| ", 5_000),
        ]
        for text in texts {
            let words = rstPage(text).plainText(.root)
            #expect(words.utf8.count < text.utf8.count * 3 + 20_000, "\(words.utf8.count)")
        }
    }

    @Test func staysATree() {
        for input in hostileInputs {
            #expect(drawnSpanFault(rstPage(input.make(200))) == nil, "\(input.name)")
        }
    }
}

/// A page that costs much if anything is done twice.
private struct HostileInput {
    let name: String
    /// The smaller of the sizes that are compared.
    let size: Int
    let make: (Int) -> String

    init(_ name: String, _ size: Int = 10_000, _ make: @escaping (Int) -> String) {
        self.name = name
        self.size = size
        self.make = make
    }
}

private var hostileInputs: [HostileInput] { deepInputs + openInputs + drawnInputs }

/// Indentation alone makes these grow with the square of their depth.
private var deepInputs: [HostileInput] {
    [
        HostileInput("nested quotes", 300) { n in (0..<n).map { spaces($0) + "a\n\n" }.joined() },
        HostileInput("nested lists", 300) { n in
            (0..<n).map { spaces($0 * 2) + "- a\n" }.joined()
        },
        HostileInput("definitions in definitions", 300) { n in
            (0..<n).map { spaces($0) + "a\n" }.joined()
        },
        HostileInput("bullets on a line") { repeated("- ", $0) + "a\n" },
        HostileInput("numbers on a line") { repeated("1. ", $0) + "a\n" },
        HostileInput("fields on a line") { repeated(":a: ", $0) + "b\n" },
        HostileInput("directives on a line") { repeated(".. note:: ", $0) + "a\n" },
        HostileInput("footnotes on a line") { repeated(".. [1] ", $0) + "a\n" },
    ]
}

private var openInputs: [HostileInput] {
    let marks = [
        "*a ", "**a ", "``a ", "`a ", "|a ", "_`a ", "[a ", "[#a", "*", "`", "|", "_", "a-", ":a",
        ":a:`", "a:", "a@", "a.@", "`a <", "<", "\\", "`a`:b", "`a`_ ", "a_ ", "http:", "'*' ",
        "``a``", "*\\ ", "_a_", "a__",
    ]
    return marks.map { mark in
        HostileInput("'\(mark)' without end") { repeated(mark, $0) + "a_ `" }
    }
}

private var drawnInputs: [HostileInput] {
    [
        HostileInput("grid of corners") { repeated(repeated("+-", 100) + "+\n", $0 / 200) },
        HostileInput("grid of bars") { n in
            repeated("+-", 101) + "+\n" + repeated(repeated("|", 203) + "\n", n / 200)
                + repeated("+-", 101) + "+\n"
        },
        HostileInput("wide simple table") { n in
            repeated("= ", n) + "\n" + repeated("a ", n) + "\n" + repeated("= ", n)
        },
        HostileInput("long simple table") { "= =\n" + repeated("a b\n", $0) + "= =\n" },
        HostileInput("simple tables without end") { repeated("= =\na b\n\n", $0 / 4) },
        HostileInput("values without end") { ".. csv-table::\n\n" + repeated("  \"a,\n", $0) },
        HostileInput("rows of rows") { ".. list-table::\n\n" + repeated("  * - a\n", $0) },
        HostileInput("substitutions without end") { repeated(".. |a\n", $0) },
        HostileInput("targets") { repeated(".. _a: b\n", $0) + "a_" },
        HostileInput("line blocks") { repeated("| a\n", $0) },
        HostileInput("attributions") { " a\n\n" + repeated(" -- a\n  b\n c\n\n", $0 / 8) },
        HostileInput("adornments") { repeated("==\n", $0) },
        HostileInput("adornments of titles") { repeated("a\n=\n", $0) },
        HostileInput("literal marks") { repeated("a::\n\n", $0) },
        HostileInput("options") { repeated("-a b\n", $0) },
    ]
}

private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
}

private func spaces(_ count: Int) -> String { repeated(" ", count) }
