extension MarkedText {
    /// `»» name`, `↳ name`, `- name` and names behind no-break spaces as depth and name.
    ///
    /// Depths need not count up by one: what stands deeper than the row above it is part of that.
    var withoutDepthMarks: (depth: Int, text: MarkedText) {
        let bytes = Array(text.utf8)
        var depth = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x20 {
                index += 1
            } else if let length = depthMark(bytes, at: index) {
                depth += 1
                index += length
            } else {
                break
            }
        }
        guard depth > 0 else { return (0, self) }
        // What holds nothing but marks is no name.
        return (depth, index < bytes.count ? dropFirst(index) : MarkedText(""))
    }
}

/// The length of a mark that sets a name deeper, if one stands here.
private func depthMark(_ bytes: [UInt8], at index: Int) -> Int? {
    let byte = bytes[index]
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if byte == 0xC2, next == 0xBB || next == 0xA0 { return 2 }
    // Wide spaces: `&ensp;`, `&emsp;`.
    if byte == 0xE2, next == 0x80, index + 2 < bytes.count, [0x82, 0x83].contains(bytes[index + 2])
    {
        return 3
    }
    let isLast = index + 1 == bytes.count
    if byte == 0x2D, next == 0x20 || next == 0x2D || isLast { return 1 }
    if byte == 0x3E, next == 0x20 || next == 0x3E { return 1 }
    guard index + 2 < bytes.count else { return nil }
    // A dash of either length, with nothing but a space behind it.
    if byte == 0xE2, next == 0x80, bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94 {
        return index + 3 == bytes.count || bytes[index + 3] == 0x20 || bytes[index + 3] == 0xE2
            ? 3 : nil
    }
    switch (byte, next, bytes[index + 2]) {
    // `↳`, `→`, `∟`, `›`, and the lines `└`, `├`, `│`, `─` that trees are drawn with.
    case (0xE2, 0x86, 0xB3), (0xE2, 0x86, 0x92), (0xE2, 0x88, 0x9F), (0xE2, 0x80, 0xBA),
        (0xE2, 0x94, 0x80...0xBF):
        return 3
    default: return nil
    }
}

extension [Field] {
    /// Whether what is set deeper says its owner besides: `owner`, and below it `  owner.email`.
    var nameTheirOwners: Bool {
        var owner = ""
        var found = false
        for field in self {
            guard field.depth > 0 else {
                owner = field.name.value
                continue
            }
            guard !owner.isEmpty, field.name.value.hasPrefix(owner + ".") else { return false }
            found = true
        }
        return found
    }
}
