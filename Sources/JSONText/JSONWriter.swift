/// How `writeJSON` lays a value out.
package enum JSONLayout: Hashable, Sendable {
    /// One line, no blanks.
    case compact
    /// A member a line, indented by two; empty collections stay on one line.
    case pretty
}

/// Writes a value as RFC 8259 text, the same bytes for the same value on every machine.
///
/// Order and digits stay as they are. What JSON cannot say is written in the nearest form that it
/// can: a word (`int`, `<uuid>`) and a number that JSON does not know (`007`, `NaN`) become
/// strings; an elision is left out, with its member; alone, it is `null`. No line feed at the end.
package func writeJSON(_ value: JSONValue, layout: JSONLayout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(value)
    return writer.output
}

private struct JSONWriter {
    let layout: JSONLayout
    var output: [UInt8] = []
    var level = 0

    init(layout: JSONLayout) {
        self.layout = layout
    }

    mutating func write(_ value: JSONValue) {
        switch value.node {
        case .null, .elision: output.append(contentsOf: "null".utf8)
        case .boolean(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let digits): write(number: digits)
        case .string(let text), .word(let text): write(string: text)
        case .array(let items): write(items)
        case .object(let members): write(members)
        }
    }

    private mutating func write(number digits: String) {
        guard isJSONNumber(digits) else { return write(string: digits) }
        output.append(contentsOf: digits.utf8)
    }

    private mutating func write(_ items: [JSONValue]) {
        output.append(0x5B)
        var isFirst = true
        for item in items where item.node != .elision {
            separate(isFirst)
            isFirst = false
            write(item)
        }
        close(0x5D, isEmpty: isFirst)
    }

    private mutating func write(_ members: [JSONValue.Member]) {
        output.append(0x7B)
        var isFirst = true
        for member in members where member.value.node != .elision {
            separate(isFirst)
            isFirst = false
            write(string: member.key)
            output.append(0x3A)
            if layout == .pretty { output.append(0x20) }
            write(member.value)
        }
        close(0x7D, isEmpty: isFirst)
    }

    private mutating func separate(_ isFirst: Bool) {
        if isFirst { level += 1 } else { output.append(0x2C) }
        breakLine()
    }

    private mutating func close(_ bracket: UInt8, isEmpty: Bool) {
        if !isEmpty {
            level -= 1
            breakLine()
        }
        output.append(bracket)
    }

    private mutating func breakLine() {
        guard layout == .pretty else { return }
        output.append(0x0A)
        output.append(contentsOf: repeatElement(0x20, count: level * 2))
    }

    private mutating func write(string text: String) {
        output.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22: escape(0x22)
            case 0x5C: escape(0x5C)
            case 0x08: escape(0x62)
            case 0x09: escape(0x74)
            case 0x0A: escape(0x6E)
            case 0x0C: escape(0x66)
            case 0x0D: escape(0x72)
            case 0x00..<0x20:
                output.append(contentsOf: "\\u00".utf8)
                output.append(hexadecimal(byte >> 4))
                output.append(hexadecimal(byte & 0xF))
            default: output.append(byte)
            }
        }
        output.append(0x22)
    }

    private mutating func escape(_ letter: UInt8) {
        output.append(0x5C)
        output.append(letter)
    }

    private func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? 0x30 + digit : 0x57 + digit
    }
}

/// Whether digits as written are a number of RFC 8259.
package func isJSONNumber(_ digits: String) -> Bool {
    let bytes = Array(digits.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return false }
        return isJSONNumber(base, 0, bytes.count)
    }
}
