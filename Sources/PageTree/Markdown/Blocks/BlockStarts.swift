import SourceText

/// What became of a line when the starts of blocks were tried on it.
enum BlockStart {
    /// No block starts here.
    case none
    /// A container was opened; more may follow on the line.
    case container
    /// A leaf took the whole line.
    case lineIsRead
}

extension BlockReader {
    /// Opens containers and at most one leaf; `.none` leaves text for a paragraph or a table.
    mutating func openBlocks() -> BlockStart {
        while true {
            if cursor.isIndented, !isInComponent, !continuesTable {
                return openIndentedCode()
            }
            guard BlockReader.mayStartBlock(cursor.first) else {
                return options.contains(.github) ? openTable() : .none
            }
            switch openBlock(cursor.first) {
            case .none:
                return options.contains(.github) ? openTable() : .none
            case .container:
                opensContainer = true
            case .lineIsRead:
                return .lineIsRead
            }
        }
    }

    /// Bytes that can open a block; all others leave the line to its paragraph at once.
    static func mayStartBlock(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3E, 0x23, 0x60, 0x7E, 0x3C, 0x3D, 0x2A, 0x2D, 0x2B, 0x5F, 0x3A, 0x7B, 0x21, 0x3F:
            true
        case 0x30...0x39: true
        case 0x69, 0x65, 0x5B, 0x5E: true
        default: false
        }
    }

    private mutating func openBlock(_ byte: UInt8) -> BlockStart {
        switch byte {
        case 0x3E: return openBlockQuote()
        case 0x23: return openHeading()
        case 0x60, 0x7E: return openFence(byte)
        case 0x3C: return openAngle()
        case 0x3D:
            if options.contains(.tags), openMarkedAdmonition() == .lineIsRead { return .lineIsRead }
            return openSetextHeading(byte)
        case 0x2D, 0x2A, 0x5F, 0x2B:
            if byte == 0x2A, options.contains(.tags) { markQuotedNote() }
            if byte == 0x2D {
                if options.contains(.github), openTable() == .lineIsRead { return .lineIsRead }
                if openSetextHeading(byte) == .lineIsRead { return .lineIsRead }
            }
            if byte != 0x2B, openThematicBreak(byte) == .lineIsRead { return .lineIsRead }
            return byte == 0x5F ? .none : openListItem()
        case 0x30...0x39: return openListItem()
        case 0x3A: return openColon()
        case 0x7B: return openBrace()
        case 0x21, 0x3F: return options.contains(.tags) ? openMarkedAdmonition() : .none
        case 0x5E: return options.contains(.kramdown) ? openEndMarker() : .none
        case 0x5B:
            guard options.contains(.tags) else { return .none }
            return openDataBlock() == .lineIsRead ? .lineIsRead : openQuotedAdmonition()
        default: return options.contains(.tags) ? openLooseTag(byte) : .none
        }
    }

    /// Whether a component is open right here: MDX has no indented code, so authors indent there.
    private var isInComponent: Bool {
        guard let last = containers.last, openTags.count > last.tagDepth else { return false }
        return openTags[openTags.count - 1].syntax == .component
    }

    /// Whether the line would cut a paragraph short.
    var interruptsParagraph: Bool {
        if case .paragraph = leaf { return matched == containers.count && !opensContainer }
        return false
    }

    /// Closes what the line does not continue, and makes the last container ready for a child.
    mutating func startBlock(inList: Bool = false) {
        closeUnmatched()
        closeLeaf()
        while let last = containers.last {
            let isList = last.role == .list && !inList
            guard isList || last.role == .definitionList else { break }
            closeContainers(downTo: containers.count - 1)
        }
        if followsBlank { loosenList(startsItem: inList) }
        followsBlank = false
        if !pendingAttributes.isEmpty { attachPendingAttributes() }
    }

    /// A blank line between items, or between the blocks of an item, makes a list loose.
    private mutating func loosenList(startsItem: Bool) {
        let last = containers[containers.count - 1]
        let list: Int
        if last.role == .list, startsItem {
            list = last.node
        } else if last.role == .item, tree.nodes[last.node].firstChild != Node.none {
            list = Int(tree.nodes[last.node].parent)
        } else {
            return
        }
        if case .list(let ordered, _, let start) = tree.nodes[list].kind {
            tree.nodes[list].kind = .list(ordered: ordered, tight: false, start: start)
        }
    }

    /// The node that takes the next block.
    var parent: Int { containers[containers.count - 1].node }

    mutating func open(_ container: Container) {
        var container = container
        container.tagDepth = openTags.count
        containers.append(container)
        matched = containers.count
    }

    /// Closes the containers that the current line does not continue, with the leaf in them.
    mutating func closeUnmatched() {
        guard matched < containers.count else { return }
        closeLeaf()
        closeContainers(downTo: matched)
    }

    mutating func closeContainers(downTo count: Int) {
        while containers.count > count, let last = containers.popLast() {
            if openTags.count > last.tagDepth {
                openTags.removeLast(openTags.count - last.tagDepth)
            }
        }
        matched = min(matched, containers.count)
    }

    /// Ends the open leaf, if any.
    mutating func closeLeaf() {
        switch leaf {
        case .none, .indentedCode, .table:
            break
        case .paragraph(let node, let previous, let firstSegment):
            closeParagraph(node, previous, firstSegment)
        case .fencedCode(let node, _, _, _):
            closeFence(node, at: nil)
        case .html(let node, _):
            closeHTMLBlock(node)
        }
        leaf = .none
    }
}
