import CaseSupport
import Foundation
import Testing

@testable import Recognition

@Suite struct SearchTermTests {
    private let cell =
        "Fields are: mail: mail — Things with the given mail has: box — Things in a box has: red tag — "
        + "Tagged things in(shelf: shelf, with: label) — Things on a shelf id: value — The thing |"

    @Test func readsTermsWithoutSeparators() {
        let terms = readSearchTerms(cell)
        #expect(terms.map(\.name) == ["mail", "has", "has", "in", "id"])
        #expect(
            terms.map { $0.arguments.map(\.value) } == [
                ["mail"], ["box"], ["red tag"], ["shelf", "label"], ["value"],
            ])
        #expect(terms.map { $0.arguments[0].isLiteral } == [false, true, true, false, false])
        #expect(terms.map(\.description).last == "The thing")
        #expect(terms[3].arguments.map(\.label) == ["shelf", "with"])
    }

    @Test func proseHasNoTerms() {
        #expect(readSearchTerms("A dash — and another — in prose").isEmpty)
        #expect(readSearchTerms("Note: this — is one").isEmpty)
        #expect(readSearchTerms("").isEmpty)
    }

    @Test func aWholeGrammar() throws {
        guard let shared = sharedFolder() else {
            print("aWholeGrammar: skipped (no ../shared)")
            return
        }
        let folder = shared.appendingPathComponent("seeds")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var counts: [Int] = []
        for name in names {
            let page = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            for line in page.split(separator: "\n") where line.hasPrefix("query |") {
                let terms = readSearchTerms(String(line))
                counts.append(terms.count)
                let literals = terms.filter { $0.arguments[0].isLiteral }.map(\.name)
                #expect(Set(literals) == ["has", "is"])
                #expect(terms.contains { $0.arguments[0].value == "accepted end-user agreement" })
            }
        }
        #expect(counts == [68])
    }
}
