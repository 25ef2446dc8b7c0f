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
        let odd = samples.filter { !$0.document.isStrict }.map(\.text)
        for text in Set(odd + JSONRepairTests.cases.map(\.text)).sorted() {
            let bytes = Array(text.utf8)
            // The time of all prefixes grows with the square: a long sample is cut at a thousand places.
            for length in stride(from: 0, through: bytes.count, by: 1 + bytes.count / 1000) {
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
