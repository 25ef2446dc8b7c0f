import APIModel
import JSONText
import SourceText

extension OpenAPIWriter {
    /// Operations by path. Paths that differ only in the names of placeholders or in a slash at the
    /// end are one path for OpenAPI, spelled as the first operation spells it.
    mutating func paths() -> JSONValue {
        var items: [(path: OpenAPIPath, members: [JSONValue.Member])] = []
        var places: [String: Int] = [:]
        var firsts: [String: Operation] = [:]
        var ids: Set<String> = []
        for operation in api.operations {
            let own = OpenAPIPath(operation.path.value)
            let place = places[own.shape] ?? items.count
            if place == items.count {
                places[own.shape] = place
                items.append((own, []))
            }
            let method = operation.method.value
            if let first = firsts["\(method.rawValue) \(own.shape)"] {
                notes.append(OpenAPINote.shape(operation, like: first))
                continue
            }
            firsts["\(method.rawValue) \(own.shape)"] = operation
            if !method.isKnownToOpenAPI { notes.append(OpenAPINote.method(operation)) }
            let renamed = Dictionary(
                zip(own.names, items[place].path.names), uniquingKeysWith: { first, _ in first })
            let value = self.operation(
                operation, id: unique(operation.id, in: &ids), path: own, renamed: renamed)
            items[place].members.append(.init(key: key(method), keyRange: .empty, value: value))
        }
        return JSONValue(
            .object(
                items.map { item in
                    .init(
                        key: item.path.text, keyRange: .empty,
                        value: JSONValue(.object(item.members)))
                }))
    }

    private func key(_ method: Method) -> String {
        (method.isKnownToOpenAPI ? "" : "x-") + method.rawValue.lowercased()
    }

    private func unique(_ id: String, in ids: inout Set<String>) -> String {
        var unique = id
        var number = 2
        while !ids.insert(unique).inserted {
            unique = "\(id)_\(number)"
            number += 1
        }
        return unique
    }
}

/// A path template as OpenAPI understands it: no query part, each placeholder's name once.
struct OpenAPIPath {
    /// The documented placeholders, in order.
    let documented: [String]
    /// What the document calls them.
    let names: [String]
    let text: String
    /// Equal for paths that OpenAPI cannot tell apart.
    let shape: String

    init(_ template: PathTemplate) {
        var documented: [String] = []
        var names: [String] = []
        var counts: [String: Int] = [:]
        var text = ""
        var shape = ""
        for part in template.parts {
            switch part {
            case .literal(let literal):
                let end = literal.firstIndex { $0 == "?" || $0 == "#" } ?? literal.endIndex
                let piece = escaped(literal[..<end])
                text += piece
                shape += piece
                if end == literal.endIndex { continue }
            case .placeholder(let name):
                let bare = name.filter { $0 != "{" && $0 != "}" }
                let count = counts[bare, default: 0] + 1
                counts[bare] = count
                documented.append(name)
                names.append(count == 1 ? bare : "\(bare)_\(count)")
                text += "{\(names[names.count - 1])}"
                shape += "{}"
                continue
            }
            break
        }
        self.documented = documented
        self.names = names
        self.text = text.hasPrefix("/") ? text : "/" + text
        let bare = shape.hasPrefix("/") ? shape : "/" + shape
        self.shape = bare.count > 1 && bare.hasSuffix("/") ? String(bare.dropLast()) : bare
    }
}

/// Braces that are no placeholder's.
private func escaped(_ literal: Substring) -> String {
    var text = ""
    for character in literal {
        switch character {
        case "{": text += "%7B"
        case "}": text += "%7D"
        default: text.append(character)
        }
    }
    return text
}
