extension ProgramReader {
    /// Pairs of strings whose first is a header's name, however the language joins them.
    mutating func readHeaders() {
        var index = 0
        while index < code.tokens.count {
            if code.isString(index), isHeaderName(code.tokens[index].content),
                let value = pairedString(after: index)
            {
                let range =
                    code.tokens[index].range.lowerBound..<code.tokens[value].range.upperBound
                request.headers.append(
                    CodeRequest.Header(
                        name: code.text(index), value: code.text(value), range: range))
                index = value
            }
            index += 1
        }
    }

    /// The value joined to a key by `:`, `=>`, `,`, or Go's `: []string{`.
    private func pairedString(after index: Int) -> Int? {
        var next = index + 1
        guard code.isMark(":", next) || code.isMark(",", next) || code.isMark("=", next) else {
            return nil
        }
        next += 1
        if code.isMark(">", next) { next += 1 }
        if code.isMark("[", next), code.isMark("]", next + 1), code.isName("string", next + 2) {
            next += 4
        }
        return code.isString(next) ? next : nil
    }

    /// `Authorization`, `Accept`, and capitalized words with hyphens: `Content-Type`, `X-Token`.
    private func isHeaderName(_ range: Range<Int>) -> Bool {
        guard range.count >= 4, range.count <= 40 else { return false }
        var hasHyphen = false
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = code.bytes[index]
            if byte == 0x2D { hasHyphen = true } else if !isWordByte(byte) { return false }
            index += 1
        }
        switch lowercasedASCII(code.string(range)) {
        case "authorization", "accept", "cookie", "content-type", "apikey", "api-key": return true
        default:
            let first = code.bytes[range.lowerBound]
            return hasHyphen
                && (isCapital(first) || first == 0x78 && code.bytes[range.lowerBound + 1] == 0x2D)
        }
    }

    /// `params={'a': 'b'}`, `params: { 'a' => 'b' }`.
    mutating func readParameters() {
        for index in code.tokens.indices where code.isName("params", index) {
            var open = index + 1
            while open < index + 4, !code.isMark("{", open) { open += 1 }
            guard code.isMark("{", open), let close = code.closing(open) else { continue }
            var position = open + 1
            while position < close {
                let isKey =
                    code.isString(position)
                    && (code.isMark(":", position + 1) || code.isMark("=", position + 1))
                guard isKey else {
                    position += 1
                    continue
                }
                let value = pairedString(after: position)
                request.query.append(
                    PathPhrase.QueryItem(
                        name: code.text(position), value: value.map { code.text($0) }))
                position = (value ?? position) + 1
            }
            return
        }
    }

    /// `json.dumps({…})`, `json={…}`, `JSON.stringify({…})`, `.write("…")`, `body: '…'`.
    mutating func readBody() {
        for index in code.tokens.indices {
            if let body = bodyArgument(index) {
                request.body = body
                return
            }
        }
    }

    private func bodyArgument(_ index: Int) -> CodeBody? {
        let next = index + 1
        if code.isName("dumps", index) || code.isName("stringify", index), code.isMark("(", next) {
            return objectLiteral(next + 1)
        }
        if code.isName("json", index), code.isMark("=", next) { return objectLiteral(next + 1) }
        if code.isName("write", index), code.isMark(".", index - 1), code.isMark("(", next) {
            return stringBody(next + 1)
        }
        let isBodyName =
            code.isKey("body", index) || code.isName("inputBody", index)
            || code.isName("data", index)
        guard isBodyName, code.isMark(":", next) || code.isMark("=", next) else { return nil }
        return stringBody(next + 1)
    }

    private func objectLiteral(_ open: Int) -> CodeBody? {
        guard code.isMark("{", open) || code.isMark("[", open), let close = code.closing(open)
        else {
            return nil
        }
        let range = code.tokens[open].range.lowerBound..<code.tokens[close].range.upperBound
        return CodeBody(bytes: Array(code.bytes[range]), range: range, isVerbatim: true)
    }

    private func stringBody(_ index: Int) -> CodeBody? {
        guard code.isString(index) else { return nil }
        let content = code.unescapedString(index)
        // JSON, or the boundary of a form's first part.
        guard let first = content.bytes.first, [0x7B, 0x5B, 0x2D].contains(first) else {
            return nil
        }
        return CodeBody(
            bytes: content.bytes, range: code.tokens[index].content,
            isVerbatim: content.isVerbatim)
    }
}
