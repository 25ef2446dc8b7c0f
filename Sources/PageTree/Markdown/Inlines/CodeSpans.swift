import SourceText

/// Where runs of backticks of each length were last seen, so that no run is searched for twice.
struct BacktickRuns {
    static let longest = 80
    private var last = [Int](repeating: -1, count: BacktickRuns.longest + 1)
    private var isComplete = false

    mutating func forget() {
        guard isComplete else { return }
        isComplete = false
        var length = 0
        while length < last.count {
            last[length] = -1
            length += 1
        }
    }

    /// Start of the run of the same length that closes a code span.
    mutating func closer(
        _ bytes: UnsafeBufferPointer<UInt8>, of length: Int, from start: Int, before end: Int
    ) -> Int? {
        guard length <= BacktickRuns.longest else { return nil }
        if isComplete, last[length] < start { return nil }
        var index = start
        while index < end {
            guard bytes[index] == 0x60 else {
                index += 1
                continue
            }
            let run = index
            while index < end, bytes[index] == 0x60 { index += 1 }
            if index - run == length { return run }
            if !isComplete, index - run <= BacktickRuns.longest { last[index - run] = run }
        }
        isComplete = true
        return nil
    }
}

extension InlineReader {
    mutating func scanCode() {
        let start = index
        var open = start
        while open < end, bytes[open] == 0x60 { open += 1 }
        guard
            let close = backticks.closer(bytes, of: open - start, from: open, before: end)
        else {
            index = open
            return
        }
        add(.code, from: start, to: close + open - start, payload: open - start)
    }

    /// Writes a code span: text between line ends, one space stripped at either side.
    mutating func emitCode(_ token: Token, to parent: Int) {
        let node = tree.append(.codeSpan, range(Int(token.start), Int(token.end)), to: parent)
        var start = Int(token.start) + Int(token.payload)
        var close = Int(token.end) - Int(token.payload)
        if isStrippable(start, close) {
            start += 1
            close -= 1
            // A line end that is stripped takes the next line's indentation along.
            if isWhite(bytes[start - 1]), bytes[start - 1] != 0x20 {
                while start < close, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
            }
        }
        emitCodeText(start, close, to: node)
    }

    private func isStrippable(_ start: Int, _ close: Int) -> Bool {
        guard close - start >= 2, isCodeSpace(bytes[start]), isCodeSpace(bytes[close - 1]) else {
            return false
        }
        var index = start
        while index < close {
            if !isCodeSpace(bytes[index]) { return true }
            index += 1
        }
        return false
    }

    private func isCodeSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D
    }

    private mutating func emitCodeText(_ start: Int, _ close: Int, to node: Int) {
        var textStart = start
        var index = start
        while index < close {
            let byte = bytes[index]
            let isPipe = isCell && byte == 0x5C && index + 1 < close && bytes[index + 1] == 0x7C
            guard byte == 0x0A || byte == 0x0D || isPipe else {
                index += 1
                continue
            }
            appendText(textStart, index, to: node)
            let isPair = isPipe || byte == 0x0D && index + 1 < close && bytes[index + 1] == 0x0A
            let next = index + (isPair ? 2 : 1)
            tree.append(isPipe ? .escape : .softBreak, range(index, next), to: node)
            index = next
            if !isPipe {
                while index < close, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
            }
            textStart = index
        }
        appendText(textStart, close, to: node)
    }
}
