/// Bytes as text, white space at both ends taken away.
func trimmedText(_ bytes: ArraySlice<UInt8>) -> String {
    var start = bytes.startIndex
    var end = bytes.endIndex
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
}

/// Takes `user:password@` out of a URL: credentials are never carried on.
func withoutCredentials(_ url: String) -> (text: String, hadCredentials: Bool) {
    let bytes = Array(url.utf8)
    var start = 0
    var index = 0
    while index + 2 < bytes.count {
        if bytes[index] == 0x3A, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F {
            start = index + 3
            break
        }
        if bytes[index] == 0x2F { break }
        index += 1
    }
    var end = start
    var at: Int?
    while end < bytes.count, bytes[end] != 0x2F, bytes[end] != 0x3F {
        // A template's hole is no authority.
        if bytes[end] == 0x3C, end + 1 < bytes.count, bytes[end + 1] == 0x25 { break }
        if bytes[end] == 0x40 { at = end }
        end += 1
    }
    guard start > 0, let at else { return (url, false) }
    return (String(decoding: bytes[..<start] + bytes[(at + 1)...], as: UTF8.self), true)
}

/// `a=1&b=2` as query parameters.
func queryItems(_ text: String) -> [PathPhrase.QueryItem] {
    text.split(separator: "&").map { item in
        let name = item.prefix { $0 != "=" }
        let value = item.utf8.count > name.utf8.count ? String(item.dropFirst(name.count + 1)) : nil
        return PathPhrase.QueryItem(name: String(name), value: value)
    }
}
