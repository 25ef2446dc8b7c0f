/// A name, a string literal or a mark of program text; comments are left out.
struct CodeToken {
    enum Kind {
        case name, string, mark
    }

    let kind: Kind
    /// With quotes.
    let range: Range<Int>
    /// Without quotes; equal to `range` for names and marks.
    let content: Range<Int>
}

/// Program text as tokens, near enough for every language with C-like strings.
struct CodeText {
    let bytes: UnsafeBufferPointer<UInt8>
    let tokens: [CodeToken]
    /// For every opening bracket the index of its closing one, else zero.
    private let closings: [Int]

    init(_ bytes: UnsafeBufferPointer<UInt8>, usesHash: Bool) {
        self.bytes = bytes
        tokens = codeTokens(bytes, usesHash: usesHash)
        closings = matchedBrackets(tokens, bytes)
    }

    func text(_ index: Int) -> String {
        guard index >= 0, index < tokens.count else { return "" }
        return string(tokens[index].content)
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    func isMark(_ character: Unicode.Scalar, _ index: Int) -> Bool {
        guard index >= 0, index < tokens.count, tokens[index].kind == .mark else { return false }
        return UInt32(bytes[tokens[index].range.lowerBound]) == character.value
    }

    func isName(_ name: StaticString, _ index: Int) -> Bool {
        guard index >= 0, index < tokens.count, tokens[index].kind == .name else { return false }
        return equals(tokens[index].content, name)
    }

    func isString(_ index: Int) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].kind == .string
    }

    /// A name or a string with this spelling: keys of objects come both ways.
    func isKey(_ name: StaticString, _ index: Int) -> Bool {
        guard index >= 0, index < tokens.count, tokens[index].kind != .mark else { return false }
        return equals(tokens[index].content, name)
    }

    private func equals(_ range: Range<Int>, _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        var offset = 0
        while offset < range.count {
            if bytes[range.lowerBound + offset] != name.utf8Start[offset] { return false }
            offset += 1
        }
        return true
    }

    /// The index of the bracket that closes the one at `start`.
    func closing(_ start: Int) -> Int? {
        start >= 0 && start < closings.count && closings[start] > start ? closings[start] : nil
    }

    /// The content of a string literal with its escapes taken away.
    func unescapedString(_ index: Int) -> (bytes: [UInt8], isVerbatim: Bool) {
        let range = tokens[index].content
        var result: [UInt8] = []
        var isVerbatim = true
        var position = range.lowerBound
        while position < range.upperBound {
            if bytes[position] == 0x5C, position + 1 < range.upperBound {
                isVerbatim = false
                result.append(unescaped(bytes[position + 1]))
                position += 2
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return (result, isVerbatim)
    }
}

private func matchedBrackets(
    _ tokens: [CodeToken], _ bytes: UnsafeBufferPointer<UInt8>
) -> [Int] {
    var closings = [Int](repeating: 0, count: tokens.count)
    var open: [Int] = []
    for (index, token) in tokens.enumerated() where token.kind == .mark {
        switch bytes[token.range.lowerBound] {
        case 0x28, 0x5B, 0x7B: open.append(index)
        case 0x29, 0x5D, 0x7D:
            if let start = open.popLast() { closings[start] = index }
        default: break
        }
    }
    return closings
}

private func codeTokens(_ bytes: UnsafeBufferPointer<UInt8>, usesHash: Bool) -> [CodeToken] {
    var tokens: [CodeToken] = []
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        if byte <= 0x20 {
            index += 1
        } else if let end = commentEnd(bytes, at: index, usesHash: usesHash) {
            index = end
        } else if byte == 0x22 || byte == 0x27 || byte == 0x60 {
            let token = stringLiteral(bytes, at: index)
            tokens.append(token)
            index = token.range.upperBound
        } else if isWordByte(byte) || byte == 0x24 || byte == 0x40 {
            var end = index + 1
            while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
            tokens.append(CodeToken(kind: .name, range: index..<end, content: index..<end))
            index = end
        } else {
            tokens.append(
                CodeToken(kind: .mark, range: index..<(index + 1), content: index..<(index + 1)))
            index += 1
        }
    }
    return tokens
}

private func commentEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, usesHash: Bool
) -> Int? {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if bytes[index] == 0x2F, next == 0x2A {
        var end = index + 2
        while end + 1 < bytes.count, bytes[end] != 0x2A || bytes[end + 1] != 0x2F { end += 1 }
        return min(end + 2, bytes.count)
    }
    guard bytes[index] == 0x2F && next == 0x2F && !usesHash || bytes[index] == 0x23 && usesHash
    else {
        return nil
    }
    var end = index
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
}

/// `'…'`, `"…"`, template literals, and Python's triple quotes; a line end closes a broken one.
private func stringLiteral(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> CodeToken {
    let quote = bytes[start]
    let isTriple =
        quote != 0x60 && start + 2 < bytes.count && bytes[start + 1] == quote
        && bytes[start + 2] == quote
    let from = start + (isTriple ? 3 : 1)
    var end = from
    while end < bytes.count {
        if bytes[end] == 0x5C {
            end += 2
            continue
        }
        if bytes[end] == quote {
            guard isTriple else { break }
            if end + 2 < bytes.count, bytes[end + 1] == quote, bytes[end + 2] == quote { break }
        }
        // Samples show bodies as quoted text over several lines, which no compiler would take.
        end += 1
    }
    end = min(end, bytes.count)
    let close = min(end + (isTriple ? 3 : 1), bytes.count)
    return CodeToken(kind: .string, range: start..<max(close, end), content: from..<max(end, from))
}
