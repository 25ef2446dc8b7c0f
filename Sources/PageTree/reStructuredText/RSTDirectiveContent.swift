import SourceText

extension RSTReader {
    mutating func addDirective(
        _ name: ByteRange, _ form: RSTDirectiveForm, _ body: RSTRegion, _ mark: Int, _ start: Int,
        in parent: Int
    ) {
        let node = add(
            .directive(name: name, syntax: .reStructuredText), mark, start, in: parent)
        let head = directiveHead(body, isPath: form == .path)
        addAttributes(head, to: node)
        if head.arguments.isEmpty, isText(name, "admonition") {
            note(.missingArgument, mark, end(of: body))
        }
        if form == .raw {
            addRawContent(head.content, in: node)
        } else {
            readBlocks(head.content, in: node)
        }
        close(node)
    }

    private mutating func addRawContent(_ content: RSTRegion, in node: Int) {
        let first = skippingBlanks(from: content.first, to: content.last)
        var last = content.last
        while last > first, lines[last - 1].isBlank { last -= 1 }
        addCodeLines(RSTRegion(first: first, last: last, base: content.base), in: node)
    }

    /// A note's text may begin on the line of its name, before or behind its options.
    mutating func addTextDirective(
        _ name: ByteRange, _ form: RSTDirectiveForm, _ body: RSTRegion, _ mark: Int, _ start: Int,
        in parent: Int
    ) {
        let node = add(
            .directive(name: name, syntax: .reStructuredText), mark, start, in: parent)
        if form == .version { addVersion(body, to: node) }
        var index = body.first
        if lines[index].isBlank { index = min(index + 1, body.last) }
        let text = index
        while index < body.last, !lines[index].isBlank, !isOptionLine(index, body) { index += 1 }
        let options = index..<optionsEnd(index, body)
        if options.isEmpty {
            readBlocks(RSTRegion(first: text, last: body.last, base: body.base), in: node)
        } else {
            readBlocks(RSTRegion(first: text, last: index, base: body.base), in: node)
            addOptions(options, to: node)
            let rest = RSTRegion(first: options.upperBound, last: body.last, base: body.base)
            readBlocks(rest, in: node)
        }
        close(node)
        if form == .text, skippingBlanks(from: body.first, to: body.last) == body.last {
            note(.emptyDirective, mark, start)
        }
    }

    /// Makes the first word an argument; what follows it is text.
    private mutating func addVersion(_ body: RSTRegion, to node: Int) {
        let line = lines[body.first]
        guard !line.isBlank else { return }
        var end = line.text
        while end < line.end, bytes[end] != 0x20 { end += 1 }
        add(.attribute(name: .empty, value: ByteRange(line.text, end)), line.text, end, in: node)
        while end < line.end, bytes[end] == 0x20 { end += 1 }
        advance(body.first, to: end, column: body.base)
    }

    /// A directive of code is a code block; its options are attributes before the lines.
    mutating func addCodeDirective(_ body: RSTRegion, _ mark: Int, _ start: Int, in parent: Int) {
        let head = directiveHead(body, argumentLines: 1)
        let first = head.arguments.isEmpty ? nil : head.arguments.lowerBound
        let language = first.map { ByteRange(lines[$0].text, lines[$0].end) }
        let info = language ?? option("language", in: head) ?? .empty
        let block = add(.codeBlock(info: info, style: .fenced), mark, start, in: parent)
        addOptions(head.options, to: block)
        addRawContent(head.content, in: block)
        close(block, atLeast: language.map { Int($0.end) } ?? 0)
        if tree.nodes[block].lastChild == Node.none
            || skippingBlanks(from: head.content.first, to: head.content.last) == head.content.last
        {
            note(.emptyDirective, mark, end(of: body))
        }
    }

    /// `.. table:: title` around a grid or simple table; the title is an attribute of the table.
    mutating func addTableDirective(
        _ name: ByteRange, _ body: RSTRegion, _ mark: Int, _ start: Int, in parent: Int
    ) {
        let head = directiveHead(body)
        let content = head.content
        let first = skippingBlanks(from: content.first, to: content.last)
        let isGrid = first < content.last && isGridBorder(lines[first])
        guard first < content.last, isGrid || isSimpleBorder(lines[first]) else {
            note(first < content.last ? .notAListTable : .emptyDirective, mark, end(of: body))
            return addDirective(name, .blocks, body, mark, start, in: parent)
        }
        let table = add(.table, mark, start, in: parent)
        addAttributes(head, to: table)
        var index =
            isGrid
            ? readGridTable(at: first, content, in: parent, into: table)
            : readSimpleTable(at: first, content, in: parent, into: table)
        index = skippingBlanks(from: index, to: content.last)
        close(table)
        if index < content.last {
            let rest = RSTRegion(first: index, last: content.last, base: content.base)
            readBlocks(rest, in: parent)
        }
    }
}
