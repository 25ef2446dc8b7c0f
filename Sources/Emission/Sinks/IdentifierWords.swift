/// The words of a documented name, cut at punctuation and at the humps of camel case; only ASCII
/// letters and digits are left.
func identifierWords(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    let bytes = Array(name.utf8)
    func end() {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
    }
    for (index, byte) in bytes.enumerated() {
        guard byte.isAlphanumeric else {
            end()
            continue
        }
        if byte.isUpper, let last = word.last {
            let beforeLower =
                index + 1 < bytes.count && bytes[index + 1].isLower
                && !endsAcronym(bytes, at: index + 1)
            // `orgRole` and `HTTPServer` have their humps before `R` and `S`.
            if last.isLower || beforeLower { end() }
        }
        word.append(byte)
    }
    end()
    return words
}

/// `IPv6`, `IDs`: a version or a plural belongs to the capitals before it.
private func endsAcronym(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index > 1, bytes[index - 2].isUpper else { return false }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch bytes[index] {
    case UInt8(ascii: "v"): return next >= 0x30 && next <= 0x39
    case UInt8(ascii: "s"): return !next.isLower
    default: return false
    }
}

func upperCamelName(_ words: [String]) -> String {
    let name = words.map(capitalized).joined()
    return declarable(name.isEmpty ? "Value" : name)
}

func lowerCamelName(_ words: [String]) -> String {
    guard let first = words.first else { return "value" }
    let isAcronym = first.utf8.dropFirst().first?.isUpper == true
    let head = isAcronym || words.count > 1 ? first.lowercased() : first
    return declarable(
        head.prefix(1).lowercased() + head.dropFirst() + words.dropFirst().map(capitalized).joined()
    )
}

/// A digit cannot begin a name.
private func declarable(_ name: String) -> String {
    guard let first = name.utf8.first, first >= 0x30, first <= 0x39 else { return name }
    return "_" + name
}

/// `url` → `URL`, `ids` → `IDs`, `name` → `Name`, as the API Design Guidelines write acronyms.
private func capitalized(_ word: String) -> String {
    let lower = word.lowercased()
    if acronyms.contains(lower) { return lower.uppercased() }
    if lower == "ipv4" || lower == "ipv6" { return "IP" + lower.dropFirst(2) }
    if lower.hasSuffix("s"), acronyms.contains(String(lower.dropLast())) {
        return lower.dropLast().uppercased() + "s"
    }
    let isShout = word.utf8.allSatisfy { !$0.isLower } && word.utf8.count > 3
    let rest = isShout ? lower.dropFirst() : word.dropFirst()
    return word.prefix(1).uppercased() + rest
}

private let acronyms: Set<String> = [
    "acl", "ai", "api", "ascii", "cdn", "cidr", "cli", "cpu", "css", "csv", "db", "dhcp", "dns",
    "ftp", "gpu", "html", "http", "https", "iam", "id", "io", "iot", "ip", "isbn", "json",
    "jwt", "kms", "ldap", "llm", "mcp", "mfa", "mime", "ntp", "os", "otp", "pdf", "png", "qr",
    "rpc", "rsa", "rss", "sdk", "sha", "sku", "sms", "smtp", "sql", "ssh", "ssl", "sso", "svg",
    "tcp", "tls", "ttl", "udp", "ui", "uri", "url", "urn", "usb", "utc", "uuid", "vlan", "vm",
    "vpc", "vpn", "xml",
]

extension UInt8 {
    fileprivate var isUpper: Bool { self >= 0x41 && self <= 0x5A }
    fileprivate var isLower: Bool { self >= 0x61 && self <= 0x7A }
    fileprivate var isAlphanumeric: Bool { isUpper || isLower || (self >= 0x30 && self <= 0x39) }
}
