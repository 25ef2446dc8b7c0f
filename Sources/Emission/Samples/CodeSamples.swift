import APIModel
import JSONText

/// How an operation is called, a sample a language, in the order of the tabs.
func codeSamples(of operation: SwiftOperation, in swift: SwiftAPI) -> [CodeSample] {
    let call = SampleCall(of: operation, in: swift)
    return [
        CodeSample(language: .curl, text: curlSample(call)),
        CodeSample(language: .http, text: httpSample(call)),
        CodeSample(language: .swift, text: swiftSample(operation, call, in: swift)),
        CodeSample(language: .python, text: pythonSample(call)),
        CodeSample(language: .javascript, text: javaScriptSample(call)),
    ]
}

/// A request with values in all its places, before any language writes it.
struct SampleCall {
    let method: String
    /// With neither path nor a slash at the end.
    let server: String
    /// Encoded as a URI demands, the query included.
    let target: String
    let credential: SecurityScheme.Kind?
    /// Names and values without line breaks, the credential's left out.
    let headers: [(name: String, value: String)]
    /// What is sent as JSON.
    let body: JSONValue?
    let form: FormSample?
    /// The media type of a body that is neither; a sample cannot show it.
    let otherBody: String?

    init(of operation: SwiftOperation, in swift: SwiftAPI) {
        let documented = operation.operation
        method = documented.method.value.rawValue
        server =
            (documented.servers.first ?? swift.api.servers.first)?.value.url
            ?? "https://example.com"
        target = path(of: documented, in: swift) + query(of: documented, in: swift)
        credential = swift.credential(of: documented)?.kind.value
        let known: Set<String> = ["authorization", "content-type", "accept"]
        headers = documented.parameters.filter { parameter in
            parameter.location.value == .header && parameter.required?.value == true
                && !known.contains(parameter.name.value.lowercased())
        }.map { (oneLine($0.name.value), oneLine(wireText(swift.sampleValue(of: $0)))) }
        let isJSON = documented.requestBody?.isJSON == true
        body = documented.requestBody.flatMap { isJSON ? swift.sampleBody($0) : nil }
        let mediaType = documented.requestBody?.mediaTypes.first?.value
        form = documented.requestBody.flatMap {
            isJSON ? nil : FormSample($0, swift.sampleBody($0), in: swift)
        }
        otherBody = isJSON || form != nil ? nil : mediaType.map(oneLine)
    }

    var url: String { server + target }

    /// The body as JSON over several lines, without a line break at the end.
    var bodyText: String? {
        body.map { String(decoding: writeJSON($0).dropLast(), as: UTF8.self) }
    }
}

private func path(of operation: Operation, in swift: SwiftAPI) -> String {
    operation.path.value.parts.reduce(into: "") { text, part in
        switch part {
        case .literal(let literal): text += literal
        case .placeholder(let name):
            let parameter = operation.parameters.first {
                $0.location.value == .path && $0.name.value == name
            }
            let value = parameter.map { wireText(swift.sampleValue(of: $0)) }
            text += percentEncoded(value ?? placeholder(name))
        }
    }
}

/// The parameters that a call cannot do without.
private func query(of operation: Operation, in swift: SwiftAPI) -> String {
    let pairs = operation.parameters.filter { parameter in
        parameter.location.value == .query && parameter.required?.value == true
    }.map { parameter in
        let value = swift.sampleValue(of: parameter)
        let name = percentEncoded(parameter.wireName)
        guard case .array(let elements) = value.node, !elements.isEmpty else {
            return name + "=" + percentEncoded(wireText(value))
        }
        let texts = elements.map { percentEncoded(wireText($0)) }
        switch parameter.listStyle?.value {
        case .comma: return name + "=" + texts.joined(separator: ",")
        case .pipe: return name + "=" + texts.joined(separator: "%7C")
        case .space: return name + "=" + texts.joined(separator: "%20")
        case .repeated, .brackets, nil:
            return texts.map { name + "=" + $0 }.joined(separator: "&")
        }
    }
    return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
}

/// `ORGANIZATION_ID`: no value, and plainly none.
func placeholder(_ name: String) -> String {
    let words = identifierWords(name)
    return words.isEmpty ? "VALUE" : words.map { $0.uppercased() }.joined(separator: "_")
}

/// A value as text of a path, a query or a header; lists are joined by commas.
func wireText(_ value: JSONValue) -> String {
    switch value.node {
    case .string(let text), .number(let text), .word(let text): text
    case .boolean(let flag): flag ? "true" : "false"
    case .array(let elements): elements.map(wireText).joined(separator: ",")
    case .null, .object, .elision: String(decoding: writeCompactJSON(value), as: UTF8.self)
    }
}

/// All but the unreserved characters of RFC 3986 §2.3 as `%` and two digits.
func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        let isLetter = (0x41...0x5A).contains(byte & 0xDF)
        if isLetter || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte) {
            bytes.append(byte)
        } else {
            bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Text that cannot end the line of a header.
func oneLine(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
}

/// A string of JSON, which is one of Python and of JavaScript too.
func jsonLiteral(_ text: String) -> String {
    String(decoding: writeCompactJSON(.text(text)), as: UTF8.self)
}
