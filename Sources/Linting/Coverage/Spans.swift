import SourceText

/// Ranges of one file with a word each, to be asked which of them stand where.
struct Spans {
    private var ranges: [(range: ByteRange, word: String)] = []
    /// How far the ranges up to each reach.
    private var reach: [UInt32] = []

    init(_ unsorted: [(range: ByteRange, word: String)]) {
        ranges = unsorted.sorted { left, right in
            (left.range.start, left.range.end, left.word)
                < (right.range.start, right.range.end, right.word)
        }
        var furthest: UInt32 = 0
        for entry in ranges {
            furthest = max(furthest, entry.range.end)
            reach.append(furthest)
        }
    }

    /// The word of a range that begins in another, of those that have one the first.
    func first(beginningIn range: ByteRange) -> String? {
        let first = firstIndex(from: range.start)
        guard first < ranges.count, ranges[first].range.start < range.end else { return nil }
        var index = first
        while index < min(first + 16, ranges.count), ranges[index].range.start < range.end {
            if !ranges[index].word.isEmpty { return ranges[index].word }
            index += 1
        }
        return ""
    }

    /// Whether a range that begins there or earlier goes on behind an offset.
    func covers(_ offset: UInt32) -> Bool {
        let index = firstIndex(from: offset + 1)
        return index > 0 && reach[index - 1] > offset
    }

    func touches(_ range: ByteRange) -> Bool {
        covers(range.start) || first(beginningIn: range) != nil
    }

    private func firstIndex(from start: UInt32) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].range.start < start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
