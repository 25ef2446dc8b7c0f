import SourceText

/// A run of `*`, `_` or `~` that may open or close spans.
struct Delimiter {
    var token: Int
    var mark: UInt8
    var canOpen: Bool
    var canClose: Bool
    /// The length of the run as written.
    var length: Int
    /// Marks not used yet: they lie between those that closed and those that open.
    var left: Int
    var closed: Int = 0
    /// Neighbours among the delimiters that may still match, -1 for none.
    var previous: Int
    var next: Int = -1
    /// First and last match that this run closes, in page order; first that it opens.
    var firstClose = -1
    var lastClose = -1
    var firstOpen = -1
}

/// An opener and a closer that found each other.
struct Match {
    var length: Int
    /// One past the closing marks, in the view; known once the closer has matched.
    var end: Int
    /// The next match of the same opener and of the same closer, in page order.
    var nextOpen = -1
    var nextClose = -1
    /// Too deep: the marks stay text.
    var isText = false
}

extension InlineReader {
    mutating func scanDelimiters(_ mark: UInt8) {
        let start = index
        var next = start
        while next < end, bytes[next] == mark { next += 1 }
        let before = scalarClass(before: start)
        let after = scalarClass(at: next)
        let leftFlanking = after != .white && (after != .punctuation || before != .other)
        let rightFlanking = before != .white && (before != .punctuation || after != .other)
        var canOpen = leftFlanking
        var canClose = rightFlanking
        if mark == 0x5F {
            canOpen = leftFlanking && (!rightFlanking || before == .punctuation)
            canClose = rightFlanking && (!leftFlanking || after == .punctuation)
        }
        if mark == 0x7E, next - start > 2 {
            canOpen = false
            canClose = false
        }
        guard canOpen || canClose else {
            index = next
            return
        }
        let delimiter = delimiters.count
        add(.delimiter, from: start, to: next, payload: delimiter)
        delimiters.append(
            Delimiter(
                token: tokens.count - 1, mark: mark, canOpen: canOpen, canClose: canClose,
                length: next - start, left: next - start, previous: lastDelimiter))
        if lastDelimiter >= 0 { delimiters[lastDelimiter].next = delimiter }
        lastDelimiter = delimiter
    }

    /// Matches closers with openers above a delimiter, then forgets all of them.
    mutating func matchDelimiters(above bottom: Int) {
        guard lastDelimiter != bottom else { return }
        var searchBottoms = OpenerBottoms(bottom)
        var closer = bottom < 0 ? firstDelimiter(from: lastDelimiter) : delimiters[bottom].next
        while closer >= 0 {
            guard delimiters[closer].canClose else {
                closer = delimiters[closer].next
                continue
            }
            let opener = findOpener(for: closer, searchBottoms)
            if opener >= 0 {
                match(opener, closer)
                if delimiters[closer].left == 0 {
                    let next = delimiters[closer].next
                    remove(closer)
                    closer = next
                }
            } else {
                searchBottoms.set(delimiters[closer], delimiters[closer].previous)
                let next = delimiters[closer].next
                if !delimiters[closer].canOpen { remove(closer) }
                closer = next
            }
        }
        lastDelimiter = bottom
        if bottom >= 0 { delimiters[bottom].next = -1 }
    }

    /// The lowest delimiter of the stack. The stack starts anew with every run of text.
    private func firstDelimiter(from last: Int) -> Int {
        var first = last
        while first >= 0, delimiters[first].previous >= 0 { first = delimiters[first].previous }
        return first
    }

    private func findOpener(for closer: Int, _ bottoms: OpenerBottoms) -> Int {
        let closing = delimiters[closer]
        let bottom = bottoms.bottom(closing)
        var opener = closing.previous
        while opener >= 0, opener > bottom {
            let opening = delimiters[opener]
            if opening.canOpen, opening.mark == closing.mark, mayPair(opening, closing) {
                return opener
            }
            opener = opening.previous
        }
        return -1
    }

    /// CommonMark's rule of three; strikethrough wants runs of equal length.
    private func mayPair(_ opener: Delimiter, _ closer: Delimiter) -> Bool {
        if closer.mark == 0x7E { return opener.length == closer.length }
        guard opener.canClose || closer.canOpen else { return true }
        return (opener.length + closer.length) % 3 != 0
            || (opener.length % 3 == 0 && closer.length % 3 == 0)
    }

    private mutating func match(_ opener: Int, _ closer: Int) {
        let isTilde = delimiters[closer].mark == 0x7E
        let both = delimiters[opener].left >= 2 && delimiters[closer].left >= 2
        let length = isTilde ? delimiters[closer].length : both ? 2 : 1
        // Delimiters between the two match nothing any more.
        delimiters[opener].next = closer
        delimiters[closer].previous = opener
        delimiters[closer].closed += length
        delimiters[closer].left -= length
        delimiters[opener].left -= length
        let start = Int(tokens[delimiters[closer].token].start)
        let match = matches.count
        matches.append(
            Match(
                length: length, end: start + delimiters[closer].closed,
                nextOpen: delimiters[opener].firstOpen))
        delimiters[opener].firstOpen = match
        if delimiters[closer].lastClose < 0 {
            delimiters[closer].firstClose = match
        } else {
            matches[delimiters[closer].lastClose].nextClose = match
        }
        delimiters[closer].lastClose = match
        if delimiters[opener].left == 0 { remove(opener) }
    }

    private mutating func remove(_ delimiter: Int) {
        let previous = delimiters[delimiter].previous
        let next = delimiters[delimiter].next
        if previous >= 0 { delimiters[previous].next = next }
        if next >= 0 { delimiters[next].previous = previous }
    }
}

/// Below which delimiter no opener is left, by mark, length modulo three and whether it may open.
///
/// Without these, every closer would search the whole stack again.
private struct OpenerBottoms {
    private var bottoms: (SIMD8<Int32>, SIMD8<Int32>, SIMD8<Int32>)

    init(_ bottom: Int) {
        let all = SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: bottom))
        bottoms = (all, all, all)
    }

    private func slot(_ closer: Delimiter) -> Int {
        closer.mark == 0x7E
            ? min(closer.length, 2) : closer.length % 3 + (closer.canOpen ? 3 : 0)
    }

    func bottom(_ closer: Delimiter) -> Int {
        switch closer.mark {
        case 0x2A: Int(bottoms.0[slot(closer)])
        case 0x5F: Int(bottoms.1[slot(closer)])
        default: Int(bottoms.2[slot(closer)])
        }
    }

    mutating func set(_ closer: Delimiter, _ bottom: Int) {
        let bottom = Int32(truncatingIfNeeded: bottom)
        switch closer.mark {
        case 0x2A: bottoms.0[slot(closer)] = bottom
        case 0x5F: bottoms.1[slot(closer)] = bottom
        default: bottoms.2[slot(closer)] = bottom
        }
    }
}
