import SourceText

/// A cell as its tag says, over one to twenty columns and one to two hundred rows.
func tableCell(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: ScannedTag) -> Kind {
    var columns = 1
    var rows = 1
    var index = tag.attributesStart
    while let attribute = scanAttribute(bytes, at: index, before: tag.end, .commonMark) {
        index = attribute.end
        // Both names are seven letters long.
        guard attribute.name.count == 7 else { continue }
        switch lowercased(bytes[Int(attribute.name.start)]) {
        case 0x63 where isNamed("colspan", bytes, attribute.name):
            columns = number(bytes, attribute.value, atMost: 20)
        case 0x72 where isNamed("rowspan", bytes, attribute.name):
            rows = number(bytes, attribute.value, atMost: 200)
        default: break
        }
    }
    return .tableCell(alignment: .none, columns: UInt8(columns), rows: UInt8(rows))
}

private func isNamed(
    _ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange
) -> Bool {
    var index = 0
    while index < range.count {
        if lowercased(bytes[Int(range.start) + index]) != name.utf8Start[index] { return false }
        index += 1
    }
    return true
}

private func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, atMost most: Int
) -> Int {
    var number = 0
    var index = Int(range.start)
    while index < Int(range.end), isDigit(bytes[index]), number < 1000 {
        number = number * 10 + Int(bytes[index] - 0x30)
        index += 1
    }
    return min(max(number, 1), most)
}
