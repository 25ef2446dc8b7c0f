import SourceText

extension BlockReader {
    /// `: details` below a term, as kramdown reads it.
    mutating func openDetails() -> BlockStart {
        let next = cursor.byte(cursor.nonspace + 1)
        guard next == 0x20 || next == 0x09,
            mayNest(in: containers.count, at: cursor.nonspace)
        else { return .none }
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
        cursor.advance(columns: min(width, 4))
        if let list = leadingAttributes(from: cursor.nonspace, to: cursor.end) {
            attach(list, from: Int(list.start) + 2, to: details)
            cursor.advance(bytes: list.count)
            cursor.advance(columns: cursor.indent)
        }
        let contentIndent = cursor.isBlank ? 4 : indent + 1 + min(width, 4)
        open(Container(role: .details, node: details, contentIndent: contentIndent))
        return .container
    }

    /// Turns the paragraph before into terms: the open one, or one before a blank line, unless an
    /// attribute list has ended it.
    private mutating func openDefinitionList() -> Bool {
        if case .paragraph(let node, let previous, let first) = leaf {
            guard matched == containers.count, !opensContainer else { return false }
            leaf = .none
            trimEnd(first)
            makeTerms(node, previous, first, segments.count - first, run: nil)
            return true
        }
        guard followsBlank, let last = runs.last, attributeLists.last?.owner != last.node,
            countLineEnds(from: Int(tree.nodes[last.node].range.end)) <= 2
        else { return false }
        closeUnmatched()
        guard tree.nodes[parent].lastChild == UInt32(last.node),
            case .paragraph = tree.nodes[last.node].kind
        else { return false }
        closeLeaf()
        makeTerms(
            last.node, paragraphPrevious, last.firstSegment, last.count, run: runs.count - 1)
        return true
    }

    /// Each line of the paragraph is a term; a list that ends right before it goes on, unless it
    /// is an element of HTML that waits for its closing tag.
    private mutating func makeTerms(
        _ node: Int, _ previous: UInt32, _ first: Int, _ count: Int, run: Int?
    ) {
        var list = node
        var line = first
        if let run { runs.remove(at: run) }
        if previous != Node.none, tree.nodes[Int(previous)].nextSibling == UInt32(node),
            case .definitionList = tree.nodes[Int(previous)].kind,
            !openTags.contains(where: { $0.root == Int(previous) })
        {
            list = Int(previous)
            tree.unlinkLast(of: parent, previous: previous)
            tree.nodes[node].kind = .definitionTerm
            tree.nodes[node].range = segments[first]
            tree.link(node, to: list)
            addTermText(node, line)
            line += 1
        } else {
            tree.nodes[node].kind = .definitionList
        }
        while line < first + count {
            let term = tree.append(.definitionTerm, segments[line], to: list)
            addTermText(term, line)
            line += 1
        }
        open(Container(role: .definitionList, node: list))
    }

    private mutating func addTermText(_ term: Int, _ segment: Int) {
        let text = segments[segment]
        if let list = leadingAttributes(from: Int(text.start), to: Int(text.end)) {
            attach(list, from: Int(list.start) + 2, to: term)
            segments[segment] = bytes.trimmed(Int(list.end), Int(text.end))
        }
        runs.append(InlineRun(node: term, firstSegment: segment, count: 1))
    }

    /// Two blank lines part a paragraph from what would be its details.
    private func countLineEnds(from start: Int) -> Int {
        var count = 0
        var index = start
        while index < Int(line.start), count <= 2 {
            if bytes[index] == 0x0A { count += 1 }
            index += 1
        }
        return count
    }
}
