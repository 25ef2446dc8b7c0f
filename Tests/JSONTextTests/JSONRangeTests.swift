import JSONText
import SourceText
import Testing

/// The bytes under a range are the bytes that made the value, for whole texts and every prefix.
@Suite struct JSONRangeTests {
    @Test func rangesHoldInTheCorpora() throws {
        for sample in try loadSamples() ?? [] {
            check(sample.document, of: sample.page, sample.lines)
        }
    }

    @Test func everyPrefixIsRead() throws {
        let samples = try loadSamples() ?? []
        let odd = samples.filter { !$0.document.isStrict && $0.text.utf8.count < 1500 }
        for sample in odd.prefix(60) {
            let bytes = Array(sample.text.utf8)
            for length in 0...bytes.count {
                let page = SourceFile(path: "prefix", bytes: Array(bytes[..<length]))
                check(readJSON(page), of: page, page.lines())
            }
        }
        for item in JSONRepairTests.cases {
            let bytes = Array(item.text.utf8)
            for length in 0...bytes.count {
                let page = SourceFile(path: "prefix", bytes: Array(bytes[..<length]))
                check(readJSON(page), of: page, page.lines())
            }
        }
    }

    private func check(_ document: JSONDocument, of page: SourceFile, _ lines: [LineSlice]) {
        let whole = ByteRange(Int(lines.first?.start ?? 0), Int(lines.last?.next ?? 0))
        var problems: [String] = []
        for value in document.values { check(value, in: whole, of: page, &problems) }
        for repair in document.repairs where !contains(whole, repair.range) {
            problems.append("repair \(repair)")
        }
        #expect(problems == [], "\(page.path)")
    }

    private func check(
        _ value: JSONValue, in outer: ByteRange, of page: SourceFile, _ problems: inout [String]
    ) {
        if !contains(outer, value.range) { problems.append("\(show(value)) \(value.range)") }
        switch value.node {
        case .array(let items):
            for item in items { check(item, in: value.range, of: page, &problems) }
        case .object(let members):
            for member in members {
                if !contains(value.range, member.keyRange) { problems.append(member.key) }
                check(member.value, in: value.range, of: page, &problems)
            }
        case .number(let text), .word(let text):
            if page.text(value.range) != text { problems.append(text) }
        case .null, .boolean, .string, .elision:
            break
        }
    }

    private func contains(_ outer: ByteRange, _ inner: ByteRange) -> Bool {
        outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end
    }
}
