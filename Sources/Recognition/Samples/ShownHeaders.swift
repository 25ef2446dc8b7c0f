import APIModel
import JSONText
import SourceText

extension Reading {
    /// The headers that the head of an answer shows, without those that any server adds.
    func answerHeaders(of head: HTTPHead) -> [Field] {
        head.headers.compactMap { header in
            guard !isOfTransport(header.name) else { return nil }
            let value = isCredentialName(header.name) ? "" : header.value
            return headerField(
                named: header.name, showing: value, at: header.range, construct: "http-message")
        }
    }

    /// A header that a line shows; whole numbers are such, but for those that identify.
    func headerField(
        named name: String, showing value: String, at place: ByteRange, construct: Construct
    ) -> Field {
        var field = Field(name: said(name, place, .exemplified, construct))
        guard !value.isEmpty else { return field }
        field.example = said(value, place, .exemplified, construct)
        if value.utf8.allSatisfy(isDigit), !name.lowercased().hasSuffix("id") {
            field.type = said(TypeExpression(.integer), place, .exemplified, construct)
        }
        return field
    }
}

/// Headers of the connection, of caches and of browsers' safety: a recorded message has them, and an
/// API does not document them.
private func isOfTransport(_ name: String) -> Bool {
    let name = name.lowercased()
    switch name {
    case "age", "allow", "alt-svc", "cache-control", "connection", "date", "expires",
        "host", "keep-alive", "nel", "p3p", "pragma", "referrer-policy", "report-to", "server",
        "server-timing", "set-cookie", "status", "strict-transport-security", "te", "trailer",
        "transfer-encoding", "upgrade", "user-agent", "vary", "via", "www-authenticate",
        "x-cache", "x-content-type-options", "x-download-options", "x-frame-options",
        "x-permitted-cross-domain-policies", "x-powered-by", "x-runtime", "x-served-by",
        "x-ua-compatible", "x-xss-protection":
        return true
    default:
        return ["accept", "access-control-", "content-", "proxy-", "authorization"]
            .contains { name.hasPrefix($0) }
    }
}
