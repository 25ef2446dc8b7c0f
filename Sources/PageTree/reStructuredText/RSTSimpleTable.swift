import SourceText

extension RSTReader {
    mutating func readSimpleTable(
        at start: Int, _ region: RSTRegion, in parent: Int, into table: Int? = nil
    ) -> Int {
        var end = start
        while end < region.last, !lines[end].isBlank { end += 1 }
        return end
    }
}
