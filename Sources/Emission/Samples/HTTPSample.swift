import APIModel

/// The request as it goes over the wire (RFC 9112 §3).
func httpSample(_ call: SampleCall) -> String {
    var target = call.target
    var lines: [String] = []
    switch call.credential {
    case .bearer: lines.append("Authorization: Bearer REDACTED")
    case .basic: lines.append("Authorization: Basic REDACTED")
    case .digest: lines.append("Authorization: Digest REDACTED")
    case .header(let name, let prefix): lines.append("\(name): \(prefix)REDACTED")
    case .cookie(let name): lines.append("Cookie: \(name)=REDACTED")
    case .query(let name):
        target += (target.utf8.contains(0x3F) ? "&" : "?") + "\(name)=REDACTED"
    case .other, nil: break
    }
    let (host, base) = parts(of: call.server)
    let head = ["\(call.method) \(base)\(target) HTTP/1.1", "Host: \(host)"]
    lines += call.headers.map { "\($0.name): \($0.value)" }
    if let body = call.bodyText {
        lines += ["Content-Type: application/json", "", body]
    } else if let form = call.form {
        lines += form.messageLines
    } else if let mediaType = call.otherBody {
        lines.append("Content-Type: \(mediaType)")
    }
    return (head + lines).joined(separator: "\n")
}

/// `api.example.com` and `/v2` of `https://api.example.com/v2`.
private func parts(of server: String) -> (host: Substring, path: Substring) {
    var rest = server[...]
    if let scheme = rest.utf8.firstIndex(of: 0x3A), rest[scheme...].hasPrefix("://") {
        rest = rest[scheme...].dropFirst(3)
    }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    return (rest[..<slash], rest[slash...])
}
