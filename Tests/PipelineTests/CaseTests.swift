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
}
