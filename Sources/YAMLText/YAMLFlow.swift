import SourceText

/// Flow collections: `[a, b: c]` and `{a: b}`, over one line or many.
extension YAMLReader {
    /// The collection at an opening bracket; the reader then stands behind the closing one.
    mutating func readFlow(parent: Int) -> YAMLValue? {
        guard depth < Self.depthLimit else {
            fail(.tooDeep)
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        let from = at
        let isMapping = byte == 0x7B
        let closer: UInt8 = isMapping ? 0x7D : 0x5D
        at += 1
        var entries: [YAMLValue.Entry] = []
        var items: [YAMLValue] = []
        while !failed {
            skipFlowSpace(parent: parent)
            if failed { break }
            if byte == closer {
                at += 1
                if isMapping { noteDuplicates(entries) }
                return YAMLValue(
                    isMapping ? .mapping(entries) : .sequence(items), ByteRange(from, at))
            }
            if isMapping {
                if let entry = readFlowEntry(parent: parent) { entries.append(entry) }
            } else if let item = readFlowItem(parent: parent) {
                items.append(item)
            }
            endFlowEntry(closer: closer, parent: parent)
        }
        return nil
    }

    /// Behind an entry: a comma, or the closing bracket that the caller takes.
    private mutating func endFlowEntry(closer: UInt8, parent: Int) {
        guard !failed else { return }
        skipFlowSpace(parent: parent)
        guard !failed, byte != closer else { return }
        guard byte == 0x2C else {
            fail(.flow)
            return
        }
        at += 1
    }

    /// Blanks, line ends and comments. Lines must be indented like the collection's own node,
    /// except those that begin with a closing bracket, which pages often write at the margin.
    private mutating func skipFlowSpace(parent: Int) {
        while true {
            skipBlanks()
            if at < end, !isAtComment { return }
            guard line + 1 < lineCount else {
                fail(.flow, word: "the end")
                return
            }
            move(to: line + 1)
            guard !isAtMarker else {
                fail(.flow)
                return
            }
            skipIndentation()
            let isExempt = at >= end || byte == 0x23 || byte == 0x5D || byte == 0x7D
            guard isExempt || indent > parent else {
                fail(.badIndentation)
                return
            }
        }
    }

    // MARK: Entries

    private mutating func readFlowEntry(parent: Int) -> YAMLValue.Entry? {
        let from = at
        guard let key = readFlowKey(parent: parent) else { return nil }
        let keyRange = ByteRange(from, at)
        skipFlowSpace(parent: parent)
        guard !failed else { return nil }
        guard byte == 0x3A else {
            return YAMLValue.Entry(key: key, keyRange: keyRange, value: emptyFlowValue())
        }
        at += 1
        guard let value = readFlowValue(parent: parent) else { return nil }
        return YAMLValue.Entry(key: key, keyRange: keyRange, value: value)
    }

    private mutating func readFlowKey(parent: Int) -> String? {
        if isAtFlowColon { return "" }
        guard let key = readFlowNode(parent: parent) else { return nil }
        guard case .scalar(let scalar) = key.node else {
            fail(.unsupported, word: "a collection as a key")
            return nil
        }
        return scalar.text
    }

    /// An item; `a: b` among items is a mapping of one entry.
    private mutating func readFlowItem(parent: Int) -> YAMLValue? {
        let from = at
        let firstLine = line
        var key: YAMLValue?
        if !isAtFlowColon {
            key = readFlowNode(parent: parent)
            guard !failed, let item = key else { return nil }
            let wasQuoted = at > from && !item.isPlain
            let to = at
            skipBlanks()
            let isKey = byte == 0x3A && (wasQuoted || isAtFlowColon)
            guard isKey else { return item }
            guard line == firstLine else {
                fail(.flow)
                return nil
            }
            guard case .scalar(let scalar) = item.node else {
                fail(.unsupported, word: "a collection as a key")
                return nil
            }
            return readSinglePair(scalar.text, ByteRange(from, to), parent: parent)
        }
        return readSinglePair("", ByteRange(from, from), parent: parent)
    }

    private mutating func readSinglePair(
        _ key: String, _ keyRange: ByteRange, parent: Int
    ) -> YAMLValue? {
        at += 1
        guard let value = readFlowValue(parent: parent) else { return nil }
        let range = ByteRange(Int(keyRange.start), at)
        return YAMLValue(
            .mapping([YAMLValue.Entry(key: key, keyRange: keyRange, value: value)]), range)
    }

    /// A value behind a colon; nothing before a comma or a closing bracket.
    mutating func readFlowValue(parent: Int) -> YAMLValue? {
        let empty = emptyFlowValue()
        skipFlowSpace(parent: parent)
        guard !failed else { return nil }
        if byte == 0x2C || byte == 0x5D || byte == 0x7D { return empty }
        return readFlowNode(parent: parent)
    }

    private func emptyFlowValue() -> YAMLValue {
        YAMLValue(.scalar(.init(text: "", style: .plain)), ByteRange(at, at))
    }

    private mutating func readFlowNode(parent: Int) -> YAMLValue? {
        switch byte {
        case 0x5B, 0x7B:
            return readFlow(parent: parent)
        case 0x22, 0x27:
            let from = at
            let scalar = readQuoted(parent: parent)
            return failed ? nil : YAMLValue(.scalar(scalar), ByteRange(from, at))
        case 0x26:
            return readFlowAnchored(parent: parent)
        case 0x2A:
            return readAlias()
        case 0x21:
            fail(.unsupported, word: featureName(byte))
            return nil
        default:
            return readFlowPlain(parent: parent)
        }
    }
}

extension YAMLValue {
    fileprivate var isPlain: Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.style == .plain
    }
}
