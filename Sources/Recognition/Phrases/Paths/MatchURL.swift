import APIModel

/// The server that a sample's URL adds to a path template: everything before the template.
///
/// Nothing is returned where the URL is of another path; an empty text where it is the bare path.
/// The URL may itself hold placeholders, and a slash at the end makes no difference.
package func matchURL(_ url: String, to template: PathTemplate) -> String? {
    let target = withoutQuery(url)
    let segments = urlSegments(target)
    let pattern = templateSegments(template)
    guard !pattern.isEmpty, pattern.count <= segments.count else {
        return pattern.isEmpty && segments.count <= 1 ? withoutSlash(target) : nil
    }
    let skipped = segments.count - pattern.count
    for (offset, parts) in pattern.enumerated() {
        guard matches(segments[skipped + offset].text, parts) else { return nil }
    }
    let bytes = Array(target.utf8.prefix(segments[skipped].start))
    let server = String(decoding: bytes, as: UTF8.self)
    // A path alone has no server, so the template must begin where it begins.
    if server.isEmpty || server == "/" { return "" }
    return withoutSlash(server)
}

private func withoutQuery(_ url: String) -> String {
    String(url.prefix { $0 != "?" && $0 != "#" })
}

private func withoutSlash(_ text: String) -> String {
    text.hasSuffix("/") ? String(text.dropLast()) : text
}

private struct Segment {
    let text: [UInt8]
    let start: Int
}

/// The parts of a URL between slashes, the authority being the first.
private func urlSegments(_ url: String) -> [Segment] {
    let bytes = Array(url.utf8)
    var index = 0
    while index + 2 < bytes.count, index < 12 {
        if bytes[index] == 0x3A, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F {
            // The scheme and its slashes belong to the first segment.
            return split(bytes, from: index + 3, segmentStart: 0)
        }
        index += 1
    }
    return split(bytes, from: 0, segmentStart: 0)
}

private func split(_ bytes: [UInt8], from start: Int, segmentStart: Int) -> [Segment] {
    var result: [Segment] = []
    var from = segmentStart
    var index = start
    while index <= bytes.count {
        if index == bytes.count || bytes[index] == 0x2F {
            if index > from {
                result.append(Segment(text: Array(bytes[from..<index]), start: from))
            }
            from = index + 1
        }
        index += 1
    }
    return result
}

/// A template's parts segment by segment.
private func templateSegments(_ template: PathTemplate) -> [[PathTemplate.Part]] {
    var result: [[PathTemplate.Part]] = []
    var current: [PathTemplate.Part] = []
    for part in template.parts {
        switch part {
        case .placeholder: current.append(part)
        case .literal(let literal):
            for (index, piece) in literal.split(separator: "/", omittingEmptySubsequences: false)
                .enumerated()
            {
                if index > 0 {
                    if !current.isEmpty { result.append(current) }
                    current = []
                }
                if !piece.isEmpty { current.append(.literal(String(piece))) }
            }
        }
    }
    if !current.isEmpty { result.append(current) }
    return result
}

/// Literal text must stand as it is; a placeholder takes at least one byte.
private func matches(_ text: [UInt8], _ parts: [PathTemplate.Part]) -> Bool {
    var position = 0
    var isOpen = false
    for part in parts {
        switch part {
        case .placeholder:
            guard position < text.count else { return false }
            position += 1
            isOpen = true
        case .literal(let literal):
            guard let end = place(Array(literal.utf8), in: text, from: position, anywhere: isOpen)
            else {
                return false
            }
            position = end
            isOpen = false
        }
    }
    return isOpen || position == text.count
}

private func place(_ literal: [UInt8], in text: [UInt8], from start: Int, anywhere: Bool) -> Int? {
    var position = start
    while position + literal.count <= text.count {
        if text[position..<(position + literal.count)].elementsEqual(literal) {
            return position + literal.count
        }
        guard anywhere else { return nil }
        position += 1
    }
    return nil
}
