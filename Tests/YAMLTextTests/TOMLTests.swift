import SourceText
import Testing
import YAMLText

/// Heads in TOML, as the values that heads in YAML have.
@Suite struct TOMLTests {
    @Test(arguments: [
        ("a = 1\nb = \"x\"\n", "{a: 1, b: x}"),
        ("a = 'C:\\no' # why\n", "{a: C:\\no}"),
        (#"a = "t\tq\" \u00e9 \U0001F600""#, "{a: t\tq\" é 😀}"),
        ("a = [1, [\"x, y\", 2],\n # why\n 3,\n]\nb = []\n", "{a: [1, [x, y, 2], 3], b: []}"),
        ("a = { b = 1, c.d = true }\n", "{a: {b: 1, c: {d: true}}}"),
        ("a.b.c = 1979-05-27T07:32:00Z\n", "{a: {b: {c: 1979-05-27T07:32:00Z}}}"),
        ("\"a b\" = 1\n'c' = 2\n", "{a b: 1, c: 2}"),
        ("x = 1\n[a]\nb = 2\n[a.c]\nd = 3\n", "{x: 1, a: {b: 2, c: {d: 3}}}"),
        ("[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\nb = 3\n", "{a: [{b: 1, c: {d: 2}}, {b: 3}]}"),
        ("a = \"\"\"\nx\n\"y\"\n\"\"\"\nb = '''z'''\n", "{a: x\n\"y\"\n, b: z}"),
        ("a = \"\"\"x \\\n  y \\\"z\\\" \\u00e9\"\"\"\n", "{a: x y \"z\" é}"),
        ("a = 1\r\nb = 2\r\n", "{a: 1, b: 2}"),
    ])
    func values(text: String, value: String) {
        let (read, notes) = readTOML(text)
        #expect(read.map(flat) == value)
        #expect(notes == [])
    }

    @Test func linesOfLongStringsKeepTheirPlaces() {
        let text = "a = '''\nx\r\n  y\n'''\n"
        guard case .scalar(let scalar)? = readTOML(text).value?["a"]?.node else {
            Issue.record("no scalar")
            return
        }
        let bytes = Array(text.utf8)
        let lines = scalar.lines.map { line in
            String(decoding: bytes[Int(line.start)..<Int(line.end)], as: UTF8.self)
        }
        #expect(lines == ["x", "  y"])
    }

    /// A line that is wrong costs itself.
    @Test(arguments: [
        ("a\nb = 2\n", "{b: 2}", "a"), ("a = \nb = 2\n", "{b: 2}", "a = "),
        ("a = \"x\nb = 2\n", "{b: 2}", "a = \"x"),
        ("a = \"\\q\"\nb = 2\n", "{b: 2}", "a = \"\\q\""),
        ("a = 1 2 = 3\nb = 2\n", "{b: 2}", "a = 1 2 = 3"), ("b = 2\n[a\nb = 3\n", "{b: 2}", "[a"),
        ("b = 2\na = [1,\n", "{b: 2}", "a = [1,"),
        ("b = 2\nc = '''x\n", "{b: 2}", "c = '''x"),
    ])
    func faultsHaveAPlace(text: String, value: String, fault: String) {
        let (read, notes) = readTOML(text)
        #expect(read.map(flat) == value)
        #expect(notes.map(\.id) == ["toml-head"])
        #expect(notes[0].message == "'\(fault)' is no key with a value, and no table")
    }

    /// What is said twice is not merged: the first counts, and a message says so.
    @Test(arguments: [
        ("a = 1\na = 2\n", "{a: 1}"), ("a = 1\n[a]\nb = 2\n", "{a: 1}"),
        ("[[a]]\nb = 1\n[a]\nc = 2\n", "{a: [{b: 1}]}"), ("a = 1\na.b = 2\n", "{a: 1}"),
    ])
    func namesStandOnce(text: String, value: String) {
        let (read, notes) = readTOML(text)
        #expect(read.map(flat) == value)
        #expect(notes.map(\.id) == ["toml-head"])
    }

    @Test func depthAndTablesAreLimited() {
        let deep = readTOML("a = " + String(repeating: "[", count: 50_000))
        #expect(deep.value == nil && deep.notes.map(\.id) == ["toml-head"])
        let wide = readTOML((0..<1002).map { "[t\($0)]\nx = 1\n" }.joined())
        #expect(wide.notes.count == 2 && wide.notes[0].id == "toml-head")
    }

    private func readTOML(_ text: String) -> (value: YAMLValue?, notes: [Diagnostic]) {
        let source = SourceFile(path: "test.md", bytes: Array(text.utf8))
        return YAMLText.readTOML(source.lines(), of: source, as: FileID(0))
    }
}
