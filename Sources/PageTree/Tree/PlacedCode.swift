import SourceText

/// The text of a code block, and the way back to the page.
///
/// In most dialects the lines are bytes of the page. In HTML, tags colour the code and character
/// references hide its brackets; who reads code reads this text and asks for the place of what it
/// found.
package struct PlacedCode: Sendable {
    /// The lines joined by LF.
    package private(set) var bytes: [UInt8] = []
    /// Where pieces of the text start, and the bytes of the page that made them.
    private var pieces: [(start: Int, page: ByteRange)] = []
    private let path: String

    fileprivate init(path: String) {
        self.path = path
    }

    /// The text as a file of its own, for readers of files.
    package var source: SourceFile { SourceFile(path: path, bytes: bytes) }

    /// The bytes of the page that made a part of the text.
    package func place(_ range: Range<Int>) -> ByteRange {
        let start = place(range.lowerBound)
        guard range.upperBound > range.lowerBound else {
            return ByteRange(start.start, start.start)
        }
        let last = place(range.upperBound - 1)
        return ByteRange(start.start, max(start.start, last.end))
    }

    package func place(_ range: ByteRange) -> ByteRange {
        place(Int(range.start)..<Int(range.end))
    }

    /// The byte of the page behind one offset; all of a character reference for its character.
    private func place(_ offset: Int) -> (start: Int, end: Int) {
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].start <= offset { low = middle } else { high = middle }
        }
        guard low < pieces.count else { return (0, 0) }
        let piece = pieces[low]
        let length = (low + 1 < pieces.count ? pieces[low + 1].start : bytes.count) - piece.start
        // A line feed follows the last piece of a line.
        let isCopied = length == piece.page.count || length == piece.page.count + 1
        guard isCopied else { return (Int(piece.page.start), Int(piece.page.end)) }
        let start = min(Int(piece.page.start) + offset - piece.start, Int(piece.page.end))
        return (start, min(start + 1, Int(piece.page.end)))
    }

    fileprivate mutating func append(_ text: [UInt8], from range: ByteRange) {
        pieces.append((bytes.count, range))
        bytes += text
    }

    fileprivate mutating func endLine() { bytes.append(0x0A) }
}

extension Page {
    /// The text of a code block, or of code in a line.
    package func placedCode(_ id: NodeID) -> PlacedCode {
        var code = PlacedCode(path: source.path)
        if case .codeSpan = kind(id) {
            append(id, to: &code)
            return code
        }
        var child = firstChild(id)
        while let line = child {
            child = next(line)
            guard case .codeLine = kind(line) else { continue }
            append(line, to: &code)
            code.endLine()
        }
        return code
    }

    private func append(_ line: NodeID, to code: inout PlacedCode) {
        guard firstChild(line) != nil else {
            let range = range(line)
            guard range.end <= source.bytes.count else { return }
            code.append(Array(source.bytes[Int(range.start)..<Int(range.end)]), from: range)
            return
        }
        for part in children(line) {
            code.append(Array(plainText(part).utf8), from: range(part))
        }
    }
}
