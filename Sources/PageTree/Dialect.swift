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
    return source.bytes.withUnsafeBufferPointer(dialectByContent)
}

/// Counts the marks that only one dialect has, over the first lines of a page.
private func dialectByContent(_ bytes: UnsafeBufferPointer<UInt8>) -> Dialect {
    let limit = min(bytes.count, 65_536)
    var markdown = 0
    var structured = 0
    var isFirst = true
    var previousWidth = 0
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
        markdown += markdownMarks(line)
        structured += structuredMarks(line, previousWidth)
        previousWidth = line.count
        start = end + 1
    }
    if structured > markdown { return .reStructuredText }
    return markdown > 0 ? .markdown : .flattened
}

private func markdownMarks(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    if begins(line, "```") || begins(line, "~~~ ") || begins(line, "# ") || begins(line, "## ")
        || begins(line, "### ") || begins(line, "#### ") || begins(line, "> ")
    {
        return 2
    }
    var index = 1
    while index < line.count {
        if line[index] == 0x28, line[index - 1] == 0x5D { return 1 }
        index += 1
    }
    return 0
}

/// Directives, and lines of one mark under or over text of about their length.
private func structuredMarks(_ line: UnsafeBufferPointer<UInt8>, _ previousWidth: Int) -> Int {
    if begins(line, ".. "), holdsTwoColons(line) { return 3 }
    if begins(line, ".. _") || begins(line, ".. |") { return 2 }
    guard line.count >= 4, line.count >= previousWidth, previousWidth > 0, isPunctuation(line[0])
    else { return 0 }
    var index = 1
    while index < line.count, line[index] == line[0] { index += 1 }
    return index == line.count && line[0] != 0x60 && line[0] != 0x2D ? 1 : 0
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
    guard line.count >= text.utf8CodeUnitCount else { return false }
    var index = 0
    while index < text.utf8CodeUnitCount {
        if line[index] != text.utf8Start[index] { return false }
        index += 1
    }
    return true
}
