import SourceText

/// Which lines of a page head what stands below them, and how deep: its marks are lost, but what
/// heads a part of an operation is there with every operation, and what heads one is there once.
struct FlattenedHeadings {
    private let reader: FlattenedReader
    private let blocks: [FlattenedBlock]
    private var counts: [String: Count] = [:]
    /// How often a label that recurs is the first below one that does not: `Properties` of objects.
    private var firsts: [String: Int] = [:]
    private var paths = 0
    private var hasParts = false

    init(_ blocks: [FlattenedBlock], in reader: FlattenedReader) {
        self.blocks = blocks
        self.reader = reader
        for (index, block) in blocks.enumerated() {
            if block.shape == .path { paths += 1 }
            guard block.shape == .label else { continue }
            counts[text(index), default: Count()].add(
                isBelowPath(index), leadsToPath(index, overParts: false))
        }
        for index in blocks.indices where isPart(index) {
            hasParts = true
            if isFirstOfObject(index) { firsts[text(index), default: 0] += 1 }
        }
    }

    /// How often a label stands on the page: right below a path, over one, and elsewhere.
    private struct Count {
        var below = 0
        var over = 0
        var elsewhere = 0

        var all: Int { below + over + elsewhere }

        mutating func add(_ isBelow: Bool, _ isOver: Bool) {
            if isBelow { below += 1 } else if isOver { over += 1 } else { elsewhere += 1 }
        }
    }

    /// The level of the heading that a block is, nil for one that is none.
    func level(of index: Int) -> UInt8? {
        if isTitleWithStop(index) { return 2 }
        guard blocks[index].shape == .label else { return nil }
        if index == 0 { return 1 }
        guard index + 1 < blocks.count else { return nil }
        return paths > 1 || hasParts ? levelAmongMany(index) : levelAlone(index)
    }

    /// On a page of several operations or objects.
    private func levelAmongMany(_ index: Int) -> UInt8? {
        if !isPart(index) {
            if isDescription(index) { return nil }
            if isBelowPath(index) { return headsList(index) ? 3 : nil }
            if leadsToPath(index) || (!isPart(index - 1) && leadsToParts(index)) { return 2 }
            if leadsToOperation(index) { return 1 }
            if isPart(index + 1), isPart(index - 1) { return nil }
        } else if joinsTables(index) {
            return nil
        } else if blocks[index + 1].shape == .label, !isPart(index + 1) {
            return 3
        }
        return headsSomething(index) ? 3 : nil
    }

    /// On a page of one operation.
    private func levelAlone(_ index: Int) -> UInt8? {
        switch blocks[index + 1].shape {
        case .path: return 2
        case .text where leadsToPath(index): return 2
        case .label where index + 2 < blocks.count && blocks[index + 2].shape == .path: return 1
        default: return headsSomething(index) ? 2 : nil
        }
    }

    /// Whether a short sentence stands alone between the parts of one operation and the path of the
    /// next: some titles end with a full stop.
    private func isTitleWithStop(_ index: Int) -> Bool {
        guard paths > 1, hasParts, index > 0, index + 1 < blocks.count,
            blocks[index].shape == .text, blocks[index + 1].shape == .path
        else { return false }
        let line = reader.lines[blocks[index].first]
        guard reader.bytes[line.end - 1] == 0x2E, line.end - line.text <= 90 else { return false }
        return isTable(index - 1) || isPart(index - 1)
    }

    private func headsList(_ index: Int) -> Bool {
        switch blocks[index + 1].shape {
        case .table, .cells, .list: true
        case .path, .code, .label, .text: false
        }
    }

    /// A heading stands over a sentence or over what is more than a line, or over a label over that.
    private func headsSomething(_ index: Int) -> Bool {
        switch blocks[index + 1].shape {
        case .path, .table, .cells, .code, .list: return true
        case .text: return reader.isSentence(blocks[index + 1].first)
        case .label:
            guard index + 2 < blocks.count else { return false }
            switch blocks[index + 2].shape {
            case .table, .cells, .code, .list: return true
            case .path, .label, .text: return false
            }
        }
    }

    /// Whether nothing but sentences, samples and what recurs stands from a label to a path; what
    /// recurs is not known while it is counted.
    private func leadsToPath(_ start: Int, overParts: Bool = true) -> Bool {
        for index in below(start, 16) {
            switch blocks[index].shape {
            case .path: return true
            case .text, .code: continue
            case .label where overParts && isPart(index): continue
            default: return false
            }
        }
        return false
    }

    /// Whether the next label heads an operation.
    private func leadsToOperation(_ start: Int) -> Bool {
        for index in below(start, 8) where blocks[index].shape != .text {
            return blocks[index].shape == .label && !isPart(index) && leadsToPath(index)
        }
        return false
    }

    /// Whether what recurs below objects is the next label.
    private func leadsToParts(_ start: Int) -> Bool {
        for index in below(start, 8) {
            switch blocks[index].shape {
            case .text, .code, .list: continue
            case .label where isDescription(index): continue
            case .label where isPart(index):
                let text = text(index)
                guard let count = counts[text] else { return false }
                return 2 * (firsts[text] ?? 0) > count.all
            default: return false
            }
        }
        return false
    }

    /// Whether a label says in a few words what the sample above it, of a titled object, is.
    private func isDescription(_ index: Int) -> Bool {
        guard index > 1, index + 1 < blocks.count, !isPart(index), isPart(index + 1) else {
            return false
        }
        return blocks[index - 1].shape == .code && blocks[index - 2].shape == .label
            && !isPart(index - 2)
    }

    /// `and`, `allOf`: a word that recurs between the tables of one object heads nothing.
    private func joinsTables(_ index: Int) -> Bool {
        let first = reader.bytes[reader.lines[blocks[index].first].text]
        guard first >= 0x61, first <= 0x7A, isTable(index + 1) else { return false }
        return isTable(index - 1) || isPart(index - 1)
    }

    private func isTable(_ index: Int) -> Bool {
        switch blocks[index].shape {
        case .table, .cells: true
        case .path, .code, .list, .label, .text: false
        }
    }

    private func isFirstOfObject(_ start: Int) -> Bool {
        for index in (max(start - 8, 0)..<start).reversed() {
            switch blocks[index].shape {
            case .text, .code, .list: continue
            case .label where isDescription(index): continue
            case .label:
                return !isPart(index) && !isBelowPath(index) && !isPart(max(index - 1, 0))
            default: return false
            }
        }
        return false
    }

    /// Whether a label recurs: what repeats the title of an operation below its path does not, and
    /// two operations may have one title.
    private func isPart(_ index: Int) -> Bool {
        guard blocks[index].shape == .label, let count = counts[text(index)] else { return false }
        return count.below > 1 || count.elsewhere > 1 || (count.over > 1 && 2 * count.over >= paths)
    }

    /// The next blocks, so few that a page is read in time that grows with it.
    private func below(_ start: Int, _ count: Int) -> Range<Int> {
        let first = min(start + 1, blocks.count)
        return first..<min(first + count, blocks.count)
    }

    private func isBelowPath(_ index: Int) -> Bool { index > 0 && blocks[index - 1].shape == .path }

    private func text(_ index: Int) -> String {
        let line = reader.lines[blocks[index].first]
        let end = reader.bytes[line.end - 1] == 0x3A ? line.end - 1 : line.end
        return String(decoding: reader.bytes[line.text..<end], as: UTF8.self).lowercased()
    }
}
