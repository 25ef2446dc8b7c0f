import APIModel
import SourceText

/// The media type of a form that a sentence demands: "the content-type header should be
/// `multipart/form-data`", "Parameters are sent as application/x-www-form-urlencoded", "The body is
/// form-encoded", "The file must be sent as part of a multi-part form".
func readFormPhrase(_ text: MarkedText) -> String? {
    guard text.tokens.count <= 40 else { return nil }
    let lowered = lowercasedASCII(text.text)
    guard lowered.holds("form-") || lowered.holds("part form") else { return nil }
    var named = ["multipart/form-data", "application/x-www-form-urlencoded"].filter {
        lowered.contains($0)
    }
    if named.isEmpty, lowered.contains("form-encoded") || lowered.contains("form-urlencoded") {
        named = ["application/x-www-form-urlencoded"]
    } else if named.isEmpty,
        lowered.contains("multipart form") || lowered.contains("multi-part form")
    {
        named = ["multipart/form-data"]
    }
    // A sentence that forbids, compares or tells of the answer demands nothing.
    let doubts: Set<String> = [
        "not", "never", "instead", "except", "unless", "or", "response", "returns", "returned",
    ]
    guard let type = named.first, named.count == 1,
        !text.tokens.contains(where: { doubts.contains($0.word) })
    else { return nil }
    return type
}

/// The media type of `Body formdata` and `Body (urlencoded)`.
func formInTitle(_ title: MarkedText) -> String? {
    let words = title.tokens.map(\.word)
    guard words.contains("body") else { return nil }
    if words.contains("formdata") || words.contains("form-data") { return "multipart/form-data" }
    return words.contains("urlencoded") ? "application/x-www-form-urlencoded" : nil
}

/// The media type that a sentence gives a body, and which way that goes: "The request body is the
/// image, `image/jpeg`", "Streams the events as `application/x-ndjson`".
///
/// Below "Request body" or "Response" the type in code says enough. JSON is what is thought anyway,
/// and a sentence that names it may speak of anything.
func readMediaTypePhrase(
    _ text: MarkedText, in role: SectionRole?
) -> (type: String, direction: Direction)? {
    guard text.tokens.count <= 40, let type = soleMediaType(in: text), type != "application/json"
    else { return nil }
    let words = text.tokens.map(\.word)
    func has(_ candidates: String...) -> Bool { words.contains { candidates.contains($0) } }
    let answers = has(
        "returns", "return", "returned", "responds", "response", "answers", "streams", "downloads")
    let sends =
        has("upload", "uploads", "uploaded", "send", "sends", "sent", "post", "payload")
        || words.indices.contains {
            words[$0] == "request" && text.tokens.word(at: $0 + 1) == "body"
        }
    if answers != sends { return (type, answers ? .response : .request) }
    guard !answers else { return nil }
    switch role {
    case .requestBody: return (type, .request)
    case .response, .responseFields, .responseExample: return (type, .response)
    default: return nil
    }
}

/// The one media type that stands in code, where nothing around makes it one of several or none.
func soleMediaType(in text: MarkedText) -> String? {
    var type: String?
    for token in text.tokens {
        if token.kind == .code {
            let value = lowercasedASCII(token.text)
            let name = value.hasPrefix("content-type:") ? String(value.dropFirst(13)) : value
            guard let found = registeredMediaType(name.trimmedASCII) else { continue }
            if type != nil, type != found { return nil }
            type = found
        } else if leavesOpen(token.word) {
            return nil
        }
    }
    return type
}

/// A media type below one of the registered top-level types (RFC 6838 §4.2), without parameters.
package func registeredMediaType(_ text: String) -> String? {
    let type = bareMediaType(text)
    guard isMediaType(type), type.utf8.count == text.utf8.count || text.contains(";"),
        let top = type.split(separator: "/").first
    else { return nil }
    switch top {
    case "application", "audio", "font", "image", "model", "multipart", "text", "video":
        return type.contains("*") ? nil : type
    default: return nil
    }
}

/// The media type in brackets at the end of a heading or label: `Request body (image/png)`.
func headingMediaType(_ title: String) -> String? {
    let title = title.filter { $0 != "`" }.trimmedASCII
    let end = title.hasSuffix(":") ? title.dropLast() : title[...]
    guard end.hasSuffix(")"), let open = end.lastIndex(of: "(") else { return nil }
    return registeredMediaType(String(end[end.index(after: open)...].dropLast()))
}

private func leavesOpen(_ word: String) -> Bool {
    switch word {
    case "not", "never", "instead", "except", "unless", "or", "if", "when", "error", "errors",
        "accept", "can", "may", "also", "alternatively", "otherwise", "supports", "supported",
        "either", "default", "such", "like":
        true
    default: word.hasSuffix("n't")
    }
}
