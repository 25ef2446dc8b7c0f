import SourceText

/// Reads the text of wikis and their relatives: AsciiDoc, MediaWiki, and the markup of trackers.
///
/// Headings, tables, code, lists and the marks within a line. Macros, templates and attributes that
/// only say how something looks are left out.
func readWikiText(_ source: SourceFile, as id: FileID, _ flavor: WikiFlavor) -> Page {
    source.bytes.withUnsafeBufferPointer { bytes in
        var reader = WikiReader(bytes, flavor)
        reader.readPage()
        return Page(id: id, source: source, dialect: .wiki, nodes: reader.tree.nodes)
    }
}

/// A place in a page of wiki text.
struct WikiReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let flavor: WikiFlavor
    let lines: [RSTLine]
    var tree: TreeBuilder
    /// The language that a line above names for the code below.
    var language = ByteRange.empty
    /// What a line above says of the table below: the number of its columns.
    var columns: Int?
    var hasHeader = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ flavor: WikiFlavor) {
        self.bytes = bytes
        self.flavor = flavor
        lines = rstLines(bytes)
        tree = TreeBuilder(capacity: bytes.count / 16 + 16)
        _ = tree.appendRoot(ByteRange(0, bytes.count))
    }

    func text(_ index: Int) -> WikiLine {
        WikiLine(bytes: bytes, start: lines[index].text, end: lines[index].end)
    }

    @discardableResult
    mutating func add(_ kind: Kind, _ start: Int, _ end: Int, in parent: Int) -> Int {
        tree.append(kind, ByteRange(start, end), to: parent)
    }

    mutating func readPage() {
        var index = 0
        while index < lines.count {
            if lines[index].isBlank {
                index += 1
                continue
            }
            index = max(readBlock(at: index), index + 1)
        }
        tree.containChildren()
    }

    /// Reads the block that begins on a line; returns the line behind it.
    private mutating func readBlock(at index: Int) -> Int {
        if let next = readHeading(at: index) ?? readCode(at: index) ?? readTable(at: index) {
            language = .empty
            columns = nil
            hasHeader = false
            return next
        }
        if let next = readAside(at: index) { return next }
        if let next = readList(at: index) { return next }
        return readParagraph(at: index)
    }

    // MARK: Headings

    private mutating func readHeading(at index: Int) -> Int? {
        let line = text(index)
        var level: UInt8
        var start: Int
        var end = line.end
        switch flavor {
        case .tracker:
            guard let marked = line.trackerLevel else { return nil }
            level = marked
            start = line.start + 4
        case .asciiDoc, .mediaWiki:
            let marks = line.headingMarks
            guard marks > 0, lines[index].column == 0 else { return nil }
            level = UInt8(marks)
            start = line.start + marks
            if flavor == .asciiDoc, bytes[start] != 0x20 { return nil }
            while end > start, bytes[end - 1] == 0x3D { end -= 1 }
            if flavor == .mediaWiki, end == line.end { return nil }
        }
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        guard start < end else { return nil }
        level = min(level, 6)
        let heading = add(.heading(level: level), line.start, line.end, in: 0)
        addInlines(start, end, in: heading)
        return index + 1
    }

    // MARK: Paragraphs

    /// Lines up to a blank one, or to one that begins a block of another kind.
    private mutating func readParagraph(at first: Int) -> Int {
        var index = first
        let paragraph = add(.paragraph, lines[first].text, lines[first].end, in: 0)
        while index < lines.count, !lines[index].isBlank, index == first || !interrupts(index) {
            if index > first {
                let end = lines[index - 1].end
                add(.softBreak, end, lines[index].text, in: paragraph)
            }
            addInlines(lines[index].text, lines[index].end, in: paragraph)
            index += 1
        }
        tree.extend(paragraph, to: lines[index - 1].end)
        return index
    }

    private func interrupts(_ index: Int) -> Bool {
        let line = text(index)
        switch flavor {
        case .asciiDoc:
            return line.begins("|===") || line.begins("[source") || line.isFence(0x2D)
                || line.isFence(0x2E) || line.isFence(0x3D) || line.begins("* ")
                || line.begins("--") && line.count == 2
                || definedTerm(line) != nil
        case .mediaWiki:
            return line.begins("{|") || line.begins("==") || line.begins("*") || line.begins("<pre")
                || line.begins("<syntaxhighlight") || line.begins("<source")
        case .tracker:
            return line.begins("||") || line.begins("{code") || line.begins("* ")
                || line.begins("{noformat") || line.begins("<pre") || line.trackerLevel != nil
        }
    }
}
