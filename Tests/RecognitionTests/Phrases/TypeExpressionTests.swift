import APIModel
import Testing

@testable import Recognition

/// A type in one line, so that a table of expectations stays a table.
func spelled(_ type: TypeExpression?) -> String {
    guard let type else { return "-" }
    let mark = type.isNullable ? "?" : ""
    switch type.kind {
    case .boolean: return "boolean" + mark
    case .integer: return "integer" + mark
    case .number: return "number" + mark
    case .decimal: return "decimal" + mark
    case .string(let format): return (format == .plain ? "string" : format.rawValue) + mark
    case .object: return "object" + mark
    case .array(let element): return "[" + (element.map { spelled($0) } ?? "") + "]" + mark
    case .dictionary(let value): return "{" + (value.map { spelled($0) } ?? "") + "}" + mark
    case .union(let members):
        return "(" + members.map { spelled($0) }.joined(separator: "|") + ")" + mark
    case .reference(let name, let target):
        return "@" + name + (target.map { "->" + $0 } ?? "") + mark
    case .enumeration(let values): return "enum(" + values.joined(separator: ",") + ")" + mark
    case .any: return "any" + mark
    case .unknown(let text): return "unknown(" + text + ")" + mark
    }
}

@Suite struct TypeExpressionTests {
    @Test(arguments: [
        ("string", "string"), ("String", "string"), ("_string_", "string"), ("*string*", "string"),
        ("string(uuid)", "uuid"), ("string (date-time)", "date-time"), ("string<date>", "date"),
        ("string(date-time)¦null", "date-time?"), ("string¦null", "string?"),
        ("String / `null`", "string?"), ("_string_ or `null`", "string?"), ("?string", "string?"),
        ("string or null", "string?"), ("[integer]", "[integer]"), ("\\[integer]", "[integer]"),
        ("[[Policy](schemas.md#schemapolicy)]", "[@Policy->schemas.md#schemapolicy]"),
        ("[Error](#schemaerror)", "@Error->#schemaerror"),
        ("[_label object_](#labels)", "@label object->#labels"),
        ("_[timestamp](#timestamps)_", "date-time"),
        ("array[string]", "[string]"), ("string[]", "[string]"), ("list of strings", "[string]"),
        ("string list", "[string]"), ("aray", "[]"), ("interger", "integer"), ("strign", "string"),
        ("<string>", "string"), ("< string > array", "[string]"),
        ("< string > array(multi)", "[string]"),
        ("< number (double) > array", "[number]"), ("< string, object > map", "{object}"),
        ("integer(int64)", "integer"), ("number(int32)", "number"), ("number(double)", "number"),
        ("enum (a, b)", "enum(a,b)"), ("enum", "enum()"), ("object", "object"),
        ("map[string]integer", "{integer}"), ("Map<String, Widget>", "{@Widget}"), ("dict", "{}"),
        ("UUID", "uuid"), ("datetime", "date-time"), ("timestamp", "date-time"),
        ("ISO8601 date", "date-time"), ("ISO 8601 date", "date-time"), ("float", "number"),
        ("money", "decimal"), ("any", "any"), ("file", "binary"), ("oneOf", "any"),
        ("string or array of strings", "(string|[string])"), ("JSON object", "object"),
        ("URL", "uri"), ("email", "email"), ("Boolean (default: true)", "boolean"),
        ("Array of objects", "[object]"), ("Array of Widget", "[@Widget]"),
        ("Widget[]", "[@Widget]"),
        ("string, ISO Alpha-2", "string"), ("string, alphanumeric, underscores", "string"),
        ("_list of strings_", "[string]"), ("[object]", "[object]"), ("[array]", "[[]]"),
        ("-", "-"), ("none", "-"), ("None", "-"), ("Inline", "-"), ("No Content", "-"), ("", "-"),
        ("Unix timestamp", "integer"), ("`array of strings`", "[string]"),
        ("integer or string", "(integer|string)"),
        ("Response_1.0.0", "@Response_1.0.0"), ("true/false", "boolean"),
    ])
    func reads(text: String, expected: String) {
        #expect(spelled(readType(text)) == expected, "\(text)")
    }

    @Test func aLinkNamesTheReference() {
        #expect(spelled(readType("Organization", link: "#orgs")) == "@Organization->#orgs")
        #expect(spelled(readType("[Policy]", link: "#p")) == "[@Policy->#p]")
        #expect(spelled(readType("string", link: "#strings")) == "string")
        #expect(spelled(readType("timestamp", link: "#timestamps")) == "date-time")
    }

    @Test(arguments: [
        ("(string) Name of it", "string", 9), ("(aray) Things", "[]", 7),
        ("(array, optional) Things", "[]", 18), ("String. Name of it", "string", 8),
        ("Integer, how many", "integer", 9), ("A boolean that decides", "boolean", 0),
        ("An array of strings with names", "[string]", 0), ("string - the name", "string", 9),
        ("Array of objects. Each is a thing", "[object]", 18), ("boolean", "boolean", 7),
        ("A UUID for it", "uuid", 0), ("A list of things", "[]", 0),
        ("An array of documents, each one a user", "[]", 0), ("(Widget) The widget", "@Widget", 9),
        ("(decimal) Price", "decimal", 10), ("(string list) Names", "[string]", 14),
        ("Date of birth", "-", 0), ("Object storage bucket", "-", 0),
        ("(optional) The name", "-", 0),
        ("(see below) The name", "-", 0), ("The name", "-", 0), ("A date for it", "-", 0),
        ("Name of the string.", "-", 0), ("A number of things", "-", 0),
    ])
    func readsLeadingTypes(text: String, expected: String, rest: Int) {
        let leading = readLeadingType(MarkedText(text))
        #expect(spelled(leading?.type) == expected, "\(text)")
        #expect((leading?.rest ?? 0) == rest, "\(text)")
    }
}
