import SourceText

/// What a line and those below it look like.
enum FlattenedShape {
    /// Rows of cells between bars.
    case table(last: Int)
    /// A table with one cell a line, its header first.
    case cells(columns: Int, last: Int)
    /// Brackets that balance, or lines joined by backslashes.
    case code(last: Int)
    /// A word in capitals and a path.
    case path
    case line
}

extension FlattenedReader {
    mutating func shape(at index: Int) -> FlattenedShape {
        if let last = codeEnd(at: index) { return .code(last: last) }
        if isPath(index) { return .path }
        if let last = tableEnd(at: index) { return .table(last: last) }
        let columns = headerRun(at: index)
        if columns > 1 { return .cells(columns: columns, last: cellsEnd(index, columns)) }
        return .line
    }

    /// A heading is short, ends without punctuation and stands before something it names.
    mutating func headingLevel(at index: Int, isFirst: Bool) -> UInt8? {
        guard isLabel(index) else { return nil }
        let following = next(from: index + 1)
        guard following < lines.count else { return isFirst ? 1 : nil }
        if isFirst { return 1 }
        switch shape(at: following) {
        case .path: return 2
        case .table, .cells, .code: return isDeep ? 3 : 2
        case .line where isSentence(following) && leadsToPath(following): return 2
        case .line:
            guard isLabel(following) else {
                return isSentence(following) ? (isDeep ? 3 : 2) : nil
            }
            let second = next(from: following + 1)
            guard second < lines.count else { return nil }
            switch shape(at: second) {
            case .path: return 1
            case .table, .cells, .code: return isDeep ? 3 : 2
            case .line: return nil
            }
        }
    }

    /// Whether headings over paths divide the page: what else is titled is a part of an operation.
    private var isDeep: Bool { paths > 1 }

    /// Whether nothing but a few sentences stands from here to a path.
    private func leadsToPath(_ index: Int) -> Bool {
        var index = index
        for _ in 0..<4 {
            guard index < lines.count else { return false }
            if isPath(index) { return true }
            guard isSentence(index) else { return false }
            index = next(from: index + 1)
        }
        return false
    }

    private func isLabel(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.end - line.text <= 72, !holds(0x7C, line) else { return false }
        switch bytes[line.end - 1] {
        case 0x2E, 0x2C, 0x3B, 0x21, 0x3F, 0x7B, 0x5B, 0x5C: return false
        default: return isWordStart(bytes[line.text])
        }
    }

    private func isWordStart(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte >= 0x80 || byte == 0x2F || byte == 0x5F || byte == 0x24
    }

    private func isSentence(_ index: Int) -> Bool {
        let line = lines[index]
        return bytes[line.end - 1] == 0x2E || line.end - line.text > 72
    }

    func holds(_ byte: UInt8, _ line: RSTLine) -> Bool {
        var index = line.text
        while index < line.end {
            if bytes[index] == byte { return true }
            index += 1
        }
        return false
    }

    /// `GET /path`, `POST https://host/path`, `PUT <address>/path`.
    func isPath(_ index: Int) -> Bool {
        let line = lines[index]
        var end = line.text
        while end < line.end, bytes[end] >= 0x41, bytes[end] <= 0x5A { end += 1 }
        guard end - line.text >= 3, end - line.text <= 8, end + 1 < line.end, bytes[end] == 0x20
        else { return false }
        let first = bytes[end + 1]
        if first == 0x2F || first == 0x3C || first == 0x7B { return holds(0x2F, line) }
        var index = end + 1
        while index < line.end, bytes[index] != 0x20 {
            if bytes[index] == 0x2F { return true }
            index += 1
        }
        return false
    }

    /// Where code ends that begins here: brackets balanced, or a last line without a backslash.
    private mutating func codeEnd(at index: Int) -> Int? {
        let line = lines[index]
        if bytes[line.end - 1] == 0x5C {
            var last = index
            while last < lines.count, !lines[last].isBlank, bytes[lines[last].end - 1] == 0x5C {
                last += 1
            }
            return min(last + 1, lines.count)
        }
        if isMessageHead(line) { return messageEnd(index) }
        guard bytes[line.text] == 0x7B || bytes[line.text] == 0x5B, opensBody(line) else {
            return nil
        }
        return balancedEnd(index)
    }

    /// `HTTP/1.1 201 Created`.
    private func isMessageHead(_ line: RSTLine) -> Bool {
        let head: StaticString = "HTTP/"
        guard line.end - line.text >= 12, !holds(0x7C, line) else { return false }
        for index in 0..<5 where bytes[line.text + index] != head.utf8Start[index] { return false }
        return isDigit(bytes[line.text + 5])
    }

    /// Behind the headers, and behind the body if one follows.
    private mutating func messageEnd(_ start: Int) -> Int {
        var index = start + 1
        while index < lines.count, !lines[index].isBlank, holds(0x3A, lines[index]) { index += 1 }
        let body = next(from: index)
        guard body < lines.count, body - index <= 1,
            bytes[lines[body].text] == 0x7B
                || bytes[lines[body].text] == 0x5B, opensBody(lines[body])
        else { return index }
        return balancedEnd(body)
    }

    /// Whether a bracket begins a value and not a remark: `{`, `{ "a"`, `[{`, `[1, 2]`.
    private func opensBody(_ line: RSTLine) -> Bool {
        var index = line.text + 1
        while index < line.end, bytes[index] == 0x20 { index += 1 }
        guard index < line.end else { return true }
        switch bytes[index] {
        case 0x22, 0x27, 0x7B, 0x5B, 0x7D, 0x5D, 0x2E, 0x2F: return true
        default:
            let last = bytes[line.end - 1]
            if bytes[line.text] == 0x7B { return holds(0x3A, line) || last == 0x7D || last == 0x2C }
            return last == 0x5D || last == 0x2C
        }
    }

    /// The line behind the bracket that closes the first; without one, the next blank line.
    private mutating func balancedEnd(_ start: Int) -> Int {
        var depth = 0
        var index = start
        while index < lines.count, budget > 0 {
            let line = lines[index]
            budget -= line.end - line.text + 1
            var place = line.text
            while place < line.end {
                switch bytes[place] {
                case 0x22: place = stringEnd(place, line.end)
                case 0x7B, 0x5B: depth += 1
                case 0x7D, 0x5D: depth -= 1
                default: break
                }
                place += 1
            }
            index += 1
            if depth <= 0 { return index }
        }
        index = start
        while index < lines.count, !lines[index].isBlank { index += 1 }
        return index
    }

    private func stringEnd(_ start: Int, _ end: Int) -> Int {
        var index = start + 1
        while index < end, bytes[index] != 0x22 {
            index += bytes[index] == 0x5C ? 2 : 1
        }
        return index
    }
}
