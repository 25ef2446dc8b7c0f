import Testing

@testable import Emission

/// A comment is Markdown to those who read it, and what a page says is none.
@Suite struct DocCommentTests {
    @Test(arguments: [
        ("> Warning: x", "\\> Warning: x"), ("@Metadata x", "\\@Metadata x"),
        ("- Returns: x", "\\- Returns: x"), ("1. x", "1\\. x"), ("[a]: b", "\\[a]: b"),
        ("see [a](b)", "see [a\\](b)"), ("a ``Link`` b", "a `Link` b"), ("``a`b``", "a\\`b"),
        ("a ` b", "a \\` b"), ("<b>x", "\\<b>x"), ("a < b <= c", "a < b <= c"),
        ("at `users[2](x)`", "at `users[2](x)`"), ("\\[a](b)", "\\\\[a\\](b)"),
        ("matches \\d", "matches \\d"), ("one [of] \"a\"", "one [of] \"a\""),
        ("ends \\", "ends \\\\"),
    ])
    func wordsAreText(_ words: String, _ line: String) {
        #expect(SwiftDocComment(words, indentation: 4, limit: 2).lines == [line])
    }

    @Test func aLineThatIsWrappedBeginsNothing() {
        let words = String(repeating: "word ", count: 19) + "@Comment"
        let lines = SwiftDocComment(words, indentation: 0, limit: 2).lines
        #expect(lines.last == "\\@Comment", "\(lines)")
    }

    @Test func whatIsCutEndsBehindAWord() {
        let words = String(repeating: "seven77 ", count: 40)
        let lines = SwiftDocComment(words, indentation: 4, limit: 1).lines
        #expect(lines.count == 1)
        #expect(lines[0].hasSuffix("seven77 …"), "\(lines)")
        #expect(lines[0].count <= 92)
    }

    /// The backslash before the dash takes a place, and the blank behind it must not be left over.
    @Test(arguments: 80...100) func noLineIsCutSilentlyOrEndsInABlank(length: Int) {
        let words = "- " + String(repeating: "x", count: length - 10) + " - end of it"
        let lines = SwiftDocComment(words, indentation: 4, limit: 3).lines
        #expect(lines.joined(separator: " ").filter { $0 != "\\" } == words)
        #expect(lines.allSatisfy { $0.last != " " && $0.count <= 92 })
    }

    @Test func whatDoesNotFitEndsBehindASentence() {
        let words =
            "The day of it, e.g. Monday. " + String(repeating: "It goes on and on ", count: 20)
        #expect(
            SwiftDocComment(words, indentation: 4, limit: 2).lines == [
                "The day of it, e.g. Monday."
            ])
    }

    @Test func parametersAreItems() {
        var scope = IdentifierScope()
        let limit = (name: scope.member("limit"), text: "How many. - All")
        let sort = (
            name: scope.member("sort_by"), text: String(repeating: "seven77 ", count: 14)
        )
        let one = SwiftDocComment(parameters: [limit], indentation: 4, limit: 2)
        #expect(one.lines == ["- Parameter limit: How many. - All"])
        let two = SwiftDocComment(parameters: [limit, sort], indentation: 4, limit: 2)
        let seven = String(repeating: " seven77", count: 10)
        #expect(
            two.lines == [
                "- Parameters:", "  - limit: How many. - All", "  - sortBy:" + seven,
                "    seven77 seven77 seven77 seven77",
            ])
    }

    @Test(arguments: [
        ("The version.", "minVersion", ""), ("Suppliers", "ConnectionSupplier", ""),
        ("Version of it", "version", "Version of it"), ("ion", "Allocation", "ion"),
        ("The \u{E9}", "e", "The \u{E9}"),
    ])
    func whatANameSaysIsNotSaidAgain(_ text: String, _ name: String, _ left: String) {
        #expect(remark(text, besideThing: name) == left)
    }
}
