import SourceText

// MARK: Indented code

extension BlockReader {
    mutating func openIndentedCode() -> BlockStart {
        if cursor.isBlank { return .none }
        if case .paragraph = leaf, !opensContainer { return .none }
        startBlock()
        cursor.advance(columns: 4)
        let node = tree.append(
            .codeBlock(info: .empty, style: .indented), ByteRange(cursor.textStart, cursor.end),
            to: parent)
        leaf = .indentedCode(node: node, blanks: 0)
        addCodeLine(to: node)
        return .lineIsRead
    }

    mutating func continueIndentedCode(_ node: Int, _ blanks: Int) -> Bool {
        if cursor.isBlank {
            cursor.advance(columns: 4)
            blankStart = cursor.textStart
            return false
        }
        guard cursor.isIndented else { return false }
        cursor.advance(columns: 4)
        var index = 0
        while index < blanks {
            tree.append(.codeLine(padding: 0), pendingBlanks[index], to: node)
            index += 1
        }
        leaf = .indentedCode(node: node, blanks: 0)
        addCodeLine(to: node)
        followsBlank = false
        return true
    }

    /// Blank lines belong to the code only if more code follows.
    mutating func addIndentedBlank(_ node: Int, _ blanks: Int) {
        if blanks == 0 { pendingBlanks.removeAll(keepingCapacity: true) }
        leaf = .indentedCode(node: node, blanks: blanks + 1)
        pendingBlanks.append(ByteRange(min(blankStart, cursor.end), cursor.end))
    }

    mutating func addCodeLine(to node: Int) {
        let padding = UInt8(truncatingIfNeeded: cursor.padding)
        let text = ByteRange(cursor.textStart, cursor.end)
        tree.append(.codeLine(padding: padding), text, to: node)
        tree.extend(node, to: cursor.end)
    }
}

// MARK: Fenced code

extension BlockReader {
    mutating func openFence(_ mark: UInt8) -> BlockStart {
        let start = cursor.nonspace
        var index = start
        while cursor.byte(index) == mark { index += 1 }
        let length = index - start
        guard length >= 3 else { return .none }
        let info = bytes.trimmed(index, cursor.end)
        if mark == 0x60, bytes.contains(0x60, in: info) { return .none }
        let indent = cursor.indent
        startBlock()
        let node = tree.append(
            .codeBlock(info: info, style: .fenced), ByteRange(start, max(index, Int(info.end))),
            to: parent)
        leaf = .fencedCode(node: node, mark: mark, length: length, indent: indent)
        return .lineIsRead
    }

    mutating func continueFence(_ node: Int, _ mark: UInt8, _ length: Int, _ indent: Int) {
        followsBlank = false
        if mark == 0x5B {
            guard endsDataBlock else {
                addCodeLine(to: node)
                return
            }
            closeFence(node, at: cursor.end)
            leaf = .none
            return
        }
        if cursor.indent < (indent > 3 ? indent + 4 : 4), cursor.first == mark {
            var index = cursor.nonspace
            while cursor.byte(index) == mark { index += 1 }
            if index - cursor.nonspace >= length, bytes.trimmed(index, cursor.end).isEmpty {
                closeFence(node, at: index)
                leaf = .none
                return
            }
        }
        cursor.advance(columns: indent)
        addCodeLine(to: node)
    }

    /// A fence that nothing closes ends with its container; that costs a note.
    mutating func closeFence(_ node: Int, at end: Int?) {
        if let end {
            tree.extend(node, to: end)
        } else if options == .all {
            notes.append(.unclosedFence(at: SourceSpan(file, tree.nodes[node].range)))
        }
    }
}
