import SourceText

/// The lines of a paragraph as one run of bytes.
///
/// Where only white space stands between the lines, it is the page itself. Where a container's
/// marks do, as in a quote, the lines are copied, and every offset leads back to the page.
struct TextView {
    let bytes: UnsafeBufferPointer<UInt8>
    let start: Int
    let end: Int
    /// Offsets of copied lines, in the copy and on the page; empty if nothing was copied.
    let lines: [CopiedLine]

    struct CopiedLine {
        var copy: Int
        var page: Int
    }

    /// Where a byte of the view stands on the page.
    func page(_ index: Int) -> Int {
        if lines.isEmpty { return index }
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].copy <= index { low = middle } else { high = middle }
        }
        return lines[low].page + index - lines[low].copy
    }

    func page(_ range: ByteRange) -> ByteRange {
        if lines.isEmpty { return range }
        let start = page(Int(range.start))
        return range.isEmpty
            ? ByteRange(start, start) : ByteRange(start, page(Int(range.end) - 1) + 1)
    }
}

/// Whether only white space stands between consecutive lines, so that they can be read in place.
func isContiguous(
    _ segments: [ByteRange], from first: Int, count: Int, in bytes: UnsafeBufferPointer<UInt8>
) -> Bool {
    var line = first + 1
    while line < first + count {
        var index = Int(segments[line - 1].end)
        let next = Int(segments[line].start)
        while index < next {
            guard isWhite(bytes[index]) else { return false }
            index += 1
        }
        line += 1
    }
    return true
}

/// Calls `body` with the text of some lines.
func withTextView<Result>(
    _ segments: [ByteRange], from first: Int, count: Int, in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (TextView) -> Result
) -> Result {
    let start = Int(segments[first].start)
    let end = Int(segments[first + count - 1].end)
    if count == 1 || isContiguous(segments, from: first, count: count, in: bytes) {
        return body(TextView(bytes: bytes, start: start, end: end, lines: []))
    }
    var copy: [UInt8] = []
    copy.reserveCapacity(end - start)
    var lines: [TextView.CopiedLine] = []
    for segment in segments[first..<first + count] {
        if !copy.isEmpty { copy.append(0x0A) }
        lines.append(TextView.CopiedLine(copy: copy.count, page: Int(segment.start)))
        copy.append(contentsOf: bytes[Int(segment.start)..<Int(segment.end)])
    }
    return copy.withUnsafeBufferPointer { copied in
        body(TextView(bytes: copied, start: 0, end: copied.count, lines: lines))
    }
}
