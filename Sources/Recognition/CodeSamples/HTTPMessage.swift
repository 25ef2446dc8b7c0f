import APIModel

/// Reads `GET /path HTTP/1.1`, header lines, an empty line, a body.
///
/// The version may be missing, and so may the empty line before a JSON body. The message ends
/// where the response to it begins.
func readHTTPMessage(_ bytes: UnsafeBufferPointer<UInt8>) -> CodeRequest? {
    var lineStart = 0
    while lineStart < bytes.count, bytes[lineStart] <= 0x20 { lineStart += 1 }
    let end = lineEnd(bytes, from: lineStart)
    guard end > lineStart, end - lineStart < 4_000 else { return nil }
    let first = String(
        decoding: UnsafeBufferPointer(rebasing: bytes[lineStart..<end]), as: UTF8.self)
    guard let line = readRequestLine(first) else { return nil }
    var request = CodeRequest(construct: "http-message")
    request.method = line.method
    request.methodRange = shifted(line.methodRange, by: lineStart)
    let target = shifted(line.path.range, by: lineStart)
    let url = withoutCredentials(
        String(decoding: UnsafeBufferPointer(rebasing: bytes[target]), as: UTF8.self))
    if url.hadCredentials { request.credentials = .basic }
    request.url = url.text
    request.urlRange = target
    readHead(bytes, from: end, into: &request)
    return request
}

private func readHead(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into request: inout CodeRequest
) {
    var index = nextLine(bytes, after: start)
    while index < bytes.count {
        let end = lineEnd(bytes, from: index)
        var from = index
        while from < end, bytes[from] == 0x20 || bytes[from] == 0x09 { from += 1 }
        if from == end {
            index = nextLine(bytes, after: end)
            break
        }
        if bytes[from] == 0x7B || bytes[from] == 0x5B { break }
        guard let header = headerLine(bytes, from, end) else { return }
        request.headers.append(header)
        index = nextLine(bytes, after: end)
    }
    readBody(bytes, from: index, into: &request)
}

/// To the end of the block, or to the response's own status line.
private func readBody(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into request: inout CodeRequest
) {
    var from = start
    while from < bytes.count, bytes[from] <= 0x20 { from += 1 }
    var end = from
    var line = from
    while line < bytes.count {
        if isStatusLine(bytes, at: line) { break }
        end = lineEnd(bytes, from: line)
        line = nextLine(bytes, after: end)
    }
    while end > from, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > from else { return }
    request.body = CodeBody(bytes: Array(bytes[from..<end]), range: from..<end, isVerbatim: true)
}

private func isStatusLine(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    for byte in "HTTP/".utf8 {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
    }
    return true
}

private func headerLine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
) -> CodeRequest.Header? {
    var colon = start
    while colon < end, isWordByte(bytes[colon]) || bytes[colon] == 0x2D { colon += 1 }
    guard colon > start, colon < end, bytes[colon] == 0x3A else { return nil }
    return CodeRequest.Header(
        name: trimmedText(Array(bytes[start..<colon])[...]),
        value: trimmedText(Array(bytes[(colon + 1)..<end])[...]), range: start..<end)
}

private func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
}

private func nextLine(_ bytes: UnsafeBufferPointer<UInt8>, after end: Int) -> Int {
    var index = end
    if index < bytes.count, bytes[index] == 0x0D { index += 1 }
    if index < bytes.count, bytes[index] == 0x0A { index += 1 }
    return index
}

private func shifted(_ range: Range<Int>, by offset: Int) -> Range<Int> {
    (range.lowerBound + offset)..<(range.upperBound + offset)
}
