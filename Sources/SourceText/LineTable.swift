/// Where the lines of a file begin: finds the line of any offset without counting from the top.
package struct LineTable: Sendable {
    /// Offset of each line's first byte, ascending; the first is 0.
    private let starts: [UInt32]

    package init(_ source: SourceFile) {
        var starts: [UInt32] = [0]
        source.bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                let endsLine =
                    byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A))
                if endsLine { starts.append(UInt32(truncatingIfNeeded: index)) }
            }
        }
        self.starts = starts
    }

    package func position(at offset: UInt32) -> SourcePosition {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return SourcePosition(line: low + 1, column: Int(offset) - Int(starts[low]) + 1)
    }
}

/// Positions of many spans of a run: each file's lines are counted once, when first asked for.
package struct Positions: Sendable {
    package let sources: SourceSet
    private var tables: [LineTable?]

    package init(_ sources: SourceSet) {
        self.sources = sources
        tables = Array(repeating: nil, count: sources.files.count)
    }

    package mutating func position(_ span: SourceSpan) -> SourcePosition {
        let index = Int(span.file.rawValue)
        guard index < tables.count else { return SourcePosition(line: 1, column: 1) }
        let table = tables[index] ?? LineTable(sources.files[index])
        tables[index] = table
        return table.position(at: span.range.start)
    }
}
