import SourceText

/// Closing tags, and the elements that end without one.
extension HTMLReader {
    mutating func readClosingTag(_ tag: ScannedTag, from start: Int) {
        guard isReading, let index = openIndex(of: tag.name) else { return }
        let isSection = open[index].isSection
        while open.count > index + 1 { popLast(at: start) }
        popLast(at: tag.end)
        if isSection { leaveSection(at: tag.end) }
    }

    /// The innermost open element of a name; a table's cell is a wall for everything but the
    /// table's own tags and the end of the page's content.
    private func openIndex(of name: ByteRange) -> Int? {
        var index = open.count - 1
        let isTablePart =
            isNamed(name, "table") || isNamed(name, "tr") || isNamed(name, "tbody")
            || isNamed(name, "thead")
        let isPart = isNamed(name, "main") || isNamed(name, "article")
        var isWalled = false
        while index > 0 {
            if isSameName(open[index].name, name), !isWalled || isPart && open[index].isContent {
                return index
            }
            if open[index].isWall { return nil }
            if open[index].kind == .table || open[index].kind == .cell && !isTablePart {
                guard isPart else { return nil }
                isWalled = true
            }
            index -= 1
        }
        return nil
    }

    mutating func closeAll(at place: Int) {
        while open.count > 1 { popLast(at: place) }
    }

    /// Ends inline elements and the paragraph around them, so that a block can follow.
    mutating func closeLeaf(at place: Int) {
        while let last = open.last {
            switch last.kind {
            case .inline, .paragraph, .heading, .term, .caption: popLast(at: place)
            default:
                pendingSpace = nil
                hasText = false
                return
            }
        }
    }

    /// Ends elements up to one of the kinds given, unless a wall stands before it.
    mutating func close(until kinds: Set<OpenKind>, butNot walls: Set<OpenKind>, at place: Int) {
        var index = open.count - 1
        while index > 0, !kinds.contains(open[index].kind) {
            if walls.contains(open[index].kind) { return }
            index -= 1
        }
        guard index > 0 else { return }
        while open.count > index + 1 { popLast(at: place) }
        pendingSpace = nil
        hasText = false
    }

    mutating func popLast(at place: Int) {
        let last = open.removeLast()
        if last.isContent { contentDepth -= 1 }
        if last.isSection { headings.level = last.outerLevel }
        if last.isWall, last.isSection { headings.floor = last.outerFloor }
        switch last.kind {
        case .inline:
            // Space at the end of an inline separates what follows it.
            if let space = pendingSpace, Int(space.start) >= last.start {
                pendingSpace = ByteRange(place, place)
            }
            if last.node >= 0 { extend(last.node, to: place) }
            return
        case .group, .tableHead, .document: break
        case .directive, .quote, .paragraph, .heading, .list, .item, .definitionList, .term,
            .details, .table, .row, .cell, .caption:
            if last.node >= 0 { extend(last.node, to: place) }
        }
        pendingSpace = nil
        hasText = false
    }

    /// Lets a node reach to a place, and all nodes around it that end before.
    mutating func extend(_ node: Int, to place: Int) {
        tree.extend(node, to: place)
        var node = node
        while tree.nodes[node].parent != Node.none {
            node = Int(tree.nodes[node].parent)
            guard tree.nodes[node].range.end < place else { return }
            tree.extend(node, to: place)
        }
    }
}
