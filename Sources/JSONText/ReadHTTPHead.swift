import SourceText

/// Heads of HTTP messages above or between bodies.
extension JSONReader {
    /// A request line, status line or headers at the start of a line.
    mutating func readHead() -> Bool {
        var index = start
        while index < at, Self.isBlank(bytes[index]) { index += 1 }
        guard index == at else { return false }
        let from = at
        guard let first = readFirstLine() else { return readLooseHeaders() }
        repair(.httpHead, from, lineTextEnd())
        var head = HTTPHead(line: first, headers: [], range: ByteRange(from, lineTextEnd()))
        move(to: line + 1)
        readHeaders(into: &head)
        document.heads.append(head)
        return true
    }

    private mutating func readLooseHeaders() -> Bool {
        guard let name = headerNameEnd(), isTellingHeader(at, name) else { return false }
        let from = at
        repair(.httpHead, from, lineTextEnd())
        var head = HTTPHead(line: .none, headers: [], range: ByteRange(from, from))
        readHeaders(into: &head)
        document.heads.append(head)
        return true
    }

    // MARK: First lines

    private func readFirstLine() -> HTTPHead.Line? {
        if has("HTTP/") {
            var index = at + 5
            while index < end, !Self.isBlank(bytes[index]) { index += 1 }
            return status(from: index)
        }
        if has("HTTP ") { return status(from: at + 5, needsReason: true) }
        if has("Status:") { return status(from: at + 7) }
        if has("Status Code:") { return status(from: at + 12) }
        if Self.isDigit(byte) { return status(from: at, needsReason: true) }
        return request()
    }

    private func status(from first: Int, needsReason: Bool = false) -> HTTPHead.Line? {
        var index = first
        while index < end, Self.isBlank(bytes[index]) { index += 1 }
        guard index + 3 <= end, bytes[index] >= 0x31, bytes[index] <= 0x35,
            Self.isDigit(bytes[index + 1]), Self.isDigit(bytes[index + 2]),
            index + 3 == end || Self.isBlank(bytes[index + 3])
        else { return nil }
        let code =
            Int(bytes[index] - 0x30) * 100 + Int(bytes[index + 1] - 0x30) * 10
            + Int(bytes[index + 2] - 0x30)
        var reason = index + 3
        while reason < end, Self.isBlank(bytes[reason]) { reason += 1 }
        let to = lineTextEnd()
        if needsReason, reason >= end || !Self.isLetter(bytes[reason]) { return nil }
        return .status(
            code: code, reason: text(reason, to), range: ByteRange(at, max(index + 3, to)))
    }

    /// `GET /path HTTP/1.1`, `POST https://host/path`, `GET /path`.
    private func request() -> HTTPHead.Line? {
        var index = at
        while index < end, bytes[index] >= 0x41, bytes[index] <= 0x5A { index += 1 }
        guard index < end, Self.isBlank(bytes[index]), isMethod(at, index) else { return nil }
        var target = index
        while target < end, Self.isBlank(bytes[target]) { target += 1 }
        let lineEnd = lineTextEnd()
        let range = ByteRange(at, lineEnd)
        let to = versionStart(target, lineEnd)
        guard to < lineEnd || beginsTarget(target) else { return nil }
        return .request(method: text(at, index), target: text(target, to), range: range)
    }

    private func isMethod(_ from: Int, _ to: Int) -> Bool {
        guard to - from >= 3, to - from <= 9 else { return false }
        switch text(from, to) {
        case "GET", "PUT", "POST", "HEAD", "COPY", "MOVE", "LINK", "LIST", "PATCH", "TRACE",
            "QUERY", "UNLINK", "SEARCH", "REPORT", "DELETE", "OPTIONS", "CONNECT", "PROPFIND":
            return true
        default: return false
        }
    }

    private func beginsTarget(_ index: Int) -> Bool {
        guard index < end else { return false }
        switch bytes[index] {
        case 0x2F, 0x3C, 0x7B, 0x24, 0x3A: return true
        case 0x68: return index + 4 < end && bytes[index + 1] == 0x74 && bytes[index + 2] == 0x74
        default: return false
        }
    }

    /// Where ` HTTP/1.1` begins, or the end.
    private func versionStart(_ from: Int, _ to: Int) -> Int {
        var index = to
        while index > from, !Self.isBlank(bytes[index - 1]) { index -= 1 }
        guard index > from, index + 5 <= to, bytes[index] == 0x48, bytes[index + 1] == 0x54,
            bytes[index + 2] == 0x54, bytes[index + 3] == 0x50, bytes[index + 4] == 0x2F
        else { return to }
        while index > from, Self.isBlank(bytes[index - 1]) { index -= 1 }
        return index
    }

    private func lineTextEnd() -> Int {
        var to = end
        while to > at, Self.isBlank(bytes[to - 1]) { to -= 1 }
        return to
    }

    // MARK: Headers

    /// Header lines up to a blank line or a body.
    private mutating func readHeaders(into head: inout HTTPHead) {
        while !isAtEnd {
            skipBlanks()
            if at < end, isEllipsis(at: at, before: end) {
                repair(.elision, at, end)
            } else {
                guard at < end, let nameEnd = headerNameEnd() else { return }
                let to = lineTextEnd()
                var value = nameEnd + 1
                while value < to, Self.isBlank(bytes[value]) { value += 1 }
                let range = ByteRange(at, to)
                head.headers.append(
                    HTTPHead.Header(
                        name: text(at, nameEnd), value: text(value, to), range: range))
                head.range = ByteRange(Int(head.range.start), to)
            }
            move(to: line + 1)
        }
    }

    /// Where a header's name ends: letters, digits and hyphens before a colon.
    private func headerNameEnd() -> Int? {
        var index = at
        while index < end {
            let byte = bytes[index]
            if byte == 0x3A { return index > at ? index : nil }
            let isName = Self.isDigit(byte) || byte == 0x2D || byte == 0x5F || byte < 0x80
            guard isName, Self.isDigit(byte) || Self.isLetter(byte) || byte == 0x2D || byte == 0x5F
            else { return nil }
            index += 1
        }
        return nil
    }

    /// Names that can only be headers, where no first line says that headers follow.
    private func isTellingHeader(_ from: Int, _ to: Int) -> Bool {
        switch text(from, min(to, from + 30)) {
        case "Accept", "Authorization", "Content-Type", "Content-Length", "Content-Encoding",
            "Host", "Location", "ETag", "Link", "Allow", "Cookie", "Set-Cookie", "User-Agent",
            "Cache-Control", "If-Match", "If-None-Match", "Retry-After":
            return true
        default:
            return to > from + 2 && bytes[from] | 0x20 == 0x78 && bytes[from + 1] == 0x2D
        }
    }
}
