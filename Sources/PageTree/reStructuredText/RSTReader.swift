import SourceText

/// The state of reading one page: its bytes and lines, and the tree so far.
///
/// One value that the constructs extend, each in its own file.
struct RSTReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let id: FileID
    /// Room for the text of one paragraph.
    let scratch: UnsafeMutableBufferPointer<UInt8>
    /// The lines of the page; cells of tables push theirs behind and pop them again.
    var lines: [RSTLine]
    var tree: TreeBuilder
    var notes: [Diagnostic] = []
    /// Adornments of titles, outermost first.
    var titleStyles: [RSTTitleStyle] = []
    var titleLevel = 0
    /// Containers around the current block.
    var depth = 0
    var inline = RSTInlineText()
    /// Whether two quotation marks in a row stand for one.
    var isInCSV = false

    /// Deeper nesting than any page has; beyond it text stays text.
    static let deepestNesting = 40

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ scratch: UnsafeMutableBufferPointer<UInt8>,
        as id: FileID
    ) {
        self.bytes = bytes
        self.scratch = scratch
        self.id = id
        lines = rstLines(bytes)
        tree = TreeBuilder(capacity: bytes.count / 16 + 16)
        _ = tree.appendRoot(ByteRange(0, bytes.count))
    }

    /// Adds a node behind its siblings.
    @discardableResult
    mutating func add(_ kind: Kind, _ start: Int, _ end: Int, in parent: Int) -> Int {
        tree.append(kind, ByteRange(start, end), to: parent)
    }

    mutating func close(_ node: Int, atLeast end: Int = 0) {
        let last = tree.nodes[node].lastChild
        let inner = last == Node.none ? 0 : Int(tree.nodes[Int(last)].range.end)
        tree.extend(node, to: max(end, inner))
    }

    /// Where the text of a region ends: the last byte of its last line that is not blank.
    func end(of region: RSTRegion) -> Int {
        var index = region.last - 1
        while index >= region.first {
            if !lines[index].isBlank { return lines[index].end }
            index -= 1
        }
        return region.first < lines.count ? lines[region.first].text : bytes.count
    }

    /// The lines after `index` that stand deeper than `base`, and their least column.
    func indented(from index: Int, to last: Int, base: Int) -> RSTRegion {
        var end = index
        var least = Int.max
        while end < last {
            let line = lines[end]
            if !line.isBlank {
                if line.column <= base { break }
                least = min(least, line.column)
            }
            end += 1
        }
        return RSTRegion(first: index, last: end, base: least == Int.max ? base + 1 : least)
    }

    /// The lines from `index` that reach `column` at least.
    func reaching(_ column: Int, from index: Int, to last: Int) -> Int {
        var end = index
        while end < last, lines[end].isBlank || lines[end].column >= column { end += 1 }
        return end
    }

    /// The first line from `index` that is not blank.
    func skippingBlanks(from index: Int, to last: Int) -> Int {
        var index = index
        while index < last, lines[index].isBlank { index += 1 }
        return index
    }

    /// Whether a block that ended before `index` was set off by a blank line or the end.
    func isSetOff(_ index: Int, _ region: RSTRegion) -> Bool {
        index >= region.last || index == region.first || lines[index].isBlank
            || lines[index - 1].column < 0
    }

    /// Moves the text of a line behind a marker, so that the rest reads as a line of its own.
    mutating func advance(_ index: Int, to text: Int, column: Int) {
        lines[index].text = min(text, lines[index].end)
        lines[index].column = column
    }
}
