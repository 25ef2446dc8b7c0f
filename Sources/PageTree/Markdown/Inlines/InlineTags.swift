import SourceText

/// An open tag of HTML that may still find its closing tag in the same text.
struct OpenSpan {
    var token: Int
    var name: ByteRange
    /// The last delimiter and the number of brackets before the tag.
    var delimiter: Int
    var brackets: Int
}

// MARK: Tags of templates

extension InlineReader {
    /// `{% … %}` and `{{< … >}}` in a line of text, or `{: … }` right behind a span.
    mutating func scanBrace() {
        let next = index + 1 < end ? bytes[index + 1] : 0
        let mayBeBare = options.contains(.tags) && [0x20, 0x23, 0x2E].contains(next)
        if next == 0x3A || mayBeBare, options.contains(.kramdown), scanSpanAttributes() { return }
        if next == 0x25 || next == 0x7B, scanDirective() { return }
        index += 1
    }

    /// A template's tag at the index. Says if there is one.
    mutating func scanDirective() -> Bool {
        guard options.contains(.tags),
            let tag = scanTemplateTag(bytes, at: index, before: min(end, index + 1024))
        else { return false }
        add(.directive, from: index, to: tag.end)
        return true
    }

    private mutating func scanSpanAttributes() -> Bool {
        guard textStart == index, let last = tokens.last else { return false }
        switch last.role {
        case .code, .linkClose, .autolink, .delimiter, .attributes, .spanClose: break
        default: return false
        }
        var close = index + 2
        let limit = min(end, index + 512)
        while close < limit, bytes[close] != 0x7D, bytes[close] != 0x0A { close += 1 }
        guard close < limit, bytes[close] == 0x7D,
            bytes[index + 1] == 0x3A || bytes.isBareAttributeList(ByteRange(index, close + 1))
        else { return false }
        add(.attributes, from: index, to: close + 1)
        return true
    }

    /// Writes a template's tag, or a component's, with its arguments.
    mutating func emitDirective(_ token: Token, to parent: Int) {
        let start = Int(token.start)
        let whole = range(start, Int(token.end))
        if let tag = scanTemplateTag(bytes, at: start, before: Int(token.end)) {
            let node = tree.append(
                .directive(name: view.page(tag.name), syntax: tag.syntax), whole, to: parent)
            guard view.lines.isEmpty else { return }
            tree.appendArguments(bytes, tag.arguments, to: node)
        } else if let tag = scanTag(bytes, at: start, before: Int(token.end), .component) {
            let node = tree.append(
                .directive(name: view.page(tag.name), syntax: .component), whole, to: parent)
            guard view.lines.isEmpty else { return }
            tree.appendAttributes(bytes, of: tag, to: node, .component)
        }
    }

    /// Gives `{: … }` to the span before it; nothing else may take it.
    mutating func emitAttributes(_ token: Token, to parent: Int) -> Bool {
        let whole = range(Int(token.start), Int(token.end))
        let last = tree.nodes[parent].lastChild
        guard last != Node.none, view.lines.isEmpty,
            tree.nodes[Int(last)].range.end == whole.start
        else { return false }
        switch tree.nodes[Int(last)].kind {
        case .codeSpan, .link, .image, .emphasis, .strong, .strikethrough, .autolink: break
        default: return false
        }
        let list = tree.append(.attributeList, whole, to: Int(last))
        tree.extend(Int(last), to: Int(whole.end))
        let isBare = bytes[Int(token.start) + 1] != 0x3A
        let inner = ByteRange(Int(token.start) + (isBare ? 1 : 2), Int(token.end) - 1)
        tree.appendAttributeList(bytes, inner, to: list)
        return true
    }
}

// MARK: Tags of HTML

extension InlineReader {
    /// What a tag of raw HTML means in a line of text.
    mutating func scanInlineTag(_ tag: ScannedTag, from start: Int) {
        switch inlineElement(bytes, tag.name) {
        case .lineBreak:
            add(.lineBreak, from: start, to: tag.end)
        case .span(let kind):
            if tag.isClosing {
                closeSpan(tag, from: start, kind)
            } else {
                openSpan(tag, from: start)
            }
        case .anchor:
            if tag.isClosing {
                closeSpan(tag, from: start, .link(destination: .empty, title: .empty))
            } else {
                openAnchor(tag, from: start)
            }
        case .other:
            add(.html, from: start, to: tag.end)
        case .component:
            add(tag.isClosing ? .html : .directive, from: start, to: tag.end)
        case .unknown:
            // A placeholder such as `<uuid>`: readers of the page see it, so it is text.
            if holdsLineEnd(start, tag.end) {
                index = start + 1
            } else {
                add(.text, from: start, to: tag.end)
            }
        }
    }

    private func holdsLineEnd(_ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end {
            if bytes[index] == 0x0A || bytes[index] == 0x0D { return true }
            index += 1
        }
        return false
    }

    private mutating func openSpan(_ tag: ScannedTag, from start: Int) {
        add(.html, from: start, to: tag.end)
        guard !tag.isSelfClosing else { return }
        openSpans.append(
            OpenSpan(
                token: tokens.count - 1, name: tag.name, delimiter: lastDelimiter,
                brackets: brackets.count))
    }

    /// `<a href>` is a link once it is closed, `<a id>` a place at once.
    private mutating func openAnchor(_ tag: ScannedTag, from start: Int) {
        var place: ByteRange?
        var index = tag.attributesStart
        while let attribute = scanAttribute(bytes, at: index, before: tag.end, .commonMark) {
            if isName("href", attribute.name) {
                openSpan(tag, from: start)
                tokens[tokens.count - 1].payload = Int32(truncatingIfNeeded: links.count)
                links.append(
                    LinkTarget(
                        destination: view.page(attribute.value),
                        title: view.page(ByteRange(tag.end, tag.end)), end: tag.end))
                return
            }
            if isName("id", attribute.name) || isName("name", attribute.name) {
                place = attribute.value
            }
            index = attribute.end
        }
        guard let place else { return add(.html, from: start, to: tag.end) }
        add(.anchor, from: start, to: tag.end, payload: links.count)
        let target = view.page(place)
        links.append(LinkTarget(destination: target, title: target, end: tag.end))
    }

    private func isName(_ text: StaticString, _ name: ByteRange) -> Bool {
        equals(text, Int(name.start), Int(name.end))
    }

    /// Pairs a closing tag with the open one, and settles everything between.
    private mutating func closeSpan(_ tag: ScannedTag, from start: Int, _ kind: Kind) {
        var position = openSpans.count
        while position > 0, openSpans.count - position < 8 {
            position -= 1
            let open = openSpans[position]
            guard open.name.count == tag.name.count, isSameName(open.name, tag.name),
                open.brackets <= brackets.count,
                // A bracket before the tag that is no more may have become a link around it.
                open.brackets == 0 || brackets[open.brackets - 1].token < open.token
            else { continue }
            flushText(to: start)
            matchDelimiters(above: open.delimiter)
            brackets.removeLast(brackets.count - open.brackets)
            inactiveBrackets = min(inactiveBrackets, brackets.count)
            openSpans.removeLast(openSpans.count - position)
            tokens[open.token].role = .spanOpen
            if case .link = kind {
                links[Int(tokens[open.token].payload)].end = tag.end
            } else {
                tokens[open.token].payload = Int32(truncatingIfNeeded: links.count)
                links.append(LinkTarget(destination: .empty, title: .empty, end: tag.end))
            }
            let payload = Int(tokens[open.token].payload)
            links[payload].kind = kind
            tokens.append(Token(.spanClose, start, tag.end, payload: payload))
            index = tag.end
            textStart = index
            return
        }
        add(.html, from: start, to: tag.end)
    }

    private func isSameName(_ left: ByteRange, _ right: ByteRange) -> Bool {
        var offset = 0
        while offset < left.count {
            let byte = lowercased(bytes[Int(left.start) + offset])
            if byte != lowercased(bytes[Int(right.start) + offset]) { return false }
            offset += 1
        }
        return true
    }
}
