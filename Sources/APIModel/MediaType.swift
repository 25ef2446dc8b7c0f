/// A media type without its parameters, in lower case.
package func bareMediaType(_ mediaType: String) -> String {
    let start = mediaType.lowercased().drop { $0 == " " || $0 == "\t" }
    return String(start.prefix { $0 != ";" && $0 != " " && $0 != "\t" })
}

/// Whether content of a type is many JSON texts, a line or a record each: no one schema is that of
/// the whole.
package func isManyJSON(_ mediaType: String) -> Bool {
    let type = bareMediaType(mediaType)
    return ["ndjson", "jsonl", "json-seq", "json-stream", "stream+json"].contains {
        type.contains($0)
    }
}
