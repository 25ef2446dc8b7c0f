import APIModel
import JSONText

/// The fields of a form with values in all places, before any language writes them.
struct FormSample {
    let kind: FormKind
    let fields: [(name: String, value: String, isFile: Bool)]

    /// `nil` for a body that is no form, or one whose fields nobody knows.
    init?(_ body: Body, _ value: JSONValue, in swift: SwiftAPI) {
        guard let kind = body.form, let schema = body.formSchema(in: swift.schemas),
            case .object(let object)? = swift.schemas[schema]?.definition,
            case .object(let members) = value.node
        else { return nil }
        self.kind = kind
        fields = members.filter { $0.value.node != .elision && $0.value.node != .null }.flatMap {
            member -> [(String, String, Bool)] in
            let name = oneLine(member.key)
            let property = object.properties.first { $0.name.value == member.key }
            if property?.schema.isFile == true { return [(name, fileName(of: member.key), true)] }
            return texts(of: member.value).map { (name, $0, false) }
        }
    }
}

/// The values of a field: each of a list of texts is one, and what has a structure is JSON.
private func texts(of value: JSONValue) -> [String] {
    switch value.node {
    case .array(let elements) where elements.allSatisfy(\.isText): elements.map(wireText)
    case .array, .object: [String(decoding: writeCompactJSON(value), as: UTF8.self)]
    case .string, .number, .word, .boolean, .null, .elision: [wireText(value)]
    }
}

extension JSONValue {
    fileprivate var isText: Bool {
        switch node {
        case .string, .number, .word, .boolean: true
        case .array, .object, .null, .elision: false
        }
    }
}

/// The file that is sent as a field: of its name, where that is no path and no option of curl.
private func fileName(of field: String) -> String {
    let isPlain = field.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
        default: false
        }
    }
    return isPlain && !field.isEmpty ? field : "file"
}

// MARK: Languages

extension FormSample {
    /// Options of curl, which sets the media type itself. With `--form`, a text that begins with `@`
    /// would be the name of a file to send.
    var curlLines: [String] {
        fields.map { name, value, isFile in
            let field = shellQuoted("\(name)=\(isFile ? "@" : "")\(value)")
            switch kind {
            case .urlEncoded: return "--data-urlencode \(field)"
            case .multipart: return "\(isFile ? "--form" : "--form-string") \(field)"
            }
        }
    }

    /// The header and the body of a message.
    var messageLines: [String] {
        switch kind {
        case .urlEncoded:
            let pairs = fields.map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }
            return [
                "Content-Type: application/x-www-form-urlencoded", "",
                pairs.joined(separator: "&"),
            ]
        case .multipart:
            let parts = fields.flatMap { name, value, isFile in
                [
                    "--part",
                    "Content-Disposition: form-data; name=\"\(name)\""
                        + (isFile ? "; filename=\"\(name)\"" : ""), "", isFile ? "..." : value,
                ]
            }
            return ["Content-Type: multipart/form-data; boundary=part", ""] + parts + ["--part--"]
        }
    }

    /// Arguments of `requests`, which sends a multipart body where there are files.
    var pythonArguments: [String] {
        func dictionary(_ name: String, _ members: [String]) -> String? {
            members.isEmpty
                ? nil : "\(name)={\n" + members.map { "        \($0),\n" }.joined() + "    }"
        }
        let isPlain = kind == .urlEncoded || fields.contains(where: \.isFile)
        let texts = fields.filter { !$0.isFile }.map { field in
            let text = jsonLiteral(field.value)
            return jsonLiteral(field.name) + ": " + (isPlain ? text : "(None, \(text))")
        }
        let files = fields.filter(\.isFile).map { field in
            jsonLiteral(field.name) + ": open(\(jsonLiteral(field.value)), \"rb\")"
        }
        let arguments =
            isPlain
            ? [dictionary("data", texts), dictionary("files", files)]
            : [dictionary("files", texts)]
        return arguments.compactMap(\.self)
    }

    /// A body for `fetch`, which sets the media type itself, and what stands before the call.
    var javaScript: (lines: [String], body: String) {
        switch kind {
        case .urlEncoded:
            let members = fields.map { "    \(jsonLiteral($0.name)): \(jsonLiteral($0.value)),\n" }
            return ([], "body: new URLSearchParams({\n\(members.joined())  })")
        case .multipart:
            let lines = fields.map { name, value, isFile in
                "form.append(\(jsonLiteral(name)), \(isFile ? "file" : jsonLiteral(value)));"
            }
            return (["const form = new FormData();"] + lines, "body: form")
        }
    }
}
