import APIModel

/// A call with `fetch`, as browsers and servers have it.
func javaScriptSample(_ call: SampleCall) -> String {
    let token = "process.env.TOKEN"
    var url = jsonLiteral(call.url)
    var headers = call.headers.map { "\(jsonLiteral($0.name)): \(jsonLiteral($0.value))" }
    switch call.credential {
    case .bearer: headers.insert("\"Authorization\": \"Bearer \" + \(token)", at: 0)
    case .header(let name, let prefix):
        let value = prefix.isEmpty ? token : "\(jsonLiteral(prefix)) + \(token)"
        headers.insert("\(jsonLiteral(name)): \(value)", at: 0)
    case .basic:
        let pair = "`${process.env.API_USER}:${process.env.API_PASSWORD}`"
        headers.insert("\"Authorization\": \"Basic \" + btoa(\(pair))", at: 0)
    case .cookie(let name):
        headers.insert("\"Cookie\": \(jsonLiteral("\(name)=")) + \(token)", at: 0)
    case .query(let name):
        let mark = call.target.utf8.contains(0x3F) ? "&" : "?"
        url = jsonLiteral("\(call.url)\(mark)\(name)=") + " + \(token)"
    case .digest, .other, nil: break
    }
    var options: [String] = call.method == "GET" ? [] : ["method: \"\(call.method)\""]
    var body: String?
    var remarks: [String] = []
    if call.credential == .digest { remarks.append("// fetch knows no digest authentication.") }
    if ["GET", "HEAD"].contains(call.method) {
        if call.body != nil { remarks.append("// fetch sends no body with \(call.method).") }
    } else if let text = call.bodyText {
        headers.append("\"Content-Type\": \"application/json\"")
        let inner = text.split(separator: "\n").joined(separator: "\n  ")
        body = "body: JSON.stringify(\(inner))"
    } else if let form = call.form?.javaScript {
        remarks += form.lines
        body = form.body
    } else if let mediaType = call.otherBody {
        headers.append("\"Content-Type\": \(jsonLiteral(mediaType))")
        body = "body: file"
    }
    if !headers.isEmpty {
        options.append("headers: {\n" + headers.map { "    \($0),\n" }.joined() + "  }")
    }
    if let body { options.append(body) }
    let list = options.isEmpty ? "" : ", {\n" + options.map { "  \($0),\n" }.joined() + "}"
    return remarks.map { $0 + "\n" }.joined() + "const response = await fetch(\(url)\(list));\n"
        + "if (!response.ok) throw new Error(response.statusText);\n"
        + "console.log(await response.text());"
}
