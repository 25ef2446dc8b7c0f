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
    /// How many lines are paths.
    var paths = 0
    /// Bytes that may still be searched for closing brackets: a page of open ones stays cheap.
    var budget: Int

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
        paths = lines.indices.reduce(0) { $0 + (!lines[$1].isBlank && isPath($1) ? 1 : 0) }
        var index = next(from: 0)
        let first = index
        while index < lines.count {
            let end = readBlock(at: index, isFirst: index == first)
            index = next(from: max(end, index + 1))
        }
    }

    /// The first line from `index` that is not blank.
    func next(from index: Int) -> Int {
        var index = index
        while index < lines.count, lines[index].isBlank { index += 1 }
        return index
    }

    private mutating func readBlock(at index: Int, isFirst: Bool) -> Int {
        switch shape(at: index) {
        case .table(let last): return addTable(index, last)
        case .cells(let columns, let last): return addCells(index, columns, last)
        case .code(let last): return addCode(index, last)
        case .path: return addParagraph(index)
        case .line:
            guard let level = headingLevel(at: index, isFirst: isFirst) else {
                return addParagraph(index)
            }
            let line = lines[index]
            let heading = add(.heading(level: level), line.text, line.end, in: 0)
            add(.text, line.text, line.end, in: heading)
            return index + 1
        }
    }

    /// A paragraph is one line: flattening keeps each on its own.
    private mutating func addParagraph(_ index: Int) -> Int {
        let line = lines[index]
        let paragraph = add(.paragraph, line.text, line.end, in: 0)
        add(.text, line.text, line.end, in: paragraph)
        return index + 1
    }

    private mutating func addCode(_ first: Int, _ last: Int) -> Int {
        let start = lines[first].text
        let block = add(
            .codeBlock(info: .empty, style: .literal), start, lines[last - 1].end, in: 0)
        var index = first
        while index < last {
            let line = lines[index]
            let padding = line.isBlank ? 0 : line.column - lines[first].column
            add(
                .codeLine(padding: UInt8(clamping: padding)), line.text, line.end, in: block)
            index += 1
        }
        return last
    }
}
