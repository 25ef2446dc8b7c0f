import SourceText

extension BlockReader {
    /// `: details` below a term, as kramdown reads it.
    mutating func openDetails() -> BlockStart {
        let next = cursor.byte(cursor.nonspace + 1)
        guard next == 0x20 || next == 0x09, containers.count < BlockReader.nestingLimit else {
            return .none
        }
        let start = cursor.nonspace
        let indent = cursor.indent
        if containers[min(matched, containers.count) - 1].role == .definitionList {
            closeUnmatched()
            closeLeaf()
        } else if !openDefinitionList() {
            return .none
        }
        followsBlank = false
        let details = tree.append(.definitionDetails, ByteRange(start, start + 1), to: parent)
        cursor.advance(bytes: 1)
        let width = cursor.indent
        let isPlain = !cursor.isBlank && width <= 4
        cursor.advance(columns: isPlain ? width : 1)
        open(
            Container(
                role: .details, node: details,
                contentIndent: indent + 1 + (isPlain ? width : 1)))
        return .container
    }

    /// Turns the paragraph before into terms: the open one, or one before a blank line.
    private mutating func openDefinitionList() -> Bool {
        if case .paragraph(let node, let previous, let first) = leaf {
            guard matched == containers.count, !opensContainer else { return false }
            leaf = .none
            trimEnd(first)
            makeTerms(node, previous, first, segments.count - first, run: nil)
            return true
        }
        guard followsBlank, let last = runs.last else { return false }
        closeUnmatched()
        guard tree.nodes[parent].lastChild == UInt32(last.node),
            case .paragraph = tree.nodes[last.node].kind
        else { return false }
        closeLeaf()
        makeTerms(
            last.node, paragraphPrevious, last.firstSegment, last.count, run: runs.count - 1)
        return true
    }

    /// Each line of the paragraph is a term; a list that ends right before it goes on.
    private mutating func makeTerms(
        _ node: Int, _ previous: UInt32, _ first: Int, _ count: Int, run: Int?
    ) {
        var list = node
        var line = first
        if let run { runs.remove(at: run) }
        if previous != Node.none, tree.nodes[Int(previous)].nextSibling == UInt32(node),
            case .definitionList = tree.nodes[Int(previous)].kind
        {
            list = Int(previous)
            tree.unlinkLast(of: parent, previous: previous)
            tree.nodes[node].kind = .definitionTerm
            tree.nodes[node].range = segments[first]
            tree.link(node, to: list)
            runs.append(InlineRun(node: node, firstSegment: first, count: 1))
            line += 1
        } else {
            tree.nodes[node].kind = .definitionList
        }
        while line < first + count {
            let term = tree.append(.definitionTerm, segments[line], to: list)
            runs.append(InlineRun(node: term, firstSegment: line, count: 1))
            line += 1
        }
        open(Container(role: .definitionList, node: list))
    }
}
