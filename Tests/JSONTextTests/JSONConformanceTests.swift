import JSONText
import Testing

/// The JSON fences of the corpora: what strict JSON refuses is read with a note.
@Suite struct JSONConformanceTests {
    /// Samples that were read once must be read for ever; the others are programs, forms and prose.
    private let recorded = 436

    @Test func fencesAreRepaired() throws {
        guard let samples = try loadSamples() else {
            print("json-fences: skipped (no ../shared)")
            return
        }
        let refused = samples.filter { !isStrictJSON($0.text) }
        let repaired = refused.filter { sample in
            let document = sample.document
            return document.failure == nil && !document.repairs.isEmpty
        }
        print("json-fences: \(repaired.count)/\(refused.count)")
        for sample in refused where sample.document.failure != nil {
            print(
                "json-fences: not read:", sample.page.path, sample.document.failure?.message ?? "")
        }
        #expect(repaired.count * 10 >= refused.count * 9)
        #expect(repaired.count >= recorded)
    }

    /// Repairs are empty exactly where a strict reader has nothing to complain of.
    @Test func repairsAreEmptyForStrictText() throws {
        guard let samples = try loadSamples() else { return }
        var wrong: [String] = []
        for sample in samples where sample.document.isStrict != isStrictJSON(sample.text) {
            wrong.append("\(sample.page.path): \(sample.text.prefix(300))")
        }
        #expect(wrong == [])
    }
}
