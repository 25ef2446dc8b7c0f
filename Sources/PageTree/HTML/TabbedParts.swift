import SourceText

/// Parts of which a page shows one at a time, and the labels that choose between them.
///
/// `<ul role="tablist"><li role="tab">200</li>…</ul>` and as many panels behind it, or a list of
/// links to the parts that the next element is made of. Each label titles its part, as if it were a
/// heading; the list of labels says nothing by itself.
struct TabGroup {
    /// The list of labels.
    var list: ByteRange
    var parts: [TabPart]
}

/// A part of a page under a label.
struct TabPart {
    /// The words of the label, in one piece or more.
    var label: [ByteRange]
    var start: Int
    var end: Int
    /// Whether the label stands in the part itself, before all else.
    var holdsLabel = false
}

extension ElementOutline {
    /// The groups of a page, in page order.
    func tabGroups() -> [TabGroup] {
        var groups: [TabGroup] = []
        for id in elements.indices {
            if let group = roleGroup(id) ?? linkGroup(id) { groups.append(group) }
        }
        return groups
    }

    /// Labels and parts that say that they are.
    private func roleGroup(_ id: Int) -> TabGroup? {
        guard elements[id].role != .item, holdsTab(id) else { return nil }
        let tabs = children(id).compactMap { tab(in: $0) }
        var panels: [Int] = []
        var budget = 400
        var container = id
        for _ in 0..<2 where panels.isEmpty {
            var sibling = elements[container].nextSibling
            while sibling >= 0, budget > 0 {
                collectPanels(sibling, &panels, &budget)
                sibling = elements[sibling].nextSibling
            }
            container = elements[container].parent
            if container <= 0 { break }
        }
        let chosen = tabs.count == panels.count ? tabs : tabs.filter { elements[$0].isSelected }
        guard !panels.isEmpty, chosen.count == panels.count else { return nil }
        return group(id, zip(chosen, panels).map { ($0, $1) })
    }

    private func holdsTab(_ id: Int) -> Bool {
        let first = elements[id].firstChild
        return first >= 0 && tab(in: first) != nil && elements[id].part != .tab
    }

    private func tab(in id: Int) -> Int? {
        if elements[id].part == .tab { return id }
        let first = elements[id].firstChild
        guard elements[id].role == .item, first >= 0 else { return nil }
        return elements[first].part == .tab ? first : nil
    }

    private func collectPanels(_ id: Int, _ panels: inout [Int], _ budget: inout Int) {
        var stack = [id]
        while let next = stack.popLast(), budget > 0 {
            budget -= 1
            if next != id, elements[next].nextSibling >= 0 {
                stack.append(elements[next].nextSibling)
            }
            if elements[next].part == .panel {
                panels.append(next)
            } else if elements[next].part != .tab, elements[next].firstChild >= 0 {
                stack.append(elements[next].firstChild)
            }
        }
    }

    /// A list of links to all that the next element holds.
    private func linkGroup(_ id: Int) -> TabGroup? {
        guard case .list = elements[id].role, elements[id].nextSibling >= 0 else { return nil }
        var targets: [(item: Int, target: ByteRange)] = []
        for item in children(id) {
            let link = elements[item].firstChild
            guard link >= 0, !elements[link].target.isEmpty,
                elements[item].endLeaf - elements[item].firstLeaf == 1
            else { return nil }
            targets.append((item, elements[link].target))
        }
        let parts = children(elements[id].nextSibling)
        guard !targets.isEmpty, parts.count == targets.count else { return nil }
        for (part, target) in zip(parts, targets)
        where !isSameText(elements[part].identifier, target.target) {
            return nil
        }
        return group(id, zip(targets, parts).map { ($0.item, $1) })
    }

    func isSameText(_ left: ByteRange, _ right: ByteRange) -> Bool {
        left.count == right.count
            && bytes[Int(left.start)..<Int(left.end)].elementsEqual(
                bytes[Int(right.start)..<Int(right.end)])
    }

    private func group(_ id: Int, _ pairs: [(tab: Int, part: Int)]) -> TabGroup? {
        var parts: [TabPart] = []
        for (tab, part) in pairs where elements[tab].firstLeaf < elements[tab].endLeaf {
            let leaf = leaves[elements[tab].firstLeaf]
            var end = Int(leaf.end)
            while end > Int(leaf.start), isWhite(bytes[end - 1]) { end -= 1 }
            let label = ByteRange(Int(leaf.start), end)
            guard label.count <= 60 else { return nil }
            parts.append(
                TabPart(label: [label], start: elements[part].start, end: afterEnd(of: part)))
        }
        return TabGroup(list: ByteRange(elements[id].start, afterEnd(of: id)), parts: parts)
    }
}

extension HTMLReader {
    /// Opens a part under its label; where blocks cannot have headings, without it.
    mutating func openPart(_ part: TabPart, id: Int) {
        closeLeaf(at: at)
        guard mayNest(at: at), blockParent(at: at) == 0, let first = part.label.first,
            part.holdsLabel
                ? freeStart(in: 0, from: at) <= Int(first.start) : labels[first.start] != nil
        else { return }
        var element = OpenElement(kind: .group, name: .empty, node: current, start: at)
        element.isSection = true
        element.isWall = true
        element.run = id
        element.outerLevel = headings.level
        open.append(element)
        let level = min(12, max(headings.level, 1) + 1)
        open[open.count - 1].outerFloor = headings.floor
        headings.floor = level
        append(part.label, isHere: part.holdsLabel, level: level)
        noteHeading(level)
        if part.holdsLabel, let last = part.label.last { at = Int(last.end) }
    }

    /// A heading of the words of a label, which stand here or where the labels are.
    private mutating func append(_ label: [ByteRange], isHere: Bool, level: UInt8) {
        let place = freeStart(in: 0, from: at)
        let end = isHere ? Int(label[label.count - 1].end) : place
        let heading = tree.append(.heading(level: level), ByteRange(place, end), to: 0)
        for words in label {
            if !isHere, let definition = labels[words.start] {
                let kind = Kind.substitution(
                    name: words, definition: UInt32(truncatingIfNeeded: definition))
                tree.append(kind, ByteRange(place, place), to: heading)
                continue
            }
            if words != label.first {
                tree.append(.softBreak, ByteRange(Int(words.start), Int(words.start)), to: heading)
            }
            addWords(words, to: heading)
        }
    }

    /// A list of labels: each is put in front of its part, and says nothing where it stands.
    mutating func readLabels(_ group: [ByteRange], upTo place: Int) {
        closeLeaf(at: at)
        let parent = blockParent(at: at)
        for label in group where freeStart(in: parent, from: at) <= Int(label.start) {
            let node = tree.append(.substitutionDefinition(name: label), label, to: parent)
            addWords(label, to: node)
            extend(node, to: Int(label.end))
            labels[label.start] = node
        }
        at = max(at, min(place, end))
    }

    mutating func closePart(_ id: Int) {
        guard let index = runIndex(id) else { return }
        while open.count > index { popLast(at: at) }
        leaveSection(at: at)
    }
}
