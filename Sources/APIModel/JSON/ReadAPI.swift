import JSONText
import SourceText

/// An API description read from canonical JSON, and where the lines of its absent pages were.
package struct RecordedAPI: Sendable {
    package let api: APIDescription
    package let positions: Positions
}

/// Reads what `writeAPI` writes. Strict: only this tool writes such files, so anything else in one
/// is an error with its place, and nothing is guessed.
package func readAPI(
    _ source: SourceFile, as id: FileID
) -> (recorded: RecordedAPI?, notes: [Diagnostic]) {
    let document = readJSON(source)
    let failure = document.failure ?? document.repairs.first
    guard failure == nil, document.values.count == 1 else {
        let range = failure?.range ?? .empty
        return (nil, [unreadable(failure?.message ?? "no value", at: SourceSpan(id, range))])
    }
    let reader = APIReader(document.values[0])
    do throws(APIReadingError) {
        let api = try reader.api(document.values[0])
        return (RecordedAPI(api: api, positions: reader.places.positions), [])
    } catch {
        return (nil, [unreadable(error.message, at: SourceSpan(id, error.range))])
    }
}

private func unreadable(_ message: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
        .error, "api-json-unreadable", "this is no API description of ours: \(message)", at: span)
}

/// What canonical JSON lacks, and where.
struct APIReadingError: Error {
    let message: String
    let range: ByteRange
}

struct APIReader {
    let places: RecordedPlaces

    init(_ value: JSONValue) {
        places = RecordedPlaces(value)
    }

    func api(_ json: JSONValue) throws(APIReadingError) -> APIDescription {
        guard json["format"]?.node == .number("\(apiJSONFormat)") else {
            throw APIReadingError(message: "its format is not \(apiJSONFormat)", range: json.range)
        }
        var api = APIDescription(name: try text("name", of: json))
        api.title = try textFact("title", of: json)
        api.description = try textFact("description", of: json)
        api.servers = try list("servers", of: json, facts(Server.init))
        for item in try items("securitySchemes", of: json) {
            api.securitySchemes.append(
                SecurityScheme(
                    name: try text("name", of: item),
                    kind: try fact(try member("kind", of: item), SecurityScheme.Kind.init),
                    description: try textFact("description", of: item)))
        }
        for item in try items("tags", of: json) {
            api.tags.append(
                Tag(
                    name: try text("name", of: item),
                    description: try textFact("description", of: item)))
        }
        api.operations = try list("operations", of: json, operation)
        api.schemas = try list("schemas", of: json, namedSchema)
        return api
    }
}

// MARK: Members

extension APIReader {
    func member(_ key: String, of json: JSONValue) throws(APIReadingError) -> JSONValue {
        guard let value = json[key] else {
            throw APIReadingError(message: "no '\(key)'", range: json.range)
        }
        return value
    }

    func text(_ key: String, of json: JSONValue) throws(APIReadingError) -> String {
        try read(try member(key, of: json), \.string)
    }

    func flag(_ key: String, of json: JSONValue) throws(APIReadingError) -> Bool {
        try read(try member(key, of: json)) { $0.node == .boolean(true) }
    }

    /// The elements of an array; none if the member is left out.
    func items(_ key: String, of json: JSONValue) throws(APIReadingError) -> [JSONValue] {
        guard let value = json[key] else { return [] }
        guard case .array(let items) = value.node else {
            throw APIReadingError(message: "'\(key)' is not an array", range: value.range)
        }
        return items
    }

    func list<Element>(
        _ key: String, of json: JSONValue,
        _ read: (JSONValue) throws(APIReadingError) -> Element
    ) throws(APIReadingError) -> [Element] {
        var elements: [Element] = []
        for item in try items(key, of: json) { elements.append(try read(item)) }
        return elements
    }

    func read<Value>(
        _ json: JSONValue, _ convert: (JSONValue) -> Value?
    ) throws(APIReadingError) -> Value {
        guard let value = convert(json) else {
            throw APIReadingError(message: "a value of another kind is expected", range: json.range)
        }
        return value
    }
}

// MARK: Facts

extension APIReader {
    func fact<Value>(
        _ json: JSONValue, _ convert: (JSONValue) -> Value?
    ) throws(APIReadingError) -> Fact<Value> {
        try factOf(json) { (value) throws(APIReadingError) in try read(value, convert) }
    }

    func factOf<Value>(
        _ json: JSONValue, _ readValue: (JSONValue) throws(APIReadingError) -> Value
    ) throws(APIReadingError) -> Fact<Value> {
        var fact = Fact(try readValue(try member("value", of: json)), try evidence(json))
        fact.agreeing = try list("agreeing", of: json, evidence)
        for item in try items("overruled", of: json) {
            fact.overruled.append(
                Overruled(try text("statement", of: item), try evidence(item)))
        }
        return fact
    }

    /// A reader of facts, for lists of them.
    func facts<Value>(
        _ convert: @escaping (JSONValue) -> Value?
    ) -> (JSONValue) throws(APIReadingError) -> Fact<Value> {
        { (json) throws(APIReadingError) in try fact(json, convert) }
    }

    func optionalFact<Value>(
        _ key: String, of json: JSONValue, _ convert: (JSONValue) -> Value?
    ) throws(APIReadingError) -> Fact<Value>? {
        guard let value = json[key] else { return nil }
        return try fact(value, convert)
    }

    func textFact(_ key: String, of json: JSONValue) throws(APIReadingError) -> Fact<String>? {
        try optionalFact(key, of: json, \.string)
    }

    func flagFact(_ key: String, of json: JSONValue) throws(APIReadingError) -> Fact<Bool>? {
        try optionalFact(key, of: json) { value in
            guard case .boolean(let flag) = value.node else { return nil }
            return flag
        }
    }

    func lengthFact(_ key: String, of json: JSONValue) throws(APIReadingError) -> Fact<Int>? {
        try optionalFact(key, of: json) { value in
            guard case .number(let digits) = value.node else { return nil }
            return Int(digits)
        }
    }

    func valueFact(_ key: String, of json: JSONValue) throws(APIReadingError) -> Fact<JSONValue>? {
        try optionalFact(key, of: json) { readSample($0) }
    }

    /// `page.md:12:3 described field-table`.
    func evidence(_ json: JSONValue) throws(APIReadingError) -> Evidence {
        let text = try text("at", of: json)
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count >= 3, let strength = Strength(name: String(words[words.count - 2])),
            let span = places.spans[words.dropLast(2).joined(separator: " ")],
            let construct = places.constructs[String(words[words.count - 1])]
        else { throw APIReadingError(message: "'\(text)' is no place", range: json.range) }
        return Evidence(span, strength, construct)
    }
}
