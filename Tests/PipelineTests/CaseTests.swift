import CaseSupport
import Foundation
import Testing

/// Every `.case` below `Tests`, whichever module it belongs to; none is listed by hand.
///
/// Payloads are put into models, not onto pages; the tests of Emission read those.
private func pageCases() throws -> [Case] {
    try cases(in: packageFolder.appendingPathComponent("Tests"))
        .filter { test in !test.sections.contains { $0.name == "payload" } }
}

@Suite struct CaseTests {
    @Test(arguments: try pageCases())
    func holds(_ test: Case) throws {
        for problem in try check(test, stages: stages) {
            Issue.record(Comment(rawValue: problem))
        }
    }

    /// Recording an expectation changes nothing else of the document.
    @Test func writesBackWhatItRead() {
        let text = "Why it exists.\n-- page.md --\n`GET /a`\n\n-- facts --\nGET /a\n"
        let file = URL(fileURLWithPath: "a.case")
        #expect(Case(file: file, text: text).text == text)
    }
}
