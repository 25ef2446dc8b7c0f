/// One line, or what is left of it inside containers, as offsets into the page.
///
/// Nested text (Markdown in a YAML block scalar, a table in a list item) is an array of these:
/// the original bytes minus indentation, never a dedented copy.
package struct LineSlice: Hashable, Sendable {
    /// First byte that belongs to the nested text.
    package var start: UInt32
    /// One past the last byte, before the line ending.
    package var end: UInt32
    /// One past the line ending; equal to `end` at the end of input.
    package var next: UInt32

    package init(start: Int, end: Int, next: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.next = UInt32(truncatingIfNeeded: next)
    }

    package var range: ByteRange { ByteRange(Int(start), Int(end)) }
    package var isEmpty: Bool { start == end }
}

extension SourceFile {
    /// Every line of the file or of a part of it, ended by LF, CRLF or lone CR.
    package func lines(in range: ByteRange? = nil) -> [LineSlice] {
        let from = Int(range?.start ?? 0)
        let to = min(Int(range?.end ?? UInt32(bytes.count)), bytes.count)
        var lines: [LineSlice] = []
        bytes.withUnsafeBufferPointer { bytes in
            var start = from
            var index = from
            while index < to {
                let byte = bytes[index]
                guard byte == 0x0A || byte == 0x0D else {
                    index += 1
                    continue
                }
                let isCRLF = byte == 0x0D && index + 1 < to && bytes[index + 1] == 0x0A
                let next = index + (isCRLF ? 2 : 1)
                lines.append(LineSlice(start: start, end: index, next: next))
                start = next
                index = next
            }
            if start < to { lines.append(LineSlice(start: start, end: to, next: to)) }
        }
        return lines
    }
}
