import SourceText

/// Opening tags: which node an element becomes, and what it ends.
extension HTMLReader {
    mutating func readOpeningTag(_ tag: ScannedTag, from start: Int) {
        if skipFurniture(tag) { return }
        let isContent = isContent(tag)
        if isContent { contentDepth += 1 }
        guard isReading else { return }
        openElement(tag, from: start)
        // One that was not opened is content to the end of the page.
        if isContent, open[open.count - 1].start == start {
            open[open.count - 1].isContent = true
        }
    }

    private mutating func openElement(_ tag: ScannedTag, from start: Int) {
        switch roleHere(of: tag) {
        case .inline: openInline(tag, from: start)
        case .hidden: break
        case .transparent: openGroup(tag, from: start)
        case .container: openContainer(tag, from: start)
        case .quote: openBlock(.quote, .blockQuote, tag, from: start)
        case .paragraph:
            if !isInsideTerm { openBlock(.paragraph, .paragraph, tag, from: start) }
        case .heading(let level):
            if !isInsideTerm {
                // In a part that has a label, the page's own levels begin below it.
                let inPart = headings.floor > 0 ? min(12, max(level, headings.floor + 1)) : level
                openBlock(.heading, .heading(level: inPart), tag, from: start)
                noteHeading(inPart)
            }
        case .list(let ordered): openList(ordered: ordered, tag, from: start)
        case .item: openItem(tag, from: start)
        case .table, .row, .headerCell, .cell: openTablePart(tag, from: start)
        case .definitionList: openBlock(.definitionList, .definitionList, tag, from: start)
        case .term: openTermOrDetails(.term, .definitionTerm, tag, from: start)
        case .details: openTermOrDetails(.details, .definitionDetails, tag, from: start)
        case .preformatted: readCode(tag, from: start)
        case .rule:
            closeLeaf(at: start)
            let parent = blockParent(at: start)
            extend(tree.append(.thematicBreak, ByteRange(start, tag.end), to: parent), to: tag.end)
        }
    }

    /// What is marked as a row or cell without a table around it is a container like any other.
    private func roleHere(of tag: ScannedTag) -> ElementRole {
        let role = elementRole(bytes, tag)
        guard isToldByRole(tag), role != .table else { return role }
        return tableIndex() == nil ? .container : role
    }

    /// Whether only an attribute says that this is a part of a table.
    func isToldByRole(_ tag: ScannedTag) -> Bool {
        elementRole(bytes, tag) != elementRole(bytes, tag.name)
    }

    var current: Int { open[open.count - 1].node }

    /// Whether text stands here without blocks around it: in a heading or a term.
    private var isInsideTerm: Bool {
        var index = open.count - 1
        while index > 0 {
            switch open[index].kind {
            case .heading, .term, .caption: return true
            case .inline, .group: index -= 1
            default: return false
            }
        }
        return false
    }

    mutating func push(_ kind: OpenKind, _ tag: ScannedTag, node: Int, from start: Int) {
        open.append(OpenElement(kind: kind, name: tag.name, node: node, start: start))
    }

    /// Opens a block below the innermost element that can hold one.
    mutating func openBlock(_ open: OpenKind, _ kind: Kind, _ tag: ScannedTag, from start: Int) {
        closeLeaf(at: start)
        guard mayNest(at: start) else { return }
        let parent = blockParent(at: start)
        let from = freeStart(in: parent, from: start)
        let node = tree.append(kind, ByteRange(from, max(from, tag.end)), to: parent)
        push(open, tag, node: node, from: start)
        let holdsInlines = open == .heading || open == .paragraph || open == .term
        self.open[self.open.count - 1].holdsInlines = holdsInlines
        addAnchor(tag, to: node)
    }

    /// An identifier on any block is a place that links can lead to.
    func hasAnchor(_ tag: ScannedTag) -> Bool { attribute("id", of: tag) != nil }

    private mutating func addAnchor(_ tag: ScannedTag, to node: Int) {
        guard let id = attribute("id", of: tag), !id.value.isEmpty else { return }
        extend(tree.append(.anchor(name: id.value), id.range, to: node), to: Int(id.range.end))
    }

    // MARK: Groups

    private mutating func openGroup(_ tag: ScannedTag, from start: Int) {
        if isNamed(tag.name, "caption") { return openCaption(tag, from: start) }
        if isNamed(tag.name, "thead") || isNamed(tag.name, "tbody") || isNamed(tag.name, "tfoot")
            || isToldByRole(tag)
        {
            guard tableIndex() != nil else { return closeLeaf(at: start) }
            closeToTable(at: start)
            push(isNamed(tag.name, "thead") ? .tableHead : .group, tag, node: current, from: start)
        }
    }

    private mutating func openContainer(_ tag: ScannedTag, from start: Int) {
        let isVoid = isNamed(tag.name, "param") || isNamed(tag.name, "frame")
        guard !tag.isSelfClosing, !isVoid, !isInsideTerm else { return }
        let speaks =
            isNamed(tag.name, "details") || isNamed(tag.name, "summary")
            || isNamed(tag.name, "aside") || isNamed(tag.name, "figure")
        if speaks {
            let kind = Kind.directive(name: tag.name, syntax: .element)
            openBlock(.directive, kind, tag, from: start)
            return
        }
        closeLeaf(at: start)
        guard mayNest(at: start) else { return }
        breakLineOfCell(at: start)
        push(.group, tag, node: current, from: start)
        open[open.count - 1].holdsInlines = false
        open[open.count - 1].language = language(of: tag)
        if open[open.count - 2].kind != .table, open[open.count - 2].kind != .row {
            addAnchor(tag, to: blockParent(at: start))
        }
        if isSection(tag) { openSection(tag, from: start) }
    }

    /// `<td><div>string</div><div>Enum: …</div></td>`: one below the other in a cell.
    private mutating func breakLineOfCell(at place: Int) {
        guard open[open.count - 1].holdsInlines, case .tableCell = tree.nodes[current].kind,
            tree.nodes[current].lastChild != Node.none,
            tree.nodes[Int(tree.nodes[current].lastChild)].kind != .lineBreak
        else { return }
        pendingSpace = nil
        tree.append(.lineBreak, ByteRange(place, place), to: current)
    }

    // MARK: Lists

    private mutating func openList(ordered: Bool, _ tag: ScannedTag, from start: Int) {
        openBlock(.list, .list(ordered: ordered, tight: true, start: 1), tag, from: start)
    }

    private mutating func openItem(_ tag: ScannedTag, from start: Int) {
        close(until: [.list], butNot: [.document, .cell, .directive, .details], at: start)
        guard open.last?.kind == .list else { return closeLeaf(at: start) }
        guard mayNest(at: start) else { return }
        let node = tree.append(.listItem, ByteRange(start, tag.end), to: current)
        push(.item, tag, node: node, from: start)
        addAnchor(tag, to: node)
    }

    private mutating func openTermOrDetails(
        _ kind: OpenKind, _ node: Kind, _ tag: ScannedTag, from start: Int
    ) {
        close(until: [.definitionList], butNot: [.document, .cell, .directive], at: start)
        guard open.last?.kind == .definitionList else { return closeLeaf(at: start) }
        guard mayNest(at: start) else { return }
        let id = tree.append(node, ByteRange(start, tag.end), to: current)
        push(kind, tag, node: id, from: start)
        open[open.count - 1].holdsInlines = kind == .term
        addAnchor(tag, to: id)
    }
}
