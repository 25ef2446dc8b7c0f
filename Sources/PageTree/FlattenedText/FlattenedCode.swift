import SourceText

/// Code of a page whose markup is lost: samples of calls, messages, bodies, programs.
extension FlattenedReader {
    /// Where code ends that begins here, nil where none does.
    mutating func codeEnd(at index: Int) -> Int? {
        let line = lines[index]
        if isMessageHead(line) { return messageEnd(index) }
        if bytes[line.end - 1] == 0x5C || isCall(line) { return callEnd(index) }
        if bytes[line.text] == 0x7B || bytes[line.text] == 0x5B, opensBody(line) {
            return balancedEnd(index)
        }
        return isText(line) ? index + 1 : programEnd(at: index)
    }

    /// `"pending"`: a sample that is one text.
    private func isText(_ line: RSTLine) -> Bool {
        bytes[line.text] == 0x22 && stringEnd(line.text, line.end) == line.end - 1
    }

    /// `curl …`, `$ curl …`.
    private func isCall(_ line: RSTLine) -> Bool {
        let start = begins(line, "$ ") ? line.text + 2 : line.text
        return begins(line, "curl ", at: start) && (holds(0x2F, line) || holds(0x2D, line))
    }

    /// Behind the first line without a backslash; a body in quotes goes on to its closing quote.
    private func callEnd(_ start: Int) -> Int {
        var index = start
        var isQuoted = false
        while index < lines.count, index - start < 200 {
            let line = lines[index]
            if line.isBlank, !isQuoted { return index }
            var place = line.text
            while place < line.end {
                if bytes[place] == 0x27 { isQuoted.toggle() }
                place += 1
            }
            index += 1
            if !isQuoted, line.isBlank || bytes[line.end - 1] != 0x5C { return index }
        }
        return isQuoted ? start + 1 : index
    }

    /// `HTTP/1.1 201 Created`, `GET /path HTTP/1.1`.
    private func isMessageHead(_ line: RSTLine) -> Bool {
        guard line.end - line.text >= 12, !holds(0x7C, line) else { return false }
        if begins(line, "HTTP/") { return isDigit(bytes[line.text + 5]) }
        return bytes[line.text] >= 0x41 && bytes[line.text] <= 0x5A
            && (begins(line, " HTTP/1.", at: line.end - 9)
                || begins(line, " HTTP/2", at: line.end - 7) || messageParts(line).count > 1)
    }

    /// Head, headers and body of a message that a tool has put into one line: `HTTP/1.1 200 OK
    /// Content-Type: application/json { … }`.
    func messageParts(_ line: RSTLine) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = line.text
        var hasVersion = false
        var index = line.text
        while index < line.end {
            var end = index
            while end < line.end, bytes[end] != 0x20 { end += 1 }
            let isBody = bytes[index] == 0x7B || bytes[index] == 0x5B
            if hasVersion, isBody || isHeaderName(index, end) {
                parts.append(start..<max(start, index - 1))
                start = index
            }
            if hasVersion, isBody { break }
            hasVersion = hasVersion || begins(line, "HTTP/", at: index)
            if !hasVersion, index - line.text > 400 { break }
            index = end + 1
        }
        return parts + [start..<line.end]
    }

    /// `Content-Type:` before a value.
    private func isHeaderName(_ start: Int, _ end: Int) -> Bool {
        guard end - start > 3, bytes[end - 1] == 0x3A, bytes[start] >= 0x41, bytes[start] <= 0x5A
        else { return false }
        return (start..<end - 1).allSatisfy { isAlphanumeric(bytes[$0]) || bytes[$0] == 0x2D }
    }

    /// Behind the headers, and behind the body if one follows.
    private mutating func messageEnd(_ start: Int) -> Int {
        var index = start + 1
        while index < lines.count, isHeaderLine(lines[index]) { index += 1 }
        let body = next(from: index)
        guard body < lines.count, body - index <= 1,
            bytes[lines[body].text] == 0x7B
                || bytes[lines[body].text] == 0x5B, opensBody(lines[body])
        else { return index }
        return balancedEnd(body)
    }

    /// `Content-Type: application/json`: a token, a colon, a value.
    private func isHeaderLine(_ line: RSTLine) -> Bool {
        var index = line.text
        while index < line.end, isAlphanumeric(bytes[index]) || bytes[index] == 0x2D { index += 1 }
        return index > line.text && index + 1 < line.end && bytes[index] == 0x3A
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
            depth += openBrackets(lines[index])
            index += 1
            if depth <= 0 { return index }
        }
        index = start
        while index < lines.count, !lines[index].isBlank { index += 1 }
        return index
    }

    /// How many more brackets a line opens than it closes, those in texts left out.
    mutating func openBrackets(_ line: RSTLine, parentheses: Bool = false) -> Int {
        budget -= line.end - line.text + 1
        var depth = 0
        var place = line.text
        while place < line.end {
            switch bytes[place] {
            case 0x22: place = stringEnd(place, line.end)
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D: depth -= 1
            case 0x28 where parentheses: depth += 1
            case 0x29 where parentheses: depth -= 1
            default: break
            }
            place += 1
        }
        return depth
    }

    private func stringEnd(_ start: Int, _ end: Int) -> Int {
        var index = start + 1
        while index < end, bytes[index] != 0x22 {
            index += bytes[index] == 0x5C ? 2 : 1
        }
        return index
    }

    func begins(_ line: RSTLine, _ text: StaticString, at start: Int? = nil) -> Bool {
        let start = start ?? line.text
        return start >= line.text && bytes.hasExactly(text, at: start, before: line.end)
    }
}
