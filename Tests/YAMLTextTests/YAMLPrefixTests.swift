import SourceText
import Testing
import YAMLText

/// Half a page is still a page: every prefix of every case is read without a trap, and what is
/// read points into it.
@Suite struct YAMLPrefixTests {
    @Test func everyPrefixIsRead() throws {
        for item in try loadSuite() ?? [] {
            let bytes = Array(item.yaml.utf8)
            for length in 0...bytes.count {
                let (value, notes) = readYAML(Array(bytes[..<length]))
                #expect(notes.allSatisfy { isInside($0, length) }, "\(item.id) \(length)")
                guard let value else { continue }
                #expect(isInside(value, ByteRange(0, length)), "\(item.id) \(length)")
            }
        }
    }

    @Test(arguments: ["- ", "[", "{", "a: {", "- [", "\"", "? "])
    func nestingHasALimit(_ part: String) {
        let (_, notes) = readYAML(String(repeating: part, count: 50_000))
        #expect(isRefused(notes))
    }

    private func isInside(_ note: Diagnostic, _ length: Int) -> Bool {
        guard let range = note.span?.range else { return false }
        return range.start <= range.end && Int(range.end) <= length
    }

    /// What an alias stands for lies before it, so only the page encloses every value.
    private func isInside(_ value: YAMLValue, _ page: ByteRange) -> Bool {
        guard contains(page, value.range) else { return false }
        switch value.node {
        case .scalar(let scalar):
            return scalar.lines.allSatisfy { contains(page, $0.range) }
        case .sequence(let items):
            return items.allSatisfy { isInside($0, page) }
        case .mapping(let entries):
            return entries.allSatisfy { contains(page, $0.keyRange) && isInside($0.value, page) }
        }
    }

    private func contains(_ outer: ByteRange, _ inner: ByteRange) -> Bool {
        outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end
    }
}
