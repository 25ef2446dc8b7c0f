import SourceText

extension RSTReader {
    mutating func addCSVTable(
        _ name: ByteRange, _ body: RSTRegion, _ mark: Int, _ start: Int, in parent: Int
    ) {
        addDirective(name, .raw, body, mark, start, in: parent)
    }
}
