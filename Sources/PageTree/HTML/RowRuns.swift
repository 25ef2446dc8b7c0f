import SourceText

/// Members told by rows of elements that only a style sheet makes a table of.
///
/// `<div><b>id</b> <i>integer</i> <i>required</i><p>Number</p></div>`, and again and again: whatever
/// the elements are and whatever their classes, a name stands first in each, and words that say its
/// type or that it is required stand next, each in an element of its own. What follows tells of it,
/// up to the next name.
struct RowRun {
    /// The rows, in page order.
    var rows: [Row] = []
    /// One past the last row.
    var end = 0
    /// The element that the rows stand in, where it is a list that has no items of its own.
    var list = -1
    /// Rows of a table's header, which the rows say without it.
    var header: ByteRange?
    /// The table, its rows before the first that tells of a member, and their cells: they only
    /// hold text.
    var frame: [Int] = []

    struct Row {
        var start: Int
        var name: ByteRange
        /// What stands behind the name in its own leaf: `(required)`.
        var nameMark: ByteRange
        /// Leaves that qualify the name; those of one type are one.
        var marks: [ByteRange] = []
        /// Where the description starts.
        var contentStart: Int
    }
}

/// Looks for rows that recur in an outline.
struct RowFinder {
    let outline: ElementOutline
    /// Whether each leaf begins a row.
    private(set) var taken: [Bool]
    private(set) var runs: [RowRun] = []

    init(_ outline: ElementOutline) {
        self.outline = outline
        taken = Array(repeating: false, count: outline.leaves.count)
        // Innermost first: a list of rows is no row, though it begins with the name of one.
        for id in outline.elements.indices.reversed() { findRuns(in: id, atLeast: 2) }
        for id in outline.elements.indices { findRuns(in: id, atLeast: 1) }
        runs.sort { ($0.rows[0].start, -$0.end) < ($1.rows[0].start, -$1.end) }
    }

    /// A child that begins a row, and what its leaves say.
    struct Start {
        var child: Int
        var row: RowRun.Row
        var hasType = false
        /// Whether a word that is nothing but a type stands here.
        var isSure = false
        /// `Path Parameter`, `(query)`.
        var hasPlace = false
        /// The leaf behind the last mark.
        var nextLeaf = 0
    }

    private mutating func findRuns(in parent: Int, atLeast least: Int) {
        var starts: [Start] = []
        // Where what stands between rows tells of none, among so many starts.
        var breaks: [Int] = []
        var child = outline.elements[parent].firstChild
        while child >= 0 {
            if let start = start(at: child, in: parent) ?? bareStart(at: child, like: starts.last) {
                if !isTitle(start, behind: starts.last, in: parent) { starts.append(start) }
            } else if outline.elements[child].holdsHeading || isCode(child) {
                accept(starts, breaks, in: parent, atLeast: least)
                starts = []
                breaks = []
            } else if let last = starts.last, isForeign(child, behind: last) {
                breaks.append(starts.count)
            }
            child = outline.elements[child].nextSibling
        }
        accept(starts, breaks, in: parent, atLeast: least)
    }

    /// A row like the one before it whose name nothing qualifies.
    private func bareStart(at child: Int, like last: Start?) -> Start? {
        let element = outline.elements[child]
        guard let last, isRowElement(child), !element.holdsHeading, kind(child) == kind(last.child),
            last.nextLeaf <= outline.elements[last.child].endLeaf,
            element.endLeaf - element.firstLeaf > 1, !taken[element.firstLeaf]
        else { return nil }
        let leaf = outline.leaves[element.firstLeaf]
        let words = rowWords(outline.bytes, leaf)
        guard rowNameLength(words) == words.utf8.count, words.first?.isLowercase == true else {
            return nil
        }
        guard let name = placeOfRowName(outline.bytes, leaf, words[...].utf8) else { return nil }
        let row = RowRun.Row(
            start: element.start, name: name, nameMark: .empty, contentStart: Int(leaf.end))
        return Start(child: child, row: row, nextLeaf: element.firstLeaf + 1)
    }

    /// Whether words stand between rows that say all within themselves.
    private func isForeign(_ child: Int, behind start: Start) -> Bool {
        let element = outline.elements[child]
        return start.nextLeaf <= outline.elements[start.child].endLeaf && element.role != .row
            && element.firstLeaf < element.endLeaf && !holdsRows(child)
    }

    /// Words between some rows and not between others end what stands before them.
    private mutating func accept(
        _ starts: [Start], _ breaks: [Int], in parent: Int, atLeast least: Int
    ) {
        guard Set(breaks).count * 2 < starts.count else {
            return accept(starts, in: parent, atLeast: least)
        }
        var from = 0
        for place in breaks + [starts.count] where place > from {
            accept(Array(starts[from..<place]), in: parent, atLeast: least)
            from = place
        }
    }

    /// `Name | Type | Description`: the head of a grid.
    private func isHead(_ element: OutlinedElement, _ words: String) -> Bool {
        guard headsColumn(words), element.endLeaf - element.firstLeaf > 1 else { return false }
        return headsColumn(rowWords(outline.bytes, outline.leaves[element.firstLeaf + 1]))
    }

    /// Whether a child begins a row: a name that no other run has, and a mark behind it.
    private func start(at child: Int, in parent: Int) -> Start? {
        let element = outline.elements[child]
        guard element.firstLeaf < element.endLeaf, !taken[element.firstLeaf], isRowElement(child)
        else { return nil }
        let leaf = outline.leaves[element.firstLeaf]
        let words = rowWords(outline.bytes, leaf)
        let length = rowNameLength(words)
        // What holds a heading alone is the title of what follows.
        guard !element.holdsHeading || element.endLeaf - element.firstLeaf > 1 else { return nil }
        guard length > 0, !isLabelOfType(words), !isHead(element, words),
            !outline.beginsWithHeader(child),
            let name = placeOfRowName(outline.bytes, leaf, words.utf8.prefix(length))
        else { return nil }
        var row = RowRun.Row(
            start: element.start, name: name, nameMark: .empty, contentStart: Int(leaf.end))
        var start = Start(child: child, row: row, nextLeaf: element.firstLeaf + 1)
        if words.utf8.count > length, Int(leaf.end) > Int(name.end) {
            row.nameMark = ByteRange(Int(name.end), Int(leaf.end))
        }
        readMarks(&row, &start, upTo: outline.elements[parent].endLeaf)
        let isMarked = !row.nameMark.isEmpty && words.utf8.count > length + 1
        guard !row.marks.isEmpty || isMarked else { return nil }
        start.row = row
        return start
    }

    private func readMarks(_ row: inout RowRun.Row, _ start: inout Start, upTo limit: Int) {
        var isBehindType = false
        // Whether a type goes on: "Array of".
        var isOpen = false
        while start.nextLeaf < min(limit, outline.elements[start.child].firstLeaf + 8) {
            guard !outline.isCode[start.nextLeaf] else { return }
            let leaf = outline.leaves[start.nextLeaf]
            let words = rowWords(outline.bytes, leaf)
            if labelsType(start.nextLeaf, words) {
                start.nextLeaf += 1
                continue
            }
            let mark = rowMark(words, behindType: isBehindType)
            switch mark {
            case .none: return
            case .type, .typeName:
                guard !start.hasType || isOpen else { return }
                if isOpen { grow(&row, to: leaf) } else { row.marks.append(leaf) }
                start.hasType = true
                start.isSure = start.isSure || mark == .type
                isBehindType = true
                isOpen = words.hasSuffix(" of") || words == "["
            case .typePart: grow(&row, to: leaf)
            case .qualifier, .place:
                start.hasPlace = start.hasPlace || mark == .place
                row.marks.append(leaf)
                isBehindType = false
            }
            row.contentStart = Int(leaf.end)
            start.nextLeaf += 1
        }
    }

    private func grow(_ row: inout RowRun.Row, to leaf: ByteRange) {
        guard let last = row.marks.last else { return }
        row.marks[row.marks.count - 1] = ByteRange(Int(last.start), Int(leaf.end))
    }

    private func isCode(_ id: Int) -> Bool { outline.elements[id].role == .preformatted }

    func isRowElement(_ id: Int) -> Bool {
        switch outline.elements[id].role {
        case .container: return true
        case .row:
            // A row that is told by its role is one of a table with columns.
            let first = outline.elements[id].firstChild
            return first >= 0 && isElement(outline.bytes, outline.elements[id].name, in: " tr ")
                && outline.elements[first].nextSibling >= 0
        default: return false
        }
    }

    // MARK: Runs

    private mutating func accept(_ all: [Start], in parent: Int, atLeast least: Int) {
        let starts = withoutWrappers(all)
        let typed = starts.filter { $0.hasType || $0.hasPlace }
        guard starts.count >= least, typed.count * 2 >= starts.count,
            typed.contains(where: { $0.isSure || $0.hasPlace }), let last = starts.last,
            least > 1 || starts.count == 1 && isWhole(last)
        else { return }
        var run = RowRun()
        if outline.elements[starts[0].child].role == .row {
            guard takesTable(starts, in: parent, &run) else { return }
        }
        run.rows = starts.map(\.row)
        run.end = end(of: last, starts)
        if case .list = outline.elements[parent].role { run.list = outline.elements[parent].start }
        for start in starts { taken[outline.elements[start.child].firstLeaf] = true }
        runs.append(run)
    }

    /// What holds a lone row of the same kind as its siblings is none itself.
    private func withoutWrappers(_ starts: [Start]) -> [Start] {
        guard starts.count > 1, let first = starts.first else { return starts }
        var counts: [String: Int] = [:]
        for start in starts { counts[kind(start.child), default: 0] += 1 }
        let most = counts.values.max() ?? 0
        let own = kind(first.child)
        let others = counts.keys.sorted().first { counts[$0] == most }
        let common = counts[own] == most ? own : others ?? own
        return starts.filter { start in
            guard kind(start.child) != common else { return true }
            var child = outline.elements[start.child].firstChild
            for _ in 0..<6 where child >= 0 {
                if kind(child) == common { return false }
                child = outline.elements[child].firstChild
            }
            return true
        }
    }

    /// An element's name and the first of its classes; rows of tables are all of a kind.
    func kind(_ id: Int) -> String {
        let element = outline.elements[id]
        if element.role == .row { return "tr" }
        let classes = outline.bytes[Int(element.classes.start)..<Int(element.classes.end)]
            .prefix { !isWhite($0) }
        let name = outline.bytes[Int(element.name.start)..<Int(element.name.end)]
        return String(decoding: name, as: UTF8.self) + " "
            + String(decoding: classes.prefix(60), as: UTF8.self)
    }

    /// The end of the last row: behind it may stand what stands behind the others too.
    private func end(of last: Start, _ starts: [Start]) -> Int {
        var end = outline.afterEnd(of: last.child)
        let shapes = followerShapes(starts)
        let isTable = outline.elements[last.child].role == .row
        var child = outline.elements[last.child].nextSibling
        while child >= 0 {
            let element = outline.elements[child]
            let isBehindMarks = element.firstLeaf < last.nextLeaf
            guard !element.holdsHeading, !isCode(child),
                isBehindMarks || isTable || shapes.contains(shape(child)) || holdsRows(child)
            else { break }
            end = outline.afterEnd(of: child)
            child = element.nextSibling
        }
        return end
    }

    private func holdsRows(_ child: Int) -> Bool {
        let element = outline.elements[child]
        return element.firstLeaf < element.endLeaf && taken[element.firstLeaf]
    }

    /// What stands between rows, by names and classes.
    private func followerShapes(_ starts: [Start]) -> Set<String> {
        var shapes: Set<String> = []
        for index in starts.indices.dropLast() {
            var child = outline.elements[starts[index].child].nextSibling
            while child >= 0, child != starts[index + 1].child {
                shapes.insert(shape(child))
                child = outline.elements[child].nextSibling
            }
        }
        return shapes
    }

    private func shape(_ child: Int) -> String {
        let element = outline.elements[child]
        let end = min(element.contentStart, element.start + 80)
        return String(decoding: outline.bytes[element.start..<end], as: UTF8.self)
    }
}
