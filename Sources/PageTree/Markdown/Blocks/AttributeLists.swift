import SourceText

/// An attribute list that becomes the last child of its block once its inlines are read.
struct AttachedAttributes {
    var node: Int
    var owner: Int
}

extension BlockReader {
    /// `{: .class #id key="value" }` on a line of its own.
    mutating func openAttributeList() -> BlockStart {
        let line = trimmed(cursor.nonspace, cursor.end)
        guard line.count >= 3, bytes[Int(line.end) - 1] == 0x7D,
            cursor.byte(cursor.nonspace + 1) == 0x3A
        else { return .none }
        let standsAlone = followsBlank
        startBlock()
        let owner = tree.nodes[parent].lastChild
        let list = tree.nodes.count
        if standsAlone || owner == Node.none {
            tree.append(.attributeList, line, to: parent)
        } else {
            tree.nodes.append(Node(.attributeList, line))
            attach(list, to: Int(owner))
        }
        tree.appendAttributeList(
            bytes, ByteRange(Int(line.start) + 2, Int(line.end) - 1), to: list)
        return .lineIsRead
    }

    /// Lets a list of attributes belong to a block that is complete.
    func attachable(_ owner: Int) -> Bool {
        switch tree.nodes[owner].kind {
        case .attributeList, .definition, .attribute: false
        default: true
        }
    }

    private mutating func attach(_ list: Int, to owner: Int) {
        guard attachable(owner) else {
            tree.link(list, to: parent)
            return
        }
        attributeLists.append(AttachedAttributes(node: list, owner: owner))
        tree.extend(owner, to: Int(tree.nodes[list].range.end))
    }
}

extension TreeBuilder {
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
