import SourceText

/// One tag of a template language: `{% name … %}`, `{{< name … >}}`, `<%= name … %>`.
struct TemplateTag {
    var syntax: DirectiveSyntax
    /// Of a closing tag, the name that it closes.
    var name: ByteRange
    var arguments: ByteRange
    var end: Int
    var isClosing = false
    /// A block of ERB: what follows belongs to it until `end`.
    var opensBlock = false
}

/// Reads the tag of a template that starts at an offset; nil if none does.
func scanTemplateTag(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int
) -> TemplateTag? {
    guard start + 4 <= end else { return nil }
    let second = bytes[start + 1]
    if bytes[start] == 0x7B, second == 0x25 {
        return scanLiquid(bytes, start, end)
    }
    if bytes[start] == 0x3C, second == 0x25 {
        return scanERB(bytes, start, end)
    }
    if bytes[start] == 0x7B, second == 0x7B, bytes[start + 2] == 0x3C || bytes[start + 2] == 0x25 {
        return scanHugo(bytes, start, end)
    }
    return nil
}

private func scanLiquid(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
) -> TemplateTag? {
    guard let close = findPair(bytes, 0x25, 0x7D, from: start + 2, before: end) else { return nil }
    let inner = trimmedTag(bytes, start + 2, close)
    var tag = TemplateTag(
        syntax: .liquid, name: firstWord(bytes, inner), arguments: inner, end: close + 2)
    guard !tag.name.isEmpty else { return nil }
    tag.arguments = ByteRange(Int(tag.name.end), Int(inner.end))
    if tag.name.count > 3, startsWith(bytes, tag.name, "end") {
        tag.isClosing = true
        tag.name = ByteRange(Int(tag.name.start) + 3, Int(tag.name.end))
    }
    return tag
}

private func scanHugo(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
) -> TemplateTag? {
    let mark: UInt8 = bytes[start + 2] == 0x3C ? 0x3E : 0x25
    guard let close = findPair(bytes, mark, 0x7D, from: start + 3, before: end),
        close + 2 < end, bytes[close + 2] == 0x7D
    else { return nil }
    var inner = trimmedTag(bytes, start + 3, close)
    let isClosing = !inner.isEmpty && bytes[Int(inner.start)] == 0x2F
    if isClosing { inner = trimmedTag(bytes, Int(inner.start) + 1, Int(inner.end)) }
    let name = firstWord(bytes, inner)
    guard !name.isEmpty else { return nil }
    return TemplateTag(
        syntax: .hugo, name: name, arguments: ByteRange(Int(name.end), Int(inner.end)),
        end: close + 3, isClosing: isClosing)
}

private func scanERB(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
) -> TemplateTag? {
    guard let close = findPair(bytes, 0x25, 0x3E, from: start + 2, before: end) else { return nil }
    var inner = trimmedTag(bytes, start + 2, close)
    if !inner.isEmpty, bytes[Int(inner.start)] == 0x3D {
        inner = trimmedTag(bytes, Int(inner.start) + 1, Int(inner.end))
    }
    let name = firstWord(bytes, inner)
    var tag = TemplateTag(
        syntax: .erb, name: name, arguments: ByteRange(Int(name.end), Int(inner.end)),
        end: close + 2)
    tag.isClosing = name.count == 3 && startsWith(bytes, name, "end")
    tag.opensBlock = endsWithDo(bytes, tag.arguments)
    return tag
}

/// Whether Ruby code ends with `do` or `do |names|`.
private func endsWithDo(_ bytes: UnsafeBufferPointer<UInt8>, _ code: ByteRange) -> Bool {
    var end = Int(code.end)
    let start = Int(code.start)
    if end > start, bytes[end - 1] == 0x7C {
        end -= 1
        while end > start, bytes[end - 1] != 0x7C { end -= 1 }
        end -= 1
        while end > start, isWhite(bytes[end - 1]) { end -= 1 }
    }
    guard end - 2 > start, isWhite(bytes[end - 3]) else { return false }
    return startsWith(bytes, ByteRange(end - 2, end), "do")
}

/// Where the next end of a template's tag stands, so that no stretch is searched twice.
struct TagEnds {
    private var mark: UInt8 = 0
    private var from = 0
    private var to = 0

    /// Whether the tag that starts at an offset ends before another.
    mutating func find(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int
    ) -> Bool {
        let isAngle = start + 2 < end && bytes[start + 1] == 0x7B && bytes[start + 2] == 0x3C
        let first: UInt8 = isAngle ? 0x3E : 0x25
        let second: UInt8 = bytes[start] == 0x3C ? 0x3E : 0x7D
        if mark != first &+ second || start < from || start + 2 > to {
            mark = first &+ second
            from = start
            to = findPair(bytes, first, second, from: start + 2, before: end) ?? end
        }
        return to < end
    }
}

// MARK: Bytes

/// The first of two adjoining bytes.
private func findPair(
    _ bytes: UnsafeBufferPointer<UInt8>, _ first: UInt8, _ second: UInt8, from start: Int,
    before end: Int
) -> Int? {
    var index = start
    while index + 1 < end {
        if bytes[index] == first, bytes[index + 1] == second { return index }
        index += 1
    }
    return nil
}

/// Without white space and without the dashes that control it.
private func trimmedTag(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
) -> ByteRange {
    var start = start
    var end = end
    if start < end, bytes[start] == 0x2D { start += 1 }
    if end > start, bytes[end - 1] == 0x2D { end -= 1 }
    while start < end, isWhite(bytes[start]) { start += 1 }
    while end > start, isWhite(bytes[end - 1]) { end -= 1 }
    return ByteRange(start, end)
}

private func firstWord(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> ByteRange {
    var end = Int(range.start)
    while end < Int(range.end), !isWhite(bytes[end]), bytes[end] != 0x28 { end += 1 }
    return ByteRange(Int(range.start), end)
}

func startsWith(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, _ text: StaticString
) -> Bool {
    guard range.count >= text.utf8CodeUnitCount else { return false }
    var index = 0
    while index < text.utf8CodeUnitCount {
        if bytes[Int(range.start) + index] != text.utf8Start[index] { return false }
        index += 1
    }
    return true
}

func equalBytes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ left: ByteRange, _ right: ByteRange
) -> Bool {
    guard left.count == right.count else { return false }
    var index = 0
    while index < left.count {
        if bytes[Int(left.start) + index] != bytes[Int(right.start) + index] { return false }
        index += 1
    }
    return true
}
