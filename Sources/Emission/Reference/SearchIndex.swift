import APIModel
import JSONText

/// What the search of an HTML reference looks through: an entry an operation, type and text, each
/// `[kind, title, context, anchor, words, rows…]`, its parameters or members behind it as
/// `[name, words]`.
///
/// The words of prose stand in it once and in lower case, so that the browser compares and never
/// prepares.
func searchIndex(of reference: Reference) -> JSONValue {
    var entries: [JSONValue] = []
    if let description = reference.description {
        entries.append(entry(.text, reference.title, "", "overview", [description]))
    }
    for group in reference.groups {
        if let description = group.description {
            entries.append(entry(.text, group.title, "", group.anchor, [description]))
        }
        for operation in group.operations {
            entries.append(
                entry(
                    .operation, operation.title, call(operation.operation), operation.anchor,
                    prose(of: operation), operation.parameters.flatMap(\.rows)))
        }
    }
    for type in reference.types {
        entries.append(
            entry(.type, type.schema.name, "", type.anchor, prose(of: type), type.rows))
    }
    return .list(entries)
}

/// What an entry is, as the script of the page knows it by number; 2 and 3 are rows of the first two.
private enum EntryKind: Int {
    case operation = 0
    case type = 1
    case text = 4
}

private func entry(
    _ kind: EntryKind, _ title: String, _ context: String, _ anchor: String, _ texts: [String],
    _ rows: [ReferenceRow] = []
) -> JSONValue {
    let head: [JSONValue] = [
        .integer(kind.rawValue), .text(title), .text(context), .text(anchor),
        .text(words(of: texts)),
    ]
    return .list(
        head
            + rows.map { row in
                .list([.text(row.name), .text(words(of: [row.description ?? ""]))])
            })
}

private func call(_ operation: Operation) -> String {
    "\(operation.method.value.rawValue) \(operation.path.value.text)"
}

private func prose(of entry: ReferenceType) -> [String] {
    let schema = entry.schema
    return [schema.documentedName?.value ?? "", schema.description?.value ?? ""]
        + entry.values.flatMap { [$0.value, $0.name ?? "", $0.description ?? ""] }
}

private func prose(of entry: ReferenceOperation) -> [String] {
    let operation = entry.operation
    var texts = [operation.id, operation.description?.value ?? ""]
    texts += operation.permissions.flatMap { [$0.value.name, $0.value.description ?? ""] }
    texts += entry.responses.map { $0.description ?? "" }
    return texts
}

/// Every word once, in the order of first use.
private func words(of texts: [String]) -> String {
    var seen: Set<Substring> = []
    var words: [Substring] = []
    for text in texts {
        let split = text.lowercased().split { character in
            !(character.isLetter || character.isNumber || character == "_" || character == "-")
        }
        for word in split where seen.insert(word).inserted { words.append(word) }
    }
    return words.joined(separator: " ")
}
