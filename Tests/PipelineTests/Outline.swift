import APIModel
import JSONText

/// One place of a schema, such as `users[].phone`, and what is known of it.
struct Place: Equatable {
    let path: String
    /// `string(uuid)`, `array`, `object`, `enumeration(a, b)`, `unresolved(user)`.
    let shape: String
    /// The named schema it refers to.
    let name: String?
    let isNullable: Bool
    let isRequired: Bool?
    let defaultValue: String?
    let description: String?
}

/// Lists every place of a schema in page order, references followed, recursion stopped.
func outline(_ schema: Schema, in api: APIDescription) -> [Place] {
    var places: [Place] = []
    append(schema, at: "", within: [], of: api, to: &places)
    return places
}

private func append(
    _ schema: Schema, at path: String, within outer: [String], of api: APIDescription,
    required: Fact<Bool>? = nil, to places: inout [Place]
) {
    places.append(
        Place(
            path: path, shape: shape(schema, in: api), name: schema.referredName,
            isNullable: schema.nullable?.value == true, isRequired: required.stated,
            defaultValue: schema.defaultValue.map { text($0.value) },
            description: schema.description?.value))
    switch schema.shape.value {
    case .array(let element):
        append(element, at: path + "[]", within: outer, of: api, to: &places)
    case .dictionary(let element):
        append(element, at: path + "{}", within: outer, of: api, to: &places)
    case .reference(let name):
        guard !outer.contains(name), case .object(let object) = api.definition(named: name) else {
            return
        }
        for property in object.properties {
            let member = property.name.value
            append(
                property.schema, at: path.isEmpty ? member : path + "." + member,
                within: outer + [name], of: api, required: property.required, to: &places)
        }
    case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved:
        return
    }
}

private func shape(_ schema: Schema, in api: APIDescription) -> String {
    switch schema.shape.value {
    case .unknown: "unknown"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .decimal: "decimal"
    case .string(let format): format == .plain ? "string" : "string(\(format.rawValue))"
    case .array: "array"
    case .dictionary: "dictionary"
    case .unresolved(let name): "unresolved(\(name))"
    case .reference(let name): definition(api.definition(named: name), called: name)
    }
}

private func definition(_ definition: NamedSchema.Definition?, called name: String) -> String {
    switch definition {
    case .object: "object"
    case .enumeration(let enumeration):
        "enumeration(\(enumeration.spellings.joined(separator: ", ")))"
    case .union(let members): "union(\(members.count))"
    case nil: "missing(\(name))"
    }
}

private func text(_ value: JSONValue) -> String {
    switch value.node {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let digits): digits
    case .string(let text): text
    case .word(let word): word
    case .array: "[…]"
    case .object: "{…}"
    case .elision: "…"
    }
}

extension Fact<Bool>? {
    /// What a page says in words. That an example shows a member says less: it is there sometimes.
    var stated: Bool? {
        guard let fact = self, fact.evidence.strength != .exemplified else { return nil }
        return fact.value
    }
}

extension Schema {
    var referredName: String? {
        guard case .reference(let name) = shape.value else { return nil }
        return name
    }
}

extension Place {
    /// What a fact can be checked against, one word each.
    var words: Set<String> {
        let parts = shape.split { "(), ".contains($0) }.map(String.init)
        var words = Set(parts + [name].compactMap { $0 })
        if isNullable { words.insert("nullable") }
        if let isRequired { words.insert(isRequired ? "required" : "optional") }
        return words
    }
}

/// Compares an outline with facts, one place a line: `users[].phone: string nullable !required`.
/// A word after `!` must be absent; words that are not mentioned may be there.
func mismatches(_ facts: String, _ places: [Place]) -> [String] {
    facts.split(separator: "\n").compactMap { line in
        let halves = line.split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false
        ).map(String.init)
        let path = halves[0] == "(root)" ? "" : halves[0]
        guard let place = places.first(where: { $0.path == path }) else {
            return "nothing at '\(path)'"
        }
        let words = halves[1].split(separator: " ").map(String.init)
        let wrong = words.filter { word in
            word.hasPrefix("!")
                ? place.words.contains(String(word.dropFirst())) : !place.words.contains(word)
        }
        return wrong.isEmpty ? nil : "'\(path)' is \(place.words.sorted()), not \(wrong)"
    }
}

/// Places that the facts do not list.
func undocumented(_ facts: String, _ places: [Place]) -> [String] {
    let listed = facts.split(separator: "\n").map { $0.prefix(while: { $0 != ":" }) }
    return places.map(\.path).filter { path in
        !path.isEmpty && !listed.contains { $0 == path }
    }
}
