/// The identifiers of Swift source text that stand outside comments and literals.
///
/// Knows what generated code holds: line comments, block comments that nest, and `"…"` literals
/// without interpolation. Any other literal, and an interpolation, would be a fault of its own and
/// is read as code.
func identifiers(in source: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    var index = 0
    func at(_ offset: Int) -> UInt8 { index + offset < source.count ? source[index + offset] : 0 }
    while index < source.count {
        if at(0) == 0x2F, at(1) == 0x2F {
            while index < source.count, at(0) != 0x0A, at(0) != 0x0D { index += 1 }
        } else if at(0) == 0x2F, at(1) == 0x2A {
            index = endOfBlockComment(source, from: index)
        } else if at(0) == 0x22 {
            index += 1
            while index < source.count, at(0) != 0x22, at(0) != 0x0A, at(0) != 0x0D {
                // What follows `\(` is code again.
                if at(0) == 0x5C, at(1) == 0x28 { break }
                index += at(0) == 0x5C ? 2 : 1
            }
            index += 1
        } else if at(0).isNameByte {
            let start = index
            while index < source.count, at(0).isNameByte { index += 1 }
            found.insert(String(decoding: source[start..<index], as: UTF8.self))
        } else {
            index += 1
        }
    }
    return found
}

private func endOfBlockComment(_ source: [UInt8], from start: Int) -> Int {
    var depth = 0
    var index = start
    while index + 1 < source.count {
        switch (source[index], source[index + 1]) {
        case (0x2F, 0x2A):
            depth += 1
            index += 2
        case (0x2A, 0x2F):
            depth -= 1
            index += 2
            if depth == 0 { return index }
        default: index += 1
        }
    }
    return source.count
}

extension UInt8 {
    fileprivate var isNameByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
        default: false
        }
    }
}
