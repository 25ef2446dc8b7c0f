import SourceText

/// Objects: keys, colons, and comments beside members.
extension JSONReader {
    mutating func readObject() -> JSONValue {
        let from = at
        let openLine = line
        guard !holdsBareValues() else {
            repair(.mismatchedBracket, from, from + 1)
            return readArray(closer: 0x7D)
        }
        at += 1
        var members: [JSONValue.Member] = []
        let comma = readMembers(into: &members, openLine: openLine)
        close(0x7D, comma: comma)
        return JSONValue(.object(members), ByteRange(from, max(from, at)))
    }

    /// `"a": 1, "b": 2` without braces, its first key already read.
    mutating func readBraceless(_ key: JSONValue) -> JSONValue {
        let from = Int(key.range.start)
        repair(.missingBrace, from, Int(key.range.end))
        var members: [JSONValue.Member] = []
        guard depth < Self.depthLimit else {
            fail("brackets are nested deeper than \(Self.depthLimit)")
            return key
        }
        depth += 1
        defer { depth -= 1 }
        at += 1
        members.append(readMemberValue(of: key))
        var comma: Int?
        endItem(members[0].value, comma: &comma)
        if !hasFailed, !isAtEnd { _ = readMembers(into: &members, openLine: -1) }
        let to = members.last.map { Int($0.value.range.end) } ?? at
        return JSONValue(.object(members), ByteRange(from, max(from, to)))
    }

    /// `{ {…}, {…} }`: braces where brackets are meant.
    private mutating func holdsBareValues() -> Bool {
        let here = (line, at)
        at += 1
        skipBlanks()
        if at >= end, line + 1 < lineCount {
            move(to: line + 1)
            skipBlanks()
        }
        let isBare = (byte == 0x7B && !isAtTemplate) || byte == 0x5B
        move(to: here.0)
        at = here.1
        return isBare
    }

    /// Members up to a closing bracket or the end; returns the comma behind the last.
    private mutating func readMembers(
        into members: inout [JSONValue.Member], openLine: Int
    ) -> Int? {
        var comma: Int?
        var pending: [String] = []
        var valueLine = openLine
        while skipToNext() {
            attachComments(to: &members, pending: &pending, valueLine: valueLine)
            if isAtEllipsis || has("...") {
                readElision()
                endItem(JSONValue(.elision), comma: &comma)
                continue
            }
            guard let key = readKey(), var member = readColonAndValue(of: key) else { break }
            if !pending.isEmpty { member.comment = pending.joined(separator: " ") }
            pending.removeAll()
            members.append(member)
            valueLine = line
            if hasFailed { break }
            endMember(&members, comma: &comma)
        }
        attachComments(to: &members, pending: &pending, valueLine: valueLine)
        return comma
    }

    /// A comment on the line where a value ends belongs to it; others belong to what follows.
    private mutating func attachComments(
        to members: inout [JSONValue.Member], pending: inout [String], valueLine: Int
    ) {
        for comment in comments {
            guard comment.line == valueLine else {
                pending.append(comment.text)
                continue
            }
            guard !members.isEmpty else { continue }
            let before = members[members.count - 1].comment.map { $0 + " " } ?? ""
            members[members.count - 1].comment = before + comment.text
        }
        comments.removeAll()
    }

    /// Behind a member; a colon there says that its value was the next member's key.
    private mutating func endMember(_ members: inout [JSONValue.Member], comma: inout Int?) {
        guard let last = members.last else { return }
        skipTrivia()
        if byte == 0x3A, !isAtEnd, case .string = last.value.node {
            let key = last.value
            let place = Int(last.keyRange.end)
            repair(.missingValue, Int(last.keyRange.start), place)
            members[members.count - 1].value = JSONValue(.elision, ByteRange(place, place))
            at += 1
            members.append(readMemberValue(of: key))
        }
        guard let value = members.last?.value else { return }
        endItem(value, comma: &comma)
    }

    // MARK: Keys

    /// The key here as a string or word; nothing after a failure.
    private mutating func readKey() -> JSONValue? {
        let from = at
        if byte == 0x22 || byte == 0x27 || byte == 0x60 || isAtSmartQuote {
            return readQuotedKey()
        }
        if isAtTemplate || byte == 0x3C { return readHole() }
        while at < end, !Self.endsKey(bytes[at]) { at += 1 }
        guard at > from else {
            fail("'\(text(from, min(end, from + 40)))' is no key")
            return nil
        }
        if byte == 0x22 {
            repair(.missingQuote, from, at + 1)
            at += 1
            return JSONValue(.string(text(from, at - 1)), ByteRange(from, at))
        }
        repair(.unquotedKey, from, at)
        return JSONValue(.string(text(from, at)), ByteRange(from, at))
    }

    private static func endsKey(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x22, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3D, 0x5B, 0x5D, 0x7B, 0x7D: true
        default: false
        }
    }

    /// `"name: "value"`: the key's own closing quote is missing, and the value's opening one was
    /// taken for it.
    private mutating func readQuotedKey() -> JSONValue {
        let from = at
        var key = readString(isKey: true)
        guard case .string(let name) = key.node, name.hasSuffix(": "), byte != 0x3A,
            Int(key.range.end) == at, at > from + 4
        else { return key }
        repair(.missingQuote, from, at)
        at -= 3
        key.node = .string(String(name.dropLast(2)))
        key.range = ByteRange(from, at)
        return key
    }

    private mutating func readColonAndValue(of key: JSONValue) -> JSONValue.Member? {
        let keyLine = line
        skipTrivia()
        // `"name"?: string` marks a member that may be missing.
        if byte == 0x3F, byte(1) == 0x3A {
            repair(.bareWord, at, at + 1)
            at += 1
        }
        if byte == 0x3A {
            at += 1
            return readMemberValue(of: key)
        }
        if byte == 0x3D {
            repair(.missingColon, Int(key.range.start), Int(key.range.end))
            at += byte(1) == 0x3E ? 2 : 1
            return readMemberValue(of: key)
        }
        let isValueHere = byte == 0x7B || byte == 0x5B || (line == keyLine && canFollowKey())
        guard !isValueHere else {
            repair(.missingColon, Int(key.range.start), Int(key.range.end))
            return readMemberValue(of: key)
        }
        guard isAtEnd || byte == 0x2C || byte == 0x7D || byte == 0x5D || line != keyLine else {
            fail("'\(text(at, min(end, at + 40)))' follows a key")
            return nil
        }
        return memberWithoutValue(key)
    }

    private func canFollowKey() -> Bool { byte == 0x22 || Self.isDigit(byte) }

    mutating func readMemberValue(of key: JSONValue) -> JSONValue.Member {
        skipTrivia()
        guard !isAtEnd, byte != 0x2C, byte != 0x7D, byte != 0x5D else {
            return memberWithoutValue(key)
        }
        return Self.member(key, readValue())
    }

    private mutating func memberWithoutValue(_ key: JSONValue) -> JSONValue.Member {
        let place = Int(key.range.end)
        repair(.missingValue, Int(key.range.start), place)
        return Self.member(key, JSONValue(.elision, ByteRange(place, place)))
    }

    private static func member(_ key: JSONValue, _ value: JSONValue) -> JSONValue.Member {
        switch key.node {
        case .string(let name), .word(let name):
            JSONValue.Member(key: name, keyRange: key.range, value: value)
        case .null, .boolean, .number, .array, .object, .elision:
            JSONValue.Member(key: "", keyRange: key.range, value: value)
        }
    }
}
