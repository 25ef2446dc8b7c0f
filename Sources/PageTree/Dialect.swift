import SourceText

/// Decides how a page is written: by its file name first, by its first lines where that is silent.
package func dialect(of source: SourceFile) -> Dialect {
    let path = source.path
    if path.hasSuffix(".rst") || path.hasSuffix(".inc") || path.hasSuffix(".rest") {
        return .reStructuredText
    }
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return .yaml }
    if path.hasSuffix(".html") || path.hasSuffix(".htm") { return .html }
    if path.hasSuffix(".md") || path.hasSuffix(".mdx") || path.hasSuffix(".markdown")
        || path.hasSuffix(".erb") || path.hasSuffix(".apib")
    {
        return .markdown
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
        if wikiFlavor(path: path) != nil { return .wiki }
        let dialect = dialectByContent(bytes)
        guard dialect == .flattened, wikiFlavor(bytes) != nil else { return dialect }
        return flattenedMarks(bytes) > 0 ? .flattened : .wiki
    }
}

/// Counts the marks that only one dialect has, over the first lines of a page.
private func dialectByContent(_ bytes: UnsafeBufferPointer<UInt8>) -> Dialect {
    let limit = min(bytes.count, 65_536)
    var markdown = 0
    var structured = 0
    var isFirst = true
    var above = LinesAbove()
    var start = 0
    while start < limit {
        var end = start
        while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var text = start
        while text < end, isBlank(bytes[text]) { text += 1 }
        let line = UnsafeBufferPointer(rebasing: bytes[text..<end])
        if isFirst, !line.isEmpty {
            if begins(line, "---") { return .markdown }
            if begins(line, "<!DOCTYPE") || begins(line, "<!doctype") || begins(line, "<html") {
                return .html
            }
            isFirst = false
        }
        markdown += markdownMarks(line, above)
        structured += structuredMarks(line, above)
        above.push(line)
        start = end + 1
    }
    if max(structured, markdown) > 0, flattenedMarks(bytes) > max(structured, markdown) {
        return .flattened
    }
    if structured > markdown { return .reStructuredText }
    return markdown > 0 ? .markdown : .flattened
}

/// Counts what only a tool leaves of a page, over its first lines: headers of tables that have no
/// marks, and paths between lines of text. A few marks of samples and cells do not outweigh them.
private func flattenedMarks(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let reader = FlattenedReader(UnsafeBufferPointer(rebasing: bytes.prefix(65_536)))
    var marks = 0
    var index = reader.next(from: 0)
    while index < reader.lines.count {
        if reader.headsBareTable(index) {
            marks += 3
        } else if reader.isPath(index), reader.lines[index].column == 0, index > 0,
            !reader.lines[index - 1].isBlank
        {
            marks += 1
        }
        index = reader.next(from: index + 1)
    }
    return marks
}

/// How long the two lines above one are; blank ones, and those above the first, have no width.
private struct LinesAbove {
    private(set) var width = 0
    private(set) var second = 0
    /// Whether the line above is one mark again and again, or the one above that.
    private var isRule = false
    private var isSecondRule = false

    /// Whether a title may stand right above: below a blank line, or between two rules.
    var endWithTitle: Bool { width > 0 && !isRule && (second == 0 || isSecondRule) }

    mutating func push(_ line: UnsafeBufferPointer<UInt8>) {
        (second, isSecondRule) = (width, isRule)
        (width, isRule) = (line.count, isOneMark(line))
    }
}

/// `# ` begins a comment of many languages and `> ` a prompt: where nothing is blank above, as in
/// what a crawler left of a page, they say nothing.
private func markdownMarks(_ line: UnsafeBufferPointer<UInt8>, _ above: LinesAbove) -> Int {
    if begins(line, "```") || begins(line, "~~~ ") || begins(line, "## ")
        || begins(line, "### ") || begins(line, "#### ")
    {
        return 2
    }
    if above.width == 0, begins(line, "# ") || begins(line, "> ") { return 2 }
    var index = 1
    while index < line.count {
        if line[index] == 0x28, line[index - 1] == 0x5D { return 1 }
        index += 1
    }
    return 0
}

/// Directives, and lines of one mark under a title, which stands below a blank line or such a line.
private func structuredMarks(_ line: UnsafeBufferPointer<UInt8>, _ above: LinesAbove) -> Int {
    if begins(line, ".. "), holdsTwoColons(line) { return 3 }
    if begins(line, ".. _") || begins(line, ".. |") { return 2 }
    guard line.count >= 4, line.count >= above.width, above.endWithTitle, isOneMark(line) else {
        return 0
    }
    return line[0] != 0x60 && line[0] != 0x2D ? 1 : 0
}

private func isOneMark(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first, isPunctuation(first) else { return false }
    var index = 1
    while index < line.count, line[index] == line[0] { index += 1 }
    return index == line.count
}

private func holdsTwoColons(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 4
    while index < line.count {
        if line[index] == 0x3A, line[index - 1] == 0x3A { return true }
        index += 1
    }
    return false
}

private func begins(_ line: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    line.hasExactly(text, at: 0, before: line.count)
}
