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
                let page = ByteRange(0, length)
                let isSound = isInside(value, page, page: item.yaml.contains("*") ? page : nil)
                #expect(isSound, "\(item.id) \(length)")
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

    /// What an alias stands for lies before it, so that only the page encloses every value where
    /// there are any.
    private func isInside(_ value: YAMLValue, _ outer: ByteRange, page: ByteRange?) -> Bool {
        guard contains(outer, value.range) else { return false }
        let inner = page ?? value.range
        switch value.node {
        case .scalar(let scalar):
            return scalar.lines.allSatisfy { contains(outer, $0.range) }
        case .sequence(let items):
            return items.allSatisfy { isInside($0, inner, page: page) }
        case .mapping(let entries):
            return entries.allSatisfy { entry in
                contains(inner, entry.keyRange) && isInside(entry.value, inner, page: page)
            }
        }
    }

    private func contains(_ outer: ByteRange, _ inner: ByteRange) -> Bool {
        outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end
    }
}
