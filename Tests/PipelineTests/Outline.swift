import APIModel

/// One place of a schema, such as `users[].phone`, and what is known of it, one word each.
struct Place: Equatable {
    let path: String
    var words: Set<String>
    let description: String?
}

/// Lists every place of a schema in page order, references followed, recursion stopped.
///
/// Words: the shape (`string`, `uuid`, `integer`, `array`, `object`, `enumeration`, `unresolved`…),
/// then `nullable`, and `required` or `optional` where the page says so.
func outline(_ schema: Schema, in api: APIDescription) -> [Place] {
    var places: [Place] = []
    append(schema, at: "", within: [], of: api, to: &places)
    return places
}

private func append(
    _ schema: Schema, at path: String, within outer: [String], of api: APIDescription,
    required: Bool? = nil, to places: inout [Place]
) {
    var words = schema.words(in: api)
    if schema.nullable?.value == true { words.insert("nullable") }
    if let required { words.insert(required ? "required" : "optional") }
    places.append(
        Place(path: path, words: words, description: schema.description?.value))
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
            append(
                property.schema,
                at: path.isEmpty ? property.name.value : path + "." + property.name.value,
                within: outer + [name], of: api, required: property.required?.value, to: &places)
        }
    case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved:
        return
    }
}

extension Schema {
    fileprivate func words(in api: APIDescription) -> Set<String> {
        switch shape.value {
        case .unknown: ["unknown"]
        case .boolean: ["boolean"]
        case .integer: ["integer"]
        case .number: ["number"]
        case .decimal: ["decimal"]
        case .string(let format): format == .plain ? ["string"] : ["string", format.rawValue]
        case .array: ["array"]
        case .dictionary: ["dictionary"]
        case .unresolved(let name): ["unresolved", name]
        case .reference(let name):
            switch api.definition(named: name) {
            case .object: ["object", name]
            case .enumeration: ["enumeration", name]
            case .union: ["union", name]
            case nil: ["nothing", name]
            }
        }
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
