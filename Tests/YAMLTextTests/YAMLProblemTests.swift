import SourceText
import Testing
import YAMLText

/// A fault, what is said about it and where, and what is read all the same.
struct FaultyYAML: Sendable, CustomStringConvertible {
    var text: String
    var value: String
    var notes: [String]

    init(_ text: String, _ value: String, _ notes: String...) {
        self.text = text
        self.value = value
        self.notes = notes
    }

    var description: String { text }
}

@Suite struct YAMLProblemTests {
    static let faults: [FaultyYAML] = [
        FaultyYAML(
            "a: 1\n   b: 2\nc: 3\n", "{a: 1, c: 3}",
            "2:4 'b: 2' is indented like no line above it [yaml-bad-indentation]"),
        FaultyYAML(
            "a: |x\n  b\nc: 3\n", "{a: |x, c: 3}",
            "1:5 'x' cannot be read as a block scalar [yaml-block-scalar]"),
        FaultyYAML(
            "a: b: c\n", "{a: b: c}",
            "1:4 an unquoted value cannot hold ': '; read as text: 'b: c' [yaml-colon-in-value]"),
        FaultyYAML(
            "a: 1\nb: 2\na: 3\n", "{a: 1, b: 2, a: 3}",
            "3:1 'a' is here a second time; its first value counts [yaml-duplicate-key]"),
        FaultyYAML(
            "{a: 1, a: 2}\n", "{a: 1, a: 2}",
            "1:8 'a' is here a second time; its first value counts [yaml-duplicate-key]"),
        FaultyYAML(
            "a: \"b\\q\"\n", "{a: \"b\\q\"}", "1:6 '\\q' is no escape sequence [yaml-escape]"),
        FaultyYAML(
            "a: [b c: d] e\nf: g\n", "{a: [b c: d] e, f: g}",
            "1:13 'e' follows a complete value [yaml-trailing-text]"),
        FaultyYAML(
            "a: [b\nc: d\n", "{a: [b, c: d}",
            "2:1 'c: d' is indented like no line above it [yaml-bad-indentation]"),
        FaultyYAML(
            "a: [\"b\" \"c\"]\n", "{a: [\"b\" \"c\"]}",
            "1:9 a comma or a closing bracket is missing before '\"c\"]' [yaml-flow]"),
        FaultyYAML(
            "a: 1\nb\nc: 3\n", "{a: 1, c: 3}",
            "2:1 'b' is neither a key nor an entry [yaml-not-an-entry]"),
        FaultyYAML(
            "a: \"b\nc: 3\n", "{a: b, c: 3}",
            "1:4 a closing quote is missing after '\"' [yaml-open-quote]"),
        FaultyYAML(
            "a: @b\n", "{a: @b}",
            "1:4 an unquoted value cannot begin with '@'; read as text [yaml-reserved-character]"),
        FaultyYAML(
            "a: 1\n---\nb: 2\n", "{a: 1}",
            "2:1 only the first document is read [yaml-several-documents]"),
        FaultyYAML(
            "a: *x\nb: 2\n", "{b: 2}",
            "1:4 no value before the alias 'x' has that name [yaml-unknown-alias]"),
        FaultyYAML(
            "a:\n\tb: 1\nc: 3\n", "{a: , c: 3}",
            "2:2 a tab cannot indent 'b: 1' [yaml-tab-indentation]"),
    ]

    @Test(arguments: faults) func problemsHavePlaces(_ item: FaultyYAML) {
        let (value, notes) = readYAML(item.text)
        #expect(value.map(flat) == item.value)
        #expect(notes.map { heading($0, in: item.text) } == item.notes)
    }

    /// What this reader does not have is refused by its name, and its entry is left out: a value
    /// that may be wrong is worse than none.
    @Test(arguments: [
        FaultyYAML("*x: 1\nb: 2\n", "{b: 2}", "1:1 the alias '*x:' is not supported"),
        FaultyYAML("&x a: 1\nb: 2\n", "{b: 2}", "1:1 the anchor '&x' is not supported"),
        FaultyYAML("a: !!int 1\nb: 2\n", "{b: 2}", "1:4 the tag '!!int' is not supported"),
        FaultyYAML("a: [1, !t 2]\nb: 2\n", "{b: 2}", "1:8 the tag '!t' is not supported"),
        FaultyYAML("? a\n: 1\nb: 2\n", "{b: 2}", "1:1 an explicit key is not supported"),
        FaultyYAML("a: {? c: d}\nb: 2\n", "{b: 2}", "1:5 an explicit key is not supported"),
        FaultyYAML("a: {[c]: d}\nb: 2\n", "{b: 2}", "1:8 a collection as a key is not supported"),
        FaultyYAML(
            "%YAML 1.2\n---\nb: 2\n", "{b: 2}", "1:1 the directive '%YAML 1.2' is not supported"),
    ])
    func unsupportedIsNeverAValue(_ item: FaultyYAML) {
        let (value, notes) = readYAML(item.text)
        #expect(value.map(flat) == item.value)
        let expected = item.notes.map { $0 + " [yaml-unsupported]" }
        #expect(notes.map { heading($0, in: item.text) } == expected)
        #expect(notes.allSatisfy { $0.severity == .error })
    }

    @Test func depthIsLimited() {
        let (_, notes) = readYAML(String(repeating: "[", count: 101))
        #expect(notes.map(\.id) == ["yaml-too-deep"])
    }

    /// `2.10` is not `2.1`, and `no` is not `false`.
    @Test(arguments: ["2.10", "0o17", "1_000", "no", "Yes", "~", "2020-01-01", ".5", "1e3"])
    func scalarsKeepTheirText(text: String) {
        let (value, notes) = readYAML("a: \(text) # why\n")
        #expect(value?["a"]?.text == text)
        #expect(notes == [])
    }

    private func heading(_ note: Diagnostic, in text: String) -> String {
        let start = Int(note.span?.range.start ?? 0)
        let before = Array(text.utf8).prefix(start)
        let line = before.count { $0 == 0x0A } + 1
        let column = before.reversed().prefix { $0 != 0x0A }.count + 1
        return "\(line):\(column) \(note.message) [\(note.id)]"
    }
}
