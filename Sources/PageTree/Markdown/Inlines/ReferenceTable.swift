import SourceText

/// Link reference definitions by their normalized label; the first of equal ones counts.
struct ReferenceTable {
    struct Entry {
        var destination: ByteRange
        var title: ByteRange
    }

    private var entries: [[UInt8]: Entry] = [:]

    var isEmpty: Bool { entries.isEmpty }

    mutating func define(_ label: [UInt8], _ entry: Entry) {
        if entries[label] == nil { entries[label] = entry }
    }

    func find(_ label: [UInt8]) -> Entry? { entries[label] }
}

/// A label as labels are compared: case folded, white space trimmed and collapsed.
func normalizedLabel(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> [UInt8] {
    var label: [UInt8] = []
    label.reserveCapacity(range.count)
    var isASCII = true
    var pendingSpace = false
    var index = Int(range.start)
    while index < Int(range.end) {
        let byte = bytes[index]
        index += 1
        if isWhite(byte) {
            pendingSpace = !label.isEmpty
            continue
        }
        if pendingSpace { label.append(0x20) }
        pendingSpace = false
        if byte >= 0x80 { isASCII = false }
        label.append(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte)
    }
    if isASCII { return label }
    // Lower case alone keeps `ß` and `SS` apart, which Unicode's case folding does not.
    let folded = String(decoding: label, as: UTF8.self).lowercased().uppercased().lowercased()
    return Array(folded.utf8)
}
