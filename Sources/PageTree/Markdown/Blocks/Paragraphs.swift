import SourceText

extension BlockReader {
    mutating func startParagraph() {
        startBlock()
        let parent = parent
        let previous = tree.nodes[parent].lastChild
        let text = ByteRange(cursor.nonspace, cursor.end)
        let node = tree.append(.paragraph, text, to: parent)
        leaf = .paragraph(node: node, previous: previous, firstSegment: segments.count)
        segments.append(text)
    }

    /// Adds a line to the open paragraph, lazily if containers before it do not match.
    mutating func addParagraphLine() {
        segments.append(ByteRange(cursor.nonspace, cursor.end))
    }

    /// Takes definitions off the head of the paragraph; what is left waits for its inlines.
    mutating func closeParagraph(_ node: Int, _ previous: UInt32, _ firstSegment: Int) {
        trimEnd(firstSegment)
        if makeHeadlessTable(node, firstSegment) { return }
        let rest = takeDefinitions(node, firstSegment)
        guard let rest else { return }
        paragraphPrevious = previous
        finishText(rest.node, .paragraph, firstSegment: rest.firstSegment)
    }

    /// Gives a node the paragraph's text from a segment on.
    mutating func finishText(_ node: Int, _ kind: Kind, firstSegment: Int) {
        let last = segments[segments.count - 1]
        tree.nodes[node].kind = kind
        tree.nodes[node].range = ByteRange(Int(segments[firstSegment].start), Int(last.end))
        runs.append(
            InlineRun(node: node, firstSegment: firstSegment, count: segments.count - firstSegment))
    }

    /// White space at the end of a paragraph belongs to nothing.
    mutating func trimEnd(_ firstSegment: Int) {
        let last = segments.count - 1
        guard last >= firstSegment else { return }
        segments[last] = bytes.trimmedEnd(segments[last])
    }

    /// Appends a block whose text is one range, read as inlines later.
    @discardableResult
    mutating func appendText(
        _ kind: Kind, _ range: ByteRange, text: ByteRange, to parent: Int, isCell: Bool = false
    ) -> Int {
        let node = tree.append(kind, range, to: parent)
        if !text.isEmpty {
            runs.append(
                InlineRun(node: node, firstSegment: segments.count, count: 1, isCell: isCell))
            segments.append(text)
        }
        return node
    }
}

// MARK: Headings and thematic breaks

extension BlockReader {
    mutating func openHeading() -> BlockStart {
        let start = cursor.nonspace
        var index = start
        while cursor.byte(index) == 0x23 { index += 1 }
        let level = index - start
        let next = cursor.byte(index)
        guard level <= 6, index >= cursor.end || next == 0x20 || next == 0x09 else { return .none }
        startBlock()
        var text = bytes.trimmed(index, cursor.end)
        let whole = ByteRange(start, max(index, Int(text.end)))
        let identifier = headingIdentifier(text)
        if let identifier { text = bytes.trimmed(Int(text.start), Int(identifier.start)) }
        var end = Int(text.end)
        while end > Int(text.start), bytes[end - 1] == 0x23 { end -= 1 }
        let isClosed = end < Int(text.end)
        if isClosed, end == Int(text.start) || bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
            text = bytes.trimmedEnd(ByteRange(Int(text.start), end))
        }
        let heading = appendText(
            .heading(level: UInt8(truncatingIfNeeded: level)), whole, text: text, to: parent)
        if let identifier {
            attach(identifier, from: Int(identifier.start) + 1, to: heading)
        }
        return .lineIsRead
    }

    /// `=====` or `-----` below a paragraph.
    mutating func openSetextHeading(_ mark: UInt8) -> BlockStart {
        guard interruptsParagraph, case .paragraph(let node, _, let first) = leaf else {
            return .none
        }
        var index = cursor.nonspace
        while cursor.byte(index) == mark { index += 1 }
        let end = index
        guard bytes.trimmed(index, cursor.end).isEmpty else { return .none }
        trimEnd(first)
        guard let rest = takeDefinitions(node, first) else {
            leaf = .none
            return .none
        }
        leaf = .none
        let identifier = headingIdentifier(segments[segments.count - 1])
        if let identifier {
            let last = segments.count - 1
            segments[last] = bytes.trimmed(Int(segments[last].start), Int(identifier.start))
        }
        finishText(
            rest.node, .heading(level: mark == 0x3D ? 1 : 2), firstSegment: rest.firstSegment)
        tree.extend(rest.node, to: end)
        if let identifier {
            attach(identifier, from: Int(identifier.start) + 1, to: rest.node)
        }
        return .lineIsRead
    }

    mutating func openThematicBreak(_ mark: UInt8) -> BlockStart {
        var count = 0
        var index = cursor.nonspace
        var end = index
        while index < cursor.end {
            let byte = bytes[index]
            if byte == mark {
                count += 1
                end = index + 1
            } else if byte != 0x20, byte != 0x09 {
                return .none
            }
            index += 1
        }
        guard count >= 3 else { return .none }
        startBlock()
        tree.append(.thematicBreak, ByteRange(cursor.nonspace, end), to: parent)
        return .lineIsRead
    }
}
