/// The bytes of one input and the path people know it by.
///
/// Bytes are never copied out of it for reading: every later stage points back here with
/// offsets, so that a fact can always show the place it came from.
package struct SourceFile: Sendable {
    /// The path as diagnostics print it, with `/` between components.
    package let path: String
    package let bytes: [UInt8]
    /// Where lines begin in a file whose text is not at hand; its bytes are none.
    package let lines: LineTable?

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        lines = nil
    }

    package init(path: String, lines: LineTable) {
        self.path = path
        bytes = []
        self.lines = lines
    }

    /// The text under a range, ill-formed UTF-8 repaired.
    package func text(_ range: ByteRange) -> String {
        guard range.end <= bytes.count, !range.isEmpty else { return "" }
        return String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
    }
}

/// Names one file of a `SourceSet`.
package struct FileID: Hashable, Comparable, Sendable {
    package let rawValue: UInt32

    package init(_ rawValue: UInt32) {
        self.rawValue = rawValue
    }

    package static func < (left: FileID, right: FileID) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A half-open range of byte offsets into one file.
///
/// 32 bits hold every page there is and keep a tree node small.
package struct ByteRange: Hashable, Sendable {
    package var start: UInt32
    package var end: UInt32

    package init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: max(start, end))
    }

    package static let empty = ByteRange(0, 0)

    package var isEmpty: Bool { start == end }
    package var count: Int { Int(end) - Int(start) }
}

/// A range of bytes in a file of the run: the evidence behind every fact.
package struct SourceSpan: Hashable, Comparable, Sendable {
    package let file: FileID
    package let range: ByteRange

    package init(_ file: FileID, _ range: ByteRange) {
        self.file = file
        self.range = range
    }

    package static func < (left: SourceSpan, right: SourceSpan) -> Bool {
        (left.file, left.range.start, left.range.end)
            < (right.file, right.range.start, right.range.end)
    }
}
