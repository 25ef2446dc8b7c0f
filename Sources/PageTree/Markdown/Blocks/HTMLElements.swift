import SourceText

/// Raw HTML of a page as nodes of its tree.
///
/// A block of raw HTML ends at a blank line, with elements still open. Markdown goes on beside
/// them, and the closing tag, should it come, takes what stands between. So an element that nothing
/// closes swallows nothing.
extension BlockReader {
    /// Reads one block of raw HTML, from its first byte to its last.
    mutating func readElements(from start: Int, to end: Int) {
        var fragment = HTMLFragment(parent: parent, textStart: start)
        var index = start
        while index < end {
            guard bytes[index] == 0x3C else {
                index += 1
                continue
            }
            if let comment = endOfComment(at: index, before: end) {
                addFragmentText(&fragment, to: index)
                prepareForBlock(fragment.parent)
                tree.append(.comment, ByteRange(index, comment), to: fragment.parent)
                index = comment
                fragment.textStart = index
            } else if let tag = scanTag(bytes, at: index, before: end, .component) {
                index = readTag(tag, from: index, to: end, &fragment)
            } else {
                index += 1
            }
        }
        addFragmentText(&fragment, to: end)
        // What stays open may take blocks later, behind the text that it holds already.
        closeImplied(by: .container, &fragment)
        if fragment.parent != parent { prepareForBlock(fragment.parent) }
    }

    private func endOfComment(at start: Int, before end: Int) -> Int? {
        guard bytes.hasPrefix("<!--", at: start, before: end) else { return nil }
        var index = start + 4
        while index + 2 < end {
            if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E {
                return index + 3
            }
            index += 1
        }
        return end
    }

    /// Handles one tag; says where reading goes on.
    private mutating func readTag(
        _ tag: ScannedTag, from start: Int, to end: Int, _ fragment: inout HTMLFragment
    ) -> Int {
        let role = elementRole(bytes, tag.name)
        guard role != .inline else { return tag.end }
        addFragmentText(&fragment, to: start)
        fragment.textStart = tag.end
        if role == .transparent { return tag.end }
        if tag.isClosing {
            closeElement(tag, &fragment)
            return tag.end
        }
        if role == .hidden || role == .preformatted {
            let next = readVerbatim(tag, role, from: start, to: end, fragment)
            fragment.textStart = next
            return next
        }
        closeImplied(by: role, &fragment)
        openElement(tag, role, from: start, &fragment)
        return tag.end
    }

    // MARK: Opening

    private mutating func openElement(
        _ tag: ScannedTag, _ role: ElementRole, from start: Int, _ fragment: inout HTMLFragment
    ) {
        guard mayNest(in: containers.count + openTags.count, at: start) else { return }
        prepareForBlock(fragment.parent)
        let node = tree.append(kind(of: role, tag), ByteRange(start, tag.end), to: fragment.parent)
        if role == .container { tree.appendAttributes(bytes, of: tag, to: node, .component) }
        if role == .headerCell || role == .cell { markRow(fragment.parent, role, node) }
        guard role != .rule, !tag.isSelfClosing else { return }
        let root = fragment.parent == parent ? node : openTags.last?.root ?? node
        openTags.append(
            OpenTag(node: node, name: tag.name, syntax: .element, root: root, role: role))
        fragment.parent = node
    }

    private func kind(of role: ElementRole, _ tag: ScannedTag) -> Kind {
        switch role {
        case .container: .directive(name: tag.name, syntax: .element)
        case .quote: .blockQuote
        case .paragraph, .transparent, .hidden, .inline: .paragraph
        case .heading(let level): .heading(level: level)
        case .list(let ordered): .list(ordered: ordered, tight: true, start: 1)
        case .item: .listItem
        case .table: .table
        case .row: .tableRow(isHeader: false)
        case .headerCell, .cell: tableCell(bytes, tag)
        case .definitionList: .definitionList
        case .term: .definitionTerm
        case .details: .definitionDetails
        case .preformatted: .codeBlock(info: .empty, style: .element)
        case .rule: .thematicBreak
        }
    }

    /// A row of header cells only is a header.
    private mutating func markRow(_ row: Int, _ role: ElementRole, _ cell: Int) {
        guard case .tableRow = tree.nodes[row].kind else { return }
        if role == .cell {
            tree.nodes[row].kind = .tableRow(isHeader: false)
        } else if tree.nodes[row].firstChild == UInt32(cell) {
            tree.nodes[row].kind = .tableRow(isHeader: true)
        }
    }

    // MARK: Closing

    private mutating func closeImplied(by role: ElementRole, _ fragment: inout HTMLFragment) {
        while let last = openTags.last, last.node == fragment.parent,
            endsElement(last.role, by: role)
        {
            fragment.parent = Int(tree.nodes[last.node].parent)
            openTags.removeLast()
        }
    }

    private mutating func closeElement(_ tag: ScannedTag, _ fragment: inout HTMLFragment) {
        let bottom = containers[containers.count - 1].tagDepth
        var index = openTags.count
        while index > bottom, openTags.count - index < 64 {
            index -= 1
            let open = openTags[index]
            guard open.syntax == .element, equalNames(open.name, tag.name) else { continue }
            adopt(into: open.root)
            fragment.parent = Int(tree.nodes[open.node].parent)
            openTags.removeLast(openTags.count - index)
            tree.extend(open.node, to: tag.end)
            return
        }
        noteUnopened(tag.name)
    }

    /// Gives the blocks that stand behind an unfinished element to its innermost open part.
    private mutating func adopt(into root: Int) {
        guard tree.nodes[root].nextSibling != Node.none else { return }
        var index = openTags.count - 1
        while index > 0, openTags[index].root != root { index -= 1 }
        let inner = openTags[index].node
        prepareForBlock(inner)
        tree.adoptFollowingSiblings(of: root, into: inner)
    }

    private func equalNames(_ left: ByteRange, _ right: ByteRange) -> Bool {
        guard left.count == right.count else { return false }
        var index = 0
        while index < left.count {
            let same =
                lowercased(bytes[Int(left.start) + index])
                == lowercased(bytes[Int(right.start) + index])
            if !same { return false }
            index += 1
        }
        return true
    }
}

/// Where the reading of one block of raw HTML stands.
struct HTMLFragment {
    /// The innermost open element, or the container of the block.
    var parent: Int
    /// Start of text that belongs to no node yet.
    var textStart: Int
}
