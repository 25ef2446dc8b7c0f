import SourceText

/// An attribute list that joins its block once all inlines are read: what stands before a block
/// is written to the tree behind it.
struct AttachedAttributes {
    var range: ByteRange
    /// First byte behind `{:` or `{`.
    var start: Int
    var owner: Int
    /// Whether it stood before its block, which was to come.
    var isEarlier = false
}

/// An attribute list that waits for the next block of the container it stands in.
struct PendingAttributes {
    let range: ByteRange
    let parent: Int
}

extension BlockReader {
    /// `{ .class }` on the line right behind its block.
    mutating func openBareAttributeList() -> BlockStart {
        let line = bytes.trimmed(cursor.nonspace, cursor.end)
        guard !followsBlank, bytes.isBareAttributeList(line) else { return .none }
        let owner = tree.nodes[parent].lastChild
        guard owner != Node.none, isAttachable(Int(owner)) else { return .none }
        startBlock()
        // A paragraph that ends here may have begun with definitions, and be another node now.
        let ended = tree.nodes[parent].lastChild
        if ended != Node.none, isAttachable(Int(ended)) {
            attach(line, from: Int(line.start) + 1, to: Int(ended))
        } else {
            pendingAttributes.append(PendingAttributes(range: line, parent: parent))
        }
        return .lineIsRead
    }

    /// `{: .class #id key="value" }` on a line of its own.
    mutating func openAttributeList() -> BlockStart {
        let line = bytes.trimmed(cursor.nonspace, cursor.end)
        guard line.count >= 3, bytes[Int(line.end) - 1] == 0x7D,
            bytes[Int(line.start) + 1] == 0x3A
        else { return .none }
        let waiting = pendingAttributes
        pendingAttributes.removeAll()
        let standsAlone = followsBlank || !waiting.isEmpty
        startBlock()
        pendingAttributes = waiting
        if let name = definedName(line) {
            leavePendingAttributes()
            let node = tree.append(.attributeListDefinition(name: name), line, to: parent)
            tree.appendAttributeList(
                bytes, ByteRange(Int(name.end) + 1, Int(line.end) - 1), to: node)
            return .lineIsRead
        }
        let owner = tree.nodes[parent].lastChild
        if standsAlone || owner == Node.none || !isAttachable(Int(owner)) {
            pendingAttributes.append(PendingAttributes(range: line, parent: parent))
        } else {
            attach(line, from: Int(line.start) + 2, to: Int(owner))
        }
        return .lineIsRead
    }

    /// The name in `{:name: …}`, which stands right behind the first colon.
    private func definedName(_ line: ByteRange) -> ByteRange? {
        let start = Int(line.start) + 2
        var end = start
        while isLetter(bytes[end]) || isDigit(bytes[end]) || bytes[end] == 0x5F
            || bytes[end] == 0x2D
        {
            end += 1
        }
        return end > start && bytes[end] == 0x3A ? ByteRange(start, end) : nil
    }

    mutating func attach(_ range: ByteRange, from start: Int, to owner: Int) {
        attributeLists.append(AttachedAttributes(range: range, start: start, owner: owner))
        tree.extend(owner, to: Int(range.end))
    }

    /// `{: … }` before the text of a term or of details: the list, nil if there is none.
    func leadingAttributes(from start: Int, to end: Int) -> ByteRange? {
        guard start + 2 < end, bytes[start] == 0x7B, bytes[start + 1] == 0x3A else { return nil }
        var close = start + 2
        while close < end, bytes[close] != 0x7D { close += 1 }
        return close < end ? ByteRange(start, close + 1) : nil
    }

    private func isAttachable(_ owner: Int) -> Bool {
        switch tree.nodes[owner].kind {
        case .attributeList, .attributeListDefinition, .definition, .attribute, .comment: false
        default: true
        }
    }

    /// A list right before a block belongs to it; the block is the next node to be appended.
    mutating func attachPendingAttributes() {
        for pending in pendingAttributes where pending.parent != parent { leave(pending) }
        for pending in pendingAttributes where pending.parent == parent {
            attributeLists.append(
                AttachedAttributes(
                    range: pending.range, start: Int(pending.range.start) + 2,
                    owner: tree.nodes.count, isEarlier: true))
        }
        pendingAttributes.removeAll(keepingCapacity: true)
    }

    mutating func leavePendingAttributes() {
        for pending in pendingAttributes { leave(pending) }
        pendingAttributes.removeAll(keepingCapacity: true)
    }

    /// A list that nothing follows in its container stands for itself.
    private mutating func leave(_ pending: PendingAttributes) {
        let list = tree.append(.attributeList, pending.range, to: pending.parent)
        tree.appendAttributeList(
            bytes, ByteRange(Int(pending.range.start) + 2, Int(pending.range.end) - 1), to: list)
    }

    /// `{#id}` or `{ #id .class }` at the end of a heading: where the text ends without it, and the
    /// list.
    func headingIdentifier(_ text: ByteRange) -> ByteRange? {
        guard options.contains(.kramdown), text.count > 3, bytes[Int(text.end) - 1] == 0x7D else {
            return nil
        }
        var open = Int(text.end) - 2
        let limit = max(Int(text.start), open - 200)
        while open > limit, bytes[open] != 0x7B, bytes[open] != 0x7D { open -= 1 }
        let list = ByteRange(open, Int(text.end))
        let isIdentifier = bytes[open + 1] == 0x23 && isLetter(bytes[open + 2])
        let hasSpace = bytes.contains(0x20, in: list)
        guard bytes[open] == 0x7B,
            isIdentifier && !hasSpace || options.contains(.tags) && bytes.isBareAttributeList(list),
            open > Int(text.start), bytes[open - 1] == 0x20 || bytes[open - 1] == 0x09
        else { return nil }
        return list
    }

    /// `^` alone on its line ends what stands before it.
    mutating func openEndMarker() -> BlockStart {
        let line = bytes.trimmed(cursor.nonspace, cursor.end)
        guard line.count == 1 else { return .none }
        startBlock()
        tree.append(.comment, line, to: parent)
        return .lineIsRead
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether text is `{ .class }` or `{#id .class key=value}`: a list that begins with a class or
    /// an identifier and holds no other brace.
    func isBareAttributeList(_ range: ByteRange) -> Bool {
        guard range.count > 3, range.count <= 400, self[Int(range.start)] == 0x7B,
            self[Int(range.end) - 1] == 0x7D
        else { return false }
        let inner = ByteRange(Int(range.start) + 1, Int(range.end) - 1)
        let first = skipSpaces(Int(inner.start), Int(inner.end))
        guard first + 1 < Int(inner.end), self[first] == 0x2E || self[first] == 0x23,
            isLetter(self[first + 1])
        else { return false }
        return !contains(0x7B, in: inner) && !contains(0x7D, in: inner)
    }
}

extension TreeBuilder {
    /// Lets attribute lists join their blocks: as last children, or as first where they stand
    /// before the block.
    mutating func attach(
        _ lists: [AttachedAttributes], _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        // Where no block came, what follows in the tree is some other block's text.
        let lists = lists.filter { list in
            !list.isEarlier
                || isComplete(list) && list.range.end <= nodes[list.owner].range.start
        }
        for list in lists.reversed() where standsBefore(list) && isBeside(list, bytes) {
            nodes[list.owner].range.start = min(nodes[list.owner].range.start, list.range.start)
            let id = appendDetached(list, bytes)
            nodes[id].nextSibling = nodes[list.owner].firstChild
            nodes[id].parent = UInt32(truncatingIfNeeded: list.owner)
            nodes[list.owner].firstChild = UInt32(truncatingIfNeeded: id)
            contain(list.range, list.owner)
        }
        for list in lists where isComplete(list) && isBeside(list, bytes) && !standsBefore(list) {
            let last = nodes[list.owner].lastChild
            guard last == Node.none || nodes[Int(last)].range.end <= list.range.start,
                hasRoom(for: list.range, in: list.owner)
            else { continue }
            nodes[list.owner].range.start = min(nodes[list.owner].range.start, list.range.start)
            link(appendDetached(list, bytes), to: list.owner)
            contain(list.range, list.owner)
        }
    }

    /// Whether a node and all around it can reach over a list without reaching into a sibling.
    private func hasRoom(for range: ByteRange, in owner: Int) -> Bool {
        var node = nodes[owner]
        while node.range.end < range.end {
            if node.nextSibling != Node.none,
                nodes[Int(node.nextSibling)].range.start < range.end
            {
                return false
            }
            guard node.parent != Node.none else { return true }
            node = nodes[Int(node.parent)]
        }
        return true
    }

    /// Lets a node and all around it reach over a list that joined it.
    private mutating func contain(_ range: ByteRange, _ owner: Int) {
        var node = UInt32(truncatingIfNeeded: owner)
        while node != Node.none, nodes[Int(node)].range.end < range.end {
            nodes[Int(node)].range.end = range.end
            node = nodes[Int(node)].parent
        }
    }

    private func standsBefore(_ list: AttachedAttributes) -> Bool {
        guard isComplete(list), nodes[list.owner].firstChild != Node.none else { return false }
        return list.range.end <= nodes[Int(nodes[list.owner].firstChild)].range.start
    }

    /// Whether nothing but white space and the marks of quotes parts a list from the block below:
    /// where a closing tag stands between, the list waited in vain.
    private func isBeside(
        _ list: AttachedAttributes, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var index = Int(list.range.end)
        while index < Int(nodes[list.owner].range.start) {
            guard isWhite(bytes[index]) || bytes[index] == 0x3E else { return false }
            index += 1
        }
        return true
    }

    /// Whether the block that a list waited for was written, beside it.
    private func isComplete(_ list: AttachedAttributes) -> Bool {
        guard list.owner < nodes.count, nodes[list.owner].parent != Node.none else { return false }
        return nodes[Int(nodes[list.owner].parent)].range.start <= list.range.start
    }

    private mutating func appendDetached(
        _ list: AttachedAttributes, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int {
        let id = nodes.count
        nodes.append(Node(.attributeList, list.range))
        appendAttributeList(bytes, ByteRange(list.start, Int(list.range.end) - 1), to: id)
        return id
    }

    /// Appends what stands between `{:` and `}`: a class is named `.`, an identifier `#`.
    mutating func appendAttributeList(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, to list: Int
    ) {
        var index = Int(range.start)
        let end = Int(range.end)
        while index < end {
            let mark = bytes[index]
            if mark == 0x2E || mark == 0x23 {
                let start = index
                index += 1
                while index < end, !isWhite(bytes[index]), bytes[index] != 0x2E,
                    bytes[index] != 0x23
                {
                    index += 1
                }
                append(
                    .attribute(
                        name: ByteRange(start, start + 1), value: ByteRange(start + 1, index)),
                    ByteRange(start, index), to: list)
            } else if isWhite(mark) {
                index += 1
            } else {
                index = appendArgument(bytes, ByteRange(index, end), to: list)
            }
        }
    }

    private mutating func appendArgument(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, to list: Int
    ) -> Int {
        var arguments = TagArguments(bytes, range)
        guard let argument = arguments.next() else { return Int(range.end) }
        append(.attribute(name: argument.name, value: argument.value), argument.range, to: list)
        return arguments.index
    }
}
