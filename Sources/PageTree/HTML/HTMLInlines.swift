import SourceText

/// Text and the inline elements in it.
extension HTMLReader {
    mutating func openInline(_ tag: ScannedTag, from start: Int) {
        if isNamed(tag.name, "br") { return addLineBreak(tag, from: start) }
        if isNamed(tag.name, "img") { return addImage(tag, from: start) }
        let isVoid = isNamed(tag.name, "input") || isNamed(tag.name, "wbr")
        guard !isVoid, !tag.isSelfClosing, mayNest(at: start) else { return }
        if let anchor = attribute("id", of: tag) ?? nameOfAnchor(tag), !anchor.value.isEmpty,
            open[open.count - 1].node >= 0
        {
            addAnchorInText(anchor.value, anchor.range)
        }
        if isClassifier(tag), hasText, pendingSpace == nil {
            pendingSpace = ByteRange(start, start)
        }
        push(.inline, tag, node: -1, from: start)
    }

    private func nameOfAnchor(_ tag: ScannedTag) -> (value: ByteRange, range: ByteRange)? {
        isNamed(tag.name, "a") ? attribute("name", of: tag) : nil
    }

    /// An anchor stands in the text around it, or alone before a block.
    private mutating func addAnchorInText(_ name: ByteRange, _ range: ByteRange) {
        let parent = anchorParent()
        if let space = pendingSpace {
            tree.append(.softBreak, space, to: parent)
            pendingSpace = nil
            hasText = false
        }
        tree.append(.anchor(name: name), range, to: parent)
    }

    private mutating func anchorParent() -> Int {
        var index = open.count - 1
        while index > 0, open[index].node < 0 { index -= 1 }
        return open[index].node
    }

    private mutating func addLineBreak(_ tag: ScannedTag, from start: Int) {
        guard let parent = inlineParent(at: start, isText: false) else { return }
        pendingSpace = nil
        tree.append(.lineBreak, ByteRange(start, tag.end), to: parent)
        hasText = false
    }

    private mutating func addImage(_ tag: ScannedTag, from start: Int) {
        guard let source = attribute("src", of: tag),
            let parent = inlineParent(at: start, isText: true)
        else { return }
        let title = attribute("title", of: tag)?.value ?? .empty
        let node = tree.append(
            .image(destination: source.value, title: title), ByteRange(start, tag.end), to: parent)
        if let text = attribute("alt", of: tag)?.value, !text.isEmpty {
            tree.append(.text, text, to: node)
        }
        hasText = true
    }

    // MARK: Text

    /// Text up to the next tag: words, entities, and white space as one soft break.
    mutating func readText() {
        let start = at
        at += 1
        while at < end, bytes[at] != 0x3C { at += 1 }
        guard isReading else { return }
        var index = start
        while index < at {
            if isWhite(bytes[index]) {
                let from = index
                while index < at, isWhite(bytes[index]) { index += 1 }
                if hasText, pendingSpace == nil { pendingSpace = ByteRange(from, index) }
            } else if bytes[index] == 0x26,
                let reference = scanLooseReference(bytes, at: index, before: at)
            {
                addInline(
                    .entity(first: reference.first, second: reference.second),
                    ByteRange(index, reference.next))
                index = reference.next
            } else {
                let from = index
                index = endOfWords(from: index, before: at)
                addInline(.text, ByteRange(from, index))
            }
        }
    }

    /// The end of words that one space each separates.
    private func endOfWords(from start: Int, before limit: Int) -> Int {
        var index = start + 1
        while index < limit {
            let byte = bytes[index]
            if byte == 0x26, scanLooseReference(bytes, at: index, before: limit) != nil {
                break
            }
            if isWhite(byte) {
                let isSingle =
                    byte == 0x20 && index + 1 < limit && !isWhite(bytes[index + 1])
                    && bytes[index + 1] != 0x26
                guard isSingle else { break }
            }
            index += 1
        }
        return index
    }

    private mutating func addInline(_ kind: Kind, _ range: ByteRange) {
        let start = Int(range.start)
        if hasText, pendingSpace == nil, isApart(at: start, from: textEnd) {
            pendingSpace = ByteRange(start, start)
        }
        textEnd = Int(range.end)
        guard let parent = inlineParent(at: Int(range.start), isText: true) else { return }
        tree.append(kind, range, to: parent)
        tree.extend(parent, to: Int(range.end))
        hasText = true
    }

    /// The node that takes text here. Opens a paragraph where blocks are expected, and makes the
    /// nodes of inline elements that were waiting for text.
    private mutating func inlineParent(at place: Int, isText: Bool) -> Int? {
        var first = open.count
        while first > 1, open[first - 1].kind == .inline { first -= 1 }
        var parent = open[first - 1].node
        if !holdsInlines(first - 1) {
            guard isText else { return nil }
            guard let opened = openParagraph(at: place, behind: first - 1) else { return nil }
            parent = opened
            first += 1
        }
        var index = first
        while index < open.count, open[index].node >= 0 {
            parent = open[index].node
            index += 1
        }
        if let space = pendingSpace {
            tree.append(.softBreak, space, to: parent)
            pendingSpace = nil
        }
        while index < open.count {
            parent = makeInline(index, in: parent, at: place)
            index += 1
        }
        return parent
    }

    private func holdsInlines(_ index: Int) -> Bool {
        var index = index
        while index > 0, open[index].kind == .group { index -= 1 }
        return open[index].holdsInlines
    }

    /// A paragraph without a tag; the inline elements that are open move into it.
    private mutating func openParagraph(at place: Int, behind index: Int) -> Int? {
        var container = index
        while container > 0, open[container].kind == .group { container -= 1 }
        switch open[container].kind {
        case .table, .row, .tableHead, .list, .definitionList: return nil
        default: break
        }
        let waiting = Array(open[(index + 1)...])
        guard waiting.allSatisfy({ $0.node < 0 }) else { return nil }
        open.removeLast(waiting.count)
        let start = waiting.first.map(\.start) ?? place
        let parent = blockParent(at: start)
        // A node of the parent may end behind the waiting tags, such as an anchor.
        let free = freeStart(in: parent, from: start)
        let node = tree.append(.paragraph, ByteRange(free, max(free, place)), to: parent)
        var paragraph = OpenElement(kind: .paragraph, name: .empty, node: node, start: start)
        paragraph.holdsInlines = true
        open.append(paragraph)
        open += waiting
        return node
    }

    private mutating func makeInline(_ index: Int, in parent: Int, at place: Int) -> Int {
        guard let kind = inlineKind(of: open[index]), !isBoldCaption(kind, below: index) else {
            open[index].node = parent
            return parent
        }
        let free = freeStart(in: parent, from: open[index].start)
        let node = tree.append(kind, ByteRange(free, max(free, place)), to: parent)
        open[index].node = node
        return node
    }

    /// `<dt>seats<span class="classifier">int</span>`: what a term is, beside it.
    private func isClassifier(_ tag: ScannedTag) -> Bool {
        guard isNamed(tag.name, "span"), let classes = attribute("class", of: tag)?.value else {
            return false
        }
        return isNamed(classes, "classifier")
    }

    /// A caption titles its table, in bold or not, and no more than that.
    private func isBoldCaption(_ kind: Kind, below index: Int) -> Bool {
        guard case .strong = kind else { return false }
        return open[index - 1].kind == .caption
    }

    private func inlineKind(of element: OpenElement) -> Kind? {
        let name = element.name
        switch name.count {
        case 1:
            switch lowercased(bytes[Int(name.start)]) {
            case 0x62: return .strong
            case 0x69: return .emphasis
            case 0x73: return .strikethrough
            case 0x61: return link(element)
            default: return nil
            }
        case 2:
            if isNamed(name, "em") { return .emphasis }
            return isNamed(name, "tt") ? .codeSpan : nil
        default:
            if isNamed(name, "strong") { return .strong }
            if isNamed(name, "code") || isNamed(name, "kbd") || isNamed(name, "samp") {
                return .codeSpan
            }
            if isNamed(name, "del") || isNamed(name, "strike") { return .strikethrough }
            if isNamed(name, "var") || isNamed(name, "dfn") { return .emphasis }
            let tag = scanTag(bytes, at: element.start, before: end, .commonMark)
            return tag.map(isClassifier) ?? false ? .emphasis : nil
        }
    }

    private func link(_ element: OpenElement) -> Kind? {
        guard let tag = scanTag(bytes, at: element.start, before: end, .commonMark),
            let destination = attribute("href", of: tag)?.value
        else { return nil }
        return .link(
            destination: destination, title: attribute("title", of: tag)?.value ?? .empty)
    }
}
