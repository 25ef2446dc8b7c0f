import APIModel
import Comparison
import SourceText
import Testing

@Suite struct RuleTests {
    @Test(arguments: ruleCases)
    func isFound(_ test: RuleCase) {
        let (old, new) = test.editions
        let found = compare(old, new).map(\.rule)
        #expect(found.contains(test.rule), "\(found.map(\.id))")
        #expect(
            Set(found.map(\.event)).subtracting([test.rule.event]).isEmpty, "\(found.map(\.id))")
    }

    /// The way back is the same changes, each by the opposite rule, with old and new in each other's
    /// place.
    @Test(arguments: ruleCases)
    func isReversible(_ test: RuleCase) {
        let (old, new) = test.editions
        let there = compare(old, new).map { [$0.rule.reversed.id, $0.new ?? "", $0.old ?? ""] }
        let back = compare(new, old).map { [$0.rule.id, $0.old ?? "", $0.new ?? ""] }
        #expect(there.sorted(by: precedes) == back.sorted(by: precedes))
    }

    /// Which page says something, and in which order operations are told, is no change.
    @Test(arguments: ruleCases)
    func staysWhenTheOperationMovesToAnotherPage(_ test: RuleCase) {
        let (old, new) = test.editions
        var moved = new
        moved.operations.reverse()
        moved.schemas.reverse()
        let before = compare(old, new).map(\.identity).sorted()
        #expect(compare(old, moved).map(\.identity).sorted() == before)
    }

    /// In a path, lists are written with commas whether a page says so or not.
    @Test func sayingWhatHoldsAnywayIsNoChange() {
        var said = library()
        said.operations[0].parameters[0].listStyle = fact(.comma)
        #expect(compare(library(), said).isEmpty)
    }

    @Test func everyRuleHasACase() {
        let tried = Set(ruleCases.flatMap { [$0.rule.id, $0.rule.reversed.id] })
        let missing = Rule.all.map(\.id).filter { !tried.contains($0) }
        #expect(missing.isEmpty, "\(missing)")
        #expect(Rule.all.count >= 60)
    }

    /// A rule that has no level would count as the worst, silently.
    @Test(arguments: ruleCases)
    func hasALevel(_ test: RuleCase) {
        let (old, new) = test.editions
        for change in compare(old, new) + compare(new, old) {
            #expect(Rule.all.contains(change.rule), "\(change.rule.id)")
        }
    }

    @Test func theSameIsNoChange() {
        #expect(compare(library(), library()).isEmpty)
    }

    @Test func anEnumerationThatGrowsBreaksReadersOnly() {
        #expect(Rule(.response, .valueAdded).level == .wire)
        #expect(Rule(.request, .valueAdded).level == .documentation)
        #expect(Rule(.response, .becameOptional).level == .source)
    }

    @Test func proseThatIsWrappedAnewIsNoChange() {
        var api = library()
        api.operations[0].description = fact("Lists the\n  books of a shelf.")
        #expect(compare(library(), api).isEmpty)
    }

    /// A type that is sent and received is reported for each, and says whom it reaches.
    @Test func aChangeOfATypeSaysWhomItReaches() {
        let test = RuleCase(.response, .propertyAdded) { api in
            guard case .object(var book) = api.schemas[0].definition else { return }
            book.properties.append(property("isbn", .string(.plain)))
            api.schemas[0].definition = .object(book)
        }
        let changes = compare(library(), test.editions.new)
        #expect(
            changes.map { "\($0.rule.id) \($0.subject) \($0.uses)" } == [
                "response-property-added Book.isbn "
                    + "[\"GET /shelves/{shelf}/books 200\", \"POST /books 201\"]",
                "request-property-added Book.isbn [\"POST /books body\"]",
            ])
    }
}

private func precedes(_ left: [String], _ right: [String]) -> Bool {
    left.lexicographicallyPrecedes(right)
}
