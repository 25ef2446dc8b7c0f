extension JSONValue {
    /// The value as one line of text, order and digits kept: for telling values apart.
    package var spelling: String {
        switch node {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let digits): digits
        case .string(let text): "\"\(text)\""
        case .array(let elements): "[" + elements.map(\.spelling).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\"\($0.key)\":\($0.value.spelling)" }.joined(separator: ",") + "}"
        case .word(let word): word
        case .elision: "..."
        }
    }
}
