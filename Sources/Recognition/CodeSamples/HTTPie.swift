import APIModel

/// Reads `http [flags] [METHOD] URL item…`, where items are `'Name':'value'`, `name=value`,
/// `name:=json` and `name==query`.
func readHTTPie(_ bytes: UnsafeBufferPointer<UInt8>, from line: Int = 0) -> CodeRequest? {
    guard let start = commandStart(bytes, from: line, names: ["http", "https", "httpie"])
    else { return nil }
    let (words, end) = shellWords(bytes, from: start)
    var request = CodeRequest(construct: "httpie")
    request.end = end
    var members: [HTTPieMember] = []
    var isForm = false
    for word in words {
        if request.url == nil {
            if word.bytes.first == 0x2D {
                isForm = isForm || ["-f", "--form", "--multipart"].contains(word.text)
                continue
            }
            if request.method == nil, let method = Method(rawValue: word.text) {
                request.method = method
                request.methodRange = word.range
            } else {
                guard looksLikeTarget(word) else { return nil }
                let url = withoutCredentials(word.text)
                if url.hadCredentials { request.credentials = .basic }
                request.url = url.text
                request.urlRange = word.verbatim ?? word.range
            }
        } else {
            readItem(word, into: &request, members: &members)
        }
    }
    guard request.url != nil else { return nil }
    request.method = request.method ?? (members.isEmpty ? .get : .post)
    if isForm {
        request.form = members.map(\.formField)
    } else {
        request.body = body(of: members)
    }
    return request
}

private struct HTTPieMember {
    let name: String
    let value: [UInt8]
    let isJSON: Bool
    var isFile = false
    let range: Range<Int>

    var formField: CodeFormField {
        CodeFormField(
            name: name, value: String(decoding: value, as: UTF8.self), isFile: isFile, range: range)
    }
}

private func looksLikeTarget(_ word: ShellWord) -> Bool {
    let text = word.text
    return text.contains("/") || text.contains(".") || text.hasPrefix(":")
}

private func readItem(
    _ word: ShellWord, into request: inout CodeRequest, members: inout [HTTPieMember]
) {
    let bytes = word.bytes
    var index = 0
    while index < bytes.count, bytes[index] != 0x3A, bytes[index] != 0x3D { index += 1 }
    guard index > 0, index < bytes.count else { return }
    let name = trimmedText(bytes[..<index])
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch (bytes[index], next) {
    case (0x3A, 0x3D):
        members.append(
            HTTPieMember(
                name: name, value: Array(bytes[(index + 2)...]), isJSON: true, range: word.range))
    case (0x3A, _):
        request.headers.append(
            CodeRequest.Header(
                name: name, value: trimmedText(bytes[(index + 1)...]), range: word.range))
    case (0x3D, 0x3D):
        let value = trimmedText(bytes[(index + 2)...])
        request.query.append(PathPhrase.QueryItem(name: name, value: value))
    default:
        members.append(
            HTTPieMember(
                name: name, value: Array(bytes[(index + 1)...]), isJSON: false, range: word.range))
    }
}

/// The JSON object that the tool makes of its items.
private func body(of members: [HTTPieMember]) -> CodeBody? {
    guard let first = members.first, let last = members.last else { return nil }
    var bytes: [UInt8] = [0x7B]
    for (index, member) in members.enumerated() {
        if index > 0 { bytes += [0x2C, 0x20] }
        appendString(Array(member.name.utf8), to: &bytes)
        bytes += [0x3A, 0x20]
        if member.isJSON { bytes += member.value } else { appendString(member.value, to: &bytes) }
    }
    bytes.append(0x7D)
    return CodeBody(
        bytes: bytes, range: first.range.lowerBound..<last.range.upperBound, isVerbatim: false)
}

private func appendString(_ content: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in content {
        if byte == 0x22 || byte == 0x5C { bytes.append(0x5C) }
        if byte == 0x0A { bytes += [0x5C, 0x6E] } else { bytes.append(byte) }
    }
    bytes.append(0x22)
}
