import SourceText

/// Nodes that begin within a line: scalars of all styles and flow collections.
extension YAMLReader {
    /// A node here that is no block collection, and the check that nothing follows it.
    mutating func readInline(parent: Int) -> YAMLValue? {
        switch byte {
        case 0x7C, 0x3E:
            return readBlockScalar(parent: parent)
        case 0x22, 0x27:
            let from = at
            let scalar = readQuoted(parent: parent)
            guard !failed else { return nil }
            return finish(YAMLValue(.scalar(scalar), ByteRange(from, at)))
        case 0x5B, 0x7B:
            guard let value = readFlow(parent: parent), !failed else { return nil }
            return finish(value)
        case 0x26:
            return readAnchored(parent: parent)
        case 0x2A:
            guard let value = readAlias() else { return nil }
            return finish(value)
        case 0x21:
            fail(.unsupported, word: featureName(byte))
            return nil
        default:
            return readPlain(parent: parent)
        }
    }

    /// Nothing but a comment may follow a quoted scalar or a flow collection on its line.
    private mutating func finish(_ value: YAMLValue) -> YAMLValue? {
        guard isLineDone() else {
            if byte == 0x3A, Self.isSpace(byte(1)) {
                fail(.unsupported, word: "a key of more than one line or value")
            } else {
                fail(.trailingText)
            }
            return nil
        }
        _ = findContent(from: line + 1)
        return value
    }

    // MARK: Plain scalars

    private mutating func readPlain(parent: Int) -> YAMLValue? {
        checkFirstCharacter()
        guard !failed else { return nil }
        let from = at
        var to = readPlainLine()
        var isFolded = false
        var breaks = 1
        var next = line + 1
        var isOpen = at >= end
        while isOpen, next < lineCount {
            move(to: next)
            next += 1
            skipIndentation()
            guard at < end else {
                breaks += 1
                continue
            }
            guard indent > parent, bytes[at] != 0x23, !isAtMarker, plainKeyEnd() == nil else {
                next -= 1
                break
            }
            if !isFolded { append(from, to) }
            isFolded = true
            fold(breaks)
            breaks = 1
            let segment = at
            to = readPlainLine()
            append(segment, to)
            isOpen = at >= end
        }
        let text = isFolded ? takeBuffer() : text(from, to)
        _ = findContent(from: next)
        return YAMLValue(.scalar(.init(text: text, style: .plain)), ByteRange(from, to))
    }

    /// One line break is a space, several are one less.
    mutating func fold(_ breaks: Int) {
        guard breaks > 1 else {
            buffer.append(0x20)
            return
        }
        buffer.append(contentsOf: repeatElement(0x0A, count: breaks - 1))
    }

    private mutating func checkFirstCharacter() {
        switch byte {
        case 0x40, 0x60, 0x25:
            note(.reservedCharacter, at, at + 1)
        case 0x2C, 0x5D, 0x7D:
            note(.reservedCharacter, at, at + 1)
        case 0x2D where Self.isSpace(byte(1)), 0x3A where Self.isSpace(byte(1)):
            fail(.notAnEntry)
        case 0x3F where Self.isSpace(byte(1)):
            fail(.unsupported, word: "an explicit key")
        default:
            break
        }
    }

    /// One line of a plain scalar; returns its end without trailing blanks. The reader then
    /// stands at a comment or at the line's end.
    private mutating func readPlainLine() -> Int {
        let from = at
        var hasColon = false
        while at < end {
            let byte = bytes[at]
            if byte == 0x23, at > from, Self.isBlank(bytes[at - 1]) { break }
            if byte == 0x3A, isColon(at: at) { hasColon = true }
            at += 1
        }
        var to = at
        while to > from, Self.isBlank(bytes[to - 1]) { to -= 1 }
        if hasColon { note(.colonInValue, from, to) }
        return to
    }
}
