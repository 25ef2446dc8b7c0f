import SourceText

/// Lines that end a table whose cells have no marks: what it could only be followed by.
extension FlattenedReader {
    /// Whether a line can be no part of a table.
    func endsCells(_ index: Int) -> Bool { isLabelOfParts(index) || isOverParts(index) }

    /// Whether what recurs on a page over paths, samples and tables stands in a line.
    func isLabelOfParts(_ index: Int) -> Bool {
        !labels.isEmpty && mayBeLabel(index) && labels.contains(text(index))
    }

    /// Labels begin with a capital, or are titled with a status.
    private func mayBeLabel(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.end - line.text <= 48 else { return false }
        let first = bytes[line.text]
        return (first >= 0x41 && first <= 0x5A)
            || (isDigit(first) && (line.text..<line.end).contains { isLetter(bytes[$0]) })
    }

    private func text(_ index: Int) -> String {
        String(decoding: bytes[lines[index].text..<lines[index].end], as: UTF8.self)
    }

    /// A path, a sample, or the header of a table.
    func isOverParts(_ index: Int) -> Bool {
        isPath(index) || opensSample(index) || begins(lines[index], "HTTP/")
            || header(inLine: index) != nil || header(inLinesAt: index, spaced: false) != nil
    }

    /// `curl …`, `{`, `[{`; a bracket alone in its line may be of a type, unless JSON follows.
    private func opensSample(_ index: Int) -> Bool {
        let line = lines[index]
        if begins(line, "curl ") { return true }
        guard bytes[line.text] == 0x7B || bytes[line.text] == 0x5B else { return false }
        var place = line.text + 1
        while place < line.end, bytes[place] == 0x20 { place += 1 }
        if place == line.end {
            guard index + 1 < lines.count, !lines[index + 1].isBlank else { return false }
            place = lines[index + 1].text
        }
        switch bytes[place] {
        case 0x22, 0x7B, 0x5B, 0x7D, 0x5D: return true
        default: return false
        }
    }

    /// Lines that stand over parts again and again, and seldom elsewhere; then those that stand over
    /// such lines, unless they may be the type that ends a row.
    func labelsOfParts() -> Set<String> {
        let direct = recurring { isOverParts($1) }
        return direct.union(
            recurring { index, following in
                !direct.isEmpty && mayBeLabel(following) && direct.contains(text(following))
                    && cost(lines[index].text..<lines[index].end, as: .type) == nil
            })
    }

    private func recurring(_ isOver: (_ index: Int, _ following: Int) -> Bool) -> Set<String> {
        var counts: [String: (over: Int, all: Int)] = [:]
        var index = next(from: 0)
        while index < lines.count {
            let following = next(from: index + 1)
            if mayBeLabel(index) {
                let text = text(index)
                counts[text, default: (0, 0)].all += 1
                if following < lines.count, isOver(index, following) {
                    counts[text, default: (0, 0)].over += 1
                }
            }
            index = following
        }
        return Set(counts.filter { $0.value.over > 1 && 2 * $0.value.over > $0.value.all }.keys)
    }
}
