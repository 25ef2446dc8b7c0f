import APIModel

/// Hands out the identifiers that links of a reference lead to, each once.
struct AnchorScope {
    private var taken: [String: Int] = [:]

    /// Words in lower case, joined by hyphens; numbered where that was taken before.
    mutating func take(_ words: [String]) -> String {
        let slugs = words.map(slug).filter { !$0.isEmpty }
        let wish = slugs.isEmpty ? "entry" : slugs.joined(separator: "-")
        var anchor = wish
        var count = taken[wish] ?? 0
        while taken[anchor] != nil {
            count += 1
            anchor = "\(wish)-\(count + 1)"
        }
        taken[wish] = count
        taken[anchor] = taken[anchor] ?? 0
        return anchor
    }
}

/// `get`, `organizations`, `users`: what a permalink to an operation says.
///
/// A placeholder counts at the end of a path only, where it tells one thing from the list of all;
/// so links stay what they are when other operations come and go.
func anchorWords(of operation: Operation) -> [String] {
    let parts = operation.path.value.parts
    var words = [operation.method.value.rawValue]
    for (index, part) in parts.enumerated() {
        switch part {
        case .literal(let text): words.append(text)
        case .placeholder(let name):
            let isLast = index == parts.count - 1 || isOnlySlash(parts[(index + 1)...])
            if isLast { words.append(name) }
        }
    }
    return words
}

private func isOnlySlash(_ parts: ArraySlice<PathTemplate.Part>) -> Bool {
    parts.count == 1 && parts.first == .literal("/")
}

/// Letters and digits of ASCII in lower case, anything between them one hyphen.
private func slug(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        let isUpper = (0x41...0x5A).contains(byte)
        let isPlain = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        if isUpper || isPlain {
            bytes.append(isUpper ? byte | 0x20 : byte)
        } else if let last = bytes.last, last != 0x2D {
            bytes.append(0x2D)
        }
    }
    if bytes.last == 0x2D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
}
