import SourceText

/// Reads a page whose markup is lost: what a browser or a crawler kept of an HTML page.
///
/// Structure is inferred from shape alone: rows of bars, balanced brackets, and short lines that
/// stand before either.
package func readFlattenedText(_ source: SourceFile, as id: FileID) -> Page {
    source.bytes.withUnsafeBufferPointer { bytes in
        var reader = FlattenedReader(bytes)
        reader.readPage()
        return Page(id: id, source: source, dialect: .flattened, nodes: reader.tree.nodes)
    }
}

/// The state of reading one flattened page.
struct FlattenedReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let lines: [RSTLine]
    var tree: TreeBuilder
    /// Bytes that may still be searched for closing brackets: a page of open ones stays cheap.
    var budget: Int
    /// What recurs over paths, samples and tables.
    var labels: Set<String> = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        lines = rstLines(bytes)
        budget = 16 * bytes.count + 4096
        tree = TreeBuilder(capacity: bytes.count / 16 + 16)
        _ = tree.appendRoot(ByteRange(0, bytes.count))
    }

    @discardableResult
    mutating func add(_ kind: Kind, _ start: Int, _ end: Int, in parent: Int) -> Int {
        tree.append(kind, ByteRange(start, end), to: parent)
    }

    mutating func close(_ table: Int) {
        let last = tree.nodes[table].lastChild
        if last != Node.none { tree.extend(table, to: Int(tree.nodes[Int(last)].range.end)) }
    }

    mutating func readPage() {
        labels = labelsOfParts()
        let blocks = blocks()
        let headings = FlattenedHeadings(blocks, in: self)
        for (index, block) in blocks.enumerated() { add(block, level: headings.level(of: index)) }
    }

    /// The first line from `index` that is not blank.
    func next(from index: Int) -> Int {
        var index = index
        while index < lines.count, lines[index].isBlank { index += 1 }
        return index
    }

    private mutating func add(_ block: FlattenedBlock, level: UInt8?) {
        switch block.shape {
        case .table: addTable(block.first, block.last)
        case .cells: if let table = block.table { addTable(table) }
        case .code: addCode(block.first, block.last)
        case .list: addList(block.first, block.last)
        case .path, .label, .text: addLine(block.first, as: level.map(Kind.heading) ?? .paragraph)
        }
    }

    /// A paragraph is one line: flattening keeps each on its own.
    private mutating func addLine(_ index: Int, as kind: Kind) {
        let line = lines[index]
        add(.text, line.text, line.end, in: add(kind, line.text, line.end, in: 0))
    }

    private mutating func addCode(_ first: Int, _ last: Int) {
        let start = lines[first].text
        let block = add(
            .codeBlock(info: .empty, style: .literal), start, lines[last - 1].end, in: 0)
        var index = first
        while index < last {
            let line = lines[index]
            let padding = line.isBlank ? 0 : line.column - lines[first].column
            for part in index == first ? messageParts(line) : [line.text..<line.end] {
                add(
                    .codeLine(padding: UInt8(clamping: padding)), part.lowerBound, part.upperBound,
                    in: block)
            }
            index += 1
        }
    }
}
