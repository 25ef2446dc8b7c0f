import JSONText

// How small values are spelled in canonical JSON, one place for both directions.

extension Strength {
    /// The word that people and canonical JSON use.
    package var name: String {
        switch self {
        case .implied: "implied"
        case .exemplified: "exemplified"
        case .described: "described"
        case .declared: "declared"
        case .corrected: "corrected"
        }
    }

    init?(name: String) {
        guard let strength = Strength.allCases.first(where: { $0.name == name }) else { return nil }
        self = strength
    }
}

extension Response.Status {
    /// `200`, `4XX` or `default`.
    package var text: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let digit): "\(digit)XX"
        case .default: "default"
        }
    }

    init?(text: String) {
        if text == "default" {
            self = .default
        } else if text.hasSuffix("XX"), let digit = Int(text.dropLast(2)) {
            self = .range(digit)
        } else if let code = Int(text) {
            self = .code(code)
        } else {
            return nil
        }
    }
}

extension PathTemplate {
    /// `/users/{id}`, or its parts where braces of its own would be mistaken for placeholders.
    var json: JSONValue {
        let hasBraces = parts.contains { part in
            switch part {
            case .literal(let text), .placeholder(let text):
                text.isEmpty || text.utf8.contains(0x7B) || text.utf8.contains(0x7D)
            }
        }
        return hasBraces ? .list(parts.map(\.json)) : .text(text)
    }

    init?(_ json: JSONValue) {
        if case .array(let items) = json.node {
            self.init(items.compactMap(Part.init))
            return
        }
        guard let text = json.string else { return nil }
        var parts: [Part] = []
        for (index, piece) in text.split(separator: "{", omittingEmptySubsequences: false)
            .enumerated()
        {
            let halves = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            if index > 0, halves.count == 2 { parts.append(.placeholder(String(halves[0]))) }
            if let literal = halves.last, !literal.isEmpty {
                parts.append(.literal(String(literal)))
            }
        }
        self.init(parts)
    }
}

extension PathTemplate.Part {
    fileprivate var json: JSONValue {
        switch self {
        case .literal(let literal): .text(literal)
        case .placeholder(let name): .object(["placeholder": .text(name)])
        }
    }

    fileprivate init?(_ json: JSONValue) {
        if case .string(let literal) = json.node {
            self = .literal(literal)
        } else if let name = json["placeholder"]?.string {
            self = .placeholder(name)
        } else {
            return nil
        }
    }
}

extension Server {
    var json: JSONValue {
        .object(["url": .text(url), "description": description.map { .text($0) }])
    }

    init?(_ json: JSONValue) {
        guard let url = json["url"]?.string else { return nil }
        self.init(url: url, description: json["description"]?.string)
    }
}

extension Permission {
    var json: JSONValue {
        .object(["name": .text(name), "description": description.map { .text($0) }])
    }

    init?(_ json: JSONValue) {
        guard let name = json["name"]?.string else { return nil }
        self.init(name: name, description: json["description"]?.string)
    }
}

extension SecurityScheme.Kind {
    var json: JSONValue {
        switch self {
        case .bearer: .text("bearer")
        case .basic: .text("basic")
        case .digest: .text("digest")
        case .header(let name, let prefix):
            .object(["header": .text(name), "prefix": .text(prefix)])
        case .query(let name): .object(["query": .text(name)])
        case .cookie(let name): .object(["cookie": .text(name)])
        case .other(let name): .object(["other": .text(name)])
        }
    }

    init?(_ json: JSONValue) {
        switch json.string {
        case "bearer": self = .bearer
        case "basic": self = .basic
        case "digest": self = .digest
        default:
            if let name = json["header"]?.string, let prefix = json["prefix"]?.string {
                self = .header(name: name, prefix: prefix)
            } else if let name = json["query"]?.string {
                self = .query(name: name)
            } else if let name = json["cookie"]?.string {
                self = .cookie(name: name)
            } else if let name = json["other"]?.string {
                self = .other(name)
            } else {
                return nil
            }
        }
    }
}

extension JSONValue {
    /// The text of a string; `nil` for all other values.
    var string: String? {
        guard case .string(let text) = node else { return nil }
        return text
    }
}
