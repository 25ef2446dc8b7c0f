import SourceText

/// Block scalars: `|` keeps lines, `>` folds them.
extension YAMLReader {
    mutating func readBlockScalar(parent: Int) -> YAMLValue? {
        let from = at
        let isFolded = byte == 0x3E
        let headerEnd = end
        guard let header = readHeader() else { return nil }
        let first = line + 1
        guard let width = contentIndent(header, parent: parent, first: first) else { return nil }
        var (slices, next) = blockLines(width: width, first: first)
        guard !failed else { return nil }
        let text = blockText(slices, isFolded: isFolded, chomping: header.chomping)
        while let last = slices.last, last.isEmpty { slices.removeLast() }
        let to = slices.last.map { Int($0.end) } ?? headerEnd
        _ = findContent(from: next)
        let scalar = YAMLValue.Scalar(
            text: text, style: isFolded ? .folded : .literal, lines: slices)
        next = max(from, to)
        return YAMLValue(.scalar(scalar), ByteRange(from, next))
    }

    private enum Chomping {
        case clip, strip, keep
    }

    private struct Header {
        var indent: Int?
        var chomping = Chomping.clip
    }

    /// `|`, `>2-`, `|+ # comment`.
    private mutating func readHeader() -> Header? {
        var header = Header()
        var hasChomping = false
        at += 1
        while at < end {
            let byte = bytes[at]
            if byte >= 0x31, byte <= 0x39, header.indent == nil {
                header.indent = Int(byte - 0x30)
            } else if byte == 0x2D || byte == 0x2B, !hasChomping {
                header.chomping = byte == 0x2D ? .strip : .keep
                hasChomping = true
            } else {
                break
            }
            at += 1
        }
        guard isLineDone() else {
            fail(.blockScalar)
            return nil
        }
        return header
    }

    /// How many spaces the scalar's lines are indented by, found on its first line with text.
    private mutating func contentIndent(_ header: Header, parent: Int, first: Int) -> Int? {
        if let indent = header.indent { return max(parent, 0) + indent }
        var longestBlank = 0
        var index = first
        while index < lineCount {
            move(to: index)
            while at < end, bytes[at] == 0x20 { at += 1 }
            let indent = at - start
            if at < end {
                guard indent > parent, !isAtMarker else { break }
                guard longestBlank <= indent else {
                    fail(.blockScalar)
                    return nil
                }
                return indent
            }
            longestBlank = max(longestBlank, indent)
            index += 1
        }
        return max(parent + 1, longestBlank)
    }

    /// The scalar's lines without their indentation, and the first line behind them.
    private mutating func blockLines(width: Int, first: Int) -> ([LineSlice], next: Int) {
        var slices: [LineSlice] = []
        var index = first
        while index < lineCount {
            move(to: index)
            while at < end, bytes[at] == 0x20, at - start < width { at += 1 }
            if at < end, at - start < width {
                if bytes[at] == 0x09, isBlankToEnd() { fail(.tabIndentation) }
                break
            }
            if isAtMarker { break }
            slices.append(LineSlice(start: at, end: end, next: Int(lines[index].next)))
            index += 1
        }
        return (slices, index)
    }

    private func isBlankToEnd() -> Bool {
        var index = at
        while index < end, Self.isBlank(bytes[index]) { index += 1 }
        return index == end
    }

    private mutating func blockText(
        _ slices: [LineSlice], isFolded: Bool, chomping: Chomping
    ) -> String {
        buffer.removeAll(keepingCapacity: true)
        var breaks = 0
        var hasText = false
        var wasIndented = false
        var index = 0
        while index < slices.count {
            let (from, to) = (Int(slices[index].start), Int(slices[index].end))
            index += 1
            guard from < to else {
                breaks += 1
                continue
            }
            let isIndented = Self.isBlank(bytes[from])
            if isFolded, hasText, !wasIndented, !isIndented {
                fold(breaks)
            } else {
                buffer.append(contentsOf: repeatElement(0x0A, count: breaks))
            }
            append(from, to)
            breaks = 1
            hasText = true
            wasIndented = isIndented
        }
        switch chomping {
        case .strip: break
        case .clip: if hasText { buffer.append(0x0A) }
        case .keep: buffer.append(contentsOf: repeatElement(0x0A, count: breaks))
        }
        return takeBuffer()
    }
}
