import APIModel

/// What a record can hold: written part by part, and read back in the same order.
protocol Recorded {
    init(from record: inout RecordReader) throws(RecordFault)
    func write(to record: inout RecordWriter)
}

/// Writes JSON without a blank: values one behind the other, divided by commas.
struct RecordWriter {
    private(set) var output: [UInt8] = []
    /// The constructs that evidence names; a value holds the index.
    private(set) var constructs: [String] = []
    private var numbers: [Construct: Int] = [:]

    mutating func write<Value: Recorded>(_ value: Value) {
        value.write(to: &self)
    }

    /// A list, whose values the body writes.
    mutating func list(_ body: (inout RecordWriter) -> Void) {
        divide()
        output.append(0x5B)
        body(&self)
        output.append(0x5D)
    }

    /// A key of the record's own object, as it stands in the file, and its value.
    mutating func key<Value: Recorded>(_ key: StaticString, _ value: Value) {
        raw(key)
        write(value)
    }

    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { output.append(contentsOf: $0) }
    }

    /// Each item has a line of its own, so that records can be compared as text.
    mutating func startLine() {
        divide()
        output.append(0x0A)
    }

    mutating func number(_ number: Int) {
        divide()
        if number >= 0, number < 10 {
            output.append(0x30 + UInt8(truncatingIfNeeded: number))
        } else {
            output += "\(number)".utf8
        }
    }

    mutating func flag(_ flag: Bool) {
        divide()
        output += (flag ? "true" : "false").utf8
    }

    mutating func construct(_ construct: Construct) {
        let index = numbers[construct] ?? constructs.count
        if index == constructs.count {
            constructs.append(construct.name)
            numbers[construct] = index
        }
        number(index)
    }

    mutating func text(_ text: String) {
        divide()
        output.append(0x22)
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, !needsEscape(bytes[end]) { end += 1 }
                output.append(contentsOf: bytes[start..<end])
                if end < bytes.count { escape(bytes[end]) }
                start = end + 1
            }
        }
        output.append(0x22)
    }

    /// A value follows another but at the beginning of a list, after a key or on a new line.
    private mutating func divide() {
        switch output.last {
        case nil, 0x5B, 0x3A, 0x0A: break
        default: output.append(0x2C)
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: output += "\\\"".utf8
        case 0x5C: output += "\\\\".utf8
        case 0x0A: output += "\\n".utf8
        default:
            let digits = Array("0123456789abcdef".utf8)
            output += "\\u00".utf8
            output.append(digits[Int(byte >> 4)])
            output.append(digits[Int(byte & 0xF)])
        }
    }
}

private func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C
}
