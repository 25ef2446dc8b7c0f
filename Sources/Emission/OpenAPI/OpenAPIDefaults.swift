import APIModel
import JSONText

/// Validators hold a default against its schema; a page's `"10"` for an integer means 10, and what
/// cannot be mended is kept under a name that no validator looks at.
extension OpenAPIWriter {
    func defaultKey(_ schema: Schema) -> String {
        guard let value = schema.defaultValue?.value else { return "default" }
        return fits(conforming(value, to: schema), schema) ? "default" : "x-default"
    }

    /// The value in the schema's own type where its text allows that.
    func conforming(_ value: JSONValue, to schema: Schema) -> JSONValue {
        let text: String
        switch value.node {
        case .string(let string), .word(let string), .number(let string): text = string
        case .boolean(let flag): text = flag ? "true" : "false"
        case .null, .array, .object, .elision: return value
        }
        switch kind(of: schema.shape.value) {
        case .boolean where text == "true" || text == "false": return .flag(text == "true")
        case .integer where isJSONInteger(text), .number where isJSONNumber(text):
            return JSONValue(.number(text))
        case .string: return .text(text)
        case .boolean, .integer, .number, .array, .other: return value
        }
    }

    private func fits(_ value: JSONValue, _ schema: Schema) -> Bool {
        if let values = values(of: schema.shape.value), !values.contains(value.node) {
            return false
        }
        switch (kind(of: schema.shape.value), value.node) {
        case (.boolean, .boolean), (.string, .string): return true
        case (.number, .number(let text)): return isJSONNumber(text)
        case (.integer, .number(let text)): return isJSONInteger(text)
        case (.array, .array(let values)): return values.isEmpty
        case (_, .null): return schema.nullable?.value == true
        default: return false
        }
    }

    private enum Kind {
        case boolean, integer, number, string, array, other
    }

    private func kind(of shape: Shape) -> Kind {
        switch shape {
        case .boolean: .boolean
        case .integer: .integer
        case .number, .decimal: .number
        case .string(.plain), .string(.password): .string
        // Validators look at formats too, and hardly any default of such a schema has one.
        case .string: .other
        case .array: .array
        case .reference(let name):
            switch definitions[name] {
            case .enumeration(let enumeration): enumeration.base == .integer ? .integer : .string
            case .object, .union, nil: .other
            }
        case .unknown, .dictionary, .unresolved: .other
        }
    }

    private func values(of shape: Shape) -> [JSONValue.Node]? {
        guard case .reference(let name) = shape,
            case .enumeration(let enumeration) = definitions[name]
        else { return nil }
        return enumeration.values.map { value in
            enumeration.base == .integer ? .number(value.value.value) : .string(value.value.value)
        }
    }
}
