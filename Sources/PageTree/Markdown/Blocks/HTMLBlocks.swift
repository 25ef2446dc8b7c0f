import SourceText

/// The seven kinds of raw HTML blocks of CommonMark, by what ends them.
enum HTMLBlockKind: UInt8 {
    /// `<script>`, `<pre>`, `<style>`, `<textarea>` to their closing tag.
    case verbatim = 1
    case comment, instruction, declaration, characterData
    /// A known block element, to a blank line.
    case element
    /// Any complete tag alone on its line, to a blank line.
    case tag
}

extension BlockReader {
    mutating func openHTMLBlock() -> BlockStart {
        guard let kind = htmlBlockKind() else { return .none }
        if kind == .tag, case .paragraph = leaf, !opensContainer { return .none }
        startBlock()
        htmlPrevious = tree.nodes[parent].lastChild
        let node = tree.append(.htmlBlock, ByteRange(cursor.nonspace, cursor.end), to: parent)
        addCodeLine(to: node)
        if endsHTMLBlock(kind) {
            closeHTMLBlock(node)
        } else {
            leaf = .html(node: node, kind: kind)
        }
        return .lineIsRead
    }

    mutating func continueHTMLBlock(_ node: Int, _ kind: HTMLBlockKind) -> Bool {
        if cursor.isBlank, kind == .element || kind == .tag { return false }
        followsBlank = false
        addCodeLine(to: node)
        if endsHTMLBlock(kind) {
            leaf = .none
            closeHTMLBlock(node)
        }
        return true
    }

    /// Raw HTML in a quote stays raw: the marks of the quote stand between its lines.
    mutating func closeHTMLBlock(_ node: Int) {
        let first = Int(tree.nodes[node].firstChild)
        guard tree.nodes[node].firstChild != Node.none else { return }
        let start = Int(tree.nodes[first].range.start)
        let end = Int(tree.nodes[node].range.end)
        let hasQuote = containers.contains { $0.role == .blockQuote }
        guard options.contains(.tags), !hasQuote else {
            if Int(tree.nodes[node].range.start) > start {
                tree.nodes[node].range.start = UInt32(truncatingIfNeeded: start)
            }
            return
        }
        tree.unlinkLast(of: Int(tree.nodes[node].parent), previous: htmlPrevious)
        tree.nodes.removeLast(tree.nodes.count - node)
        readElements(from: start, to: end)
    }

    private func endsHTMLBlock(_ kind: HTMLBlockKind) -> Bool {
        switch kind {
        case .verbatim: lineContainsVerbatimEnd()
        case .comment: lineContains("-->")
        case .instruction: lineContains("?>")
        case .declaration: lineContains(">")
        case .characterData: lineContains("]]>")
        case .element, .tag: false
        }
    }

    private func lineContains(_ text: StaticString) -> Bool {
        var index = cursor.nonspace
        while index + text.utf8CodeUnitCount <= cursor.end {
            if bytes.hasPrefix(text, at: index, before: cursor.end) { return true }
            index += 1
        }
        return false
    }

    private func lineContainsVerbatimEnd() -> Bool {
        var index = cursor.nonspace
        while index + 1 < cursor.end {
            if bytes[index] == 0x3C, bytes[index + 1] == 0x2F,
                let name = verbatimName(at: index + 2), cursor.byte(name) == 0x3E
            {
                return true
            }
            index += 1
        }
        return false
    }

    /// One past the name of an element whose content is never markup.
    private func verbatimName(at index: Int) -> Int? {
        let names: [StaticString] = ["pre", "script", "style", "textarea"]
        for name in names where bytes.hasPrefix(name, at: index, before: cursor.end) {
            return index + name.utf8CodeUnitCount
        }
        return nil
    }

    private func htmlBlockKind() -> HTMLBlockKind? {
        let start = cursor.nonspace
        let end = cursor.end
        let next = cursor.byte(start + 1)
        if next == 0x21 {
            if bytes.hasPrefix("<!--", at: start, before: end) { return .comment }
            if bytes.hasPrefix("<![cdata[", at: start, before: end) { return .characterData }
            return isLetter(cursor.byte(start + 2)) ? .declaration : nil
        }
        if next == 0x3F { return .instruction }
        if let name = verbatimName(at: start + 1), endsTagName(name) { return .verbatim }
        let nameStart = next == 0x2F ? start + 2 : start + 1
        var name = nameStart
        while isLetter(cursor.byte(name)) || isDigit(cursor.byte(name)) { name += 1 }
        if endsTagName(name) || bytes.hasPrefix("/>", at: name, before: end),
            isBlockElement(bytes, ByteRange(nameStart, name))
        {
            return .element
        }
        guard let tag = scanTag(bytes, at: start, before: end, .commonMark),
            bytes.trimmed(tag.end, end).isEmpty
        else { return nil }
        return .tag
    }

    private func endsTagName(_ index: Int) -> Bool {
        guard index < cursor.end else { return true }
        let byte = bytes[index]
        return byte == 0x20 || byte == 0x09 || byte == 0x3E
    }
}

/// The elements that CommonMark lets open a block of raw HTML anywhere.
private let blockElements: StaticString = """
     address article aside base basefont blockquote body caption center col colgroup dd details \
    dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 \
    head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option \
    p param search section summary table tbody td tfoot th thead title tr track ul \

    """

/// Whether a name is one of `blockElements`, whatever its case.
func isBlockElement(_ bytes: UnsafeBufferPointer<UInt8>, _ name: ByteRange) -> Bool {
    let count = name.count
    guard count > 0, count <= 10 else { return false }
    let list = blockElements.utf8Start
    let listCount = blockElements.utf8CodeUnitCount
    var start = 0
    while start < listCount {
        var index = 0
        while index < count, start + 1 + index < listCount,
            lowercased(bytes[Int(name.start) + index]) == list[start + 1 + index]
        {
            index += 1
        }
        if index == count, start + 1 + index < listCount, list[start + 1 + index] == 0x20 {
            return true
        }
        start += 1
        while start < listCount, list[start] != 0x20 { start += 1 }
    }
    return false
}

func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
