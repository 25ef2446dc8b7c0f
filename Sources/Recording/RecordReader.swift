import APIModel
import SourceText

/// Reads what `RecordWriter` wrote, and nothing else: the first byte that differs ends it.
struct RecordReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The number of the file that the record is of, which a record cannot know.
    let file: FileID
    var constructs: [Construct] = []
    private var index = 0
    private var depth = 0

    /// Deeper than any reader of pages lets a value nest.
    private static let depthLimit = 1000

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ file: FileID) {
        self.bytes = bytes
        self.file = file
    }

    var fault: RecordFault { .damaged(at: index) }

    var isAtEnd: Bool { index == bytes.count }

    mutating func next<Value: Recorded>() throws(RecordFault) -> Value {
        try Value(from: &self)
    }

    /// The value of a key, as both stand in the file.
    mutating func value<Value: Recorded>(_ key: StaticString) throws(RecordFault) -> Value {
        try expect(key)
        return try next()
    }

    /// Whether the text stands here; if so, goes behind it.
    mutating func skip(_ text: StaticString) -> Bool {
        let end = index + text.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        let stands = text.withUTF8Buffer { bytes[index..<end].elementsEqual($0) }
        if stands { index = end }
        return stands
    }

    mutating func expect(_ text: StaticString) throws(RecordFault) {
        guard skip(text) else { throw fault }
    }

    mutating func open() throws(RecordFault) {
        divide()
        guard take(0x5B), depth < Self.depthLimit else { throw fault }
        depth += 1
    }

    mutating func close() throws(RecordFault) {
        guard take(0x5D) else { throw fault }
        depth -= 1
    }

    /// A list, each of whose values the body reads.
    mutating func list(
        _ body: (inout RecordReader) throws(RecordFault) -> Void
    ) throws(RecordFault) {
        try open()
        while !stands(0x5D) {
            let before = index
            try body(&self)
            if index == before { throw fault }
        }
        try close()
    }

    private func stands(_ byte: UInt8) -> Bool {
        index < bytes.count && bytes[index] == byte
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard stands(byte) else { return false }
        index += 1
        return true
    }

    private mutating func divide() {
        if stands(0x2C) { index += 1 }
        if stands(0x0A) { index += 1 }
    }
}

// MARK: Plain values

extension RecordReader {
    mutating func number() throws(RecordFault) -> Int {
        divide()
        let isNegative = take(0x2D)
        let start = index
        var number = 0
        // Eighteen digits are below 2^63.
        while index < bytes.count, index - start < 18, (0x30...0x39).contains(bytes[index]) {
            number = number * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        guard index > start else { throw fault }
        return isNegative ? -number : number
    }

    mutating func number(in range: ClosedRange<Int>) throws(RecordFault) -> Int {
        let number = try number()
        guard range.contains(number) else { throw fault }
        return number
    }

    mutating func flag() throws(RecordFault) -> Bool {
        divide()
        if skip("true") { return true }
        try expect("false")
        return false
    }

    mutating func construct() throws(RecordFault) -> Construct {
        let number = try number()
        guard constructs.indices.contains(number) else { throw fault }
        return constructs[number]
    }

    mutating func text() throws(RecordFault) -> String {
        divide()
        guard take(0x22) else { throw fault }
        let start = index
        while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
        let plain = UnsafeBufferPointer(rebasing: bytes[start..<index])
        if take(0x22) { return String(decoding: plain, as: UTF8.self) }
        return try escapedText(after: Array(plain))
    }

    private mutating func escapedText(after plain: [UInt8]) throws(RecordFault) -> String {
        var text = plain
        while index < bytes.count, bytes[index] != 0x22 {
            let byte = bytes[index]
            index += 1
            text.append(byte == 0x5C ? try escaped() : byte)
        }
        guard take(0x22) else { throw fault }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func escaped() throws(RecordFault) -> UInt8 {
        if take(0x22) { return 0x22 }
        if take(0x5C) { return 0x5C }
        if take(0x6E) { return 0x0A }
        guard skip("u00"), let high = digit(at: index), let low = digit(at: index + 1) else {
            throw fault
        }
        index += 2
        return high << 4 | low
    }

    private func digit(at index: Int) -> UInt8? {
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case let byte where (0x30...0x39).contains(byte): return byte - 0x30
        case let byte where (0x61...0x66).contains(byte): return byte - 0x61 + 10
        default: return nil
        }
    }
}
