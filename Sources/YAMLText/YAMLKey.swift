import SourceText

/// Implicit keys: a scalar on one line before a colon.
extension YAMLReader {
    /// Where the key that begins here ends, if a key begins here; blanks and a colon follow.
    func keyEnd() -> Int? {
        switch byte {
        case 0x22, 0x27:
            guard let close = closingQuote() else { return nil }
            var index = close
            while index < end, Self.isBlank(bytes[index]) { index += 1 }
            return isColon(at: index) ? close : nil
        default:
            return plainKeyEnd()
        }
    }

    /// A colon that ends a key: a blank or the line's end follows.
    func isColon(at index: Int) -> Bool {
        guard index < end, bytes[index] == 0x3A else { return false }
        return index + 1 >= end || Self.isBlank(bytes[index + 1])
    }

    func plainKeyEnd() -> Int? {
        var index = at
        while index < end {
            let byte = bytes[index]
            if byte == 0x3A, isColon(at: index) { break }
            if byte == 0x23, index > at, Self.isBlank(bytes[index - 1]) { return nil }
            index += 1
        }
        guard index < end else { return nil }
        while index > at, Self.isBlank(bytes[index - 1]) { index -= 1 }
        return index
    }

    /// One past the quote that closes the scalar at this place, if it is on this line.
    private func closingQuote() -> Int? {
        let quote = byte
        var index = at + 1
        while index < end {
            let byte = bytes[index]
            if byte == 0x5C, quote == 0x22 {
                index += 2
                continue
            }
            if byte == quote {
                guard quote == 0x27, index + 1 < end, bytes[index + 1] == quote else {
                    return index + 1
                }
                index += 1
            }
            index += 1
        }
        return nil
    }

    /// The text of the key that ends at the place given; the reader then stands there.
    mutating func readKey(to keyEnd: Int) -> String {
        if byte == 0x22 || byte == 0x27 {
            return readQuoted(parent: -1).text
        }
        if byte == 0x40 || byte == 0x60 || byte == 0x25 {
            note(.reservedCharacter, at, at + 1)
        }
        let key = text(at, keyEnd)
        at = keyEnd
        return key
    }

    /// Says which keys of a mapping are there twice, with the place of the first.
    mutating func noteDuplicates(_ entries: [YAMLValue.Entry]) {
        guard entries.count > 16 || isAnyTwice(entries) else { return }
        var places: [String: ByteRange] = [:]
        places.reserveCapacity(entries.count)
        for entry in entries {
            guard let first = places[entry.key] else {
                places[entry.key] = entry.keyRange
                continue
            }
            let problem = YAMLProblem.duplicateKey
            notes.append(
                Diagnostic(
                    .warning, problem.rawValue, problem.message(about: entry.key),
                    at: SourceSpan(file, entry.keyRange),
                    notes: [Diagnostic.Note("the first is here", SourceSpan(file, first))]))
        }
    }

    /// Compares each key with each, which is the fastest for the few keys of most mappings.
    private func isAnyTwice(_ entries: [YAMLValue.Entry]) -> Bool {
        var last = 1
        while last < entries.count {
            var first = 0
            while first < last {
                if entries[first].key == entries[last].key { return true }
                first += 1
            }
            last += 1
        }
        return false
    }

    func featureName(_ indicator: UInt8) -> String {
        switch indicator {
        case 0x26: "the anchor '\(word())'"
        case 0x2A: "the alias '\(word())'"
        default: "the tag '\(word())'"
        }
    }

    /// The text up to the next blank, for messages.
    private func word() -> String {
        var index = at
        while index < end, index < at + 40, !Self.isBlank(bytes[index]) { index += 1 }
        return text(at, index)
    }
}
