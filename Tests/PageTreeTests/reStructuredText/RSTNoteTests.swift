import PageTree
import SourceText
import Testing

/// What the reader of reStructuredText puts up with: each in a page of its own, with its place.
@Suite struct RSTNoteTests {
    static let faults: [(id: String, text: String, place: String)] = [
        ("rst-bullet-list-unindent", "* a\nb\n", "2:1"),
        ("rst-enumerated-list-unindent", "1. a\n2. b\nc\n", "2:1"),
        ("rst-definition-list-unindent", "a\n  b\nc\n", "3:1"),
        ("rst-field-list-unindent", ":a: b\nc\n", "2:1"),
        ("rst-option-list-unindent", "-a  b\nc\n", "2:1"),
        ("rst-literal-block-unindent", "::\n\n  a\nb\n", "4:1"),
        ("rst-line-block-unindent", "| a\nb\n", "2:1"),
        ("rst-block-quote-unindent", "  a\nb\n", "2:1"),
        ("rst-explicit-markup-unindent", ".. a\nb\n", "2:1"),
        ("rst-table-unindent", "+---+\n| a |\n+---+\nb\n", "4:1"),
        ("rst-unexpected-indentation", "a\nb\n  c\n", "3:3"),
        ("rst-literal-missing", "a::\n\nb\n", "3:1"),
        ("rst-literal-without-blank-line", "a::\n  b\n", "1:2"),
        ("rst-mixed-quoting", "a::\n\n> b\n* c\n", "4:1"),
        ("rst-list-start", "3. a\n4. b\n", "1:1"),
        ("rst-too-deep", String(repeating: "* ", count: 45) + "a\n", "1:81"),
        ("rst-short-underline", "ABC\n==\n", "1:1"),
        ("rst-underline-too-short", "ABCDEF\n====\n", "1:1"),
        ("rst-short-overline", "==\nABCD\n", "1:1"),
        ("rst-overline-too-short", "====\nABCDEF\n====\n", "1:1"),
        ("rst-incomplete-title", "======\nABC\n", "1:1"),
        ("rst-missing-underline", "======\nABC\n\nb\n", "1:1"),
        ("rst-adornment-mismatch", "======\nABCDEF\n------\n", "1:1"),
        ("rst-adornment-without-title", "======\n======\n", "1:1"),
        ("rst-title-in-container", "* ABCD\n  ====\n", "1:3"),
        ("rst-adornment-in-container", "* ====\n\n", "1:3"),
        ("rst-short-adornment-in-container", "* ==\n  a\n", "1:3"),
        ("rst-skipped-title-level", "A\n=\n\nB\n-\n\nC\n=\n\nD\n~\n", "10:1"),
        ("rst-unclosed-emphasis", "a *b\n", "1:3"),
        ("rst-unclosed-strong", "a **b\n", "1:3"),
        ("rst-unclosed-literal", "a ``b\n", "1:3"),
        ("rst-unclosed-interpreted-text", "a `b\n", "1:3"),
        ("rst-unclosed-target", "a _`b\n", "1:3"),
        ("rst-unclosed-substitution", "a |b\n", "1:3"),
        ("rst-role-prefix-and-reference", "a :b:`c`_\n", "1:3"),
        ("rst-role-suffix-and-reference", "a `c`:b:_\n", "1:3"),
        ("rst-two-roles", "a :b:`c`:d:\n", "1:3"),
        ("rst-table-right-border", "+---+\n| a  |\n+---+\n", "1:1"),
        ("rst-table-bottom-border", "+---+\n| a |\n| b |\n", "1:1"),
        (
            "rst-table-cells-not-rectangular",
            "+---+---+\n| a | b |\n+---+   +\n| c     |\n+-------+\n", "1:1"
        ),
        ("rst-table-no-bottom-border", "== ==\na  b\n", "1:1"),
        ("rst-table-border-not-set-off", "== ==\na  b\n== ==\nc  d\n", "1:1"),
        ("rst-table-border-mismatch", "== ==\na  b\n== ===\n", "1:1"),
        (
            "rst-table-span-misaligned", "== ==\na  b\n-----\nc  d\n-- --\ne f\n--- -\n== ==\n",
            "1:1"
        ),
        ("rst-table-span-incomplete", "== ==\na  b\n--\n== ==\n", "1:1"),
        ("rst-table-text-in-margin", "== ==\nabcd\n== ==\n", "1:1"),
        ("rst-table-uneven-rows", ".. list-table::\n\n   * - a\n     - b\n   * - c\n", "1:1"),
        ("rst-list-table-shape", ".. list-table::\n\n   a\n", "1:1"),
        ("rst-csv-unclosed-quote", ".. csv-table::\n\n   \"a, b\n", "3:4"),
        ("rst-empty-directive", ".. note::\n", "1:1"),
        ("rst-missing-argument", ".. admonition::\n\n  a\n", "1:1"),
        ("rst-empty-substitution", ".. |a|\n", "1:7"),
        ("rst-invalid-substitution", ".. |a| b\n", "1:8"),
    ]

    @Test(arguments: faults) func isNoted(id: String, text: String, place: String) throws {
        let source = SourceFile(path: "page.rst", bytes: Array(text.utf8))
        let notes = read(source, as: FileID(0)).notes
        let note = try #require(notes.first { $0.id == id }, "\(notes.map(\.id))")
        let position = source.position(at: Int(note.span?.range.start ?? 0))
        #expect("\(position.line):\(position.column)" == place)
        #expect(note.severity == .note)
    }

    /// A page as it should be gives rise to nothing.
    @Test func nothingIsNotedWithoutFault() {
        let text = """
            Locks
            =====

            * a
            * b

            ::

              c

            == ==
            d  e
            == ==

            .. note:: |f|

            .. |f| replace:: g

            """
        let source = SourceFile(path: "page.rst", bytes: Array(text.utf8))
        #expect(read(source, as: FileID(0)).notes == [])
    }
}
