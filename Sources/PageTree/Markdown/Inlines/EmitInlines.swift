import SourceText

/// Where the writing of tokens to the tree stands.
private struct Emission {
    var parent: Int
    var depth = 0
    /// Links cannot hold bare links.
    var linkDepth = 0
    /// Plain text not written yet, in the view.
    var textStart = 0
    var textEnd = 0
}

extension InlineReader {
    /// Writes the tokens below a node, in page order.
    mutating func emit(into node: Int) {
        var emission = Emission(parent: node)
        var position = 0
        while position < tokens.count {
            let token = tokens[position]
            switch token.role {
            case .text:
                addText(Int(token.start), Int(token.end), &emission)
            case .delimiter:
                emitDelimiter(token, &emission)
            case .linkOpen, .imageOpen:
                emitLinkOpen(token, &emission)
            case .linkClose:
                emitLinkClose(token, &emission)
            case .code:
                flush(&emission)
                emitCode(token, to: emission.parent)
            case .html:
                flush(&emission)
                emitHTML(token, to: emission.parent)
            case .directive:
                flush(&emission)
                emitDirective(token, to: emission.parent)
            case .attributes:
                flush(&emission)
                if !emitAttributes(token, to: emission.parent) {
                    addText(Int(token.start), Int(token.end), &emission)
                }
            case .spanOpen:
                emitSpanOpen(token, &emission)
            case .spanClose:
                emitSpanClose(token, &emission)
            case .anchor, .entity, .escape, .softBreak, .lineBreak, .autolink:
                flush(&emission)
                emitLeaf(token, to: emission.parent)
            }
            position += 1
        }
        flush(&emission)
    }

    /// A range of the view as a range of the page.
    func range(_ start: Int, _ end: Int) -> ByteRange {
        view.page(ByteRange(start, end))
    }

    mutating func appendText(_ start: Int, _ end: Int, to parent: Int) {
        if end > start { tree.append(.text, range(start, end), to: parent) }
    }

    private mutating func emitLeaf(_ token: Token, to parent: Int) {
        let start = Int(token.start)
        let end = Int(token.end)
        let kind: Kind
        switch token.role {
        case .entity:
            kind = .entity(
                first: UInt32(truncatingIfNeeded: token.payload), second: token.second)
        case .escape: kind = .escape
        case .anchor: kind = .anchor(name: links[Int(token.payload)].destination)
        case .lineBreak: kind = .lineBreak
        case .autolink:
            let isAngle = bytes[start] == 0x3C
            kind = .autolink(destination: isAngle ? range(start + 1, end - 1) : range(start, end))
        default: kind = .softBreak
        }
        tree.append(kind, range(start, end), to: parent)
    }

    /// Raw HTML over several lines keeps its text and line ends as children.
    private mutating func emitHTML(_ token: Token, to parent: Int) {
        let start = Int(token.start)
        let end = Int(token.end)
        let node = tree.append(.htmlInline, range(start, end), to: parent)
        var index = start
        while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        guard index < end else { return }
        var textStart = start
        while index < end {
            guard bytes[index] == 0x0A || bytes[index] == 0x0D else {
                index += 1
                continue
            }
            appendText(textStart, index, to: node)
            let isPair = bytes[index] == 0x0D && index + 1 < end && bytes[index + 1] == 0x0A
            tree.append(.softBreak, range(index, index + (isPair ? 2 : 1)), to: node)
            index += isPair ? 2 : 1
            while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
            textStart = index
        }
        appendText(textStart, end, to: node)
    }

    // MARK: Spans

    private mutating func emitDelimiter(_ token: Token, _ emission: inout Emission) {
        let delimiter = delimiters[Int(token.payload)]
        var position = Int(token.start)
        var match = delimiter.firstClose
        while match >= 0 {
            let length = matches[match].length
            if matches[match].isText {
                addText(position, position + length, &emission)
            } else {
                flush(&emission)
                emission.parent = Int(tree.nodes[emission.parent].parent)
                emission.depth -= 1
            }
            position += length
            match = matches[match].nextClose
        }
        addText(position, position + delimiter.left, &emission)
        position += delimiter.left
        match = delimiter.firstOpen
        while match >= 0 {
            let length = matches[match].length
            if isTooDeep(emission, position) {
                matches[match].isText = true
                addText(position, position + length, &emission)
            } else {
                open(spanKind(delimiter.mark, length), position, matches[match].end, &emission)
            }
            position += length
            match = matches[match].nextOpen
        }
    }

    private mutating func isTooDeep(_ emission: Emission, _ place: Int) -> Bool {
        guard emission.depth >= InlineReader.nestingLimit else { return false }
        if tooDeepAt == nil { tooDeepAt = view.page(place) }
        return true
    }

    private func spanKind(_ mark: UInt8, _ length: Int) -> Kind {
        if mark == 0x7E { return .strikethrough }
        return length == 2 ? .strong : .emphasis
    }

    private mutating func open(_ kind: Kind, _ start: Int, _ end: Int, _ emission: inout Emission) {
        flush(&emission)
        emission.parent = tree.append(kind, range(start, end), to: emission.parent)
        emission.depth += 1
    }

    private mutating func emitLinkOpen(_ token: Token, _ emission: inout Emission) {
        let link = links[Int(token.payload)]
        if isTooDeep(emission, Int(token.start)) {
            links[Int(token.payload)].isText = true
            addText(Int(token.start), Int(token.end), &emission)
            return
        }
        let kind: Kind =
            token.role == .linkOpen
            ? .link(destination: link.destination, title: link.title)
            : .image(destination: link.destination, title: link.title)
        open(kind, Int(token.start), link.end, &emission)
        emission.linkDepth += 1
    }

    private mutating func emitLinkClose(_ token: Token, _ emission: inout Emission) {
        if links[Int(token.payload)].isText {
            addText(Int(token.start), Int(token.end), &emission)
            return
        }
        flush(&emission)
        emission.parent = Int(tree.nodes[emission.parent].parent)
        emission.depth -= 1
        emission.linkDepth -= 1
    }

    /// A pair of HTML tags that marks words is the span that it means.
    private mutating func emitSpanOpen(_ token: Token, _ emission: inout Emission) {
        let span = links[Int(token.payload)]
        if isTooDeep(emission, Int(token.start)) {
            links[Int(token.payload)].isText = true
            flush(&emission)
            emitHTML(token, to: emission.parent)
            return
        }
        var kind = span.kind
        if case .link = kind { kind = .link(destination: span.destination, title: span.title) }
        open(kind, Int(token.start), span.end, &emission)
    }

    private mutating func emitSpanClose(_ token: Token, _ emission: inout Emission) {
        flush(&emission)
        if links[Int(token.payload)].isText {
            emitHTML(token, to: emission.parent)
        } else {
            emission.parent = Int(tree.nodes[emission.parent].parent)
            emission.depth -= 1
        }
    }

    // MARK: Text

    /// Adjoining text becomes one node.
    private mutating func addText(_ start: Int, _ end: Int, _ emission: inout Emission) {
        guard end > start else { return }
        if emission.textEnd == start, emission.textEnd > emission.textStart {
            emission.textEnd = end
            return
        }
        flush(&emission)
        emission.textStart = start
        emission.textEnd = end
    }

    private mutating func flush(_ emission: inout Emission) {
        guard emission.textEnd > emission.textStart else { return }
        var start = emission.textStart
        let end = emission.textEnd
        if hasAt, emission.linkDepth == 0, options.contains(.github) {
            var index = start
            while index < end {
                if bytes[index] == 0x40,
                    let address = scanAddress(around: index, from: start, to: end)
                {
                    appendText(start, address.start, to: emission.parent)
                    let found = range(address.start, address.end)
                    tree.append(.autolink(destination: found), found, to: emission.parent)
                    start = address.end
                    index = start
                } else {
                    index += 1
                }
            }
        }
        appendText(start, end, to: emission.parent)
        emission.textStart = 0
        emission.textEnd = 0
    }
}
