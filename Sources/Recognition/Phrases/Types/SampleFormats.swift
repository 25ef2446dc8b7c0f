import APIModel

/// The format that a sample string shows by its form; `plain` where it shows none.
///
/// A date-time needs its offset: without one it names no instant.
package func stringFormat(of sample: String) -> StringFormat {
    var sample = sample
    return sample.withUTF8 { bytes in
        if isUUID(bytes) { return .uuid }
        if let end = dateEnd(bytes) {
            if end == bytes.count { return .date }
            return isTime(bytes, from: end) ? .dateTime : .plain
        }
        if isURI(bytes) { return .uri }
        return isEmail(bytes) ? .email : .plain
    }
}

private func isUUID(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 36 else { return false }
    var index = 0
    while index < 36 {
        let isDash = index == 8 || index == 13 || index == 18 || index == 23
        let byte = bytes[index]
        if isDash ? byte != 0x2D : !isHex(byte) { return false }
        index += 1
    }
    return true
}

private func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
}

/// The number in a run of digits, if all of them are digits.
private func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    guard start + count <= bytes.count else { return nil }
    var value = 0
    var index = start
    while index < start + count {
        guard isDigit(bytes[index]) else { return nil }
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
    }
    return value
}

/// `2020-01-31`.
private func dateEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, number(bytes, 0, 4) != nil,
        let month = number(bytes, 5, 2), let day = number(bytes, 8, 2)
    else { return nil }
    return (1...12).contains(month) && (1...31).contains(day) ? 10 : nil
}

/// `T12:00:00`, a fraction, and `Z`, `+01:00` or `+0100`.
private func isTime(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard start + 9 < bytes.count, bytes[start] | 0x20 == 0x74,
        let hour = number(bytes, start + 1, 2), bytes[start + 3] == 0x3A,
        let minute = number(bytes, start + 4, 2), bytes[start + 6] == 0x3A,
        let second = number(bytes, start + 7, 2), hour < 24, minute < 60, second <= 60
    else { return false }
    var index = start + 9
    if bytes[index] == 0x2E {
        index += 1
        let digits = index
        while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        guard index > digits, index < bytes.count else { return false }
    }
    if bytes[index] | 0x20 == 0x7A { return index + 1 == bytes.count }
    guard bytes[index] == 0x2B || bytes[index] == 0x2D, number(bytes, index + 1, 2) != nil else {
        return false
    }
    let minutes = index + 3 < bytes.count && bytes[index + 3] == 0x3A ? index + 4 : index + 3
    return number(bytes, minutes, 2) != nil && minutes + 2 == bytes.count
}

/// An absolute URL with a host and nothing left to fill in.
private func isURI(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count, index < 12, isLetter(bytes[index]) { index += 1 }
    guard index >= 2, index + 3 < bytes.count, bytes[index] == 0x3A, bytes[index + 1] == 0x2F,
        bytes[index + 2] == 0x2F, isWordByte(bytes[index + 3])
    else { return false }
    while index < bytes.count {
        switch bytes[index] {
        case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D, 0x7F...0xFF:
            return false
        default: index += 1
        }
    }
    return true
}

/// `name@host.tld`.
private func isEmail(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at: Int?
    var lastDot: Int?
    var index = 0
    while index < bytes.count {
        switch bytes[index] {
        case 0x40:
            guard at == nil else { return false }
            at = index
        case 0x2E: lastDot = index
        case 0x00...0x20, 0x22, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3C, 0x3E, 0x2F, 0x5B...0x5D:
            return false
        default: break
        }
        index += 1
    }
    guard let at, let lastDot, at > 0 else { return false }
    return lastDot > at + 1 && lastDot + 2 < bytes.count
}
