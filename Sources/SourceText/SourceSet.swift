/// All inputs of a run, ordered; the one place where an offset becomes a line and a column.
///
/// Lines and columns are for people only, so they are computed when a person is told.
package struct SourceSet: Sendable {
    package private(set) var files: [SourceFile]

    package init(_ files: [SourceFile] = []) {
        self.files = files
    }

    package subscript(id: FileID) -> SourceFile {
        files[Int(id.rawValue)]
    }

    package var ids: [FileID] {
        files.indices.map { FileID(UInt32($0)) }
    }

    @discardableResult
    package mutating func append(_ file: SourceFile) -> FileID {
        files.append(file)
        return FileID(UInt32(files.count - 1))
    }

    package func text(_ span: SourceSpan) -> String {
        self[span.file].text(span.range)
    }

    package func position(_ span: SourceSpan) -> SourcePosition {
        self[span.file].position(at: Int(span.range.start))
    }
}

/// A place as editors and compilers write it: 1-based line, 1-based UTF-8 column.
package struct SourcePosition: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension SourceFile {
    /// Counts lines at LF, CRLF and lone CR, as the readers do.
    package func position(at offset: Int) -> SourcePosition {
        if let lines { return lines.position(at: UInt32(truncatingIfNeeded: offset)) }
        let limit = min(offset, bytes.count)
        return bytes.withUnsafeBufferPointer { bytes in
            var line = 1
            var lineStart = 0
            var index = 0
            while index < limit {
                let byte = bytes[index]
                index += 1
                let endsLine =
                    byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A))
                if endsLine {
                    line += 1
                    lineStart = index
                }
            }
            return SourcePosition(line: line, column: limit - lineStart + 1)
        }
    }

    /// The range of the line that holds an offset, without its ending.
    package func line(at offset: Int) -> ByteRange {
        var start = min(offset, bytes.count)
        while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
        var end = min(offset, bytes.count)
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return ByteRange(start, end)
    }
}
