/// Placeholders that no bracket marks: `/users/$id`, `/users/USER_ID`.
extension PathReader {
    /// Whether the place is the first of a segment.
    var opensSegment: Bool { index > 0 && bytes[index - 1] == 0x2F }

    /// Whether `$name` ends like what tells one thing from others. Other words behind a dollar sign
    /// are part of the path itself (`$metadata`, `$count`).
    func namesValue() -> Bool {
        guard index + 1 < bytes.count, isWordByte(bytes[index + 1]) else { return false }
        let end = segmentEnd(from: index + 1)
        return isIdentifying(lowercased(index + 1, end)) || isShouted(index + 1, end)
    }

    /// `$FILENAME`: the path's own words behind a dollar sign are small.
    private func isShouted(_ from: Int, _ to: Int) -> Bool {
        to - from > 1
            && bytes[from..<to].allSatisfy { isCapital($0) || $0 == 0x5F }
    }

    mutating func dollarName() -> Step {
        let end = segmentEnd(from: index + 1)
        appendPlaceholder(index + 1, end)
        index = end
        return .more
    }

    /// The end of a segment in capitals that reads `USER_ID`, `ID` or `ACCOUNT_NAME`.
    func shoutedName() -> Int? {
        let end = segmentEnd(from: index)
        var position = index
        while position < end {
            let byte = bytes[position]
            guard isCapital(byte) || byte == 0x5F else { return nil }
            position += 1
        }
        // A segment goes on behind a dot or hyphen: `ID.json` is left alone, as is `ID-x`.
        guard end == bytes.count || !isInner(bytes[end]) else { return nil }
        return isIdentifying(lowercased(index, end)) ? end : nil
    }

    private func segmentEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
        return end
    }

    private func isInner(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x2E }

    private func lowercased(_ from: Int, _ to: Int) -> String {
        lowercasedText(UnsafeBufferPointer(rebasing: bytes[from..<to]))
    }

    /// `id`, `user_id`, `userid`, `name`, `slug`: the words by which things are told apart.
    private func isIdentifying(_ name: String) -> Bool {
        let last = name.split(separator: "_").last.map(String.init) ?? name
        switch last {
        case "id", "uuid", "guid", "slug", "name", "username", "key", "token", "number", "uid",
            "sku", "handle", "login":
            return true
        default: return name.hasSuffix("id") && name.utf8.count > 4
        }
    }
}
