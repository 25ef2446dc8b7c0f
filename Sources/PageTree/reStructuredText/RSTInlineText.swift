import SourceText

/// The text of one paragraph joined for scanning, and the way back to the page.
///
/// Lines of a cell or an item are not neighbours on the page; every range that reaches the tree
/// is mapped back, so no fact ever points into this text.
struct RSTInlineText {
    /// A line of the text: where it begins here and on the page.
    struct Segment {
        var start: Int
        var source: Int
        /// One past the ending of the line on the page.
        var next: Int
    }

    var segments: [Segment] = []
    var count = 0
    var parent = 0
    var position = 0
    /// Text from here on is not in the tree yet.
    var pending = 0
    /// Where the last construct ended: the next may begin here whatever stands before.
    var restart = 0
    /// Whether a colon or an at sign may make an address of plain text.
    var holdsAddress = false
    /// Marks that have no end in the rest of this text, so that no search is done twice.
    var unclosed: UInt8 = 0
}

extension RSTReader {
    /// Adds the inlines of some lines to a block.
    mutating func addInlines(_ first: Int, _ last: Int, in parent: Int) {
        guard isInCSV || holdsMarkup(first, last) else {
            return addPlainLines(first, last, in: parent)
        }
        guard load(first, last, parent) else { return addPlainLines(first, last, in: parent) }
        scanInlines()
    }

    private func holdsMarkup(_ first: Int, _ last: Int) -> Bool {
        var line = first
        while line < last {
            var index = lines[line].text
            let end = lines[line].end
            while index < end {
                switch bytes[index] {
                case 0x2A, 0x3A, 0x40, 0x5B, 0x5C, 0x5F, 0x60, 0x7C: return true
                default: index += 1
                }
            }
            line += 1
        }
        return false
    }

    private mutating func addPlainLines(_ first: Int, _ last: Int, in parent: Int) {
        var index = first
        while index < last {
            let line = lines[index]
            if line.text < line.end { add(.text, line.text, line.end, in: parent) }
            index += 1
            if index < last { add(.softBreak, line.end, max(line.next, line.end), in: parent) }
        }
    }

    /// Copies lines into the scanning text, joined by LF.
    private mutating func load(_ first: Int, _ last: Int, _ parent: Int) -> Bool {
        inline.segments.removeAll(keepingCapacity: true)
        inline.count = 0
        inline.parent = parent
        inline.position = 0
        inline.pending = 0
        inline.restart = 0
        inline.holdsAddress = false
        inline.unclosed = 0
        var index = first
        while index < last {
            let line = lines[index]
            let length = max(line.end - line.text, 0)
            guard inline.count + length + 1 <= scratch.count else { return false }
            inline.segments.append(
                RSTInlineText.Segment(start: inline.count, source: line.text, next: line.next))
            var offset = 0
            while offset < length {
                scratch[inline.count + offset] = bytes[line.text + offset]
                offset += 1
            }
            inline.count += length
            index += 1
            if index < last {
                scratch[inline.count] = 0x0A
                inline.count += 1
            }
        }
        return true
    }

    /// The text being scanned.
    var text: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: UnsafeBufferPointer(scratch)[0..<inline.count])
    }

    /// The place on the page of a place in the text.
    func source(_ position: Int) -> Int {
        let index = segmentIndex(position)
        guard index < inline.segments.count else { return 0 }
        return inline.segments[index].source + position - inline.segments[index].start
    }

    private func segmentIndex(_ position: Int) -> Int {
        var low = 0
        var high = inline.segments.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if inline.segments[middle].start <= position { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// One past the ending of the line that holds a place in the text.
    private func lineEnding(behind position: Int) -> Int {
        let index = segmentIndex(position)
        return index < inline.segments.count ? inline.segments[index].next : 0
    }

    /// The range on the page of a range in the text that ends behind a visible byte.
    func sourceRange(_ start: Int, _ end: Int) -> ByteRange {
        guard end > start else { return ByteRange(source(start), source(start)) }
        return ByteRange(source(start), source(end - 1) + 1)
    }

    @discardableResult
    mutating func addInline(_ kind: Kind, _ start: Int, _ end: Int, in parent: Int) -> Int {
        let range = sourceRange(start, end)
        return add(kind, Int(range.start), Int(range.end), in: parent)
    }

    /// Adds text, its line breaks and, unless it is literal, its escapes.
    mutating func addText(_ start: Int, _ end: Int, in parent: Int, isLiteral: Bool = false) {
        var from = start
        var index = start
        while index < end {
            let byte = scratch[index]
            let isDoubled =
                isInCSV && byte == 0x22 && index + 1 < end && scratch[index + 1] == 0x22
            guard byte == 0x0A || isDoubled || (byte == 0x5C && !isLiteral) else {
                index += 1
                continue
            }
            if index > from { addInline(.text, from, index, in: parent) }
            if byte == 0x0A {
                addSoftBreak(index, in: parent)
                index += 1
            } else {
                index = addEscape(index, end, in: parent)
            }
            from = index
        }
        if end > from { addInline(.text, from, end, in: parent) }
    }

    private mutating func addSoftBreak(_ position: Int, in parent: Int) {
        let start = source(position)
        add(.softBreak, start, max(start, lineEnding(behind: position)), in: parent)
    }

    /// An escaped blank joins what stands around it: nothing of it is text.
    private mutating func addEscape(_ index: Int, _ end: Int, in parent: Int) -> Int {
        guard index + 1 < end else { return index + 1 }
        guard !isBlank(scratch[index + 1]) else { return index + 2 }
        let length = rstScalar(text, at: index + 1, to: end).length
        addInline(.escape, index, index + 1 + length, in: parent)
        return index + 1 + length
    }
}
