import APIModel

/// Reads one request target; every loop advances, so it is linear in the text.
struct PathReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    var literal: [UInt8] = []
    var parts: [PathTemplate.Part] = []
    var query: [PathPhrase.QueryItem] = []
    var types: [PathPhrase.PlaceholderType] = []

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func read(from start: Int) -> PathPhrase? {
        index = start
        guard let serverEnd = serverEnd(from: start) else { return nil }
        let server = serverEnd > start ? string(start, serverEnd) : nil
        index = serverEnd
        while index < bytes.count, let step = nextPart() {
            if step == .end { break }
        }
        trimPunctuation(from: start)
        flushLiteral()
        if parts.isEmpty {
            guard server != nil else { return nil }
            parts = [.literal("/")]
        }
        if case .placeholder = parts[0] { parts.insert(.literal("/"), at: 0) }
        let end = index
        if index < bytes.count, bytes[index] == 0x3F { readQuery() }
        return PathPhrase(
            template: PathTemplate(parts), query: query, types: types, server: server,
            range: start..<max(end, index))
    }

    /// Whether nothing follows but a protocol version or closing marks.
    func consumesRest(from start: Int) -> Bool {
        var rest = start
        while rest < bytes.count, isClosing(bytes[rest]) { rest += 1 }
        guard rest < bytes.count else { return true }
        guard starts(with: "HTTP/", at: rest) || starts(with: "HTTPS/", at: rest) else {
            return false
        }
        while rest < bytes.count, bytes[rest] != 0x20, bytes[rest] != 0x0A { rest += 1 }
        while rest < bytes.count, isClosing(bytes[rest]) { rest += 1 }
        return rest >= bytes.count
    }

    private func isClosing(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, 0x60, 0x2E, 0x2C, 0x3B, 0x5D, 0x22, 0x27, 0x2A, 0x3A:
            return true
        default: return false
        }
    }

    enum Step { case more, end }

    private mutating func nextPart() -> Step? {
        let byte = bytes[index]
        switch byte {
        case 0x7B: return bracketed(closing: 0x7D)
        case 0x3C: return bracketed(closing: 0x3E)
        // `[?limit=10][&sort=name]`: brackets around what may be left out.
        case 0x5B where index + 1 < bytes.count && bytes[index + 1] == 0x3F:
            index += 1
            return .end
        case 0x5B: return bracketed(closing: 0x5D)
        case 0x28: return bracketed(closing: 0x29)
        case 0x26: return entity()
        case 0x3A: return colonName()
        case 0x24 where index + 1 < bytes.count && bytes[index + 1] == 0x7B:
            index += 1
            return .more
        case 0x24 where opensSegment && namesValue(): return dollarName()
        case 0x41...0x5A where opensSegment:
            if let end = shoutedName() {
                appendPlaceholder(index, end)
                index = end
                return .more
            }
            literal.append(byte)
            index += 1
            return .more
        case 0x3F, 0x23: return .end
        case 0x20, 0x09, 0x0A, 0x0D, 0x60, 0x22, 0x27, 0x3E, 0x5D, 0x5C, 0x7C: return .end
        // Zero-width spaces, which editors leave for a line to break at.
        case 0xE2
        where index + 2 < bytes.count && bytes[index + 1] == 0x80
            && bytes[index + 2] >= 0x8B && bytes[index + 2] <= 0x8D:
            index += 3
            return .more
        default:
            literal.append(byte)
            index += 1
            return .more
        }
    }

    /// `{name}`, `<name>`, `[name]`, `(type:name)`; spaces may stand inside.
    private mutating func bracketed(closing: UInt8) -> Step {
        let start = index
        var end = index + 1
        let limit = min(bytes.count, index + 80)
        while end < limit, bytes[end] != closing, bytes[end] != 0x0A { end += 1 }
        guard end < limit, bytes[end] == closing, end > index + 1 else { return .end }
        // A parenthesis after a blank-free literal is a placeholder only inside the path.
        if closing == 0x29 || closing == 0x5D, literal.isEmpty, parts.isEmpty { return .end }
        var from = index + 1
        while from < end, bytes[from] == 0x7B || bytes[from] == 0x20 { from += 1 }
        var to = end
        while to > from, bytes[to - 1] == 0x20 { to -= 1 }
        index = end + 1
        // `{{name}}`: the braces of a template language around those of the path.
        let isDoubled = closing == 0x7D && from > 0 && bytes[from - 1] == 0x7B && start + 1 < from
        if isDoubled, index < bytes.count, bytes[index] == 0x7D { index += 1 }
        appendPlaceholder(from, to)
        return .more
    }

    mutating func appendPlaceholder(_ from: Int, _ to: Int) {
        guard from < to else { return }
        switch bytes[from] {
        case 0x3F, 0x26:
            appendQueryNames(from + 1, to)
            return
        case 0x2B, 0x23, 0x2F, 0x2E, 0x3B:
            if bytes[from] == 0x2F { literal.append(0x2F) }
            flushLiteral()
            // `[/:id]` has the marks of a placeholder besides.
            let isMarked = from + 2 < to && [0x3A, 0x7B, 0x3C].contains(bytes[from + 1])
            let end = [0x7D, 0x3E].contains(bytes[to - 1]) ? to - 1 : to
            parts.append(.placeholder(string(from + (isMarked ? 2 : 1), end)))
            return
        // `<:id>`: both marks of a placeholder.
        case 0x3A where from + 1 < to: return appendPlaceholder(from + 1, to)
        default: break
        }
        var start = from
        // `(int:id)`, `(int: id)`, `<uuid:id>`: the type stands before the name.
        var colon = from
        while colon < to, bytes[colon] != 0x3A, bytes[colon] != 0x3D { colon += 1 }
        var stop = to
        if colon < to, bytes[colon] == 0x3A,
            typeWord(lower(from, colon)) != nil || lower(from, colon) == "path"
        {
            start = colon + 1
            while start < to, bytes[start] == 0x20 { start += 1 }
        } else if colon < to, colon > from {
            stop = colon
        }
        // `{note.id#notes/note-object}`: behind the name, where it is explained.
        if let mark = bytes[start..<stop].firstIndex(of: 0x23), mark > start { stop = mark }
        while stop > start, bytes[stop - 1] == 0x2A { stop -= 1 }
        guard start < stop else { return }
        flushLiteral()
        parts.append(.placeholder(string(start, stop)))
        if start > from, let type = readType(string(from, colon)) {
            types.append(.init(name: string(start, stop), type: type))
        }
    }

    /// `{?a,b}`: optional query parameters of a URI template.
    private mutating func appendQueryNames(_ from: Int, _ to: Int) {
        var start = from
        var position = from
        while position <= to {
            if position == to || bytes[position] == 0x2C {
                var end = position
                while end > start, bytes[end - 1] == 0x2A { end -= 1 }
                if end > start {
                    query.append(PathPhrase.QueryItem(name: string(start, end), value: nil))
                }
                start = position + 1
            }
            position += 1
        }
    }

    /// `&lt;name&gt;` and the same with its semicolons lost.
    private mutating func entity() -> Step {
        guard starts(with: "&lt", at: index) else {
            literal.append(bytes[index])
            index += 1
            return .more
        }
        var from = index + 3
        if from < bytes.count, bytes[from] == 0x3B { from += 1 }
        var end = from
        let limit = min(bytes.count, index + 80)
        while end < limit, bytes[end] != 0x26, bytes[end] != 0x2F, bytes[end] != 0x0A { end += 1 }
        guard end > from else {
            index = from
            return .more
        }
        index = end
        if starts(with: "&gt", at: end) {
            index = end + 3
            if index < bytes.count, bytes[index] == 0x3B { index += 1 }
        }
        appendPlaceholder(from, end)
        return .more
    }

    /// `:name` at the head of a segment; elsewhere a colon is itself.
    private mutating func colonName() -> Step {
        let previous = index > 0 ? bytes[index - 1] : 0x2F
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let opensName = isWordByte(next) && !isDigit(next)
        let atHead =
            previous == 0x2F || previous == 0x2C || previous == 0x2E || previous == 0x3D
            || previous == 0x2D || previous == 0x28
        guard opensName, atHead else {
            literal.append(0x3A)
            index += 1
            return .more
        }
        let from = index + 1
        var end = from
        while end < bytes.count, isWordByte(bytes[end]) || isInnerHyphen(end) { end += 1 }
        index = end
        appendPlaceholder(from, end)
        return .more
    }

    private func isInnerHyphen(_ position: Int) -> Bool {
        bytes[position] == 0x2D && position + 1 < bytes.count && isWordByte(bytes[position + 1])
    }
}
