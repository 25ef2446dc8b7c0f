/// A character reference that was read: its scalars and where it ends.
struct CharacterReference {
    var first: UInt32
    /// 0 when there is one scalar.
    var second: UInt32
    var next: Int
}

/// Reads `&name;`, `&#10;` or `&#xA;`; nil if these bytes are none.
func scanCharacterReference(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int
) -> CharacterReference? {
    let index = start + 1
    guard index < end else { return nil }
    if bytes[index] == 0x23 { return scanNumericReference(bytes, at: index + 1, before: end) }
    var next = index
    let limit = min(end, index + 32)
    while next < limit, isLetter(bytes[next]) || isDigit(bytes[next]) { next += 1 }
    guard next > index, next < end, bytes[next] == 0x3B,
        let scalars = findNamedReference(bytes, index, next - index)
    else { return nil }
    return CharacterReference(first: scalars.first, second: scalars.second, next: next + 1)
}

private func scanNumericReference(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int
) -> CharacterReference? {
    var index = start
    let isHex = index < end && bytes[index] | 0x20 == 0x78
    if isHex { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < end, index - digits < (isHex ? 6 : 7), let digit = hexDigit(bytes[index]),
        isHex || digit < 10
    {
        value = value * (isHex ? 16 : 10) + digit
        index += 1
    }
    guard index > digits, index < end, bytes[index] == 0x3B else { return nil }
    let isScalar = value > 0 && value <= 0x10FFFF && !(0xD800...0xDFFF).contains(value)
    return CharacterReference(first: isScalar ? value : 0xFFFD, second: 0, next: index + 1)
}

func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    case 0x61...0x66: UInt32(byte) - 0x57
    default: nil
    }
}

// MARK: Names

/// Where each row of `namedCharacterReferences` starts.
private let rowStarts: [Int32] = {
    let count = namedCharacterReferences.utf8CodeUnitCount
    let text = namedCharacterReferences.utf8Start
    var starts: [Int32] = [0]
    starts.reserveCapacity(2200)
    var index = 0
    while index < count {
        if text[index] == 0x3B, index + 1 < count { starts.append(Int32(index + 1)) }
        index += 1
    }
    return starts
}()

func findNamedReference(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
) -> (first: UInt32, second: UInt32)? {
    var low = 0
    var high = rowStarts.count
    while low < high {
        let middle = (low + high) / 2
        let row = Int(rowStarts[middle])
        switch compare(bytes, start, count, row) {
        case 0: return readScalars(row + count + 1)
        case let order where order < 0: high = middle
        default: low = middle + 1
        }
    }
    return nil
}

/// Negative if the bytes sort before the name of a row, 0 if they are equal.
private func compare(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int, _ row: Int
) -> Int {
    let text = namedCharacterReferences.utf8Start
    var index = 0
    while index < count {
        let order = Int(bytes[start + index]) - Int(text[row + index])
        if order != 0 { return order }
        index += 1
    }
    return text[row + count] == 0x20 ? 0 : -1
}

private func readScalars(_ start: Int) -> (first: UInt32, second: UInt32) {
    let text = namedCharacterReferences.utf8Start
    var scalars: (first: UInt32, second: UInt32) = (0, 0)
    var index = start
    while text[index] != 0x3B {
        if text[index] == 0x20 {
            scalars = (scalars.second, 0)
        } else {
            scalars.second = scalars.second * 16 + (hexDigit(text[index]) ?? 0)
        }
        index += 1
    }
    return scalars.first == 0 ? (scalars.second, 0) : scalars
}
