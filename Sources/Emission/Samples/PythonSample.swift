import APIModel
import JSONText

/// A call with the package `requests`.
func pythonSample(_ call: SampleCall) -> String {
    var arguments = [jsonLiteral(call.url)]
    var headers = call.headers.map { "\(jsonLiteral($0.name)): \(jsonLiteral($0.value))" }
    let token = "os.environ[\"TOKEN\"]"
    let user = "(os.environ[\"API_USER\"], os.environ[\"API_PASSWORD\"])"
    switch call.credential {
    case .bearer: headers.insert("\"Authorization\": \"Bearer \" + \(token)", at: 0)
    case .header(let name, let prefix):
        let value = prefix.isEmpty ? token : "\(jsonLiteral(prefix)) + \(token)"
        headers.insert("\(jsonLiteral(name)): \(value)", at: 0)
    case .basic: arguments.append("auth=\(user)")
    case .digest: arguments.append("auth=requests.auth.HTTPDigestAuth\(user)")
    case .query(let name): arguments.append("params={\(jsonLiteral(name)): \(token)}")
    case .cookie(let name): arguments.append("cookies={\(jsonLiteral(name)): \(token)}")
    case .other, nil: break
    }
    if let mediaType = call.otherBody {
        headers.append("\"Content-Type\": \(jsonLiteral(mediaType))")
        arguments.append("data=open(\"body\", \"rb\")")
    }
    if !headers.isEmpty {
        let inner = headers.map { "        \($0),\n" }.joined()
        arguments.append("headers={\n\(inner)    }")
    }
    if let body = call.body { arguments.append("json=\(python(body, indentation: 4))") }
    arguments += call.form?.pythonArguments ?? []
    let list = arguments.map { "    \($0),\n" }.joined()
    let needsEnvironment = arguments.contains { $0.contains("os.environ[") }
    return (needsEnvironment ? "import os\n\n" : "")
        + "import requests\n\nresponse = \(function(call.method))\(list))\n"
        + "response.raise_for_status()\nprint(response.text)"
}

private func function(_ method: String) -> String {
    let known = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]
    if known.contains(method) { return "requests.\(method.lowercased())(\n" }
    return "requests.request(\n    \"\(method)\",\n"
}

/// A JSON value as Python writes it.
private func python(_ value: JSONValue, indentation: Int) -> String {
    let space = String(repeating: " ", count: indentation)
    switch value.node {
    case .null, .elision: return "None"
    case .boolean(let flag): return flag ? "True" : "False"
    case .number, .string, .word: return String(decoding: writeCompactJSON(value), as: UTF8.self)
    case .array(let elements) where elements.isEmpty: return "[]"
    case .array(let elements):
        let lines = elements.filter { $0.node != .elision }.map { element in
            "\(space)    \(python(element, indentation: indentation + 4)),\n"
        }
        return "[\n\(lines.joined())\(space)]"
    case .object(let members) where members.isEmpty: return "{}"
    case .object(let members):
        let lines = members.filter { $0.value.node != .elision }.map { member in
            "\(space)    \(jsonLiteral(member.key)): "
                + "\(python(member.value, indentation: indentation + 4)),\n"
        }
        return "{\n\(lines.joined())\(space)}"
    }
}
