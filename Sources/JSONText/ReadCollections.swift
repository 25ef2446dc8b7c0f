import SourceText

/// Arrays and objects, and the brackets people forget.
extension JSONReader {
    mutating func readCollection() -> JSONValue {
        guard depth < Self.depthLimit else {
            fail("brackets are nested deeper than \(Self.depthLimit)")
            return JSONValue(.elision, ByteRange(at, at))
        }
        depth += 1
        defer { depth -= 1 }
        return byte == 0x7B ? readObject() : readArray(closer: 0x5D)
    }

    // MARK: Arrays

    /// An array; `closer` is `}` where braces stand around bare values.
    mutating func readArray(closer: UInt8) -> JSONValue {
        let from = at
        at += 1
        var items: [JSONValue] = []
        var comma: Int?
        while skipToNext() {
            let itemStart = at
            var item = readValue()
            if hasFailed {
                items.append(item)
                break
            }
            skipTrivia()
            if byte == 0x3A, !isAtEnd, case .string = item.node { item = readBracelessItem(item) }
            items.append(item)
            // A reader that stands still would never end.
            if at == itemStart, !hasFailed { fail("'\(text(at, min(end, at + 20)))' is no value") }
            endItem(item, comma: &comma)
        }
        close(closer, comma: comma)
        comments.removeAll()
        return JSONValue(.array(items), ByteRange(from, max(from, at)))
    }

    /// Members among the items: an object whose opening brace is missing, and perhaps only that.
    private mutating func readBracelessItem(_ key: JSONValue) -> JSONValue {
        let object = readBraceless(key)
        guard !hasFailed, byte == 0x7D, !isAtEnd, openers() < 0 else { return object }
        at += 1
        return JSONValue(object.node, ByteRange(Int(object.range.start), at))
    }

    /// Goes to the next item; false before a closing bracket, at the end and after a failure.
    mutating func skipToNext() -> Bool {
        while !hasFailed {
            skipTrivia()
            guard !isAtEnd, byte != 0x5D, byte != 0x7D else { return false }
            guard byte == 0x2C else { return true }
            repair(.doubleComma, at, at + 1)
            at += 1
        }
        return false
    }

    /// Behind an item: a comma, or a note that there is none.
    mutating func endItem(_ item: JSONValue, comma: inout Int?) {
        comma = nil
        skipTrivia()
        if !hasFailed, !isAtEnd, byte == 0x7C { skipOtherTypes() }
        guard !hasFailed, !isAtEnd, byte != 0x5D, byte != 0x7D else { return }
        if byte == 0x2C {
            comma = at
            at += 1
        } else if item.node != .elision, !isAtEllipsis, !has("...") {
            repair(.missingComma, at, min(at + 1, end))
        }
    }

    /// `[track] | [album]`: what else may stand here is a notation, and no member.
    private mutating func skipOtherTypes() {
        let from = at
        skipAnnotated()
        repair(.bareWord, from, at)
    }

    // MARK: Closing brackets

    /// Takes the closing bracket, or decides who closes here if it is another one.
    mutating func close(_ closer: UInt8, comma: Int?) {
        guard !hasFailed else { return }
        guard !isAtEnd else {
            if document.repairs.last?.kind != .truncated { repair(.truncated, at, at) }
            return
        }
        if let comma { repair(.trailingComma, comma, comma + 1) }
        if byte != closer {
            repair(.mismatchedBracket, at, at + 1)
            // With as many closers as openers, this one was meant to close here. With fewer, the
            // right one is missing and this one belongs further out.
            if openers() > 0 { return }
        }
        at += 1
    }

    private mutating func openers() -> Int {
        if let balance { return balance }
        let counted = countOpeners()
        balance = counted
        return counted
    }

    private func countOpeners() -> Int {
        var open = 0
        var line = 0
        while line < lineCount {
            var index = min(Int(lines[line].start), count)
            let end = min(Int(lines[line].end), count)
            var isQuoted = false
            while index < end {
                switch bytes[index] {
                case 0x22: isQuoted.toggle()
                case 0x5C: index += 1
                case 0x7B, 0x5B: if !isQuoted { open += 1 }
                case 0x7D, 0x5D: if !isQuoted { open -= 1 }
                default: break
                }
                index += 1
            }
            line += 1
        }
        return open
    }
}
