import SourceText

/// Reads a sample as pages write JSON, over lines of a page, so that every place is kept.
///
/// Never fails: what cannot be read is `failure`, and what was read before it is still there.
/// Time is linear in the text, and nesting has a limit.
package func readJSON(_ lines: [LineSlice], of source: SourceFile) -> JSONDocument {
    source.bytes.withUnsafeBufferPointer { bytes in
        lines.withUnsafeBufferPointer { lines in
            guard let base = bytes.baseAddress, let firstLine = lines.baseAddress else {
                return emptyDocument()
            }
            var reader = JSONReader(
                bytes: base, count: bytes.count, lines: firstLine, lineCount: lines.count)
            reader.readDocument()
            return reader.document
        }
    }
}

/// Reads a whole file.
package func readJSON(_ source: SourceFile) -> JSONDocument {
    readJSON(source.lines(), of: source)
}

private func emptyDocument() -> JSONDocument {
    var document = JSONDocument()
    document.failure = JSONDocument.Repair(.unreadable, .empty, "there is no text")
    return document
}

extension JSONReader {
    /// Heads and values in any order, as a fence may show a request above its response.
    mutating func readDocument() {
        skipByteOrderMark()
        while !hasFailed {
            skipTrivia()
            comments.removeAll()
            guard !isAtEnd, !hasFailed else { break }
            if readHead() || skipGuard() { continue }
            if skipStrayBracket() { continue }
            readTopValue()
        }
        if document.values.isEmpty, document.heads.isEmpty { fail("there is no value") }
    }

    private mutating func skipByteOrderMark() {
        if byte == 0xEF, byte(1) == 0xBB, byte(2) == 0xBF { at += 3 }
    }

    /// `)]}'` in front of a body, which some services send so that no browser runs it.
    private mutating func skipGuard() -> Bool {
        guard has(")]}'"), document.values.isEmpty else { return false }
        repair(.guardPrefix, at, at + 4)
        at += 4
        if byte == 0x2C { at += 1 }
        return true
    }

    /// A closing bracket or comma between values.
    private mutating func skipStrayBracket() -> Bool {
        guard byte == 0x7D || byte == 0x5D || byte == 0x2C else { return false }
        repair(byte == 0x2C ? .trailingComma : .extraBracket, at, at + 1)
        at += 1
        return true
    }

    private mutating func readTopValue() {
        let from = at
        guard canBeginTopValue() else {
            rejectSameLine()
            fail("'\(text(from, min(end, from + 40)))' begins no JSON value")
            return
        }
        // A template's tag below a value is no second one.
        if !document.values.isEmpty, !isAtTemplate {
            repair(.severalDocuments, from, min(from + 1, end))
        }
        var value = readValue()
        if isText(value), !hasFailed {
            skipTrivia()
            if byte == 0x3A, !isAtEnd { value = readBraceless(value) }
        }
        if !hasFailed || holdsMembers(value) { document.values.append(value) }
    }

    /// Prose can begin like JSON: `[note] see below`, `"quoted" words`. A value that shares its
    /// line with something that is none is taken back, unless it has members to show for it.
    private mutating func rejectSameLine() {
        guard let last = document.values.last, Int(last.range.end) > start, !holdsMembers(last)
        else { return }
        document.values.removeLast()
    }

    private func holdsMembers(_ value: JSONValue) -> Bool {
        switch value.node {
        case .object(let members): !members.isEmpty
        case .array(let items): items.contains { holdsMembers($0) }
        default: false
        }
    }

    private func isText(_ value: JSONValue) -> Bool {
        if case .string = value.node { return true }
        return false
    }

    /// What begins a value where no bracket says that this is JSON.
    private func canBeginTopValue() -> Bool {
        switch byte {
        case 0x7B, 0x5B, 0x22: return true
        case 0x27: return byte(1) != 0x0A
        case 0x30...0x39: return isNumberToEnd()
        case 0x2D: return Self.isDigit(byte(1)) && isNumberToEnd()
        case 0x3C: return byte(1) == 0x25
        case 0x2E: return has("...")
        case 0xE2: return isAtEllipsis || isAtSmartQuote
        case 0x74: return isLiteralToEnd("true")
        case 0x66: return isLiteralToEnd("false")
        case 0x6E: return isLiteralToEnd("null")
        default: return false
        }
    }

    private func isLiteralToEnd(_ literal: StaticString) -> Bool {
        guard has(literal) else { return false }
        return isBlankToEnd(from: at + literal.utf8CodeUnitCount)
    }

    private func isNumberToEnd() -> Bool {
        var index = at
        while index < end, !Self.isBlank(bytes[index]) {
            if Self.isLetter(bytes[index]), bytes[index] | 0x20 != 0x65 { return false }
            index += 1
        }
        return isBlankToEnd(from: index)
    }

    private func isBlankToEnd(from first: Int) -> Bool {
        var index = first
        while index < end, Self.isBlank(bytes[index]) { index += 1 }
        return index == end
    }
}
