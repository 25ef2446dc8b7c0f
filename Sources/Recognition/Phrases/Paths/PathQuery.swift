extension PathReader {
    /// Sentence marks behind a path are not part of it; a slash is.
    mutating func trimPunctuation(from start: Int) {
        while let last = literal.last,
            last == 0x2E || last == 0x2C || last == 0x3B || last == 0x3A
                || last == 0x21 || last == 0x29
        {
            literal.removeLast()
            if index > start { index -= 1 }
        }
    }

    mutating func flushLiteral() {
        guard !literal.isEmpty else { return }
        parts.append(.literal(String(decoding: literal, as: UTF8.self)))
        literal = []
    }

    /// `?fields=string&$skip=int`; brackets and entities of the separator are tolerated.
    mutating func readQuery() {
        index += 1
        while index < bytes.count {
            let start = index
            var equals: Int?
            while index < bytes.count, !endsQueryItem(index, hasValue: equals != nil) {
                if bytes[index] == 0x3D, equals == nil { equals = index }
                if bytes[index] == 0x3C || bytes[index] == 0x7B { skipBracketInQuery() }
                index += 1
            }
            appendQueryItem(start, equals)
            guard index < bytes.count, bytes[index] == 0x26 else { break }
            index += starts(with: "&amp;", at: index) ? 5 : 1
        }
    }

    private mutating func skipBracketInQuery() {
        let closing: UInt8 = bytes[index] == 0x3C ? 0x3E : 0x7D
        var end = index + 1
        while end < bytes.count, end < index + 60, bytes[end] != closing, bytes[end] != 0x0A {
            end += 1
        }
        if end < bytes.count, bytes[end] == closing { index = end }
    }

    private func endsQueryItem(_ position: Int, hasValue: Bool) -> Bool {
        switch bytes[position] {
        case 0x26: return !(starts(with: "&lt", at: position) || starts(with: "&gt", at: position))
        case 0x20, 0x09, 0x0A, 0x0D, 0x60, 0x22, 0x27, 0x23: return true
        // `ids[]`, `filter[name]`: a bracket that the name itself opened.
        case 0x5D: return !hasValue && !closesBracket(position)
        default: return false
        }
    }

    /// Whether a bracket closes one that stands behind a letter of the same name.
    private func closesBracket(_ position: Int) -> Bool {
        let limit = max(0, position - 80)
        var open = position
        while open > limit, bytes[open] != 0x5B, bytes[open] != 0x26, bytes[open] != 0x3F {
            open -= 1
        }
        return open > 0 && bytes[open] == 0x5B
            && (isWordByte(bytes[open - 1]) || bytes[open - 1] == 0x5D)
    }

    private mutating func appendQueryItem(_ start: Int, _ equals: Int?) {
        var nameStart = start
        var nameEnd = equals ?? index
        // `?{query_parameter}={value}` and `?{parameters}` stand for any parameter and name none.
        if let equals, equals > start, bytes[start] == 0x7B, bytes[equals - 1] == 0x7D { return }
        if equals == nil, bytes[start] == 0x7B || bytes[start] == 0x3C, isAnyParameter(start) {
            return
        }
        while nameStart < nameEnd,
            bytes[nameStart] == 0x5B || bytes[nameStart] == 0x7B
                || bytes[nameStart] == 0x3C
        {
            nameStart += 1
        }
        if equals == nil {
            while nameEnd > nameStart, isQueryTail(bytes[nameEnd - 1]),
                bytes[nameEnd - 1] != 0x5D || !closesBracket(nameEnd - 1)
            {
                nameEnd -= 1
            }
        }
        guard nameEnd > nameStart else { return }
        var value: String?
        if let equals {
            var end = index
            while end > equals + 1, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2C { end -= 1 }
            // `limit=(int)`.
            end = endOfValue(equals + 1, end)
            let isBracketed =
                end > equals + 2 && bytes[equals + 1] == 0x28 && bytes[end - 1] == 0x29
            value = isBracketed ? string(equals + 2, end - 1) : string(equals + 1, end)
        }
        query.append(PathPhrase.QueryItem(name: string(nameStart, nameEnd), value: value))
    }

    /// Where a value ends before brackets that the query opened: `1` of `page=1][`.
    private func endOfValue(_ start: Int, _ end: Int) -> Int {
        var end = end
        if end > start, bytes[end - 1] == 0x5B { end -= 1 }
        let depth = bytes[start..<end].reduce(0) { depth, byte in
            depth + (byte == 0x5B ? 1 : byte == 0x5D ? -1 : 0)
        }
        for _ in 0..<max(0, -depth) where end > start && bytes[end - 1] == 0x5D { end -= 1 }
        return end
    }

    /// `{query_parameter}`, `<filters>`.
    private func isAnyParameter(_ start: Int) -> Bool {
        let words = words(of: string(start, index))
        let names = ["query", "string", "parameter", "parameters", "params", "filters", "options"]
        return words != ["query"] && words.allSatisfy { names.contains($0) }
    }

    private func isQueryTail(_ byte: UInt8) -> Bool {
        byte == 0x2E || byte == 0x2C || byte == 0x7D || byte == 0x3E || byte == 0x5D
    }

    func starts(with text: String, at position: Int) -> Bool {
        var offset = position
        for byte in text.utf8 {
            guard offset < bytes.count, bytes[offset] == byte else { return false }
            offset += 1
        }
        return true
    }

    func string(_ start: Int, _ end: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }

    func lower(_ start: Int, _ end: Int) -> String {
        lowercasedText(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
}
