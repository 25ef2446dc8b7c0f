/// Where the lines of a file begin: finds the line of any offset without counting from the top.
package struct LineTable: Sendable {
    /// Offset of each line's first byte, ascending; the first is 0.
    private let starts: [UInt32]

    package init(_ source: SourceFile) {
        if let lines = source.lines {
            self = lines
            return
        }
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

    /// The table of lines that are so long, endings included; `nil` if no file is.
    package init?(lengths: [Int]) {
        var starts: [UInt32] = [0]
        var end = 0
        for length in lengths {
            guard length > 0, length <= Int(UInt32.max) - end else { return nil }
            end += length
            starts.append(UInt32(end))
        }
        self.starts = starts
    }

    /// How long each line but the last is, its ending included.
    package var lengths: [Int] {
        zip(starts, starts.dropFirst()).map { Int($1 - $0) }
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
    /// What each file is called.
    package let paths: [String]
    private var tables: [Table]

    private enum Table: Sendable {
        case notCounted(SourceFile)
        case counted(LineTable)
        /// Of a file that is not at hand: an offset is a place in this list.
        case recorded([SourcePosition])
    }

    package init(_ sources: SourceSet) {
        paths = sources.files.map(\.path)
        tables = sources.files.map { .notCounted($0) }
    }

    /// Positions that were written down before; the offset of a span is an index into its file's.
    package init(recorded: [(path: String, positions: [SourcePosition])]) {
        paths = recorded.map(\.path)
        tables = recorded.map { .recorded($0.positions) }
    }

    package mutating func position(_ span: SourceSpan) -> SourcePosition {
        let index = Int(span.file.rawValue)
        guard index < tables.count else { return SourcePosition(line: 1, column: 1) }
        switch tables[index] {
        case .notCounted(let source):
            let table = LineTable(source)
            tables[index] = .counted(table)
            return table.position(at: span.range.start)
        case .counted(let table):
            return table.position(at: span.range.start)
        case .recorded(let positions):
            let offset = Int(span.range.start)
            guard offset < positions.count else { return SourcePosition(line: 1, column: 1) }
            return positions[offset]
        }
    }

    /// What the file of a span is called; empty for a file that nobody knows.
    package func path(of span: SourceSpan) -> String {
        let index = Int(span.file.rawValue)
        return index < paths.count ? paths[index] : ""
    }

    /// `page.md:12:3`; empty for a file that nobody knows.
    package mutating func place(_ span: SourceSpan) -> String {
        let path = path(of: span)
        if path.isEmpty { return "" }
        let position = position(span)
        return "\(path):\(position.line):\(position.column)"
    }
}
