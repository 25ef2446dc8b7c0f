import SourceText

extension RSTReader {
    /// Reads the inline constructs of the loaded text, each once, from left to right.
    mutating func scanInlines() {
        while inline.position < inline.count {
            switch scratch[inline.position] {
            case 0x5C: inline.position += 2
            case 0x2A: readStars()
            case 0x60: readBackquote()
            case 0x7C: readBar()
            case 0x5F: readUnderscore()
            case 0x5B: readFootnoteReference()
            case 0x3A, 0x40:
                inline.holdsAddress = true
                inline.position += 1
            default: inline.position += 1
            }
        }
        flushText(to: inline.count)
    }

    /// Adds the text before a construct.
    mutating func flushText(to end: Int) {
        guard end > inline.pending else { return }
        if inline.holdsAddress {
            addTextWithAddresses(inline.pending, end, in: inline.parent)
        } else {
            addText(inline.pending, end, in: inline.parent)
        }
        inline.pending = end
    }

    /// Continues behind a construct that is in the tree.
    mutating func finish(at end: Int) {
        inline.position = end
        inline.pending = end
        inline.restart = end
    }

    /// Continues behind a mark that is text after all.
    mutating func skip(to end: Int) {
        inline.position = end
        inline.restart = end
    }

    func scalar(before index: Int) -> UInt32 {
        guard index > 0 else { return 0x20 }
        var start = index - 1
        while start > 0, index - start < 4, scratch[start] & 0xC0 == 0x80 { start -= 1 }
        return rstScalar(text, at: start, to: index).scalar
    }

    func scalar(at index: Int) -> UInt32 {
        index < inline.count ? rstScalar(text, at: index, to: inline.count).scalar : 0x20
    }

    func mayStart(_ index: Int) -> Bool {
        index == inline.restart || RSTPunctuation.mayPrecede(scalar(before: index))
    }

    func mayEnd(_ index: Int) -> Bool {
        index >= inline.count || RSTPunctuation.mayFollow(scalar(at: index))
    }

    /// Whether text may follow a start mark: anything but white space.
    func holdsText(_ index: Int) -> Bool {
        index >= inline.count || !RSTPunctuation.isSpace(scalar(at: index))
    }

    /// Whether a start mark is only mentioned: `'*'`, `(*)`, or the last of its text.
    func isMentioned(_ start: Int, _ end: Int) -> Bool {
        guard start != inline.restart else { return false }
        guard end < inline.count else { return true }
        return RSTPunctuation.isPair(scalar(before: start), scalar(at: end))
    }

    /// How many bytes of one kind stand here; more than three are no mark of any kind.
    func run(of byte: UInt8, at index: Int) -> Int {
        var end = index
        while end < inline.count, end < index + 3, scratch[end] == byte { end += 1 }
        return end - index
    }

    private mutating func readStars() {
        let start = inline.position
        let run = run(of: 0x2A, at: start)
        let width = run > 1 ? 2 : 1
        guard mayStart(start), holdsText(start + width) else {
            inline.position = start + run
            return
        }
        let strong = width == 2
        readSpan(
            start, width, .init(mark: 0x2A, width: width, slot: strong ? 1 : 0),
            strong ? .strong : .emphasis, strong ? .unclosedStrong : .unclosedEmphasis)
    }

    private mutating func readBackquote() {
        let start = inline.position
        let run = run(of: 0x60, at: start)
        guard run > 1 else { return readInterpreted() }
        guard mayStart(start), holdsText(start + 2) else {
            inline.position = start + run
            return
        }
        readSpan(
            start, 2, .init(mark: 0x60, width: 2, slot: 2, isLiteral: true), .codeSpan,
            .unclosedLiteral)
    }

    /// Reads a span that begins with a mark and ends with the same, text between them.
    private mutating func readSpan(
        _ start: Int, _ width: Int, _ end: RSTEndMark, _ kind: Kind, _ problem: RSTNote
    ) {
        let from = start + width
        if isMentioned(start, from) { return skip(to: from) }
        guard let found = find(end, from: from) else { return noteUnclosed(problem, start, from) }
        flushText(to: start)
        let node = addInline(kind, start, found + width, in: inline.parent)
        addText(from, found, in: node, isLiteral: end.isLiteral)
        finish(at: found + width)
    }

    mutating func noteUnclosed(_ problem: RSTNote, _ start: Int, _ end: Int) {
        note(problem, source(start), source(end - 1) + 1)
        skip(to: end)
    }
}

/// What ends a span, and the slot in which a search in vain is remembered.
struct RSTEndMark {
    var mark: UInt8
    var width: Int
    var slot: UInt8
    var isLiteral = false
    /// Whether an escaped blank may stand before the end.
    var allowsEscapedBlank = false
}

extension RSTReader {
    /// The first end mark behind `from`; nil if there is none or nothing stands before it.
    mutating func find(_ end: RSTEndMark, from: Int) -> Int? {
        guard inline.unclosed & (1 << end.slot) == 0 else { return nil }
        var index = from
        var escaped = -1
        while index + end.width <= inline.count {
            let byte = scratch[index]
            if byte == 0x5C, !end.isLiteral {
                index += 2
                escaped = index
                continue
            }
            if byte == end.mark, end.width == 1 || scratch[index + 1] == byte {
                let isFree = index == from || isFreeBefore(index, escaped, end)
                if isFree, endOfSuffix(index, end) != nil { return index > from ? index : nil }
            }
            index += 1
        }
        inline.unclosed |= 1 << end.slot
        return nil
    }

    private func isFreeBefore(_ index: Int, _ escaped: Int, _ end: RSTEndMark) -> Bool {
        guard RSTPunctuation.isSpace(scalar(before: index)) else { return true }
        return end.allowsEscapedBlank && escaped == index
    }

    /// Where the construct that this mark ends has its own end; nil if text goes on.
    func endOfSuffix(_ index: Int, _ end: RSTEndMark) -> Int? {
        switch end.slot {
        case 3: return interpretedEnd(index + 1)?.end
        case 5: return underscoresEnd(index + 1)
        default: return mayEnd(index + end.width) ? index + end.width : nil
        }
    }

    /// The end behind up to two underscores, as many as make an end.
    func underscoresEnd(_ index: Int) -> Int? {
        var count = min(run(of: 0x5F, at: index), 2)
        while count >= 0 {
            if mayEnd(index + count) { return index + count }
            count -= 1
        }
        return nil
    }
}
