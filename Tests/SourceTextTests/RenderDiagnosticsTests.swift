import SourceText
import Testing

@Suite struct RenderDiagnosticsTests {
    @Test func showsTheLineAndMarksThePlace() {
        let text = rendered("one\n  \"deletedAt\": null,\n", "null")
        #expect(
            text == """
                Specs/A/page.md:2:16: warning: no null here [nullable-by-example]
                2 |   "deletedAt": null,
                  |                ^~~~

                """)
    }

    /// Columns count bytes, as compilers do; the caret stands below the character.
    @Test func caretsArePlacedByCharacter() {
        let text = rendered("\té…: x\n", "x")
        #expect(text.hasPrefix("Specs/A/page.md:1:9: warning"))
        #expect(text.hasSuffix("\n1 | \té…: x\n  | \t    ^\n"))
    }

    /// A page must not steer the terminal of whoever reads of it.
    @Test func controlCharactersAreMadeVisible() {
        let text = rendered("\u{1B}[31m \u{202E}x\u{7}\n", "x")
        #expect(text.contains("1 | \u{FFFD}[31m \u{FFFD}x\u{FFFD}\n"))
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    }

    @Test func aLongLineIsShownAroundThePlace() {
        let filler = String(repeating: "é", count: 100_000)
        let text = rendered(filler + "x" + filler, "x")
        #expect(text.utf8.count < 1000)
        #expect(text.contains("éx"))
    }

    @Test func everyLineEndingCounts() {
        for ending in ["\n", "\r\n", "\r"] {
            let text = rendered("a\(ending)b\(ending)x", "x")
            #expect(text.hasPrefix("Specs/A/page.md:3:1: "))
        }
    }

    @Test func aPlaceAtTheEndHasNoExcerpt() {
        let source = SourceFile(path: "page.md", bytes: Array("a\n".utf8))
        let text = rendered(source, ByteRange(2, 2))
        #expect(text == "Specs/A/page.md:2:1: warning: no null here [nullable-by-example]\n")
    }

    @Test func notesFollowWithTheirPlaces() {
        let sources = SourceSet([SourceFile(path: "page.md", bytes: Array("ab".utf8))])
        let first = SourceSpan(FileID(0), ByteRange(0, 1))
        let second = SourceSpan(FileID(0), ByteRange(1, 2))
        let diagnostic = Diagnostic(.error, "twice", "b", at: second, notes: [.init("a", first)])
        let text = render([diagnostic], of: sources, paths: ["p.md"], inColor: true)
        #expect(
            text == [
                "p.md:1:2: \u{1B}[1;31merror\u{1B}[0m: b [twice]\n1 | ab\n  |  ^\n"
                    + "p.md:1:1: \u{1B}[36mnote\u{1B}[0m: a\n1 | ab\n  | ^\n"
            ])
    }

    @Test func tablesAgreeWithCounting() {
        let source = SourceFile(path: "", bytes: Array("a\r\nbc\n\r\r\nd\n".utf8))
        let table = LineTable(source)
        for offset in 0...source.bytes.count {
            #expect(table.position(at: UInt32(offset)) == source.position(at: offset))
        }
    }

    private func rendered(_ text: String, _ word: String) -> String {
        let bytes = Array(text.utf8)
        let word = Array(word.utf8)
        let start = bytes.indices.first { bytes[$0...].starts(with: word) } ?? 0
        let source = SourceFile(path: "page.md", bytes: bytes)
        return rendered(source, ByteRange(start, start + word.count))
    }

    private func rendered(_ source: SourceFile, _ range: ByteRange) -> String {
        let diagnostic = Diagnostic(
            .warning, "nullable-by-example", "no null here", at: SourceSpan(FileID(0), range))
        return render(
            [diagnostic], of: SourceSet([source]), paths: ["Specs/A/page.md"], inColor: false
        ).joined()
    }
}
