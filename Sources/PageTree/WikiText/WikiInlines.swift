import SourceText

/// The marks within a line.
extension WikiReader {
    mutating func addInlines(_ start: Int, _ end: Int, in parent: Int, depth: Int = 0) {
        var index = start
        var text = start
        while index < end {
            guard depth < 4, let mark = mark(at: index, from: start, before: end) else {
                index += 1
                continue
            }
            if text < index { add(.text, text, index, in: parent) }
            switch mark.kind {
            case .hidden: break
            case .span(let kind):
                let node = add(kind, index, mark.next, in: parent)
                if case .codeSpan = kind {
                    add(.text, mark.from, mark.to, in: node)
                } else {
                    addInlines(mark.from, mark.to, in: node, depth: depth + 1)
                }
            }
            index = mark.next
            text = index
        }
        if text < end { add(.text, text, end, in: parent) }
    }

    private func mark(at index: Int, from start: Int, before end: Int) -> WikiMark? {
        switch bytes[index] {
        case 0x60 where flavor == .asciiDoc: return span(.codeSpan, "`", at: index, before: end)
        case 0x2B where flavor == .asciiDoc && isOutside(index, start):
            return span(.codeSpan, "+", at: index, before: end)
        case 0x40 where flavor == .tracker && isOutside(index, start):
            return span(.codeSpan, "@", at: index, before: end)
        case 0x27 where flavor == .mediaWiki:
            return span(.strong, "'''", at: index, before: end)
                ?? span(.emphasis, "''", at: index, before: end)
        case 0x2A where flavor != .mediaWiki && isOutside(index, start):
            return span(.strong, "*", at: index, before: end)
        case 0x5F where flavor != .mediaWiki && isOutside(index, start):
            return span(.emphasis, "_", at: index, before: end)
        case 0x27 where flavor == .asciiDoc && index == start && bytes[end - 1] == 0x27:
            return span(.emphasis, "'", at: index, before: end)
        // A backslash keeps `{name}` from being an attribute's value.
        case 0x5C where flavor == .asciiDoc && index + 1 < end && isBrace(bytes[index + 1]):
            return WikiMark(kind: .hidden, from: index, to: index, next: index + 1)
        case 0x68, 0x6C, 0x78:
            return flavor == .asciiDoc && isOutside(index, start)
                ? macro(at: index, before: end) : nil
        case 0x7B: return braces(at: index, before: end)
        case 0x3C: return element(at: index, before: end)
        case 0x5B: return link(at: index, before: end)
        default: return nil
        }
    }

    private func isBrace(_ byte: UInt8) -> Bool { byte == 0x7B || byte == 0x7D }

    /// Whether no word stands right before a mark that might be a part of one.
    private func isOutside(_ index: Int, _ start: Int) -> Bool {
        index == start || !isAlphanumeric(bytes[index - 1]) && bytes[index - 1] != 0x5F
    }

    /// `*text*`: the same marks at both ends, no space inside of them, no word behind.
    private func span(
        _ kind: Kind, _ marks: StaticString, at index: Int, before end: Int
    ) -> WikiMark? {
        let length = marks.utf8CodeUnitCount
        let line = WikiLine(bytes: bytes, start: index, end: min(end, index + 400))
        let from = index + length
        guard line.begins(marks), from < end, !isBlank(bytes[from]),
            var to = line.place(of: marks, from: from + 1)
        else { return nil }
        // The marks of a word inside of words: `_page_size_`.
        while to + length < line.end, isAlphanumeric(bytes[to + length]) {
            guard let next = line.place(of: marks, from: to + length) else { return nil }
            to = next
        }
        guard !isBlank(bytes[to - 1]) else { return nil }
        // `+name+` in code is taken as it is written.
        let isLiteral =
            kind == .codeSpan && flavor == .asciiDoc && to - from > 2 && bytes[from] == 0x2B
            && bytes[to - 1] == 0x2B
        return WikiMark(
            kind: .span(kind), from: isLiteral ? from + 1 : from, to: isLiteral ? to - 1 : to,
            next: to + length)
    }

    /// `{{code}}` of trackers; templates and macros are not for readers of facts.
    private func braces(at index: Int, before end: Int) -> WikiMark? {
        let line = WikiLine(bytes: bytes, start: index, end: min(end, index + 400))
        guard flavor == .tracker, line.begins("{{"),
            let to = line.place(of: "}}", from: index + 2), to > index + 2
        else { return nil }
        return WikiMark(kind: .span(.codeSpan), from: index + 2, to: to, next: to + 2)
    }

    /// `<code>text</code>`; other tags of a line are left out.
    private func element(at index: Int, before end: Int) -> WikiMark? {
        let line = WikiLine(bytes: bytes, start: index, end: min(end, index + 400))
        for (open, close, kind) in wikiElements where line.begins(open) {
            let from = index + open.utf8CodeUnitCount
            guard let to = line.place(of: close, from: from), to > from else { continue }
            return WikiMark(
                kind: .span(kind), from: from, to: to, next: to + close.utf8CodeUnitCount)
        }
        if line.begins("<<"), flavor == .asciiDoc, let to = line.place(of: ">>", from: index) {
            let comma = line.place(of: ",", from: index).map { $0 + 1 } ?? index + 2
            let from = comma < to ? comma : index + 2
            let target = ByteRange(index + 2, comma < to && comma > index + 2 ? comma - 1 : to)
            let kind = Kind.link(destination: target, title: .empty)
            return WikiMark(kind: .span(kind), from: from, to: to, next: to + 2)
        }
        guard line.begins("<br") || line.begins("<nowiki>") || line.begins("</nowiki>"),
            let close = line.place(of: ">", from: index)
        else { return nil }
        return WikiMark(kind: .hidden, from: index, to: index, next: close + 1)
    }

    /// `link:page.html[text]`, `xref:id[text]`, `https://example.org[text]`.
    private func macro(at index: Int, before end: Int) -> WikiMark? {
        let line = WikiLine(bytes: bytes, start: index, end: min(end, index + 400))
        let isAddress = line.begins("https://") || line.begins("http://")
        guard isAddress || line.begins("link:") || line.begins("xref:") else { return nil }
        let from = isAddress ? index : index + 5
        var open = from
        while open < line.end, bytes[open] != 0x5B, !isBlank(bytes[open]) { open += 1 }
        guard open < line.end, open > from, bytes[open] == 0x5B,
            let close = line.place(of: "]", from: open), close > open + 1
        else { return nil }
        let kind = Kind.link(destination: ByteRange(from, open), title: .empty)
        return WikiMark(kind: .span(kind), from: open + 1, to: close, next: close + 1)
    }

    /// `[[Page|text]]`, `[http://x text]`, `[text|http://x]`.
    private func link(at index: Int, before end: Int) -> WikiMark? {
        let line = WikiLine(bytes: bytes, start: index, end: min(end, index + 400))
        guard flavor != .asciiDoc else { return nil }
        let isDouble = line.begins("[[")
        let inner = index + (isDouble ? 2 : 1)
        guard let close = line.place(of: isDouble ? "]]" : "]", from: inner), close > inner else {
            return nil
        }
        let next = close + (isDouble ? 2 : 1)
        let bar = line.place(of: "|", from: inner).flatMap { $0 < close ? $0 : nil }
        if let bar {
            // The wiki writes its target first, a tracker its text.
            let first = ByteRange(inner, bar)
            let second = ByteRange(bar + 1, close)
            let target = isDouble ? first : second
            let text = isDouble ? second : first
            guard !text.isEmpty else { return nil }
            return WikiMark(
                kind: .span(.link(destination: target, title: .empty)), from: Int(text.start),
                to: Int(text.end), next: next)
        }
        let address = WikiLine(bytes: bytes, start: inner, end: close)
        let isAddress = address.begins("http") && address.place(of: "://", from: inner) != nil
        guard isDouble || isAddress else { return nil }
        var text = inner
        var targetEnd = close
        if !isDouble, let space = address.place(of: " ", from: inner) {
            text = space + 1
            targetEnd = space
        }
        guard text < close else { return nil }
        let kind = Kind.link(destination: ByteRange(inner, targetEnd), title: .empty)
        return WikiMark(kind: .span(kind), from: text, to: close, next: next)
    }
}

/// What marks enclose.
private struct WikiMark {
    enum Meaning {
        case span(Kind)
        /// Nothing that a reader sees.
        case hidden
    }

    let kind: Meaning
    let from: Int
    let to: Int
    let next: Int
}

private let wikiElements: [(StaticString, StaticString, Kind)] = [
    ("<code><nowiki>", "</nowiki></code>", .codeSpan), ("<code>", "</code>", .codeSpan),
    ("<tt>", "</tt>", .codeSpan), ("<b>", "</b>", .strong), ("<i>", "</i>", .emphasis),
]
