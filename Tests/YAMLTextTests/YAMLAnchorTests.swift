import Testing
import YAMLText

/// Values that are named where they stand and meant again elsewhere.
@Suite struct YAMLAnchorTests {
    @Test func mappingsInheritFromMappings() throws {
        let (value, notes) = readYAML(
            """
            base: &base
              type: integer
              required: true
            derived: &derived
              <<: *base
              required: false
            last:
              <<: [*derived, *base]
            """)
        #expect(notes.isEmpty)
        let last = try #require(value?["last"]).mergedEntries
        #expect(last.map(\.key) == ["required", "type"])
        #expect(last.map(\.value.text) == ["false", "integer"])
        #expect(value?["base"]?.mergedEntries.map(\.key) == ["type", "required"])
    }

    @Test(arguments: ["a: &x 1\nb: *x\n", "a: &x\n  1\nb: *x # c\n", "{a: &x 1, b: *x}\n"])
    func scalars(text: String) {
        let (value, notes) = readYAML(text)
        #expect(notes.isEmpty)
        #expect(value?["b"]?.text == "1")
    }

    @Test func noValueHoldsItself() {
        let (value, notes) = readYAML("a: &x [*x]\nb: 2\n")
        #expect(notes.map(\.id) == ["yaml-unknown-alias"])
        #expect(value?["b"]?.text == "2")
    }

    /// Ten lists, each ten times the one before, would be a thousand million values.
    @Test func growthIsLimited() {
        var text = "a0: &a0 value\n"
        for level in 1...10 {
            let alias = "*a\(level - 1)"
            let items = Array(repeating: alias, count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(items)]\n"
        }
        let (_, notes) = readYAML(text)
        #expect(notes.contains { $0.id == "yaml-too-many-aliases" })
    }

    @Test func namesUponNamesAreLimited() {
        let text = (0..<500).map { "&a\($0)\n" }.joined()
        #expect(readYAML(text).notes.map(\.id) == ["yaml-too-deep"])
    }

    /// What an alias stands for lies before the list that holds the alias.
    @Test func aliasesInLists() {
        let (value, notes) = readYAML(
            """
            ---
            hr:
              - Mark McGwir SS
              - &SS Sammy Sos
            rbi:
             - *SS #en Griffey
            """)
        #expect(notes.isEmpty)
        guard case .sequence(let named)? = value?["hr"]?.node,
            case .sequence(let meant)? = value?["rbi"]?.node
        else {
            Issue.record("no lists")
            return
        }
        #expect(meant == [named[1]])
        #expect(meant.first?.text == "Sammy Sos")
    }
}
