/// A word of a command line, its quotes and escapes taken away.
struct ShellWord {
    let bytes: [UInt8]
    let range: Range<Int>
    /// Where the content stands if nothing had to be changed inside the quotes.
    let verbatim: Range<Int>?
    let isQuoted: Bool

    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// The words of one command, to its end: a line without a continuation, `|`, `;` or `&&`.
///
/// Pages lose line breaks and add blanks behind backslashes, so a backslash before white space
/// continues the line, and so does a next line that is indented and begins with a flag.
func shellWords(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (
    words: [ShellWord], end: Int
) {
    var reader = ShellReader(bytes: bytes, index: start)
    var words: [ShellWord] = []
    while let word = reader.next() { words.append(word) }
    return (words, reader.index)
}

private struct ShellReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int

    mutating func next() -> ShellWord? {
        guard skipBlanks() else { return nil }
        let start = index
        var content: [UInt8] = []
        var verbatim: Range<Int>?
        var pieces = 0
        var isQuoted = false
        while index < bytes.count, !endsWord(bytes[index]) {
            pieces += 1
            let from = index
            switch bytes[index] {
            case 0x27:
                verbatim = readSingleQuoted(&content)
                isQuoted = true
            case 0x22:
                verbatim = readDoubleQuoted(&content)
                isQuoted = true
            case 0x24 where index + 1 < bytes.count && bytes[index + 1] == 0x27:
                index += 1
                verbatim = readEscapedQuoted(&content)
                isQuoted = true
            case 0x5C:
                guard index + 1 < bytes.count, !isWhite(bytes[index + 1]) else {
                    index += 1
                    break
                }
                content.append(bytes[index + 1])
                index += 2
            default:
                content.append(bytes[index])
                index += 1
            }
            if !isQuoted { verbatim = start..<index }
            if index == from { index += 1 }
        }
        let isWhole = isQuoted ? pieces == 1 : verbatim?.count == content.count
        return ShellWord(
            bytes: content, range: start..<index, verbatim: isWhole ? verbatim : nil,
            isQuoted: isQuoted)
    }

    /// Moves to the next word of the command; false at the command's end.
    private mutating func skipBlanks() -> Bool {
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x09 || byte == 0x0D {
                index += 1
            } else if byte == 0x5C, index + 1 >= bytes.count || isWhite(bytes[index + 1]) {
                index += 1
                while index < bytes.count, isWhite(bytes[index]) { index += 1 }
            } else if byte == 0x0A {
                guard continuesByFlag(after: index) else { return false }
                index += 1
            } else {
                return byte != 0x7C && byte != 0x3B && !(byte == 0x26)
            }
        }
        return false
    }

    private func continuesByFlag(after newline: Int) -> Bool {
        var position = newline + 1
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
            position += 1
        }
        return position > newline + 1 && position + 1 < bytes.count && bytes[position] == 0x2D
            && bytes[position + 1] != 0x20
    }

    private func endsWord(_ byte: UInt8) -> Bool { isWhite(byte) || byte == 0x7C || byte == 0x3B }

    private func isWhite(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private mutating func readSingleQuoted(_ content: inout [UInt8]) -> Range<Int> {
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != 0x27 { index += 1 }
        content.append(contentsOf: bytes[start..<index])
        let range = start..<index
        if index < bytes.count { index += 1 }
        return range
    }

    private mutating func readDoubleQuoted(_ content: inout [UInt8]) -> Range<Int>? {
        let start = index + 1
        var isVerbatim = true
        index = start
        while index < bytes.count, bytes[index] != 0x22 {
            if bytes[index] == 0x5C, index + 1 < bytes.count {
                let next = bytes[index + 1]
                if next == 0x22 || next == 0x5C || next == 0x24 || next == 0x60 || next == 0x0A {
                    isVerbatim = false
                    if next != 0x0A { content.append(next) }
                    index += 2
                    continue
                }
            }
            content.append(bytes[index])
            index += 1
        }
        let range = start..<index
        if index < bytes.count { index += 1 }
        return isVerbatim ? range : nil
    }

    /// `$'…'`: a backslash before a quote or a letter of the C escapes is taken away.
    private mutating func readEscapedQuoted(_ content: inout [UInt8]) -> Range<Int>? {
        let start = index + 1
        var isVerbatim = true
        index = start
        while index < bytes.count, bytes[index] != 0x27 {
            if bytes[index] == 0x5C, index + 1 < bytes.count {
                isVerbatim = false
                content.append(unescaped(bytes[index + 1]))
                index += 2
            } else {
                content.append(bytes[index])
                index += 1
            }
        }
        let range = start..<index
        if index < bytes.count { index += 1 }
        return isVerbatim ? range : nil
    }
}

/// The byte that a C-like escape letter stands for.
func unescaped(_ letter: UInt8) -> UInt8 {
    switch letter {
    case 0x6E: return 0x0A
    case 0x74: return 0x09
    case 0x72: return 0x0D
    default: return letter
    }
}
