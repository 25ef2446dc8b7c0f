import CaseSupport
import Foundation
import Testing

/// Every `.case` below `Tests`, whichever module it belongs to; none is listed by hand.
@Suite struct CaseTests {
    @Test(arguments: try cases(in: packageFolder.appendingPathComponent("Tests")))
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
