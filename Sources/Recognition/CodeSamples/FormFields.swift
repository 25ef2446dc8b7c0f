import APIModel

/// One field of a form that a sample sends.
package struct CodeFormField: Sendable {
    package let name: String
    package let value: String
    /// Whether it is sent as a file, with a name of its own.
    package let isFile: Bool
    package let range: Range<Int>
}

/// The media types of forms: RFC 7578's, and the one that the URL standard defines.
func isFormType(_ mediaType: String) -> Bool {
    mediaType == "multipart/form-data" || mediaType == "application/x-www-form-urlencoded"
}

extension CodeRequest {
    /// The form's media type, where the request sends one.
    var formType: String? {
        let stated = header("Content-Type").map(bareMediaType)
        if let stated, isFormType(stated) { return stated }
        guard stated == nil, !form.isEmpty else { return nil }
        return "application/x-www-form-urlencoded"
    }

    /// A body as text is a form where a header says so.
    mutating func readFormBody() {
        guard form.isEmpty, let body, let type = formType else { return }
        form =
            type == "multipart/form-data"
            ? multipartFields(body) : formFields(body.bytes, at: body.range) ?? []
    }
}

/// `a=b&c=d`; `nil` where a part is no such pair.
func formFields(_ bytes: [UInt8], at range: Range<Int>) -> [CodeFormField]? {
    var fields: [CodeFormField] = []
    for pair in bytes.split(separator: 0x26, omittingEmptySubsequences: false) {
        guard let equals = pair.firstIndex(of: 0x3D), equals > pair.startIndex else { return nil }
        let name = pair[..<equals]
        guard name.allSatisfy({ isWordByte($0) || [0x2D, 0x2E, 0x5B, 0x5D].contains($0) }) else {
            return nil
        }
        fields.append(
            CodeFormField(
                name: trimmedText(name), value: trimmedText(pair[(equals + 1)...]), isFile: false,
                range: range))
    }
    return fields
}

/// `name=value`, `name=@file;type=text/csv`, as `curl -F` takes them.
func formPart(_ word: ShellWord) -> CodeFormField? {
    guard let equals = word.bytes.firstIndex(of: 0x3D), equals > 0 else { return nil }
    let value = word.bytes[(equals + 1)...]
    return CodeFormField(
        name: trimmedText(word.bytes[..<equals]), value: trimmedText(value),
        isFile: value.first == 0x40, range: word.range)
}

/// The parts of a multipart body by the lines that name them:
/// `Content-Disposition: form-data; name="file"; filename="a.csv"`.
private func multipartFields(_ body: CodeBody) -> [CodeFormField] {
    var fields: [CodeFormField] = []
    for line in body.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        let text = String(decoding: line, as: UTF8.self)
        let parts = text.split(separator: ";").map(\.trimmedASCII)
        guard let first = parts.first, lowercasedASCII(first).hasPrefix("content-disposition:"),
            let name = parts.first(where: { $0.hasPrefix("name=") })
        else { continue }
        fields.append(
            CodeFormField(
                name: withoutQuotes(String(name.dropFirst(5))), value: "",
                isFile: parts.contains { $0.hasPrefix("filename=") }, range: body.range))
    }
    return fields
}
