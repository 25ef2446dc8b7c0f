extension PathReader {
    /// Where the path begins; nothing if this is no request target at all.
    func serverEnd(from start: Int) -> Int? {
        if bytes[start] == 0x2F { return starts(with: "//", at: start) ? nil : start }
        if let authority = authorityStart(from: start) { return pathStart(from: authority) }
        // `<REST API URL>/…`, `{baseUrl}/…`, `$HOST/…`, `[host]/…`, `:endpoint/…`.
        let closing: UInt8
        switch bytes[start] {
        case 0x3C: closing = 0x3E
        case 0x7B: closing = 0x7D
        case 0x26 where starts(with: "&lt", at: start): closing = 0x2F
        case 0x24: closing = 0x2F
        default: return relativeStart(from: start)
        }
        var end = start + 1
        while end < bytes.count, end < start + 60, bytes[end] != closing, bytes[end] != 0x0A {
            end += 1
        }
        guard end < bytes.count, bytes[end] == closing else { return nil }
        let isDoubled = closing == 0x7D && bytes[start + 1] == 0x7B
        let name = string(start + 1, end)
        if closing != 0x2F { end += 1 }
        while end < bytes.count, bytes[end] == 0x7D { end += 1 }
        if end < bytes.count, bytes[end] == 0x3A { end = portEnd(from: end + 1) }
        guard end < bytes.count, bytes[end] == 0x2F else { return nil }
        // `GET <index>/_doc/<id>` leaves out the slash before a segment that is open.
        let isSegment = !isDoubled && (closing == 0x3E || closing == 0x7D) && !namesServer(name)
        return isSegment ? start : end
    }

    /// Behind `8080`, `<port>` or `{port}`.
    private func portEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, end < start + 20, bytes[end] != 0x2F, bytes[end] != 0x20,
            bytes[end] != 0x0A
        {
            end += 1
        }
        return end
    }

    /// `v1/users`: a relative target, if it has no blank and at least one slash.
    private func relativeStart(from start: Int) -> Int? {
        guard isWordByte(bytes[start]) else { return nil }
        var end = start
        while end < bytes.count, isWordByte(bytes[end]) || bytes[end] == 0x2E || bytes[end] == 0x2D
        {
            end += 1
        }
        guard end < bytes.count, bytes[end] == 0x2F, end + 1 < bytes.count else { return nil }
        return bytes[end + 1] == 0x20 ? nil : start
    }

    private func authorityStart(from start: Int) -> Int? {
        for scheme in ["https://", "http://", "wss://", "ws://"]
        where starts(with: scheme, at: start) {
            return start + scheme.utf8.count
        }
        return nil
    }

    private func pathStart(from authority: Int) -> Int? {
        var end = authority
        var closing: UInt8?
        while end < bytes.count {
            let byte = bytes[end]
            // A template's hole may hold anything, even the path.
            if byte == 0x25 { return nil }
            if let mark = closing {
                if byte == mark { closing = nil }
            } else if byte == 0x7B {
                closing = 0x7D
            } else if byte == 0x3C {
                closing = 0x3E
            } else if byte == 0x2F || byte == 0x3F || byte == 0x20 || byte == 0x60 || byte == 0x22
                || byte == 0x27 || byte == 0x0A || byte == 0x29
            {
                break
            }
            end += 1
        }
        return end > authority ? end : nil
    }
}

/// Whether a hole at the head of a target stands for a server: `<board host>`, `{baseUrl}`.
private func namesServer(_ name: String) -> Bool {
    let words = Recognition.words(of: name)
    return words.count > 3
        || words.contains { word in
            switch word {
            case "host", "hostname", "server", "servername", "url", "uri", "base", "baseurl",
                "baseuri", "endpoint", "domain", "subdomain", "address", "addr", "api", "root",
                "site", "instance", "gateway", "prefix", "service", "scheme", "protocol", "ip",
                "fqdn", "node", "cluster", "controller", "manager", "app", "web", "rest", "http",
                "https", "master", "your", "origin", "authority":
                true
            default: word.hasSuffix("url") || word.hasSuffix("host")
            }
        }
}
