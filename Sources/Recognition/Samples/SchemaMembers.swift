import APIModel
import JSONText
import SourceText

/// The keywords of one schema.
struct SchemaMembers {
    private let members: [JSONValue.Member]

    /// Only what describes members: `type` and `properties` or `items` whose values are schemas.
    init?(_ written: [JSONValue.Member]) {
        members = written.united(depth: 0)
        let isTyped = members.contains { member in
            member.key == "$schema"
                || (member.key == "type"
                    && ["object", "array"].contains(member.value.scalarText ?? ""))
        }
        guard isTyped else { return nil }
        if let properties {
            let areSchemas = properties.allSatisfy { property in
                guard case .object(let parts) = property.value.node else { return false }
                return parts.contains { Self.keywords.contains($0.key) } || parts.isEmpty
            }
            guard areSchemas else { return nil }
        } else if items == nil {
            return nil
        }
    }

    /// What `allOf` puts together is one schema with the members of all.
    init(uncheckedMembers members: [JSONValue.Member]) {
        self.members = members.united(depth: 0)
    }

    private static let keywords: Set<String> = [
        "type", "$ref", "enum", "properties", "items", "anyOf", "oneOf", "allOf", "const",
        "description", "format",
    ]

    private func value(_ key: String) -> JSONValue? {
        members.first { $0.key == key }?.value
    }

    var properties: [JSONValue.Member]? {
        object("properties")
    }

    var items: SchemaMembers? { part("items") }

    /// A schema, or any other object, under a key.
    func part(_ key: String) -> SchemaMembers? {
        object(key).map(SchemaMembers.init(uncheckedMembers:))
    }

    func object(_ key: String) -> [JSONValue.Member]? {
        guard case .object(let members)? = value(key)?.node else { return nil }
        return members
    }

    /// All of its members.
    var range: ByteRange? {
        guard let start = members.map(\.keyRange.start).min(),
            let end = members.map(\.value.range.end).max()
        else { return nil }
        return ByteRange(Int(start), Int(end))
    }

    func string(_ key: String) -> String? { value(key)?.scalarText }

    func strings(_ key: String) -> [String] {
        guard case .array(let elements)? = value(key)?.node else { return [] }
        return elements.compactMap(\.scalarText)
    }

    var type: TypeExpression? {
        if let target = string("$ref"), let name = target.split(separator: "/").last {
            return TypeExpression(.reference(name: String(name), target: nil))
        }
        let names = string("type").map { [$0] } ?? strings("type")
        let isNullable = names.contains("null") || string("nullable") == "true"
        guard let name = names.first(where: { $0 != "null" }) else { return nil }
        if name == "array" { return TypeExpression(.array(items?.type), isNullable: isNullable) }
        let format = string("format").map { "(\($0))" } ?? ""
        guard let type = readType(name + format) ?? readType(name) else { return nil }
        return TypeExpression(type.kind, isNullable: isNullable)
    }
}

extension JSONValue {
    /// A text, a number or a Boolean as it is written.
    var scalarText: String? {
        switch node {
        case .string(let text), .number(let text): text
        case .boolean(let value): value ? "true" : "false"
        case .null, .array, .object, .word, .elision: nil
        }
    }
}

extension [JSONValue.Member] {
    /// The keywords of one schema for those of several below `allOf`.
    fileprivate func united(depth: Int) -> [JSONValue.Member] {
        guard depth < 12, let parts = first(where: { $0.key == "allOf" }),
            case .array(let schemas) = parts.value.node
        else { return self }
        var united: [JSONValue.Member] = []
        var properties: [JSONValue.Member] = []
        var required: [JSONValue] = []
        var known: Set<String> = ["allOf"]
        func add(_ member: JSONValue.Member) {
            switch (member.key, member.value.node) {
            case ("properties", .object(let more)): properties += more
            case ("required", .array(let more)): required += more
            default: if known.insert(member.key).inserted { united.append(member) }
            }
        }
        forEach(add)
        for case .object(let part) in schemas.map(\.node) {
            part.united(depth: depth + 1).forEach(add)
        }
        func all(_ key: String, _ node: JSONValue.Node) -> JSONValue.Member {
            .init(key: key, keyRange: parts.keyRange, value: JSONValue(node, parts.value.range))
        }
        if !properties.isEmpty { united.append(all("properties", .object(properties))) }
        if !required.isEmpty { united.append(all("required", .array(required))) }
        return united
    }
}
