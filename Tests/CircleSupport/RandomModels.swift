import APIModel
import JSONText
import SourceText

/// Descriptions made by chance from a seed, over all that a description can hold.
///
/// What no reader can make is left out, and the manual says so: names that code gives, titles of
/// the API, and facts whose place is taken by another.
package struct RandomModels {
    private var state: UInt64
    var number = 0
    let evidence = Evidence(SourceSpan(FileID(0), .empty), .declared, "random")

    package init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    package mutating func api() -> APIDescription {
        var api = APIDescription(name: "Random")
        api.servers = (0..<below(3)).map { fact(Server(url: "https://\($0).example.com/v\($0)")) }
        api.schemas = (0..<below(8)).map { _ in NamedSchema(name: name(), definition: .union([])) }
        let names = api.schemas.map(\.name)
        for index in names.indices {
            api.schemas[index].definition = definition(names)
            if case .object = api.schemas[index].definition { continue }
            api.schemas[index].description = maybe { $0.fact($0.text()) }
        }
        api.securitySchemes = schemes()
        for _ in 0..<1 + below(5) { api.operations.append(operation(names, api.securitySchemes)) }
        let tags = Set(api.operations.flatMap(\.tags))
        api.tags = tags.sorted().map { Tag(name: $0) }
        return api.reachable
    }
}

// MARK: Chance

extension RandomModels {
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % max(1, limit) }

    mutating func isLikely(_ percent: Int) -> Bool { below(100) < percent }

    mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

    mutating func maybe<Value>(_ make: (inout RandomModels) -> Value) -> Value? {
        isLikely(50) ? make(&self) : nil
    }

    func fact<Value>(_ value: Value) -> Fact<Value> { Fact(value, evidence) }

    /// Upper camel case, never twice.
    mutating func name() -> String {
        number += 1
        return one(of: typeWords) + one(of: typeWords) + letters(number)
    }

    func letters(_ number: Int) -> String {
        String(number, radix: 10).utf8.reduce(into: "") { text, digit in
            text.unicodeScalars.append(Unicode.Scalar(digit + 0x31))
        }.capitalizedFirst
    }

    mutating func member() -> String {
        number += 1
        return one(of: memberWords) + "\(number)"
    }

    mutating func text() -> String {
        (0...below(6)).map { _ in one(of: textParts) }.joined(separator: " ")
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

private let typeWords = [
    "User", "Role", "File", "Error", "Request", "Links", "Node", "Permission", "Address", "Status",
    "Parameter", "Header", "Date", "Value", "Example", "Object", "List", "HTTP", "Body", "Series",
]

/// Spellings that mean something to a reader of pages who looks for marks.
private let memberWords = [
    "id", "user.name", "tags[]", "a b", "filter[by]", "x-", "$ref", "@type", "_id", "{key}",
    "»deep",
    "star*", "maybe?", "naïve", "名", "a|b", "`tick", "<tag>", "required ", "null", "1", "a=b",
    "\"q\"",
]

/// Sentences that say more than text does, and marks of every markup.
let textParts = [
    "Plain words.", "Required.", "(optional)", "One of `a`, `b` or `c`.", "Default is 20.",
    "May be null.", "max length 5", "| a | b |", "<b>bold</b>", "<script>alert(1)</script>",
    "[link](javascript:alert(1))", "*star*", "_under_", "snake_case_word", "`code`", "``", "\\",
    "&lt;", "&", "# Heading", "1. One", "- dash", "+ plus", "> quote", "GET /users/{id}",
    "`GET /users`", "{{ liquid }}", "{% raw %}", "<%= erb %>", "https://example.com/a?b=c#d",
    "www.example.com", "a@example.com", "Deprecated: use another.", "Needs the `x.y` permission.",
    "[1]: /x", "![image](x.png)", "~~gone~~", "$x$", "a\nb", "$1.00", "\"quoted\"", "'single'",
    "200 OK", "Returns:", "Response:", "naïve 名 🙂", "~~~", "```", "---", "===", ": colon", "^a^",
    "array of string", "{id}", "(string)", "::: note", ".. note::", "<br>", "<!-- hidden -->",
]

// MARK: Schemas

extension RandomModels {
    mutating func definition(_ names: [String]) -> NamedSchema.Definition {
        switch below(4) {
        case 0:
            let base = one(of: [Enumeration.Base.string, .integer])
            return .enumeration(
                Enumeration(base: base, values: (0...1 + below(4)).map { value($0, base) }))
        case 1:
            let shapes: [Shape] = [.string(.plain), .integer, .boolean, .string(.date)]
            let first = below(shapes.count)
            return .union(
                (0...1).map { Schema(fact(shapes[(first + $0) % shapes.count])) })
        default:
            let properties = (0...below(6)).map { _ in property(names) }
            let others = isLikely(20) ? Schema(fact(shape(names, depth: 1))) : nil
            return .object(ObjectSchema(properties: properties, additionalProperties: others))
        }
    }

    mutating func value(_ index: Int, _ base: Enumeration.Base) -> EnumerationValue {
        let word = base == .integer ? "\(index * 7 - 3)" : one(of: enumerationWords) + "\(index)"
        var value = EnumerationValue(value: fact(word))
        value.description = maybe { $0.fact($0.text()) }
        if value.description != nil, isLikely(30) { value.name = fact("NAME_\(index)") }
        return value
    }

    mutating func property(_ names: [String]) -> Property {
        var property = Property(name: fact(member()), schema: schema(names))
        property.required = maybe { $0.fact($0.isLikely(50)) }
        property.readOnly = isLikely(10) ? fact(isLikely(50)) : nil
        property.deprecated = isLikely(10) ? fact(isLikely(50) ? "" : text()) : nil
        return property
    }

    mutating func schema(_ names: [String]) -> Schema {
        let shape = shape(names, depth: 0)
        var schema = Schema(fact(shape))
        schema.nullable = maybe { $0.fact($0.isLikely(50)) }
        schema.description = maybe { $0.fact($0.text()) }
        schema.example = maybe { $0.fact($0.scalar()) }
        if isLikely(20) { schema.defaultValue = defaultValue(of: shape).map { fact($0) } }
        if isLikely(10) { schema.constraints.minimum = fact("\(below(9))") }
        if isLikely(10) { schema.constraints.maximum = fact("\(below(99)).5") }
        if isLikely(10) { schema.constraints.minimumLength = fact(below(9)) }
        if isLikely(10) { schema.constraints.maximumLength = fact(below(99)) }
        if isLikely(10) { schema.constraints.pattern = fact("^[a-z|`]{2,}\\d*$") }
        return schema
    }

    mutating func shape(_ names: [String], depth: Int) -> Shape {
        switch below(depth < 3 ? 13 : 10) {
        case 0: return .boolean
        case 1: return .integer
        case 2: return .number
        case 3: return .decimal
        case 4: return .unresolved(one(of: ["Thing", "Odd thing", "File X"]))
        case 5, 6, 7:
            return names.isEmpty ? .string(.plain) : .reference(one(of: names))
        case 8, 9: return .string(one(of: StringFormat.allCases))
        case 10: return depth == 0 ? .unknown : .string(.plain)
        case 11:
            var items = Schema(fact(shape(names, depth: depth + 1)))
            items.nullable = isLikely(20) ? fact(true) : nil
            return .array(items)
        default: return .dictionary(Schema(fact(shape(names, depth: depth + 1))))
        }
    }

    mutating func scalar() -> JSONValue {
        switch below(4) {
        case 0: .flag(isLikely(50))
        case 1: .integer(below(1000))
        default: .text(one(of: textParts + ["", " x ", "true", "12", "null", "-", "[1]", "{}"]))
        }
    }

    mutating func defaultValue(of shape: Shape) -> JSONValue? {
        switch shape {
        case .boolean: .flag(isLikely(50))
        case .integer: .integer(below(100))
        case .number, .decimal: JSONValue(.number("0.5"))
        case .string: .text(one(of: textParts + ["", "12", "true"]))
        case .unknown, .array, .dictionary, .reference, .unresolved: nil
        }
    }
}

private let enumerationWords = ["open", "LATE", "in progress", "a|b", "`x`", "*", "名", "true", "-"]

extension APIDescription {
    /// Without the types that no operation leads to, which no reader keeps.
    var reachable: APIDescription {
        var found: Set<String> = []
        var pending = operations.flatMap(\.shapes)
        let definitions = Dictionary(
            schemas.map { ($0.name, $0.definition) }, uniquingKeysWith: { first, _ in first })
        while let shape = pending.popLast() {
            switch shape {
            case .array(let schema), .dictionary(let schema): pending.append(schema.shape.value)
            case .reference(let name):
                guard found.insert(name).inserted, let definition = definitions[name] else {
                    continue
                }
                switch definition {
                case .object(let object):
                    pending += object.properties.map(\.schema.shape.value)
                    if let others = object.additionalProperties {
                        pending.append(others.shape.value)
                    }
                case .union(let schemas): pending += schemas.map(\.shape.value)
                case .enumeration: break
                }
            case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved: break
            }
        }
        var api = self
        api.schemas = schemas.filter { found.contains($0.name) }
        return api
    }
}

extension Operation {
    fileprivate var shapes: [Shape] {
        let bodies = [requestBody] + responses.map(\.body)
        let fields = parameters + responses.flatMap(\.headers)
        return bodies.compactMap { $0?.schema.shape.value } + fields.map(\.schema.shape.value)
    }
}
