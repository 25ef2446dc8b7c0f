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

/// Whether content of a type is one JSON text, and not one a line.
package func isOneJSON(_ mediaType: String) -> Bool {
    mediaType == "application/json"
        || bareMediaType(mediaType).contains("json") && !isManyJSON(mediaType)
}

extension Body {
    /// Whether its content is JSON as far as the pages say.
    package var isJSON: Bool {
        mediaTypes.isEmpty || mediaTypes.contains { isOneJSON($0.value) }
    }
}
