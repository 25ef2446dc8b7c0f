import SourceText
import YAMLText

/// Reads a Markdown page: its head in YAML or TOML, then its blocks, then the inlines in them.
package func readMarkdown(_ source: SourceFile, as id: FileID) -> Page {
    readMarkdown(source, as: id, .all)
}

/// Reads a page with only some of the constructs beyond CommonMark.
func readMarkdown(_ source: SourceFile, as id: FileID, _ options: MarkdownOptions) -> Page {
    let lines = source.lines()
    var page = Page(id: id, source: source, dialect: .markdown, nodes: [])
    let head = options.contains(.tags) ? frontMatterLines(lines, of: source) : 0
    var front: (value: YAMLValue?, notes: [Diagnostic]) = (nil, [])
    if head > 2 {
        let isTOML = source.bytes[Int(lines[0].start)] == 0x2B
        let inner = Array(lines[1..<head - 1])
        front = isTOML ? readTOML(inner, of: source, as: id) : readYAML(inner, of: source, as: id)
    }
    page.frontMatter = front.value
    source.bytes.withUnsafeBufferPointer { bytes in
        var reader = BlockReader(
            bytes, file: id, options: options,
            tree: TreeBuilder(capacity: bytes.count / 4 + 16))
        let root = reader.tree.appendRoot(ByteRange(0, bytes.count))
        if head > 0 {
            let range = ByteRange(Int(lines[0].start), Int(lines[head - 1].end))
            let node = reader.tree.append(.frontMatter, range, to: root)
            if let value = front.value { reader.readEmbedded(in: value, below: node) }
        }
        reader.read(Array(lines[head...]), into: root)
        (page.nodes, page.notes) = finish(reader)
    }
    page.notes = front.notes + page.notes
    return page
}

/// Reads Markdown that stands inside something else, below a node of an unfinished tree.
///
/// The lines are slices of the page, so that every place in the result is one of the page.
package func readMarkdown(
    lines: [LineSlice], of source: SourceFile, as id: FileID, below node: Int,
    in nodes: inout [Node]
) -> [Diagnostic] {
    var tree = TreeBuilder()
    swap(&tree.nodes, &nodes)
    return source.bytes.withUnsafeBufferPointer { bytes in
        var reader = BlockReader(bytes, file: id, options: .all, tree: tree)
        tree.nodes = []
        reader.read(lines, into: node)
        let result = finish(reader)
        nodes = result.nodes
        return result.notes
    }
}

/// Reads the inlines that the blocks left, and gives up the tree.
private func finish(_ reader: consuming BlockReader) -> (nodes: [Node], notes: [Diagnostic]) {
    let attached = reader.attributeLists
    let firstNode = reader.firstNode
    var notes = reader.notes
    let isNotedDeep = reader.isNotedDeep
    let file = reader.file
    let runs = reader.runs
    let segments = reader.segments
    var tree = TreeBuilder()
    swap(&tree, &reader.tree)
    var inlines = InlineReader(
        reader.bytes, options: reader.options, references: reader.references, tree: tree)
    tree.nodes = []
    var index = 0
    while index < runs.count {
        inlines.read(runs[index], segments)
        index += 1
    }
    if let place = inlines.tooDeepAt, !isNotedDeep {
        notes.append(.nestedTooDeep(at: SourceSpan(file, ByteRange(place, place))))
    }
    inlines.tree.containChildren(from: firstNode)
    inlines.tree.attach(attached, reader.bytes)
    return (inlines.tree.nodes, notes)
}

/// How many lines the head takes, its two rows of `---` or `+++` included; 0 if there is none.
private func frontMatterLines(_ lines: [LineSlice], of source: SourceFile) -> Int {
    guard let first = lines.first, !first.isEmpty else { return 0 }
    let mark = source.bytes[Int(first.start)]
    guard mark == 0x2D || mark == 0x2B, isRow(of: mark, first, source) else { return 0 }
    if mark == 0x2B, !lines.dropFirst().opensTOML(source) { return 0 }
    var index = 1
    while index < lines.count {
        if isRow(of: mark, lines[index], source) { return index + 1 }
        index += 1
    }
    return 0
}

private func isRow(of mark: UInt8, _ line: LineSlice, _ source: SourceFile) -> Bool {
    var end = Int(line.end)
    while end > Int(line.start), isWhite(source.bytes[end - 1]) { end -= 1 }
    guard end - Int(line.start) == 3 else { return false }
    return source.bytes[Int(line.start)..<end].allSatisfy { $0 == mark }
}

extension ArraySlice<LineSlice> {
    /// Whether the first line that is not blank is a key, a table or a remark.
    fileprivate func opensTOML(_ source: SourceFile) -> Bool {
        for line in self {
            let text = source.bytes[Int(line.start)..<Int(line.end)].drop(while: isWhite)
            guard let first = text.first else { continue }
            return first == 0x5B || first == 0x23 || text.contains(0x3D)
        }
        return false
    }
}
