import SourceText

/// Block collections: mappings and sequences made by indentation.
///
/// After each node the reader stands at the next content, a marker or the end.
extension YAMLReader {
    /// A node at the current content, where block collections are allowed.
    mutating func readBlockNode(parent: Int) -> YAMLValue? {
        guard opensBlockCollection() else { return readInline(parent: parent) }
        guard !isTabbed else {
            fail(.tabIndentation)
            return nil
        }
        guard depth < Self.depthLimit else {
            fail(.tooDeep)
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        return byte == 0x2D && Self.isSpace(byte(1))
            ? readSequence(column: at - start) : readMapping(column: at - start)
    }

    private func opensBlockCollection() -> Bool {
        switch byte {
        case 0x2D, 0x3F: if Self.isSpace(byte(1)) { return true }
        case 0x5B, 0x7B, 0x7C, 0x3E: return false
        default: break
        }
        return keyEnd() != nil
    }

    // MARK: Mapping

    private mutating func readMapping(column: Int) -> YAMLValue? {
        var entries: [YAMLValue.Entry] = []
        let from = at
        var to = at
        repeat {
            let entryLine = line
            if let entry = readEntry(column: column) {
                to = max(to, Int(max(entry.value.range.end, entry.keyRange.end)))
                entries.append(entry)
            }
            if failed { recover(column: column, entryLine: entryLine) }
        } while isAtNextEntry(column: column)
        noteDuplicates(entries)
        return YAMLValue(.mapping(entries), ByteRange(from, to))
    }

    private mutating func readEntry(column: Int) -> YAMLValue.Entry? {
        if byte == 0x3F, Self.isSpace(byte(1)) {
            fail(.unsupported, word: "an explicit key")
            return nil
        }
        if byte == 0x26 || byte == 0x2A || byte == 0x21 {
            fail(.unsupported, word: featureName(byte))
            return nil
        }
        guard let keyEnd = keyEnd() else {
            fail(.notAnEntry)
            return nil
        }
        let from = at
        let key = readKey(to: keyEnd)
        guard !failed else { return nil }
        let keyRange = ByteRange(from, keyEnd)
        while byte != 0x3A { at += 1 }
        at += 1
        guard let value = readEntryValue(column: column) else { return nil }
        return YAMLValue.Entry(key: key, keyRange: keyRange, value: value)
    }

    /// The value behind a key's colon: on its line, or on the lines below.
    private mutating func readEntryValue(column: Int) -> YAMLValue? {
        let empty = YAMLValue(.scalar(.init(text: "", style: .plain)), ByteRange(at, at))
        guard isLineDone() else { return readGuessing(column: column) }
        guard findContent(from: line + 1) else { return empty }
        let isSequenceBelow = indent == column && byte == 0x2D && Self.isSpace(byte(1))
        guard indent > column || isSequenceBelow else { return empty }
        return readBlockNode(parent: indent > column ? column : column - 1)
    }

    /// A value on the key's own line; if it cannot be read, the line's text is kept.
    ///
    /// `title: [GET] List users` is common in front matter. The error is noted all the same.
    private mutating func readGuessing(column: Int) -> YAMLValue? {
        let valueLine = line
        var from = at
        let value = readInline(parent: column)
        guard failed, !mustDrop, !hasStopped else { return value }
        failed = false
        move(to: valueLine)
        // The quote that nothing closes is no part of the text.
        if notes.last?.id == YAMLProblem.openQuote.rawValue { from = min(from + 1, end) }
        var to = end
        while to > from, Self.isBlank(bytes[to - 1]) { to -= 1 }
        skipDeeper(than: column, from: valueLine + 1)
        let scalar = YAMLValue.Scalar(text: text(from, to), style: .plain)
        return YAMLValue(.scalar(scalar), ByteRange(from, to))
    }

    // MARK: Sequence

    private mutating func readSequence(column: Int) -> YAMLValue? {
        var items: [YAMLValue] = []
        let from = at
        var to = at
        repeat {
            guard byte == 0x2D, Self.isSpace(byte(1)) else { break }
            let itemLine = line
            at += 1
            to = max(to, at)
            if let item = readItem(column: column) {
                to = max(to, Int(item.range.end))
                items.append(item)
            }
            if failed { recover(column: column, entryLine: itemLine) }
        } while isAtNextEntry(column: column)
        return YAMLValue(.sequence(items), ByteRange(from, to))
    }

    private mutating func readItem(column: Int) -> YAMLValue? {
        let empty = YAMLValue(.scalar(.init(text: "", style: .plain)), ByteRange(at, at))
        if !isLineDone() { return readBlockNode(parent: column) }
        guard findContent(from: line + 1), indent > column else { return empty }
        return readBlockNode(parent: column)
    }

    // MARK: From entry to entry

    /// Whether the content here continues a collection; content indented too far is an error.
    private mutating func isAtNextEntry(column: Int) -> Bool {
        while !isAtEnd, !isAtMarker, !hasStopped, indent >= column {
            if indent == column, !isTabbed { return true }
            note(isTabbed ? .tabIndentation : .badIndentation, at, end)
            skipDeeper(than: column, from: line + 1)
        }
        return false
    }

    /// Goes on behind an entry that could not be read.
    private mutating func recover(column: Int, entryLine: Int) {
        guard !hasStopped else { return }
        failed = false
        mustDrop = false
        skipDeeper(than: column, from: entryLine + 1)
        // What an explicit key leads to stands behind a colon of its own.
        while !isAtEnd, !isAtMarker, indent == column, byte == 0x3A, Self.isSpace(byte(1)) {
            skipDeeper(than: column, from: line + 1)
        }
    }

    private mutating func skipDeeper(than column: Int, from first: Int) {
        guard !hasStopped else { return }
        var next = first
        while findContent(from: next), indent > column || isTabbed { next = line + 1 }
    }
}
