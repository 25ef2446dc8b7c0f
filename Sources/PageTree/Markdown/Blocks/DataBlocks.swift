import SourceText

extension BlockReader {
    /// `[block:parameters]` over JSON and `[/block]`: code whose language is the block's name.
    mutating func openDataBlock() -> BlockStart {
        let line = bytes.trimmed(cursor.nonspace, cursor.end)
        guard startsWith(bytes, line, "[block:"), bytes[Int(line.end) - 1] == 0x5D,
            !interruptsParagraph || cursor.indent == 0
        else { return .none }
        startBlock()
        let info = ByteRange(Int(line.start) + 1, Int(line.end) - 1)
        let node = tree.append(.codeBlock(info: info, style: .fenced), line, to: parent)
        leaf = .fencedCode(node: node, mark: 0x5B, length: 1, indent: 0)
        return .lineIsRead
    }

    /// Whether the line ends such a block.
    var endsDataBlock: Bool {
        let line = bytes.trimmed(cursor.nonspace, cursor.end)
        return line.count == 8 && startsWith(bytes, line, "[/block]")
    }
}
