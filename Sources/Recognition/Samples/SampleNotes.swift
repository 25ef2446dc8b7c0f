import JSONText
import SourceText

extension Reading {
    /// Says what a sample was forgiven, and why the rest of it is not read.
    ///
    /// A block whose language allows something needs no forgiveness for it. One that holds no value
    /// is a fault only where it calls itself JSON: others may be anything.
    mutating func note(_ document: JSONDocument, in language: String) {
        let isSample = !document.values.isEmpty
        if isSample {
            for repair in document.repairs where !allows(language, repair.kind) { note(repair) }
        }
        guard let failure = document.failure, isSample || isJSON(language) else { return }
        note(failure)
    }

    private mutating func note(_ repair: JSONDocument.Repair) {
        notes.append(
            Diagnostic(
                .note, repair.kind.rawValue, repair.message, at: page.span(repair.range)))
    }
}

private func isJSON(_ language: String) -> Bool {
    switch language {
    case "json", "jsonc", "json5", "hjson", "json-response": true
    default: false
    }
}

/// Whether a block's language has what JSON lacks.
private func allows(_ language: String, _ kind: JSONDocument.RepairKind) -> Bool {
    switch (language, kind) {
    case (_, .httpHead): !isJSON(language)
    case ("jsonc", .comment), ("jsonc", .trailingComma): true
    case ("json5", .comment), ("json5", .trailingComma), ("json5", .singleQuotes),
        ("json5", .unquotedKey), ("json5", .badNumber):
        true
    case ("javascript", .comment), ("javascript", .trailingComma), ("javascript", .singleQuotes),
        ("javascript", .unquotedKey):
        true
    case ("js", _): allows("javascript", kind)
    case ("hjson", _): allows("json5", kind)
    default: false
    }
}
