import APIModel

/// A call from a shell; the credential comes from its environment.
func curlSample(_ call: SampleCall) -> String {
    // A call without a method and a body is a GET.
    let isPlain =
        call.method == "GET" && call.body == nil && call.form == nil && call.otherBody == nil
    var lines = ["curl \(isPlain ? "" : "--request \(call.method) ")\(url(of: call))"]
    switch call.credential {
    case .bearer: lines.append("--header \"Authorization: Bearer $TOKEN\"")
    case .basic: lines.append("--user \"$API_USER:$API_PASSWORD\"")
    case .digest: lines.append("--digest --user \"$API_USER:$API_PASSWORD\"")
    case .header(let name, let prefix):
        lines.append("--header \(shellQuoted("\(name): \(prefix)"))\"$TOKEN\"")
    case .cookie(let name): lines.append("--cookie \(shellQuoted("\(name)="))\"$TOKEN\"")
    case .query, .other, nil: break
    }
    for (name, value) in call.headers {
        lines.append("--header \(shellQuoted("\(name): \(value)"))")
    }
    if let body = call.bodyText {
        lines.append("--header 'Content-Type: application/json'")
        lines.append("--data \(shellQuoted(body))")
    } else if let form = call.form {
        lines += form.curlLines
    } else if let mediaType = call.otherBody {
        lines.append("--header \(shellQuoted("Content-Type: \(mediaType)"))")
        lines.append("--data-binary @body")
    }
    return lines.joined(separator: " \\\n  ")
}

private func url(of call: SampleCall) -> String {
    guard case .query(let name)? = call.credential else { return shellQuoted(call.url) }
    let mark = call.target.utf8.contains(0x3F) ? "&" : "?"
    return shellQuoted("\(call.url)\(mark)\(name)=") + "\"$TOKEN\""
}
