import Testing

/// The community's suite: what front matter uses is read exactly, the rest is refused aloud.
@Suite struct YAMLConformanceTests {
    @Test func validCases() throws {
        guard let suite = try loadSuite() else {
            print("yaml-valid: skipped (no ../shared)")
            return
        }
        let cases = suite.filter { $0.features.isEmpty && !$0.error }
        let missed = cases.filter { !passes($0) }.map(\.id)
        print("yaml-valid: \(cases.count - missed.count)/\(cases.count)")
        #expect(missed == [])
    }

    @Test func refusedCases() throws {
        guard let suite = try loadSuite() else {
            print("yaml-refused: skipped (no ../shared)")
            return
        }
        let cases = suite.filter { $0.features.isEmpty && $0.error }
        let missed = cases.filter { !isRefused(readYAML($0.yaml).notes) }.map(\.id)
        print("yaml-refused: \(cases.count - missed.count)/\(cases.count)")
        #expect(missed == [])
    }

    /// Cases with anchors, tags and the like: right, or refused, but never silently wrong.
    @Test func otherCases() throws {
        guard let suite = try loadSuite() else {
            print("yaml-other: skipped (no ../shared)")
            return
        }
        let cases = suite.filter { !$0.features.isEmpty }
        let wrong = cases.filter { isSilentlyWrong($0) }.map(\.id)
        let read = cases.filter { !isRefused(readYAML($0.yaml).notes) }.count
        print("yaml-other: \(wrong.count) wrong of \(cases.count), \(read) read")
        #expect(wrong == [])
    }

    /// Cases without JSON have keys that JSON cannot write; there is nothing to compare.
    private func passes(_ item: SuiteCase) -> Bool {
        let (value, notes) = readYAML(item.yaml)
        guard item.hasJSON else {
            return !isRefused(notes) || notes.allSatisfy { $0.id == "yaml-unsupported" }
        }
        return !isRefused(notes) && matches(value, item.json ?? .null)
    }

    private func isSilentlyWrong(_ item: SuiteCase) -> Bool {
        let (value, notes) = readYAML(item.yaml)
        if isRefused(notes) { return false }
        if item.error { return true }
        if item.isMultiple || !item.hasJSON { return false }
        return !matches(value, item.json ?? .null)
    }
}
